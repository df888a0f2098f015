"""Whether a noun for one who trades means a firm: "the Danish brewer", "the operator, Norrline"."""

from functools import cache
from typing import TYPE_CHECKING

from sayso.resolve.actors.agents import singulars
from sayso.resolve.actors.tables import adjectives, state_names
from sayso.resolve.actors.words import gender_of, is_given_name
from sayso.resolve.source.marks import is_double_barrelled
from sayso.resolve.source.nouns import noun_at, nouns, sounds
from sayso.resolve.source.offices import shows_people
from sayso.resolve.source.parts import is_name, lowered

if TYPE_CHECKING:
    from spacy.tokens import Token

_COUNTRY = frozenset({"GPE", "NORP", "LOC"})
_NEXT = 15


def is_trader(part: "list[Token]", head: "list[Token]") -> bool:
    """Whether a definite noun for one who trades is a firm by the words around: its country, its goods, its name."""
    at = max((i for i, t in enumerate(head) if t.text.islower()), default=0)
    word, before, name = head[at], head[:at], head[at + 1 :]
    if before and before[0].lower_ == "its" and word.lower_ in nouns("over a firm"):
        return True
    if _is_ones_firm(part, head) or is_in_shares(head):
        return True
    if (
        not before
        and word.lower_ == head[-1].lower_ in nouns("over a firm")
        and _is_owned_by_firm(part, word)
        and not any(t.lower_ in ("a", "an", "he", "she", "who") for t in part if t.i > word.i)
    ):
        return True
    raised = word.lower_ in nouns("raised firm") and len(before) > 1
    trades = raised or word.lower_ in nouns("trade firm")
    if before and trades and len(name) in (1, 2) and before[0].lower_ in adjectives():
        listed = len(name) == 2 and is_given_name(name[0].lower_)
        return gender_of([name[0].lower_]) is None and not listed  # "Chilean copper miner Quebralar"
    if not before or shows_people(part, head[-1]):
        return False
    if name and word.lower_ in nouns("trade firm") and any(t.lower_ in nouns("as firms are") for t in before):
        return not is_personal(name)  # "Ulsan-based shipbuilder HN Heavy"
    if before[0].lower_ != "the":
        return False
    if word.lower_ in nouns("raised firm") and len(name) == 1 and gender_of([name[0].lower_]) is None:
        return any(t.pos_ == "NOUN" and t.text.islower() for t in before)
    if is_personal(name):
        return False
    if word.lower_ in nouns("trade firm"):
        if any(_places(t) for t in before):
            return True
        return not name and len(before) == 1 and word.lower_ in nouns("sole firm")
    return False


def _is_ones_firm(part: "list[Token]", head: "list[Token]") -> bool:
    """Whether a source is a firm that works for one or employs one: "her publisher"."""
    owned = len(part) == len(head) > 1 and head[0].lower_ in ("his", "her", "their")
    return owned and " ".join(lowered(head[1:])) in nouns("whose firm")


def is_in_shares(head: "list[Token]") -> bool:
    """Whether "the miner" is a firm, for its sentence or the one before tells of shares or profits."""
    if len(head) != 2 or head[0].lower_ != "the" or head[1].lower_ not in nouns("trade firm"):
        return False
    first = head[0].sent.start
    start = head[0].doc[first - 1].sent.start if first else first
    near = head[0].doc[start : head[0].sent.end]
    return any(t.lower_ in nouns("of a firm's shares") for t in near) and not any(
        t.lower_ in ("he", "she", "his", "her", "who") for t in near
    )


def _is_owned_by_firm(part: "list[Token]", word: "Token") -> bool:
    """Whether the owner before a word is a firm: "the phone company's parent"."""
    before = lowered([t for t in part if t.i < word.i])
    noun = noun_at(before, guess=False)
    return noun is not None and noun.kind in ("organisation", "bodies") and not noun.plural


def _places(token: "Token") -> bool:
    """Whether a word before one who trades says where it is or whose: "Danish", "London-based", "state-owned"."""
    country = token.ent_type_ in _COUNTRY and token.dep_ != "poss"
    return country or token.lower_ in adjectives() or token.lower_ in nouns("as firms are")


def is_traders_name(part: "list[Token]", head: "list[Token]", beside: "list[Token]") -> bool:
    """Whether the name beside one who trades is a firm's: "the owner, Garnet Lines"."""
    one = singulars(head[-1].lower_)[-1]
    trades = one in nouns("trade") or one in nouns("trade firm")
    if one != head[-1].lower_ and (is_personal(beside) or any(t.lower_ == "and" for t in part)):
        return False
    if not trades or not is_name(beside):
        return False
    if _is_it_behind(part[-1]):
        return True
    large = any(t.lower_ in nouns("firm's") for t in part if t.i < beside[0].i)
    small = large and any(t.lower_ in nouns("anybody's") for t in part if t.i < beside[0].i)
    if small and len(beside) == 2 and not sounds(beside[-1].lower_, "firm"):
        full = all(t.ent_type_ == "PERSON" and t.text.istitle() for t in beside)
        full = full and beside[0].lower_ not in nouns("body first")
        return not (full and beside[-1].lower_ not in nouns("firm")) and gender_of([beside[0].lower_]) is None
    return gender_of([beside[0].lower_]) is None if large else not is_personal(beside)


def _is_it_behind(last: "Token") -> bool:
    """Whether the words behind call who speaks "it", and nobody "he" or "she": "the owner, Vala, said it knew"."""
    behind = {t.lower_ for t in last.sent if t.i > last.i}
    subject = any(t.lower_ == "it" and t.dep_ == "nsubj" for t in last.sent if 0 < t.i - last.i < _NEXT)
    return subject and not behind & {"he", "she", "his", "her"}


def is_personal(name: "list[Token]") -> bool:
    """Whether a name is a person's: by its given name, a title, or the name finder."""
    if not name:
        return False
    title = noun_at([name[0].lower_], guess=False) if len(name) > 1 else None
    return (
        gender_of([name[0].lower_.rstrip(".")]) is not None
        or (len(name) > 1 and name[0].lower_.rstrip(".") in nouns("personal title"))
        or (title is not None and title.person)
        or all(t.ent_type_ == "PERSON" for t in name)
        or is_double_barrelled(name)
    )


def is_owned_name(part: "list[Token]", head: "list[Token]") -> bool:
    """Whether two words or more are the name of a country's body: "Ghana's Volta Freight"."""
    at = part.index(head[0]) if head and head[0] in part else 0
    owner = part[at - 2] if at > 1 and part[at - 1].tag_ == "POS" else None
    one = len(head) == 1
    return (
        owner is not None
        and owner.text[:1].isupper()
        and owner.ent_type_ in ("GPE", "")
        and not (one and (owner.ent_type_ != "GPE" or _is_somebody_elsewhere(head[0])))
        and is_name(head)
        and gender_of([head[0].lower_]) is None
        and not shows_people(part, head[-1])
    )


def _is_somebody_elsewhere(name: "Token") -> bool:
    """Whether a report takes a lone name for a person's: behind a given name, or as "he", or in a headline."""
    doc = name.doc
    if not any(token.is_punct and token.text in ".!?" for token in name.sent):
        return True  # "Norway's Lund quits"
    same = (token for token in doc if token.orth == name.orth and token.i > 0 and token.i != name.i)
    if any(token.lower_ == "who" for token in doc[name.i + 1 : name.i + 3]):
        return True
    behind = any(doc[token.i - 1].text.istitle() and doc[token.i - 1].pos_ == "PROPN" for token in same)
    return behind or any(t.lower_ in ("he", "she", "his", "her") for t in doc[name.i : name.sent.end + _NEXT])


def is_firm_by_sound(head: "list[Token]") -> bool:
    """Whether one who trades has the name of a firm: "Canadian Pacific rival NorRail"."""
    last, trades = head[-1], nouns("trade") | nouns("trade firm") | nouns("raised firm")
    named = len(head) > 1 and last.text[:1].isupper() and head[-2].lower_ in trades
    return named and gender_of([last.lower_]) is None and sounds(last.lower_, "firm")


def is_branch(head: "list[Token]") -> bool:
    """Whether a name that ends in a country's is that of a body's branch there: "Greenpeace Brazil"."""
    if len(head) < 2 or not is_name(head) or head[-1].ent_type_ not in ("GPE", "ORG"):
        return False
    if head[-1].text not in _country_names():
        return False
    people = noun_at(lowered(head[:-1]))
    many = people is not None and people.plural and people.person and head[-2].tag_ in ("NNS", "NNPS")
    return many or any(token.lower_ in nouns("branch") for token in head[:-1])


@cache
def _country_names() -> frozenset[str]:
    return frozenset(name for name, _ in state_names())


def is_owned_person(tokens: "list[Token]") -> bool:
    """Whether a country's own by a lone name is somebody, as "he" behind shows: "Kenya's Kipruto said he fell"."""
    if len(tokens) != 3 or tokens[1].tag_ != "POS" or not is_name(tokens[2:]):
        return False
    behind = tokens[2].doc[tokens[2].i + 1 : tokens[2].sent.end]
    return any(token.lower_ in ("he", "she", "his", "her") for token in behind)
