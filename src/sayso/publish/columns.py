"""The page about the columns, made from their definition: `python -m sayso.publish.columns > docs/columns.md`."""

from collections.abc import Iterator
from typing import Final

from sayso.records.tables import TABLES

_HEAD: Final = """# Columns of the published tables

`sayso code ... -o DIR` writes one file a table, as Parquet or CSV; `sayso.tables(records)` gives the same tables in
Python. This page is made from `src/sayso/records/tables.py` by `python -m sayso.publish.columns`.

- A list is one text, its parts joined by `;` (a `;` inside a part becomes `,`). A part without a value shows as `-`,
  so that parallel lists (names, codes, countries) stay parallel. Split it with `str.split(";")` in pandas, `strsplit`
  in R, `split` in Stata, `string_split` in DuckDB.
- Ids of statements, events, actors and places are `<report>:<version>:<id>`: unique over reports.
- Spans are `start-end`, in code points of the report's text, the end left out.
- An empty cell has a reason: `blanks` is a JSON object from field to reason.
- Count events in `events`. `dyads` has a row for each actor with each recipient; a mutual event has both directions.
- In CSV, a text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return has an apostrophe in front, so that
  a spreadsheet does not run it; Parquet has it as it is.
"""


def columns_markdown() -> str:
    """The page, as Markdown."""
    return "\n".join([_HEAD, *_tables()])


def _tables() -> Iterator[str]:
    for table, columns in TABLES.items():
        yield f"## {table}\n"
        yield "| column | type | meaning |"
        yield "|---|---|---|"
        for column in columns:
            yield f"| `{column.name}` | {column.type} | {column.meaning} |"
        yield ""


if __name__ == "__main__":
    print(columns_markdown(), end="")
