"""The class of a source that is a bare name no table knows, from the rest of the report."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.records.vocabulary import SourceClass
from sayso.resolve.actors.words import gender_of, is_given_name, is_surname
from sayso.resolve.elsewhere import beginning_with, kept, places_of
from sayso.resolve.places.gazetteer import named
from sayso.resolve.source.marks import is_double_barrelled
from sayso.resolve.source.nouns import noun_at, nouns, sounds
from sayso.resolve.source.parts import core, takes_plural
from sayso.resolve.source.phrase import class_by_words
from sayso.resolve.source.signs import described, is_said_to_be_a_body

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DEMONYMS = ("n", "ns", "ish", "ese", "i", "is")
_LONGEST_OFFICE = 3
_NEXT = 15
_IRISH = re.compile(r"(?:O['’]|Mc|Fitz)[A-Z][a-z]+$").match
_TOWN = 15_000
"""People of the smallest town that is taken to speak: "Coldwater says"."""
_COUNTED = {
    "organisation": SourceClass.ORGANISATION,
    "bodies": SourceClass.ORGANISATION,
    "media": SourceClass.MEDIA,
    "state": SourceClass.STATE,
    "person": SourceClass.PERSON,
}
_COUNTS = frozenset({"CARDINAL", "ORDINAL", "DATE", "TIME"})
_PLACES = frozenset({"GPE", "LOC", "NORP", "FAC"})
_PERSONAL = frozenset({"he", "him", "his", "she", "her"})


def class_by_report(doc: "Doc", tokens: "list[Token]", relays: bool = False) -> SourceClass | None:
    """The class of a source by its name: a state by its organs, a body or person by what it is called elsewhere.

    `relays`: its cue passes on what others say, as that of a medium does.
    """
    name = core(tokens)
    joined = any(t.text == "-" for t in tokens[: len(name) + 1])
    if name and name[-1].text[:1].isupper() and (body := _named_as_body(doc, tokens, name)) is not None:
        return body
    if not name or not all(t.text[:1].isupper() for t in name) or (joined and not _is_double(name)):
        return None
    if len(name) > 1:
        bare = (
            tokens[0].lower_ != "the"
            and len(name) < 4
            and not any(t.text.isupper() and len(t) > 1 for t in name)
        )
        place = name[-1].ent_type_ in _PLACES and gender_of([name[0].lower_]) is None
        if bare and name[0].lower_ in nouns("body first"):
            return SourceClass.ORGANISATION
        if bare and relays and not is_given_name(name[0].lower_):
            return SourceClass.MEDIA  # "Der Bund reports that"
        return SourceClass.PERSON if bare and not place else None
    return _of_word(name[0], relays)


def _named_as_body(doc: "Doc", tokens: "list[Token]", name: "list[Token]") -> SourceClass | None:
    """The class of a name whose verb shows that it is many, or that the report counts among bodies elsewhere."""
    if name[-1] == tokens[-1] and takes_plural(name):
        return SourceClass.ORGANISATION
    last, size = name[-1], len(name)
    places = places_of(last)
    ends = (one.i for one in places if one.i >= size - 1 and _is_at(doc, one.i, name))
    if name[0].lower_ != "the" and any(_is_said_a_body(doc, end) for end in ends):
        return SourceClass.ORGANISATION
    same = (one for one in places if one.i >= size - 1 and doc[one.i - size + 1].orth == name[0].orth)
    return next((found for one in same if (found := _among(one, one.i - size + 1)) is not None), None)


def _is_at(doc: "Doc", last: int, name: "list[Token]") -> bool:
    """Whether a name's words end at a token."""
    return doc[last].orth == name[-1].orth and all(
        doc[last - k].orth == t.orth for k, t in enumerate(reversed(name))
    )


def _is_said_a_body(doc: "Doc", last: int) -> bool:
    """Whether a name stands before words that call it a body: "Little Fern, a maker of chatbots"."""
    if last + 2 >= len(doc) or doc[last + 1].text != "," or doc[last + 2].lower_ not in ("a", "an"):
        return False
    beside = list(doc[last + 2 : min(len(doc), last + 2 + _NEXT)])
    end = next((k for k, t in enumerate(beside) if t.text in (",", ".", "—", "–")), len(beside))
    return is_said_to_be_a_body(beside[:end])


def _among(last: "Token", first: int) -> SourceClass | None:
    """The class of those beside whose noun a name stands: "two exchange houses, Al Noor and Gulf Swift"."""
    doc, at = last.doc, first - 1
    one = last
    while one.dep_ == "conj" and one.head != one:
        one = one.head
    if one.dep_ in ("nsubj", "nsubjpass"):
        return None  # "According to analysts, Norrline will cut jobs"
    while at > 0 and (doc[at].text in (",", "and") or doc[at].text[:1].isupper()) and first - at < _NEXT:
        at -= 1
    noun = doc[at]
    if at == first - 1 or noun.tag_ != "NNS" or doc[at + 1].text not in (",", ":"):
        return None
    if not (at + 2 == first or doc[first - 1].text in (",", "and")):
        return None
    found = noun_at([t.lower_ for t in phrase_to(noun)])
    if found is None or found.kind not in _COUNTED:
        return None
    return _COUNTED[found.kind]


def _is_double(name: "list[Token]") -> bool:
    """Whether a hyphen joins two names as in a person's: "Okell-Lund"."""
    if is_double_barrelled(name):
        return True
    return all(t.is_alpha and not t.text.isupper() and t.ent_type_ != "ORG" for t in name)


def named_in_report(tokens: "list[Token]") -> SourceClass | None:
    """The class of a bare name that is a noun, too, by what the report calls it elsewhere: "his Accord party"."""
    if len(tokens) != 1 or not tokens[0].text[:1].isupper():
        return None
    noun = noun_at([tokens[0].lower_], guess=False)
    if noun is not None and noun.kind == "state":
        return None  # "Police said", though the report has a "Police Department"
    return _shown(tokens[0]).called


def has_title(tokens: "list[Token]") -> bool:
    """Whether the report has a lone name elsewhere behind a title and a given name: "Sheriff Wade Trumbauer"."""
    if len(tokens) != 1:
        return False
    phrases = (phrase_to(one) for one in places_of(tokens[0]) if one.i != tokens[0].i)
    return any(len(said) > 2 and _is_titled(said) for said in phrases)


def _is_titled(said: "list[Token]") -> bool:
    """Whether a name begins with the noun for a post."""
    noun = noun_at([said[0].lower_], guess=False)
    return noun is not None and noun.person and not noun.plural and all(t.text[:1].isupper() for t in said)


@dataclass(frozen=True)
class _Shown:
    """What a report shows of a name of one word, at all its places.

    called: the class of what it is called; is_state: it has organs or a people; is_person: it closes a longer name;
    kinds: what the name finder takes it for.
    """

    called: SourceClass | None
    is_state: bool
    is_person: bool
    kinds: list[str]


def _shown(word: "Token") -> _Shown:
    """What its report shows of a word, looked up once for all its places."""
    known: dict[int, _Shown] = kept(word.doc, "shown", lambda _: {})
    if word.orth not in known:
        places = places_of(word)
        known[word.orth] = _Shown(
            called=next((one for token in places if (one := _called(token)) is not None), None),
            is_state=any(_has_organs(token) for token in places) or _has_people(word.doc, word.text),
            is_person=any(_closes_a_name(token) for token in places),
            kinds=[token.ent_type_ for token in places],
        )
    return known[word.orth]


def _of_word(word: "Token", relays: bool) -> SourceClass | None:
    """The class of a name of one word."""
    shown = _shown(word)
    if shown.called is not None:
        return shown.called
    if shown.is_state:
        return SourceClass.STATE
    if shown.is_person:
        return SourceClass.PERSON
    if word.text.isupper() and len(word.text) > 1:
        return None
    if sounds(word.lower_, "firm"):
        return SourceClass.ORGANISATION
    kinds, surname = shown.kinds, is_surname(word) or _IRISH(word.text) is not None
    places = kinds.count("GPE") + kinds.count("NORP")
    if not surname and kinds.count("PERSON") < places and _is_known_place(word.text):
        return SourceClass.STATE
    if word.lower_.endswith(tuple(nouns("state ending"))):
        return SourceClass.STATE
    if relays or sounds(word.lower_, "media"):
        return SourceClass.MEDIA
    if (
        not surname
        and kinds.count("ORG") > kinds.count("PERSON")
        and not any(t.lower_ in _PERSONAL for t in word.sent)
    ):
        return SourceClass.ORGANISATION
    return None if word.ent_type_ in _COUNTS else SourceClass.PERSON  # "One said"


def _is_known_place(name: str) -> bool:
    """Whether the gazetteer has a country, a state of one or a town of some size of this name."""
    return any(one.level in ("country", "admin1") or one.population >= _TOWN for one in named(name))


def _called(token: "Token") -> SourceClass | None:
    """What a noun before a name calls it ("the insurer Karst"), or the word after it ("Karst AG")."""
    doc = token.doc
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if after is not None and after.text[:1].isupper() and after.lower_ in nouns("firm"):
        return SourceClass.ORGANISATION
    names = after is not None and token.dep_ == "compound" and token.head == after
    if after is not None and names and after.lower_ in nouns("named before"):
        return class_by_words([after])
    before = phrase_to(token)
    noun, named = described(before)
    if noun is None or not named or noun.plural or before[-2].text[:1].isupper():
        return None
    return class_by_words(before)


def phrase_to(token: "Token") -> "list[Token]":
    """The words of the noun phrase that a name closes, at most four."""
    first = token.i
    while first > max(0, token.i - 5) and _belongs(token.doc[first - 1], token):
        first -= 1
    return list(token.doc[first : token.i + 1])


def _belongs(word: "Token", name: "Token") -> bool:
    """Whether a word before a name is of its noun phrase: not the letter of "In a letter Hale said"."""
    apart = word.dep_ == "pobj" and name.dep_ in ("nsubj", "nsubjpass") and word.head.i < word.i
    return word.pos_ in ("NOUN", "PROPN", "ADJ", "DET") and not apart


def _closes_a_name(token: "Token") -> bool:
    """Whether a name stands elsewhere behind a given name: "Ona Felt"."""
    before = token.doc[token.i - 1] if token.i else None
    if before is not None and before.text.istitle() and gender_of([before.lower_]) is not None:
        return before.lower_ not in nouns("town's too")
    if before is not None and before.text.istitle() and before.pos_ == "PROPN" and _is_told_of(token):
        return described([before])[0] is None
    return (
        before is not None
        and before.text[:1].isupper()
        and before.is_alpha
        and before.pos_ == "PROPN"
        and described([before])[0] is None
        and not before.is_sent_start
    ) or (before is not None and before.ent_type_ == "PERSON" == token.ent_type_)


def _is_told_of(name: "Token") -> bool:
    """Whether "who" stands behind a name: "Ona Felt, who guided ships"."""
    behind = [t.lower_ for t in name.doc[name.i + 1 : name.i + 3]]
    return behind == [",", "who"] and name.text.istitle()


def _has_organs(token: "Token") -> bool:
    """Whether a name has what only states have: "Dravia's foreign ministry", "the army of Dravia"."""
    doc = token.doc
    if token.i + 1 < len(doc) and doc[token.i + 1].tag_ == "POS":
        return any(_organ(doc, token.i + 2, size) for size in range(1, _LONGEST_OFFICE + 1))
    if token.i > 1 and doc[token.i - 1].lower_ in ("of", "with", "to"):
        return any(_organ(doc, token.i - 1 - size, size) for size in (1, 2))
    return any(_organ(doc, token.i + 1, size) for size in (1, 2)) or _owns_organ_next(token)


def _owns_organ_next(token: "Token") -> bool:
    """Whether the next "its" owns what only states have: "Its foreign ministry"."""
    near = token.doc[token.i + 1 : token.i + _NEXT]
    its = next((t for t in near if t.tag_ == "PRP$" or (t.pos_ == "PROPN" and t.dep_ == "nsubj")), None)
    return its is not None and its.lower_ == "its" and any(_organ(token.doc, its.i + 1, n) for n in (1, 2, 3))


def _organ(doc: "Doc", first: int, size: int) -> bool:
    said = " ".join(token.lower_ for token in doc[max(0, first) : first + size])
    return said in nouns("of state")


def _has_people(doc: "Doc", name: str) -> bool:
    """Whether the report has the adjective of a name: "Dravian" beside "Dravia"."""
    stem = name.rstrip("aeo")
    if len(stem) < 4 or not stem[:1].isupper():
        return False
    alike = (word for word in beginning_with(doc, stem) if 1 <= len(word) - len(stem) <= 5)
    return any(word != name and word.endswith(_DEMONYMS) for word in alike)
