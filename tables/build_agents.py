"""Build src/sayso/lexicons/data/agents.tsv: nouns that act in news, from own rows and the Phoenix agents file (MIT).

Run with SAYSO_DATA naming the folder that holds `facts/`:  python tables/build_agents.py
Own rows come first; Phoenix adds the phrases of up to three words that they lack.
"""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from sources import data, head, own, split, write

COLUMNS = ["word", "sectors", "kind", "source"]
PLOVER = {
    "MED": "JRN",
    "HLH": "MED",
    "ENV": "SOC",
    "DEV": "SOC",
    "HRI": "SOC",
    "NGO": "SOC",
    "INS": "REB",
    "SEP": "REB",
    "MUS": "REL",
    "CHR": "REL",
    "JEW": "REL",
    "HIN": "REL",
    "BUD": "REL",
    "CTH": "",
    "MAR": "",
    "PRO": "",
    "RAD": "",
    "IMG": "UAF",
    "SHI": "",
    "SUN": "",
}
ORGANISATION = re.compile(
    r"(ministry|department|agency|bureau|council|committee|commission|association|union|party|parliament|assembly|court|office|"
    r"company|companies|corporation|firm|university|school|college|hospital|bank|army|navy|force|forces|police|group|organi[sz]ation|"
    r"federation|institute|service|services|board|authority|secretariat|government|industry|media|television|radio|newspaper)$"
)
THING = re.compile(
    r"(missile|gun|system|building|position|falcon|typhoon|meeting|charge|equipment|weapon|facilitiy|facility|minist|races|trainer|alleged militants)s?$"
)
SKIP = {
    "actor",
    "retired",
    "vip",
    "chief",
    "church",
    "revolt",
    "uprising",
    "settlement",
    "neighborhood",
    "neighbourhood",
    "native",
    "tanker",
    "supertanker",
    "airliner",
    "jetliner",
    "jumbojet",
    "community",
    "chamber",
    "prison",
    "carrier",
    "polity",
    "religion",
    "governance",
    "believer",
    "doc",
    "kingdom",
    "website",
    "tv",
    "mission",
    "assemblage",
    "sovereign",
    "industry",
    "telecom",
    "aerospace",
    "advocate",
    "moderate",
    "radical",
    "tenant",
    "echelon",
    "phalanx",
    "barracks",
    "exporter",
    "medic",
    "victims",
    "generals",
    "women",
    "children",
    "marines",
    "representatives",
    "intellectual",
    "jewish",
    "islamic",
    "christian",
    "hebrew",
    "buddhist",
    "hindu",
    "muslim",
    "moslem",
    "anglican",
    "maronite",
    "unitarian",
    "kanidurgu",
    "naturalized",
    "population",
    "blog",
    "bargainer",
    "promulgator",
    "waiter",
    "waitress",
    "ruler",
    "service",
    "state-owned",
    "military",
    "naval",
    "official",
    "parties",
    "assemblies",
    "airline",
    "boss",
    "delegate",
    "killer",
    "child",
    "girl",
    "social media",
    "infant",
    "mother",
}


def main() -> None:
    """Write the table."""
    rows: dict[str, dict[str, str]] = {}
    for line in own("agents.tsv"):
        for word in split(line["words"]):
            rows.setdefault(
                word.strip(),
                {"word": word, "sectors": line["sectors"], "kind": line["kind"], "source": "own"},
            )
    for word, sectors in phoenix():
        if word not in rows and word not in SKIP and not THING.search(word):
            kind = "organisation" if ORGANISATION.search(word) else "group"
            rows[word] = {"word": word, "sectors": sectors, "kind": kind, "source": "phoenix"}
    write(
        "agents.tsv",
        COLUMNS,
        sorted(rows.values(), key=lambda r: r["word"]),
        head(
            "own rows (tables/own/agents.tsv); Phoenix.agents (github.com/openeventdata/Dictionaries, aa75b79b, 2018-08-03)",
            "own rows Apache-2.0; Phoenix rows MIT, Copyright (c) 2014 Open Event Data Alliance, whose notice follows",
            "Nouns that act in news: singular and lower case, PLOVER sectors (the first is the main one), kind (office, person, group, "
            "organisation, state, media, collective, anonymous, document). CAMEO's MED and HLH are PLOVER's JRN and MED",
        )
        + [f"# {line}" for line in MIT.strip().splitlines()],
    )


MIT = """
Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions: The above copyright notice and
this permission notice shall be included in all copies or substantial portions of the Software. THE SOFTWARE IS PROVIDED
"AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT
HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def phoenix() -> "list[tuple[str, str]]":
    """Phrases and PLOVER sectors of the Phoenix agents file."""
    found = []
    for line in (data() / "phoenix/Phoenix.agents.txt").read_text("utf-8", "replace").splitlines():
        match = re.match(r"([A-Z][A-Z_' -]+?)_? *\[~([A-Z]+)\]", line)
        if not match or match[2].startswith("ELI"):
            continue
        word = match[1].replace("_", " ").strip().lower()
        sectors = [PLOVER.get(code, code) for code in re.findall("...", match[2])]
        sectors = list(dict.fromkeys(s for s in sectors if s))
        if (
            len(word) > 2
            and len(word.split()) <= 3
            and sectors
            and not word.startswith(("minister", "ministr"))
        ):
            found.append((word, "|".join(sectors)))
    return found


if __name__ == "__main__":
    main()
