"""Build src/sayso/lexicons/data/leaders.tsv: holders of high office with their dates, from several open sources.

Run with SAYSO_DATA naming the folder that holds `facts/`:  python tables/build_leaders.py
One row is one spell in office. `seen` is the year in which a source without dates shows the holder in office.

It is over 400 lines long because each source has its own form and reader, and they belong together.
"""

import html
import json
import re
import sys
import unicodedata
import zipfile
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from sources import data, factbook, facts, head, own, split, text_of, write

COLUMNS = ["name", "names", "family", "country", "role", "start", "end", "seen", "wikidata", "source"]
RANK = {"own": 1, "us-congress": 0, "wikidata": 0, "factbook": 0, "cia-2019": 2}
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
SINCE = re.compile(r"\(since (?:(\d{1,2}) )?(?:([A-Z][a-z]+) )?(\d{4})[^)]*\)")
RANKS = re.compile(
    r"^(?:(?:Dr|Gen|Col|Capt|Lt|Adm|Maj|Brig|Sir|Dame|Ratu|Sheikh|Eng|General|Shaykh|Hon)\.? )+|,? (?:Dr|Gen|Col|Capt|Adm|Lt|Brig|Maj)\.$|\((?:Ret|Col|Gen)\.?\)|(?<=Homeland) General$"
)

Spell = dict[str, str]


def main() -> None:
    """Write the table."""
    spells = [*from_own(), *from_us(), *from_wikidata(), *from_factbook(), *from_cia()]
    spells = [
        one
        for one in spells
        if not (one["country"] == "AND" and re.search("co-prince|head of state", one["role"], re.I))
    ]
    rows: list[Spell] = []
    for country in sorted({spell["country"] for spell in spells}):
        for person in people([spell for spell in spells if spell["country"] == country]):
            rows += merged(person)
    rows.sort(key=lambda r: (r["country"], r["family"], r["name"], r["start"], r["seen"], r["role"]))
    write(
        "leaders.tsv",
        COLUMNS,
        rows,
        head(
            "own rows (tables/own/leaders.tsv); congress-legislators executive.yaml (github.com/unitedstates/congress-legislators, "
            "dfa96222, 2026-06-15); Wikidata through every-politician-scrapers/world-leaders-2021 (be7039cf, 2022-10-10); World Factbook "
            "(factbook.json 8662a8b1, 2026-05-17); CIA World Leaders (cia-world-leaders d52b3b8f, 2019-10-06)",
            "own rows Apache-2.0; the others CC0 1.0 or public domain",
            "Spells in high office: name, other spellings, the name used alone, country (ISO 3166-1, or UNO, EUR, IGO), role, start and "
            "end (YYYY[-MM[-DD]], empty end: still in office at the source's date), seen: the year of a source without dates",
        ),
    )


def spell(name: str, country: str, role: str, source: str, **more: str) -> Spell:
    """One spell in office."""
    base = dict.fromkeys(COLUMNS, "")
    name = re.sub(r'"[^"]*" ', "", name)
    return base | {"name": name, "country": country, "role": role, "source": source} | more


def from_own() -> list[Spell]:
    """The project's own rows."""
    return [
        spell(
            r["name"],
            r["country"],
            r["role"],
            "own",
            names=r["names"],
            family=r["family"],
            start=r["from"],
            end=r["to"],
            wikidata=r["wikidata"],
        )
        for r in own("leaders.tsv")
    ]


def from_us() -> list[Spell]:
    """Presidents and vice presidents of the United States since 1989."""
    import yaml

    found = []
    for person in yaml.safe_load((data() / "us-congress/executive.yaml").read_text("utf-8")):
        first, last = person["name"].get("nickname") or person["name"]["first"], person["name"]["last"]
        full = person["name"]["first"] + " " + last
        short = {"Joseph": "Joe", "William": "Bill"}.get(person["name"]["first"], first)
        for term in person["terms"]:
            if term["start"] >= "1989":
                role = "President" if term["type"] == "prez" else "Vice President"
                middle = person["name"].get("middle", "")
                names = [full, person["name"].get("official_full", "")]
                names += [f"{first} {middle[:1]}. {last}"] if middle else []
                if last == "Bush":
                    short = "George H. W." if term["start"] < "1995" else "George W."
                    names = (
                        ["George H.W. Bush", "George Bush Sr."]
                        if term["start"] < "1995"
                        else ["George W Bush", "George Walker Bush"]
                    )
                end = "" if term["end"] > "2026-05-17" else term["end"]
                found.append(
                    spell(
                        f"{short} {last}",
                        "USA",
                        role,
                        "us-congress",
                        names="|".join(n for n in names if n),
                        family=last,
                        start=term["start"],
                        end=end,
                        wikidata=person["id"].get("wikidata", ""),
                    )
                )
    return found


def from_wikidata() -> list[Spell]:
    """Heads of state and government in Wikidata, 2022."""
    names = {
        row["official_name_en"]: row["ISO3166-1-Alpha-3"]
        for row in facts("country-codes/data/country-codes.csv")
    }
    by_id = {
        row["wikidata_id"].rsplit("/", 1)[-1]: row["ISO3166-1-Alpha-3"]
        for row in facts("country-codes/data/country-codes.csv")
    }
    found = []
    for row in facts("world-leaders-2021/data/wikidata.csv"):
        country = by_id.get(row["countryid"]) or names.get(row["country"])
        if country and (not row["end_year"] or row["end_year"] >= "1999"):
            role = re.sub(
                r"^(.*?),? of (?:the )?(?:Republic of |State of )?[A-Z].*", r"\1", row["positionLabel"]
            )
            end = row["end_year"]
            found.append(
                spell(
                    re.sub(r" \(.*", "", row["officeholderLabel"]),
                    country,
                    role,
                    "wikidata",
                    start=row["start_year"],
                    end=end,
                    wikidata=row["officeholder"],
                    seen="" if end else "2022",
                )
            )
    return found


def from_factbook() -> list[Spell]:
    """Chiefs of state and heads of government with "since" dates, 2026."""
    found = []
    for country, page in factbook():
        branch = page["Government"].get("Executive branch", {})
        for key in ("chief of state", "head of government"):
            text = re.split(r";|, represented|represented by", text_of(branch, key))[0]
            if match := SINCE.search(text):
                day, month, year = match.groups()
                start = (
                    year
                    + (f"-{MONTHS.index(month) + 1:02}" if month in MONTHS else "")
                    + (f"-{int(day):02}" if day and month in MONTHS else "")
                )
                if made := role_and_name(text[: match.start()].strip(" ,")):
                    role, name, family = made
                    found.append(
                        spell(name, country, role, "factbook", family=family, start=start, seen="2026")
                    )
    return [
        s
        for s in found
        if not (s["role"].startswith("King") and s["country"] in COMMONWEALTH)
        and not (s["role"] == "President" and s["country"] in US_AND_FRENCH)
    ]


COMMONWEALTH = {
    "AUS",
    "NZL",
    "CAN",
    "SLB",
    "PNG",
    "JAM",
    "BHS",
    "BLZ",
    "GRD",
    "KNA",
    "LCA",
    "VCT",
    "ATG",
    "TUV",
    "COK",
    "NIU",
    "BMU",
    "GIB",
    "FLK",
    "SHN",
    "CYM",
    "VGB",
    "TCA",
    "MSR",
    "AIA",
    "GGY",
    "JEY",
    "IMN",
    "NFK",
    "CCK",
    "CXR",
    "IOT",
    "PCN",
    "SGS",
    "GRL",
    "FRO",
    "SJM",
    "ABW",
    "CUW",
    "SXM",
}
US_AND_FRENCH = {"ASM", "MNP", "GUM", "PRI", "VIR", "PYF", "NCL", "WLF", "SPM", "MAF", "BLM", "ATF", "UMI"}


def role_and_name(text: str) -> tuple[str, str, str] | None:
    """Role, name and family name of "President Abdelmadjid TEBBOUNE": the family name is in capitals."""
    text = re.sub(r"\s*\((?!prime )[^)]*\)", "", re.sub(r"\s+", " ", html.unescape(text)))
    words = text.split()
    caps = [
        i
        for i, w in enumerate(words)
        if len(w.strip("-'")) > 1
        and sum(c.isupper() for c in w) > 1
        and w.upper() == w
        and w not in ("II", "III", "IV", "VI", "V", "XVI", "XIV", "XVIII", "CNSP", "GNU")
    ]
    if not caps:
        return None
    start = caps[0]
    while (
        start > 0
        and words[start - 1].strip("()") not in TITLES
        and (NAME_PART.match(words[start - 1]) or words[start - 1] in PARTICLES)
        and (not words[start - 1].endswith((".", ",")) or len(words[start - 1]) == 2)
    ):
        start -= 1
    role = " ".join(words[:start]).strip(" ,")
    name = " ".join(nice(w) for w in words[start:])
    family = " ".join(nice(words[i]) for i in caps)
    role = RANKS.sub("", role).strip().removesuffix("Sr.").strip()
    return (role or "Leader", name.strip(" ,"), family) if start else None


NAME_PART = re.compile(r'"?[^\W\d_a-z]|a[a-z]{1,2}-[A-Z]')
PARTICLES = {"de", "del", "el", "al", "ould", "bin", "van", "von", "da", "dos"}


TITLES = {
    "President",
    "Minister",
    "Premier",
    "King",
    "Queen",
    "Emir",
    "Amir",
    "Sultan",
    "Chancellor",
    "Chairman",
    "Chair",
    "Chairperson",
    "Prince",
    "Duke",
    "Governor",
    "General",
    "Leader",
    "Council",
    "Commission",
    "Affairs",
    "Ministers",
    "Taoiseach",
    "Administrator",
    "Confederation",
    "Spain",
    "Executive",
    "Assembly",
    "Officer",
    "State",
    "Kingdom",
    "Norway",
    "Denmark",
    "(prime",
    "Presidency",
    "Emperor",
    "Pope",
    "Spokesman",
    "minister-equivalent)",
    "Representative",
    "Party",
    "City",
    "Polynesia",
    "Government",
    "Commissioner",
    "Prefect",
    "Transition",
    "Interim",
    "Acting",
    "Regent",
    "CNSP",
    "Forces",
}


def nice(word: str) -> str:
    """A word in capitals with only its first letters large: "KHAN-MIR" -> "Khan-Mir"."""
    return (
        re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), word)
        if word.isupper() and word not in ("II", "III", "IV", "VI", "V", "XVI", "XIV", "X")
        else word
    )


def from_cia() -> list[Spell]:
    """Cabinet members in October 2019."""
    with zipfile.ZipFile(data() / "cia-world-leaders-2019/dist/json/json.zip") as archive:
        persons = json.loads(archive.read("dist/json/persons.json"))
        offices = json.loads(archive.read("dist/json/government-offices.json"))
        countries = json.loads(archive.read("dist/json/countries.json"))
    iso2 = {
        r["ISO3166-1-Alpha-2"].lower(): r["ISO3166-1-Alpha-3"]
        for r in facts("country-codes/data/country-codes.csv")
    }
    code = {
        key: iso2.get(
            c["datatypeProperties"].get("http://williamrobertfunk.com/ontologies/country#countryCodeISO", "")
        )
        for key, c in countries.items()
    }
    title = {
        key: o["datatypeProperties"]["http://williamrobertfunk.com/ontologies/world-leaders#title"]
        for key, o in offices.items()
    }
    found = []
    for key, office in offices.items():
        linked: dict[str, list[str]] = defaultdict(list)
        for link in office["objectProperties"]:
            for kind, target in link.items():
                linked[kind.rsplit("#", 1)[-1]].append(target["@id"])
        country = next((code.get(c) for c in linked["hasCountry"]), None)
        for person in linked["hasGovernmentOfficial"]:
            name = re.sub(r"\s+", " ", persons[person]["http://www.w3.org/2000/01/rdf-schema#label"])
            if (
                country
                and "Governor General" not in title[key]
                and not (title[key].startswith(("Queen", "King")) and country != "GBR")
            ):
                made = role_and_name("President " + RANKS.sub("", name).replace("(Acting)", ""))
                role = full_role(title[key])
                if made and made[1] and " " in made[1]:
                    found.append(
                        spell(
                            re.sub(r",.*|\(.*", "", made[1]).strip(),
                            country,
                            role,
                            "cia-2019",
                            family=made[2],
                            seen="2019",
                        )
                    )
    return found


def full_role(title: str) -> str:
    """The role with the source's abbreviations written out."""
    for short, full in (
        ("Min.", "Minister"),
        ("Dep.", "Deputy"),
        ("Pres.", "President"),
        ("Prime Min.", "Prime Minister"),
        ("Sec.", "Secretary"),
        ("Dir.", "Director"),
        ("Gen.", "General"),
        ("Chmn.", "Chairman"),
        ("Intl.", "International"),
        ("Govt.", "Government"),
    ):
        title = title.replace(short, full)
    return re.sub(r"\s+", " ", re.sub(r"\(.*?\)", "", title)).strip(" ,")


def plain(name: str) -> frozenset[str]:
    """The words of a name without accents, case, hyphens and initials."""
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return frozenset(w for w in re.split(r"[^a-z']+", re.sub(r"\b(al|el|as)-", "", text)) if len(w) > 1)


NAMESAKES = {"Bush", "Mangue"}


def people(spells: list[Spell]) -> list[list[Spell]]:
    """Group the spells of one country by person: all words of the shorter name stand in the longer one."""
    groups: list[tuple[list[frozenset[str]], list[Spell]]] = []
    for one in sorted(spells, key=lambda s: RANK[s["source"]] if s["source"] != "own" else -1):
        keys = [plain(n) for n in (one["name"], *split(one["names"])) if len(plain(n)) > 1] or [
            plain(one["name"])
        ]
        for known, members in groups:
            if any(
                k <= a or a <= k for k in keys for a in known if min(len(k), len(a)) > 1 or k == a
            ) and not NAMESAKES & set(one["name"].split()):
                known.extend(keys)
                members.append(one)
                break
        else:
            groups.append((keys, [one]))
    return [members for _, members in groups]


def merged(person: list[Spell]) -> list[Spell]:
    """One person's spells under one name; an own row gives way to a sourced one of the same office and start."""
    name = person[0]["name"]
    family = next((s["family"] for s in person if s["family"]), name.split()[-1])
    names = dict.fromkeys(n for s in person for n in (s["name"], *split(s["names"])) if n != name)
    wikidata = next((s["wikidata"] for s in person if s["wikidata"]), "")
    kept: list[Spell] = []
    for one in sorted(person, key=lambda s: (RANK[s["source"]], -len(s["start"]))):
        twin = next((k for k in kept if same_spell(k, one)), None)
        if twin is None:
            kept.append(dict(one))
            continue
        if len(one["start"]) > len(twin["start"]):
            twin["start"] = one["start"]
        if (one["end"] and not twin["end"]) or len(one["end"]) > len(twin["end"]):
            twin["end"] = one["end"]
        twin["seen"] = max(twin["seen"], one["seen"])
        twin["source"] = "+".join(dict.fromkeys([*twin["source"].split("+"), *one["source"].split("+")]))
    return [
        k | {"name": name, "names": "|".join(names), "family": family, "wikidata": wikidata} for k in kept
    ]


def same_spell(a: Spell, b: Spell) -> bool:
    """Whether two rows tell of one stay in one office: like roles, and starts in neighbouring years."""
    if office(a["role"]) != office(b["role"]):
        return False
    if a["start"] and b["start"]:
        return abs(int(a["start"][:4]) - int(b["start"][:4])) <= 1
    dated, other = (a, b) if a["start"] else (b, a)
    return bool(dated["start"]) and dated["start"][:4] <= (other["seen"] or "9999") <= (
        dated["end"][:4] or "9999"
    )


def office(role: str) -> str:
    """The kind of office that a role names, so that two sources' words for it compare equal."""
    low = role.lower().replace("defense", "defence")
    for key, words in (
        ("deputy", ("deputy", "vice ")),
        ("foreign", ("foreign", "external affairs")),
        ("defence", ("defence",)),
        ("prime", ("prime minister", "premier", "taoiseach", "chancellor", "president of the government")),
        (
            "head",
            (
                "president",
                "king",
                "queen",
                "leader",
                "emir",
                "amir",
                "sultan",
                "chairman of the s",
                "chief of state",
            ),
        ),
    ):
        if any(w in low for w in words):
            return key
    return low


if __name__ == "__main__":
    main()
