"""Marks of what a source is, in its first words, its last, or a hyphen: "Mum-of-two", "Capital", "Ada Holm-Lund"."""

from typing import TYPE_CHECKING

from sayso.resolve.actors.agents import singulars
from sayso.resolve.actors.found import Form
from sayso.resolve.actors.tables import adjectives, state_names
from sayso.resolve.source.nouns import noun_at, nouns
from sayso.resolve.source.parts import is_name, lowered

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.resolve.coreference.cluster import Cluster

_FULL = 3
_LEADING = 5
"""Tokens before which the comma stands of "Outside the court, "."""
_AGED = 6
"""Tokens of "the 19-year-old"."""


def is_fund(head: "list[Token]") -> bool:
    """Whether a name ends as those of firms that invest do: "short seller Peter Quill Capital"."""
    last = head[-1]
    before = head[-2] if len(head) > 1 else last
    capital = last.text[:1].isupper() and before.text[:1].isupper() and before.pos_ == "PROPN"
    return before is not last and capital and last.lower_ in nouns("fund's")


def is_titled_person(head: "list[Token]") -> bool:
    """Whether a personal title opens a name: "The Rev Joyce Amoah", "Dr Holm-Lund"."""
    name = head[1:] if head[0].lower_ == "the" else head
    at = next((k for k, t in enumerate(name[1:-1], 1) if t.lower_.rstrip(".") in nouns("personal title")), 0)
    if at and head[0].lower_ in ("a", "an") and all(t.text.islower() or t.text == "-" for t in name[1:at]):
        name = name[at:]  # "a red-faced Mr Holm"
    titled = 1 < len(name) < 6 and name[0].lower_.rstrip(".") in nouns("personal title")
    return titled and is_name(name) and name[-1].lower_ not in nouns("firm")


def timeless(tokens: "list[Token]") -> "list[Token]":
    """The words of a source without when or where it spoke: "Mr Holm" of "Outside court, Mr Holm last night"."""
    comma = next((at for at, t in enumerate(tokens[:_LEADING]) if t.text == ","), 0)
    if comma and tokens[0].pos_ == "ADP" and tokens[0].is_title and comma + 1 < len(tokens):
        tokens = tokens[comma + 1 :]
    said = [token.lower_ for token in tokens]
    if len(said) > 1 and said[-1] in ("yesterday", "today", "tonight"):
        return tokens[:-1]
    spans = ("night", "week", "month", "year")
    return tokens[:-2] if len(said) > 2 and said[-2] == "last" and said[-1] in spans else tokens


def is_hyphened_holder(tokens: "list[Token]") -> bool:
    """Whether a source is the holder of a post whose given name has a hyphen: "chief executive Do Hyun-seok"."""
    post, name = tokens[:-4], tokens[-4:]
    if len(post) == 0 or name[2].text != "-" or not (name[3].text.islower() and name[3].is_alpha):
        return False
    noun = noun_at(lowered(post), guess=False)
    capitals = all(t.text.istitle() and noun_at([t.lower_], guess=False) is None for t in name[:2])
    plain = capitals and name[0].lower_ not in adjectives() and name[3].lower_ not in ("elect", "general")
    return plain and noun is not None and noun.person and not noun.plural and post[-1].tag_ != "POS"


def is_aged_name(tokens: "list[Token]") -> bool:
    """Whether an age stands behind one or two names, as behind a person's: "Saskia, 26"."""
    words = [t for t in tokens if t.text != ","]
    if len(words) not in (2, 3) or len(tokens) == len(words):
        return False
    age = words[-1]
    years = age.text.isdigit() and len(age) < _FULL and tokens[len(words) - 1].text == ","
    return years and all(t.text.istitle() and t.is_alpha for t in words[:-1])


def is_counterpart(head: "list[Token]") -> bool:
    """Whether a source holds the same office elsewhere: "his Lao counterpart"."""
    owned = head[0].lower_ in ("his", "her")
    return owned and head[-1].lower_ == "counterpart"


def is_armed_by_name(head: "list[Token]") -> bool:
    """Whether an Arabic name is that of an armed group: "Ansar al-Fajr"."""
    return len(head) > 2 and head[0].lower_ in nouns("armed first") and head[1].lower_ in nouns("particle")


def is_side(head: "list[Token]") -> bool:
    """Whether a source is a country in talks: "the Uzbek side", where the report is not of sport."""
    side = len(head) > 1 and head[-1].text == "side" and head[-2].lower_ in adjectives()
    return side and not any(token.lower_ in nouns("of sport") for token in head[-1].doc)


def is_named_parent(tokens: "list[Token]") -> bool:
    """Whether a name stands behind how many children one has: "Mum-of-two Kelly-Jo Brand, 38"."""
    said = [token.lower_ for token in tokens[:5]]
    parent = len(tokens) > 5 and said[0] in nouns("parent of") and said[1:4] == ["-", "of", "-"]
    return parent and tokens[4].like_num and tokens[5].text[:1].isupper()


def is_named_fellow(tokens: "list[Token]") -> bool:
    """Whether somebody with a name does with others what "co-" stands before: "Co-developer Oda Felt"."""
    fellow = (
        len(tokens) > 3 and tokens[0].lower_ == "co" and tokens[1].text == "-" and tokens[2].text.islower()
    )
    return fellow and all(t.text[:1].isupper() for t in tokens[3:5])


def is_definite_parent(tokens: "list[Token]") -> bool:
    """Whether a source is one known by how many children he has: "the mum-of-two"."""
    said = [token.lower_ for token in tokens]
    return (
        len(said) == 6
        and said[0] == "the"
        and said[1] in nouns("parent of")
        and said[2:5] == ["-", "of", "-"]
    )


def is_friends_by_name(part: "list[Token]") -> bool:
    """Whether people in capitals of a thing in capitals are a body: "Friends of the River"."""
    if len(part) < 4 or lowered(part[1:3]) != ["of", "the"] or part[0].lower_ not in nouns("friends of"):
        return False
    noun = noun_at(lowered(part[-1:]), guess=True)
    named = part[0].text[:1].isupper() and all(token.text[:1].isupper() for token in part[3:])
    return named and (noun is None or not noun.person) and part[-1].ent_type_ != "PERSON"


def are_leaders_of_states(tokens: "list[Token]") -> bool:
    """Whether the holders of a post are those of the states named before it: "Uzbek, Tajik leaders"."""
    if not any(one in nouns("post of several") for one in singulars(tokens[-1].lower_)[1:]):
        return False
    states = [t for t in tokens[:-1] if t.text not in (",", "and", "&")]
    land = adjectives()
    names = {name for name, _ in state_names()}
    return len(states) > 1 and all(t.lower_ in land or t.text in names for t in states)


def is_double_barrelled(name: "list[Token]") -> bool:
    """Whether a hyphen joins the last two of three words of a name, as in a person's: "Oyuna Batbayar-Holm"."""
    if len(name) < _FULL or name[-1].i == 0 or name[-1].nbor(-1).text not in ("-", "–"):
        return False
    plain = all(t.is_alpha and t.text.istitle() for t in name)
    return plain and not any(t.lower_ in adjectives() or t.lower_ in nouns("firm") for t in name)


def is_unnamed_by_age(tokens: "list[Token]", clusters: "tuple[Cluster, ...]") -> bool:
    """Whether a source is told by an age alone, of one whom the report does not name: "the 19-year-old"."""
    aged = (
        tokens[0].lower_ in ("the", "this")
        and tokens[-1].lower_ in ("old", "year-old")
        and len(tokens) <= _AGED
    )
    return aged and not any(m.form is Form.NAME for one in clusters for m in one.mentions)
