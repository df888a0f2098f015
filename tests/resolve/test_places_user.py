"""The user's own table of places: it adds, outranks, and is refused with file and line where it is wrong."""

from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner

from sayso.cli.main import app
from sayso.errors import BadTable, UsageError
from sayso.records.actor import Place
from sayso.records.coded import CodedReport
from sayso.resolve.places.candidates import candidates
from sayso.resolve.places.find import find_places
from sayso.resolve.places.gazetteer import by_key
from sayso.resolve.places.user import user_places
from tests.conftest import parsed

EXAMPLE = Path(__file__).parents[2] / "examples" / "places.tsv"
HEAD = "name\tlat\tlon\tcountry\n"


def found(text: str, table: Path) -> dict[str, Place]:
    """The places of a text, by name, with the user's table."""
    return {place.name: place for place in find_places(parsed(text), user_places(str(table))).places}


@pytest.mark.parametrize("name", ["Tin Zarouel", "Tinzarwel"])
def test_a_row_adds_a_place_by_all_its_names(name: str) -> None:
    """A hamlet that the gazetteer lacks gets the row's coordinates, unit and country."""
    place = found(f"Gunmen attacked the village of {name} on Sunday, the police said.", EXAMPLE)[
        "Tin Zarouel"
    ]

    assert (place.lat, place.lon, place.country, place.admin1) == (17.4125, -0.931, "MLI", "Gao")
    assert (place.precision, place.geonames) == (1, None)
    assert place.blanks["geonames"] == "the table has no GeoNames id for this place"
    assert place.why.detail.startswith("your table")


def test_a_row_outranks_the_gazetteer() -> None:
    """The user's hamlet goes before the city of the same name, which the reason names as runner-up."""
    text = "The fire in Odessa was put out by noon, officials said. Trains from Kyiv to Lviv were late."

    place = found(text, EXAMPLE)["Odessa"]

    assert (place.lat, place.lon) == (47.902, 36.1145)
    assert place.why.detail.startswith("before Odesa (")
    assert place.why.detail.endswith("of this name: your table")


def test_without_the_table_nothing_changes() -> None:
    """The same name is the city's where no table is given, after a run that had one."""
    text = "The fire in Odessa was put out by noon, officials said. Trains from Kyiv to Lviv were late."
    found(text, EXAMPLE)

    (city,) = [place for place in find_places(parsed(text)).places if place.mentions[0].cut(text) == "Odessa"]

    assert city.geonames == 698740


def test_two_rows_of_one_name_are_ranked_by_the_report(tmp_path: Path) -> None:
    """Among the user's own places of a name, the one nearer to the report's other places wins."""
    table = tmp_path / "mine.tsv"
    table.write_text(HEAD + "Qorvantou\t16.3\t0.1\tMLI\nQorvantou\t49.9\t36.2\tUKR\n", "utf-8")

    place = found("Shells fell on Kharkiv and in the village of Qorvantou, Ukraine.", table)["Qorvantou"]

    assert place.country == "UKR"
    assert "your table" in place.why.detail


def test_a_row_with_a_known_id_replaces_the_gazetteer_s(tmp_path: Path) -> None:
    """The same GeoNames id is one candidate: the user's, with the user's coordinates."""
    table = tmp_path / "mine.tsv"
    table.write_text("name\tlat\tlon\tcountry\tgeonames\nKyiv\t50.4\t30.5\tUKR\t703448\n", "utf-8")

    with_mine = candidates("Kyiv", user_places(str(table)))

    assert [e.lat for e in with_mine if e.id == 703448] == [50.4]
    assert sorted(e.id for e in with_mine) == sorted(e.id for e in by_key("kyiv"))


@pytest.mark.parametrize(
    ("rows", "line", "message"),
    [
        ("Selda\t1\t2\tKEN\nSelda\t91\t2\tKEN\n", 3, "lat is 91"),
        ("Selda\tnan\t2\tKEN\n", 2, "lat is nan"),
        ("Selda\t1\t181\tKEN\n", 2, "lon is 181"),
        ("Selda\tnorth\t2\tKEN\n", 2, "lat"),
        ("Selda\t1\t2\tKenya\n", 2, "no ISO 3166-1 alpha-3 code"),
        ("Selda\t1\t2\n", 2, "country"),
        ("\t1\t2\tKEN\n", 2, "name"),
        ("Selda\t1\t2\tKEN\tmore\n", 2, "5 cells for 4 columns"),
        ("", 1, "holds no places"),
    ],
)
def test_a_bad_row_is_refused_with_file_and_line(tmp_path: Path, rows: str, line: int, message: str) -> None:
    """The error names the file, the line and what is wrong."""
    table = tmp_path / "mine.tsv"
    table.write_text(HEAD + rows, "utf-8")

    with pytest.raises(BadTable, match=message) as raised:
        user_places(str(table))

    assert (raised.value.file, raised.value.line) == (str(table), line)


@pytest.mark.parametrize(
    ("column", "cell", "message"),
    [
        ("feature", "town", "feature code"),
        ("population", "-4", "population"),
        ("geonames", "0", "GeoNames id"),
    ],
)
def test_a_bad_optional_cell_is_refused(tmp_path: Path, column: str, cell: str, message: str) -> None:
    """What may be left out must still be right where it is given."""
    table = tmp_path / "mine.tsv"
    table.write_text(f"name\tlat\tlon\tcountry\t{column}\nSelda\t1\t2\tKEN\t{cell}\n", "utf-8")

    with pytest.raises(BadTable, match=message):
        user_places(str(table))


def test_a_missing_or_binary_table_is_refused(tmp_path: Path) -> None:
    """No file, or no text, is a clear error, not a traceback."""
    binary = tmp_path / "mine.tsv"
    binary.write_bytes(b"\xff\xfe\x00\x01")

    for path, message in ((tmp_path / "none.tsv", "cannot be read"), (binary, "not UTF-8")):
        with pytest.raises(BadTable, match=message):
            user_places(str(path))


def test_the_command_line_takes_the_table(tmp_path: Path) -> None:
    """`sayso code --places` uses the table, and the record shows its digest and not its path."""
    report = tmp_path / "report.txt"
    report.write_text(
        "Raid\n\nGunmen attacked the village of Tin Zarouel on Sunday, the police said.\n", "utf-8"
    )

    done = CliRunner().invoke(app, ["code", str(report), "--json", "-j", "1", "--places", str(EXAMPLE)])
    record = msgspec.json.decode(done.stdout.splitlines()[0], type=CodedReport)

    assert (done.exit_code, [place.country for place in record.places]) == (0, ["MLI"])
    assert len(str(record.made_by.settings["places_digest"])) == 64
    assert "places.tsv" not in done.stdout


def test_the_command_line_refuses_a_table_that_is_not_there(tmp_path: Path) -> None:
    """The error names the option and the file; the exit code is that of wrong use."""
    done = CliRunner().invoke(app, ["code", "-", "--places", str(tmp_path / "none.tsv")], input="Words.")

    assert isinstance(done.exception, UsageError)
    assert str(done.exception) == f"--places {tmp_path / 'none.tsv'}: no such file"
