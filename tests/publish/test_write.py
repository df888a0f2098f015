"""Tables on disk: read back in DuckDB and pandas, CSV that no spreadsheet runs, files that are whole or absent."""

from pathlib import Path

import duckdb
import pandas
import pytest

from sayso.errors import UsageError
from sayso.publish.write import FORMS, join_tables, write_tables
from sayso.records.coded import Refusal
from sayso.records.tables import TABLES
from tests.publish.example import record


@pytest.mark.parametrize("form", FORMS)
def test_every_table_is_written_even_empty(tmp_path: Path, form: str) -> None:
    """One file a table, nothing else; without reports the tables have their columns and no rows."""
    write_tables([], tmp_path, form=form, text=True)

    assert sorted(file.name for file in tmp_path.iterdir()) == sorted(f"{table}.{form}" for table in TABLES)
    for table, columns in TABLES.items():
        read = duckdb.sql(f"SELECT * FROM '{tmp_path / table}.{form}'")
        assert (read.columns, read.fetchall()) == ([column.name for column in columns], [])


def test_parquet_keeps_types(tmp_path: Path) -> None:
    """DuckDB reads the columns back with the types that the contract names."""
    write_tables([record()], tmp_path, form="parquet", text=True)

    for table, columns in TABLES.items():
        read = duckdb.sql(f"DESCRIBE SELECT * FROM '{tmp_path / table}.parquet'").fetchall()
        assert [(name, type) for name, type, *_ in read] == [(c.name, c.type) for c in columns]


def test_parquet_opens_in_pandas_as_written(tmp_path: Path) -> None:
    """Texts come back to the character, numbers as numbers, blanks as blanks."""
    write_tables([record()], tmp_path, form="parquet", text=True)

    events = pandas.read_parquet(tmp_path / "events.parquet")
    reports = pandas.read_parquet(tmp_path / "reports.parquet")

    assert events["lon"].tolist()[0] == -15.31
    assert events["killed_low"].isna().tolist() == [False, True]
    assert events["status"].tolist() == ["asserted", "planned"]
    assert reports["text"].tolist() == [record().report.text]


def test_csv_opens_in_pandas(tmp_path: Path) -> None:
    """Line ends, quotation marks and commas in texts do not break rows; coordinates stay numbers."""
    write_tables([record()], tmp_path, form="csv", text=True)

    events = pandas.read_csv(tmp_path / "events.csv")

    assert events["event_id"].tolist() == ["r1:v1:e0", "r1:v1:e1"]
    assert events["lon"].tolist()[0] == -15.31
    assert len(pandas.read_csv(tmp_path / "reports.csv")) == 1


def test_csv_is_safe_in_a_spreadsheet(tmp_path: Path) -> None:
    """A text that a spreadsheet would run as a formula begins with an apostrophe; Parquet has it as it is."""
    for form in FORMS:
        write_tables([record()], tmp_path, form=form, text=True)

    from_csv = pandas.read_csv(tmp_path / "reports.csv")["title"][0]
    from_parquet = pandas.read_parquet(tmp_path / "reports.parquet")["title"][0]

    assert (from_csv, from_parquet) == ('\'=Raid; "many" dead', '=Raid; "many" dead')


def test_no_word_of_the_report_is_written_without_text(tmp_path: Path) -> None:
    """With text left out, no cell holds the report's sentences, quotations or triggers; codes and spans stay."""
    write_tables([record()], tmp_path, form="csv", text=False)

    written = "".join(file.read_text("utf-8") for file in tmp_path.iterdir())
    events = pandas.read_csv(tmp_path / "events.csv")

    assert not any(word in written for word in ("killed at least", "Raid", "We met", "Monday", "at least 5"))
    assert events["trigger_spans"].tolist()[0] == "47-53"
    assert events["killed_low"].tolist()[0] == 5


def test_joined_shards_keep_their_order(tmp_path: Path) -> None:
    """Shards join into one file a table, rows in the order of the shards."""
    folders = [tmp_path / "one", tmp_path / "two"]
    given = [[record()], [Refusal(stage="read", what="x.pdf", why="a PDF")]]
    for folder, outcomes in zip(folders, given, strict=True):
        folder.mkdir()
        write_tables(outcomes, folder, form="parquet", text=True)

    join_tables(folders, tmp_path, form="csv")

    assert pandas.read_csv(tmp_path / "refusals.csv")["what"].tolist() == ["no type", "x.pdf"]
    assert len(pandas.read_csv(tmp_path / "events.csv")) == 2


def test_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    """Two runs write the same files, byte for byte."""
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
        for form in FORMS:
            write_tables([record()], folder, form=form, text=True)

    first, second = ({file.name: file.read_bytes() for file in folder.iterdir()} for folder in folders)
    assert first == second


def test_an_unknown_form_is_an_error(tmp_path: Path) -> None:
    """The error names the forms there are, and nothing is written."""
    with pytest.raises(UsageError, match="parquet, csv"):
        write_tables([record()], tmp_path, form="xlsx", text=True)
    assert list(tmp_path.iterdir()) == []
