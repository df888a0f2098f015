"""The contract as JSON Schema, for those who read records in other languages."""

from typing import Any

import msgspec

from sayso.records.coded import FORMAT, CodedReport


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a coded report; descriptions are the records' docstrings."""
    (whole,), parts = msgspec.json.schema_components((CodedReport,), ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        **whole,
        "$defs": {name: parts[name] for name in sorted(parts)},
    }
