"""Cabinet members, from the CIA's list of world leaders."""

import json
import re
import zipfile
from collections import defaultdict

from sources import data, facts

from leaders.names import RANKS, full_role, role_and_name
from leaders.spells import Spell, spell

ISO = "http://williamrobertfunk.com/ontologies/country#countryCodeISO"
TITLE = "http://williamrobertfunk.com/ontologies/world-leaders#title"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"


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
    code = {key: iso2.get(c["datatypeProperties"].get(ISO, "")) for key, c in countries.items()}
    found = []
    for office in offices.values():
        linked = links(office)
        title = office["datatypeProperties"][TITLE]
        country = next((code.get(c) for c in linked["hasCountry"]), None)
        if country and is_held(title, country):
            labels = [persons[one][LABEL] for one in linked["hasGovernmentOfficial"]]
            found += [one for label in labels if (one := official(label, country, title))]
    return found


def links(office: dict) -> dict[str, list[str]]:
    """What an office is linked to, by the kind of link."""
    linked: dict[str, list[str]] = defaultdict(list)
    for link in office["objectProperties"]:
        for kind, target in link.items():
            linked[kind.rsplit("#", 1)[-1]].append(target["@id"])
    return linked


def is_held(title: str, country: str) -> bool:
    """Whether an office is of the country itself: no governor general, no other country's queen or king."""
    return "Governor General" not in title and not (title.startswith(("Queen", "King")) and country != "GBR")


def official(label: str, country: str, title: str) -> Spell | None:
    """The spell of the person so labelled; None if no name of two words can be read."""
    name = RANKS.sub("", re.sub(r"\s+", " ", label)).replace("(Acting)", "")
    made = role_and_name("President " + name)
    if not made or " " not in made[1]:
        return None
    short = re.sub(r",.*|\(.*", "", made[1]).strip()
    return spell(short, country, full_role(title), "cia-2019", family=made[2], seen="2019")
