"""Whose spells are one person's, and which of them are one stay in office."""

import re
import unicodedata

from sources import split

from leaders.spells import RANK, Spell

NAMESAKES = {"Bush", "Mangue"}
OFFICES = (
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
)


def plain(name: str) -> frozenset[str]:
    """The words of a name without accents, case, hyphens and initials."""
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return frozenset(w for w in re.split(r"[^a-z']+", re.sub(r"\b(al|el|as)-", "", text)) if len(w) > 1)


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
    return next((key for key, words in OFFICES if any(w in low for w in words)), low)
