"""Write census_names.tsv: given names and surnames of the 1990 census of the United States (public domain).

    python tables/build_census_names.py FOLDER

FOLDER holds the Census Bureau's files dist.male.first, dist.female.first and dist.all.last ("Frequently Occurring
Names", 1990), as the package names 0.3.0 on PyPI has them. Left out: given names of one or two letters, those that
are rather a word, a title or a place (`_WORDS`), and surnames beyond the first 30,000.
"""

import sys
from pathlib import Path

_SURNAMES = 30_000
_ROW = 1_000
_LEFT_OUT = """
africa alabama alaska arizona carolina dakota florida georgia indiana kansas kent montana nevada tennessee
texas utah america amber angel april arctic asia august autumn baron bishop blossom britain buck candy cash
century chance charity chase cherry china christian christmas cinderella coral crystal daisy dame deputy
destiny dung duke earl echo eden else era ester evening faith fern fortune france general genesis germany
ginger golden harbour harmony heath honey hope hung india ireland island ivory jade japan jewel jordan joy
judge july june justice king lady lake liberty loan london love lucky luna major man many margarita marine
mayor may melody mercedes mercy mexico milan minister miss misty money moon mountain nova ocean odessa olive
olympia pacific palm paris patience pearl penny phoenix pope precious prince princess prudence queen rich
robin rocky royal ruby sage saint sandy season sergeant shell silver sir sky son spring star sterling storm
sugar summer sunday sunny the tiny trinity union unity van victory violet virgin war winter young
"""
_WORDS = frozenset(_LEFT_OUT.split())


def main(folder: Path) -> None:
    """Print the table."""
    given = {name for file in ("dist.male.first", "dist.female.first") for name in _names(folder / file)}
    surnames = _names(folder / "dist.all.last")[:_SURNAMES]
    print(
        "# source: U.S. Census Bureau, Frequently Occurring Names from Census 1990, through names 0.3.0 on PyPI"
    )
    print("# licence: public domain (work of the United States government)")
    print("# made by: tables/build_census_names.py")
    print("# kind: given or surname; names in small letters")
    print("kind\tnames")
    for kind, names in (("given", given), ("surname", surnames)):
        kept = sorted(name for name in names if kind == "surname" or (len(name) > 2 and name not in _WORDS))
        for first in range(0, len(kept), _ROW):
            print(f"{kind}\t{'|'.join(kept[first : first + _ROW])}")


def _names(file: Path) -> list[str]:
    return [line.split()[0].lower() for line in file.read_text("ascii").splitlines()]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
