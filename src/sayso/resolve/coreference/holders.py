"""Bare offices: "the president" of a report on Peru is who holds that office in Peru on the report's day."""

from typing import TYPE_CHECKING

from sayso.resolve.actors.found import Form, Found
from sayso.resolve.actors.home import Home
from sayso.resolve.actors.offices import holder, office_kind
from sayso.resolve.actors.words import words
from sayso.resolve.coreference.cluster import Cluster
from sayso.resolve.coreference.names import Named

if TYPE_CHECKING:
    from spacy.tokens import Doc


def hold_offices(
    doc: "Doc", named: Named, of: dict[Found, tuple[Cluster, ...]], home: Home, day: str | None
) -> None:
    """Join the actors of bare offices with the office's holder at home, where the tables know one."""
    for cluster in [c for c in named.clusters if _bare_office(doc, c)]:
        kind = office_kind(cluster.noun)
        found = home.country(cluster) if kind != cluster.noun else None
        entity = holder(found[0], kind, day) if found is not None else None
        if found is None or entity is None:
            continue
        person = named.with_entity(entity)
        person.notes.append(f"holds the office {cluster.noun!r} of {found[0]}: {found[1]}")
        for mention in cluster.mentions:
            of[mention] = tuple(person if one is cluster else one for one in of[mention])
        person.mentions += cluster.mentions
        named.clusters.remove(cluster)


def _bare_office(doc: "Doc", cluster: Cluster) -> bool:
    """Whether an actor is known by an office alone, and the text points at one holder: "the president", once."""
    office = cluster.rule == "noun" and cluster.agent_kind == "office" and not cluster.plural
    to_come = cluster.noun.split(" ")[0] in words("ahead")
    if not office or cluster.country is not None or cluster.former or to_come:
        return False
    nouns = [m for m in cluster.mentions if m.form is Form.NOMINAL]
    return any(m.definite for m in nouns) and all(_says_no_more(doc, m) for m in nouns)


def _says_no_more(doc: "Doc", mention: Found) -> bool:
    """Whether nothing but the office is said: no other word before it, and no "of ..." after it."""
    before = [t.lower_ for t in doc[mention.first : mention.last] if t.lower_ not in words("definite")]
    return " ".join(before) == mention.noun and all(t.lower_ != "of" for t in doc[mention.head].rights)
