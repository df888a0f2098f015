"""ledger: many coded reports -> claims, their origins, denials and copies, in one DuckDB file."""
