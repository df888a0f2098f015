"""The published tables for notebooks, without a data frame library that sayso would force on anyone."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from sayso.errors import UsageError
from sayso.publish.cells import Row
from sayso.publish.tables import Outcome, rows
from sayso.publish.write import connection, load
from sayso.records.tables import TABLES

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

_PACKAGES: Final = {"pandas": "pandas", "polars": "polars pyarrow", "pyarrow": "pyarrow"}


class Tables:
    """The tables of some records: each an attribute (a list of dicts), or a frame by its name.

    >>> import sayso
    >>> told = sayso.tables(sayso.Coder().code_many(articles))   # doctest: +SKIP
    >>> told.events[0]["status"]                                 # doctest: +SKIP
    'asserted'
    >>> told.pandas("events")                                    # doctest: +SKIP
    """

    def __init__(self, outcomes: Iterable[Outcome]) -> None:
        self._outcomes = tuple(outcomes)
        self._rows: dict[str, list[Row]] = {}

    def rows(self, table: str) -> list[Row]:
        """The rows of a table, as dicts from column to cell. Raises UsageError for an unknown table."""
        if table not in TABLES:
            raise UsageError(f"no table {table!r}; the tables are {', '.join(TABLES)}")
        if table not in self._rows:
            self._rows[table] = list(rows(self._outcomes, table))
        return self._rows[table]

    def __getattr__(self, table: str) -> list[Row]:
        if table not in TABLES:
            raise AttributeError(f"no table {table!r}; the tables are {', '.join(TABLES)}")
        return self.rows(table)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *TABLES]

    def pandas(self, table: str) -> "pandas.DataFrame":
        """A table as a pandas DataFrame. Raises UsageError where pandas is not installed."""
        frame: pandas.DataFrame = self._frame(table, "pandas", "df")
        return frame

    def polars(self, table: str) -> "polars.DataFrame":
        """A table as a Polars DataFrame. Raises UsageError where polars or pyarrow is not installed."""
        frame: polars.DataFrame = self._frame(table, "polars", "pl")
        return frame

    def arrow(self, table: str) -> "pyarrow.Table":
        """A table as an Arrow table. Raises UsageError where pyarrow is not installed."""
        frame: pyarrow.Table = self._frame(table, "pyarrow", "to_arrow_table")
        return frame

    def _frame(self, table: str, package: str, method: str) -> Any:
        try:
            __import__(package)  # DuckDB's own error for a missing one depends on what was imported before
        except ImportError as error:
            raise UsageError(f"{package} is not installed. Run: pip install {_PACKAGES[package]}") from error
        given = self.rows(table)
        with connection() as db:
            load(db, table, given)
            return getattr(db.table(table), method)()


def tables(records: "Outcome | Iterable[Outcome]") -> Tables:
    """The tables of one record or of many (Coder.code, Coder.code_many)."""
    return Tables(records if isinstance(records, Iterable) else (records,))
