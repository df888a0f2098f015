"""Whose a body is: a state's, several states', or its own; by the words around its noun."""

import re
from typing import TYPE_CHECKING

from sayso.resolve.actors.tables import adjectives
from sayso.resolve.source.nouns import Noun, noun_at, nouns
from sayso.resolve.source.parts import lowered

if TYPE_CHECKING:
    from spacy.tokens import Token

_ORDINAL = re.compile(r"\d+(st|nd|rd|th)$").match
_COUNTRY = frozenset({"GPE", "NORP"})
_UNSAID = frozenset({"the", "a", "an", "this", "that", "us", "u.s."})


def owned(noun: Noun, part: "list[Token]", head: "list[Token]", named: bool) -> Noun:
    """The noun of a body as a state's or an organisation's, by what stands around it.

    "The UN weather agency" is of several states, "Kenya's standards bureau" and "a Senate panel" are of one.
    """
    before = [t for t in part if t.i < head[-1].i]
    armed = lowered(head)[-2:-1] != [] and lowered(head)[-2] in nouns("armed group's")
    if noun.kind == "state" and (_is_of_several(before, head, noun) or (armed and noun.size == 1)):
        return noun._replace(kind="organisation")
    if noun.kind == "organisation" and not noun.plural and _is_of_state(before, head, noun, named):
        return noun._replace(kind="state")
    return noun


def _is_of_several(before: "list[Token]", head: "list[Token]", noun: Noun) -> bool:
    """Whether words before a body name several states: "the European court"."""
    said = lowered(before)
    after = head[-1].doc[head[-1].i + 1 : head[-1].i + 3]
    if head[-1].lower_ == "court" and len(after) > 1 and after[0].lower_ == "in":
        return after[1].lower_ in nouns("seat of several")
    if noun.plural or any(word in nouns("land") for word in (*said, head[-1].lower_)):
        return False
    pairs = [" ".join(said[i : i + 2]) for i in range(len(said) - 1)]
    return any(word in nouns("several states") for word in (*said, *pairs))


def _is_of_state(before: "list[Token]", head: "list[Token]", noun: Noun, named: bool) -> bool:
    """Whether a body that may be anybody's is a state's."""
    last, said = head[-1], lowered(before)
    if last.text in ("panel", "subcommittee") and noun.size == 1 and _is_of_lawmakers(last, said):
        return True
    if last.lower_ in nouns("of chambers") and any(word in nouns("chamber") for word in said):
        return True
    if last.lower_ in nouns("organ") and _sees_to(last) in nouns("organ subject"):
        return not any(word in nouns("several states") for word in said)
    if _is_numbered_unit(head):
        return not any(t.lower_ in nouns("of sport") for t in last.doc)
    branch = last.lower_ == "office" or (last.lower_ in nouns("state branch") and noun.size == 1)
    if branch and any(_is_owner_state(t) for t in before):
        return True
    alone = not [word for word in lowered(head[:-1]) if word not in _UNSAID]
    if last.lower_ == "council" and noun.size == 1:
        return (alone and not _is_of_many(last)) or _is_of_town(last)
    if (last.text, alone) == ("House", True) or _is_central_bank(last):
        return True
    if named or noun.size > 1 or last.lower_ not in nouns("owned") or any(w in nouns("sport") for w in said):
        return False
    several = any(word in nouns("several states") for word in said)
    country = any(t.ent_type_ in _COUNTRY or t.lower_ in adjectives() for t in before)
    whole = country or any(word in nouns("of the whole") for word in said)
    return whole and not several


def _is_of_lawmakers(panel: "Token", said: list[str]) -> bool:
    """Whether "the panel" is one of those of a parliament told of before: "told senators ... the panel"."""
    before = (token.lower_ for token in panel.doc[: panel.i])
    return said == ["the"] and any(word in ("senators", "lawmakers", "congressmen") for word in before)


def _is_of_town(council: "Token") -> bool:
    """Whether a council is that of the town or county named before it: "Leeds council", "Dorset Council"."""
    place = council.nbor(-1) if council.i else council
    if place.pos_ != "PROPN" or place.ent_type_ == "NORP" or place == council:
        return False
    own = place.lower_ not in nouns("not a town's") and place.lower_ not in adjectives()
    return council.text.islower() or (own and place.is_title and council.is_title)


def _is_numbered_unit(head: "list[Token]") -> bool:
    """Whether a name is that of a unit of a state's army: "the 92nd Assault Brigade"."""
    return (
        head[-1].text.istitle()
        and head[-1].lower_ in nouns("unit")
        and any(_ORDINAL(t.text) or t.lower_ in nouns("ordinal") for t in head)
    )


def _is_owner_state(token: "Token") -> bool:
    """Whether a word is a body of a state whose office stands behind it: "the army's press office"."""
    noun = noun_at([token.lower_], guess=False) if token.i + 1 < len(token.doc) else None
    return noun is not None and noun.kind == "state" and token.nbor().tag_ == "POS"


def _is_of_many(last: "Token") -> bool:
    """Whether a council is one of people: "the council of imams"."""
    after = last.doc[last.i + 1 : last.i + 3]
    return len(after) > 1 and after[0].lower_ == "of" and after[1].text.islower() and after[1].lower_ != "the"


def _sees_to(last: "Token") -> str:
    """What a body sees to by the words behind it: "statistics" in "the Bureau of Statistics"."""
    after = last.doc[last.i + 1 : last.i + 4]
    if len(after) < 2 or after[0].lower_ not in ("of", "for"):
        return ""
    both = " ".join(t.lower_ for t in after[1:])
    return both if both in nouns("organ subject") else after[1].lower_


def _is_central_bank(last: "Token") -> bool:
    """Whether a name is that of a country's bank: "the Bank of Korea"."""
    after = last.doc[last.i + 1 : last.i + 3]
    if last.text != "Bank" or len(after) < 2 or after[0].lower_ != "of":
        return False
    return after[1].ent_type_ in ("GPE", "ORG") and after[1].lower_ not in nouns("private bank")
