"""The nouns that head a source ("survey", "broadsheet", "home office"), by the class of source that they make."""

from functools import cache
from typing import NamedTuple

from sayso.lexicons.load import table
from sayso.records.base import Record
from sayso.records.vocabulary import SourceClass
from sayso.resolve.actors.agents import agent_at, singulars

_SINGULAR = ("document", "media", "paper", "state", "organisation", "hidden", "person", "mass")
_PLURAL = (
    "hidden",
    "armed",
    "bodies",
    "people",
    "document",
    "media",
    "state",
    "organisation",
    "person",
    "mass",
)
ORGANS = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG"})
"""The sectors of the organs of a state."""
_PERSONS = frozenset({"office", "person", "group", "anonymous"})
_ENDINGS = ("er", "or", "ist", "ian", "ant", "ee", "man", "woman", "ster", "eer")
_AS_SOURCE = "document as source"
_LONGEST = 4


class SourceNounsRow(Record, frozen=True, kw_only=True):
    """A row of source_nouns.tsv."""

    kind: str
    words: tuple[str, ...]


class Noun(NamedTuple):
    """A noun as the head of a source: what kind it is of, how many words it takes, whether it is a plural."""

    kind: str
    size: int
    plural: bool

    @property
    def person(self) -> bool:
        """Whether it is a noun for people."""
        return self.kind in ("person", "hidden", "people", "mass")


@cache
def nouns(kind: str) -> frozenset[str]:
    """The words of one kind, with hyphens and with blanks in their place."""
    rows = (row for row in table("source_nouns.tsv", SourceNounsRow) if row.kind == kind)
    return frozenset(form for row in rows for w in row.words for form in (w, w.replace("-", " ")))


def sounds(word: str, kind: str) -> bool:
    """Whether a name begins or ends as those of firms or media do: "Norsoft", "Tageszeitung"."""
    return word.startswith(tuple(nouns(f"{kind} prefix"))) or word.endswith(tuple(nouns(f"{kind} suffix")))


def noun_at(said: list[str], guess: bool = True) -> Noun | None:
    """The longest known noun that ends the lower-cased words, then an agent, then, by `guess`, one by its ending.

    >>> noun_at(["a", "leaked", "audit"]), noun_at(["two", "trainers"])
    (Noun(kind='document', size=1, plural=False), Noun(kind='person', size=1, plural=True))
    """
    if not said:
        return None
    for size in range(min(_LONGEST, len(said)), 0, -1):
        whole = " ".join(said[-size:])
        if kind := _kind(whole, _SINGULAR):
            return Noun(kind, size, kind == "mass")
        if whole in nouns("bodies"):
            return Noun("organisation", size, False)
        if said[-1] in nouns("authorities") and size > 1:
            continue
        before = said[-size:-1]
        for one in singulars(said[-1])[1:]:
            if " ".join((*before, one)) in nouns("heads of state bodies"):
                return Noun("hidden", size, True)
            if kind := _kind(" ".join((*before, one)), _PLURAL):
                return Noun(
                    "bodies" if kind == "organisation" and one in nouns("bodies") else kind, size, True
                )
        if whole in nouns("people"):
            return Noun("person", size, False)
        if (organ := _organ(said)) is not None and organ.size >= size:
            return organ
        agent = _agent(said) if size > 1 and said[-1] not in nouns("mass") else None
        if agent is not None and agent.size >= size:
            return agent
    return _agent(said) or (_by_ending(said[-1]) if guess else None)


def _kind(word: str, kinds: tuple[str, ...]) -> str | None:
    found = next((kind for kind in (*kinds, _AS_SOURCE) if word in nouns(kind)), None)
    return "document" if found == _AS_SOURCE else found


def _organ(said: list[str]) -> Noun | None:
    """A body of a state by what it sees to: "the weather bureau"."""
    one = singulars(said[-1])[-1]
    if one not in nouns("organ"):
        return None
    sizes = (size for size in range(min(_LONGEST, len(said)), 1, -1))
    known = (size for size in sizes if " ".join(said[-size:-1]) in nouns("organ subject"))
    size = next(known, None) or (2 if len(said) > 2 and said[-2] in nouns("of rules") else None)
    return Noun("state", size, one != said[-1]) if size is not None else None


def _agent(said: list[str]) -> Noun | None:
    """The agent of agents.tsv that ends the words."""
    found = agent_at(said)
    if found is None:
        return None
    agent, size = found
    plural = said[-1] != agent.word.replace("-", " ").split()[-1]
    if any(one in nouns("hidden") for one in singulars(said[-1])):
        return Noun("hidden", size, plural)
    if agent.kind in _PERSONS:
        kind = (
            "hidden"
            if agent.kind == "anonymous"
            else "armed"
            if plural and agent.sectors[0] == "REB"
            else "person"
        )
        return Noun(kind, size, plural)
    if agent.kind in ("organisation", "force"):
        several = plural and any(one in nouns("bodies") for one in singulars(said[-1])[1:])
        body = "bodies" if several else "organisation"
        return Noun("state" if agent.sectors[0] in ORGANS else body, size, plural)
    if agent.kind == "collective":
        many = len(singulars(said[-1])) > 1
        return Noun("people" if many else "person", size, many)  # "aid groups", "the legal expert"
    return Noun(agent.kind, size, plural)


def _by_ending(word: str) -> Noun | None:
    """A person or a document by the ending of an unknown noun: "three weavers", "the annotation"."""
    one = singulars(word)[-1]
    if one in nouns("not person") or len(one) < 5 or not one.endswith(_ENDINGS):
        return Noun("document", 1, one != word) if one.endswith(tuple(nouns("document ending"))) else None
    if one.endswith(tuple(nouns("maker"))):
        return Noun("bodies" if one != word else "organisation", 1, one != word)
    return Noun("person", 1, one != word)


CLASSES = {
    "document": SourceClass.DOCUMENT,
    "media": SourceClass.MEDIA,
    "state": SourceClass.STATE,
    "organisation": SourceClass.ORGANISATION,
    "armed": SourceClass.ORGANISATION,
    "bodies": SourceClass.COLLECTIVE,
    "people": SourceClass.COLLECTIVE,
}
"""The classes of the kinds that need no look at the words around."""
