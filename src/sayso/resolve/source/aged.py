"""Whom "the 43-year-old" means: the person whose age the report gives so, or else the one named last."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.found import Form, Found
from sayso.resolve.coreference.cluster import Cluster

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_POINTS = frozenset({"the", "this", "that"})


def aged(tokens: "list[Token]", clusters: Iterable[Cluster]) -> Cluster | None:
    """The person meant by a phrase that points back by an age alone; None if it is no such phrase."""
    said = [token.lower_ for token in tokens if token.text != "-"]
    if len(said) < 2 or said[0] not in _POINTS or not said[-1].endswith("old") or said[-2:] == ["the", "old"]:
        return None
    age = next((part for word in said[1:] for part in word.split("-")[:1] if part.isdigit()), None)
    if age is None:
        return None
    doc, at = tokens[0].doc, tokens[0].i
    named = [
        (mention, one)
        for one in clusters
        if one.kind == ActorKind.PERSON
        for mention in one.mentions
        if mention.form is Form.NAME and mention.first < at
    ]
    told = [one for mention, one in named if _is_of_age(doc, mention, age)]
    if told:
        return told[-1]
    return max(named, key=lambda pair: pair[0].first)[1] if named else None


def _is_of_age(doc: "Doc", name: Found, age: str) -> bool:
    """Whether an age stands beside a name: "Munro, 43," or "43-year-old Munro"."""
    behind = [token.text for token in doc[name.last : name.last + 2]]
    before = doc[max(0, name.first - 6) : name.first].text.replace(" ", "")
    inside = doc[name.first : name.last].text.replace(" ", "")
    return behind == [",", age] or f"{age}-year-old" in before + inside
