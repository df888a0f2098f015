"""publish: records -> JSONL, tables, pages."""
