"""Write world_names.tsv: given names of some seventy languages and countries, as the package Faker has them (MIT).

    python tables/build_world_names.py FOLDER > src/sayso/lexicons/data/world_names.tsv

FOLDER is that of the package (`faker`), 40.63.0 on PyPI. Left out: its lists for the United States (the census has
those names), what is not in Latin letters, names of one or two letters, and those that are rather a word (`_LEFT_OUT`
and the nouns of source_nouns.tsv), a country or its adjective, a city, or the first word of a body that the tables name.
"""

import ast
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

from sayso.resolve.actors.tables import adjectives, state_names
from sayso.resolve.actors.words import listed_names
from sayso.resolve.source.nouns import noun_at

_DATA = Path(__file__).parents[1] / "src" / "sayso" / "lexicons" / "data"
_ROW = 1_000
_LATIN = (range(0x250), range(0x1E00, 0x1F00))
_CITY = 150_000
"""The least number of people of a city whose name is left out."""
_AMERICAN = frozenset({"en", "en_US"})
_TABLES = ("organisations.tsv", "media.tsv", "armed_groups.tsv", "igos.tsv")
_LEFT_OUT = """
among aston atlas baptist beat bent blessing boe brit can canal charity chase comfort constant cord
crystal darling destiny duma edit else ever faith fancy fares fella finn floor forum franca france
garda greet grit gun hafiz harm harsh hope ica innocent jail jet job joke joy kick lies line loan
lone lot love lucky mad made manila martial mate maxim may mentor mercy mile muslim nail nazi oba
odd ole olive owe pastor patience peace pearl peer per pierce pol prudence purity rada raid rein
roar rok sad saga said sami server sine sole summer tan tea ties till tone toon toy urban valid
valves van veer villa wage wilder wolf yoga
"""


def main(folder: Path) -> None:
    """Print the table."""
    files = sorted((folder / "providers" / "person").glob("*/__init__.py"))
    given = {name for file in files if file.parent.name not in _AMERICAN for name in _given(file)}
    kept = sorted(given - listed_names("given") - _others())
    kept = [name for name in kept if noun_at([name], guess=False) is None]
    print("# source: Faker 40.63.0 on PyPI, the given names of its lists of names")
    print("# licence: MIT (Copyright (c) 2012 Daniele Faraglia and contributors)")
    print("# made by: tables/build_world_names.py")
    print("# kind: given; names in small letters")
    print("kind\tnames")
    for first in range(0, len(kept), _ROW):
        print(f"given\t{'|'.join(kept[first : first + _ROW])}")


def _given(file: Path) -> Iterator[str]:
    """The strings of all lists and mappings of given names in a provider's source."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        named = isinstance(node, ast.Assign) and any("first_name" in ast.unparse(t) for t in node.targets)
        for text in ast.walk(node.value) if named else ():
            if isinstance(text, ast.Constant) and isinstance(text.value, str) and _is_name(text.value):
                yield text.value.lower()


def _is_name(word: str) -> bool:
    latin = all(any(ord(character) in part for part in _LATIN) for character in word)
    letters = word.replace("-", "").replace("'", "").replace("’", "")
    return len(word) > 2 and latin and letters.isalpha() and word[0].isupper()


def _others() -> set[str]:
    """Words, countries, cities and the first words of bodies."""
    found = set(_LEFT_OUT.split()) | set(adjectives()) | {name.lower() for name, _ in state_names()}
    cities = sqlite3.connect(_DATA / "places" / "gazetteer.sqlite")
    found |= {
        name.lower() for (name,) in cities.execute("SELECT name FROM place WHERE population > ?", (_CITY,))
    }
    for file in _TABLES:
        rows = (line for line in (_DATA / file).read_text("utf-8").splitlines() if not line.startswith("#"))
        names = (name.split() for row in rows for name in row.replace("\t", "|").split("|"))
        found |= {name[0].lower() for name in names if len(name) > 1}
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
