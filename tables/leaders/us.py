"""Presidents and vice presidents of the United States, from congress-legislators."""

from sources import data

from leaders.spells import Spell, spell

SEEN = "2026-05-17"
"""A term that ends later goes on."""


def from_us() -> list[Spell]:
    """Presidents and vice presidents of the United States since 1989."""
    import yaml

    persons = yaml.safe_load((data() / "us-congress/executive.yaml").read_text("utf-8"))
    return [term_of(one, term) for one in persons for term in one["terms"] if term["start"] >= "1989"]


def term_of(person: dict, term: dict) -> Spell:
    """One term of a person."""
    last = person["name"]["last"]
    short, names = names_of(person["name"], term["start"])
    return spell(
        f"{short} {last}",
        "USA",
        "President" if term["type"] == "prez" else "Vice President",
        "us-congress",
        names="|".join(n for n in names if n),
        family=last,
        start=term["start"],
        end="" if term["end"] > SEEN else term["end"],
        wikidata=person["id"].get("wikidata", ""),
    )


def names_of(name: dict, start: str) -> tuple[str, list[str]]:
    """The given name that news uses, and the full names; the Bushes are told apart by when their term began."""
    given, last = name["first"], name["last"]
    if last == "Bush" and start < "1995":
        return "George H. W.", ["George H.W. Bush", "George Bush Sr."]
    if last == "Bush":
        return "George W.", ["George W Bush", "George Walker Bush"]
    first, middle = name.get("nickname") or given, name.get("middle", "")
    names = [f"{given} {last}", name.get("official_full", "")]
    names += [f"{first} {middle[:1]}. {last}"] if middle else []
    return {"Joseph": "Joe", "William": "Bill"}.get(given, first), names
