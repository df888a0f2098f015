"""Bodies whose name is any country's: "Congress" is the table's only where the report is about that country."""

from collections import Counter
from typing import TYPE_CHECKING

from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.agents import agent_at, words_of
from sayso.resolve.actors.entity import Entity
from sayso.resolve.actors.found import Coding, Found
from sayso.resolve.actors.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_TABLES = frozenset({"organisations.tsv", "media.tsv"})


def unknow_anybodys(doc: "Doc", names: list[Found]) -> None:
    """Take national bodies for unknown whose names are common nouns, and whose country the report hardly names."""
    counted = Counter(id(n.entity) for n in names if n.entity is not None)
    entities = {id(n.entity): n.entity for n in names if n.entity is not None}
    for name in [n for n in names if n.entity is not None and n.entity.table in _TABLES]:
        said = [word for word in words_of(name.text(doc)) if word not in words("everywhere")]
        match = agent_at(said)
        common = match is not None and match[1] == len(said)
        if common and name.entity is not None and name.entity.place != _main(name.entity, counted, entities):
            unknow(doc, name)


def unknow(doc: "Doc", name: Found) -> None:
    """Take a name for unknown to the tables after all, coded by its own words."""
    agent = agent_at(words_of(name.text(doc))) if name.kind != ActorKind.PERSON else None
    name.entity, name.candidates = None, ()
    if agent is not None:
        name.coding = Coding(name.coding.country, agent[0].sectors, words=name.text(doc))


def _main(entity: Entity, counted: Counter[int], entities: dict[int, Entity]) -> str | None:
    """The country that the report names most, otherwise than by this body."""
    by_country: Counter[str] = Counter()
    for key, times in counted.items():
        place = entities[key].place
        if place and entities[key] is not entity:
            by_country[place] += times
    return by_country.most_common(1)[0][0] if by_country else None
