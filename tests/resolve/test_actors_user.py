"""The user's own table of actors: it adds, overrides, and is refused with file and line where it is wrong."""

from pathlib import Path

import pytest

from sayso.errors import BadTable
from sayso.records.actor import Actor
from sayso.resolve.actors.find import find_actors
from sayso.resolve.actors.user import user_index
from tests.conftest import parsed

EXAMPLE = Path(__file__).parents[2] / "examples" / "actors.tsv"
HEAD = "name\tcountry\tcode\tfrom\tto\n"


def coded(text: str, table: Path, published: str = "2024-11-30") -> dict[str, Actor]:
    """The actors of a text, by name, with the user's table."""
    given = parsed(text, published=published)
    actors, _, _ = find_actors(given, user=user_index(str(table), str(table.stat().st_mtime_ns))).records()
    return {actor.name: actor for actor in actors}


@pytest.mark.parametrize(("published", "code"), [("2015-01-01", "MLIREB"), ("2020-01-01", "MLIPTY")])
def test_the_example_table_codes_by_date(published: str, code: str) -> None:
    """A row holds from its first to its last day; every spelling of a name is known."""
    actors = coded(
        "The NVF seized a bridge. The Northern Valley Front thanked its members.", EXAMPLE, published
    )

    front = actors["Northern Valley Front"]

    assert (front.code, front.country, len(front.mentions)) == (code, "MLI", 3)
    assert front.why.detail == "user"


def test_a_row_outranks_the_shipped_tables(tmp_path: Path) -> None:
    """The user's Hamas is the user's."""
    table = tmp_path / "mine.tsv"
    table.write_text(HEAD + "Hamas\tPSE\tPSEGOV\n", "utf-8")

    actors = coded("Hamas freed two men on Monday.", table)

    assert actors["Hamas"].code == "PSEGOV"


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("Front\tMali\tMLIREB\n", "no ISO 3166-1 alpha-3 code"),
        ("Front\tMLI\trebels\n", "no PLOVER code"),
        ("Front\tMLI\tMLIREB\tsoon\n", "no date"),
        ("", "holds no actors"),
        ("Front\tMLI\tREB\t\t\tmore\n", "6 cells for 5 columns"),
    ],
)
def test_a_bad_table_is_refused_with_the_reason(tmp_path: Path, rows: str, message: str) -> None:
    """The error names the file and says what is wrong."""
    table = tmp_path / "mine.tsv"
    table.write_text(HEAD + rows, "utf-8")

    with pytest.raises(BadTable, match=message) as raised:
        user_index(str(table))

    assert str(table) in str(raised.value)


def test_a_missing_or_binary_table_is_refused(tmp_path: Path) -> None:
    """No file, or no text, is a clear error, not a traceback."""
    binary = tmp_path / "mine.tsv"
    binary.write_bytes(b"\xff\xfe\x00\x01")

    for path, message in ((tmp_path / "none.tsv", "cannot be read"), (binary, "not UTF-8")):
        with pytest.raises(BadTable, match=message):
            user_index(str(path))
