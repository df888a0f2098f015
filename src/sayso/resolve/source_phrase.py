"""The class that a source's own words give it, by the noun that heads it and the words around that noun."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.records.vocabulary import SourceClass
from sayso.resolve.actors.words import words
from sayso.resolve.source_nouns import CLASSES, Noun, noun_at, nouns

if TYPE_CHECKING:
    from spacy.tokens import Token

_AND = frozenset({"and", "or", "nor", "&"})
_INDEFINITE = frozenset(
    {"a", "an", "one", "another", "some", "any", "no", "unnamed", "unidentified", "anonymous"}
)
_SOMEBODY = frozenset({"someone", "somebody"})
_OWN = frozenset({"this", "our"})
_NAMING = frozenset({"named", "called"})


def class_by_words(tokens: "list[Token]", indefinite: bool = False) -> SourceClass | None:
    """The class of a source by its words; None where they are a name, a pronoun, or say nothing.

    `indefinite`: the report brought the person in as somebody ("a nurse ... The nurse said").
    """
    if (
        [t.lower_ for t in tokens[:2]] == ["one", "of"]
        or tokens[0].lower_ in _SOMEBODY
        or is_hidden(tokens[:1])
    ):
        return SourceClass.ANONYMOUS
    if is_document(tokens):
        return SourceClass.DOCUMENT
    found = [one for part in _parts(tokens) if (one := _of_part(part, tokens, indefinite)) is not None]
    return max(found, key=found.count) if found else None


def is_document(tokens: "list[Token]") -> bool:
    """Whether a source ends with a document, whoever's it is: "UN and Kenyan estimates"."""
    last = tokens[-1]
    found = noun_at([last.lower_])
    known = found is not None and found.kind == "document" and last.text.islower()
    return known and not any(t.pos_ == "ADP" or t.tag_ in ("WP", "WDT", "VBG") for t in tokens)


def _of_part(part: "list[Token]", tokens: "list[Token]", indefinite: bool) -> SourceClass | None:
    """The class of one of the things that a source joins."""
    head = core(part)
    if not head:
        return None
    if _is_law(head):
        return SourceClass.DOCUMENT
    if _is_title(head):
        return SourceClass.MEDIA
    noun, named = described(head)
    beside = core(_beside(part))
    if beside and _is_firm(beside):
        return SourceClass.ORGANISATION
    if noun is None and beside and beside[-1].lower_ not in nouns("relation"):
        noun, named = noun_at(_said(beside)), True
    elif noun is not None and not named:
        named = _is_name(beside) or _gives_name(part)
    if noun is None:
        return SourceClass.ORGANISATION if _is_firm(head) else None
    if noun.kind == "media" and head[0].lower_ in _OWN:
        return SourceClass.PUBLISHER
    if noun.person:
        return _of_people(noun, head, tokens, named, indefinite or part[0].lower_ in _INDEFINITE)
    return _of_thing(noun, head, named)


def _of_thing(noun: Noun, head: "list[Token]", named: bool) -> SourceClass:
    """The class of a body, a medium or a document."""
    if noun.kind == "paper":
        indefinite = head[0].lower_ in _INDEFINITE or (not named and head[0].lower_ != "the")
        return SourceClass.DOCUMENT if indefinite else SourceClass.MEDIA
    last = head[-1].lower_
    if last == "agency" and len(head) == 1:
        return SourceClass.MEDIA
    if last in ("website", "site") and not named and _owned(head):
        return SourceClass.DOCUMENT
    if named and last != "agency" and noun.kind == "organisation" and noun.size == 1 and len(head) > 1:
        return SourceClass.MEDIA if _is_agency(head) else SourceClass.ORGANISATION
    if (
        noun.kind == "organisation"
        and last == "agency"
        and any(t.lower_ in ("national", "federal") for t in head)
    ):
        return SourceClass.STATE
    return CLASSES[noun.kind]


def _is_agency(head: "list[Token]") -> bool:
    """Whether a name stands after nothing but "the agency", as that of a news agency does."""
    return [t.lower_ for t in head if t.text[:1].islower() or t.i == head[0].i][-2:] in (
        ["the", "agency"],
        ["agency"],
    )


def _owned(head: "list[Token]") -> bool:
    """Whether a website is said to be some body's."""
    before = _said(head[:-1])
    found = noun_at(before)
    return any(t.dep_ == "poss" for t in head) or (
        found is not None and found.kind in ("state", "organisation") and found.size <= len(before)
    )


def _of_people(
    noun: Noun, head: "list[Token]", tokens: "list[Token]", named: bool, indefinite: bool
) -> SourceClass:
    """The class of people: one with a name, one without, several."""
    if named and not noun.plural:
        return SourceClass.PERSON
    if _veiled(tokens):
        return SourceClass.ANONYMOUS
    if noun.kind == "hidden":
        return (
            SourceClass.MEDIA if any(t.lower_ in words("of media") for t in head) else SourceClass.ANONYMOUS
        )
    if noun.plural:
        counted = any(t.like_num for t in head) and head[-1].lower_ not in ("others",)
        few = counted and any(one in nouns("insider") for one in _singular(head[-1]))
        return SourceClass.ANONYMOUS if few else SourceClass.COLLECTIVE
    if indefinite or head[0].lower_ in _INDEFINITE:
        return SourceClass.ANONYMOUS
    return SourceClass.PERSON


def _singular(token: "Token") -> tuple[str, ...]:
    return (token.lower_, token.lemma_.lower())


def is_hidden(tokens: "list[Token]") -> bool:
    """Whether a source asks not to be named, or is "no one"."""
    if tokens and tokens[0].lower_ in ("no", "none", "nobody"):
        return True
    said = [token.lower_ for token in tokens]
    return "not" in said and any(word in said for word in ("named", "identified"))


def _veiled(tokens: "list[Token]") -> bool:
    """Whether words beside a source hide who it is."""
    said = " ".join(token.lower_ for token in tokens)
    return (
        is_hidden(tokens)
        or any(t.lower_ in words("veiled") for t in tokens)
        or any(phrase in said for phrase in nouns("veil"))
    )


def described(head: "list[Token]") -> tuple[Noun | None, bool]:
    """The noun that says what a source is, and whether a name follows it ("the tabloid Kurier")."""
    if len(head) > 1 and all(t.ent_type_ == "PERSON" for t in head) and _noun(head[:1]) is None:
        return None, False
    names = 0
    while (
        names < len(head) and head[-1 - names].text[:1].isupper() and _noun(head[: len(head) - names]) is None
    ):
        names += 1
    return (_noun(head[: len(head) - names]), names > 0) if names < len(head) else (None, False)


def _noun(head: "list[Token]") -> Noun | None:
    """The noun that closes the words; one in capitals is not guessed unless it stands alone as a plural."""
    last = head[-1]
    guess = last.text[:1].islower() or (len(head) == 1 and last.tag_ == "NNS")
    return noun_at(_said(head), guess)


def _parts(tokens: "list[Token]") -> "Iterator[list[Token]]":
    """The things that a source joins: "the ministry, the customs office and Oxfam"; one where it joins nothing."""
    rest = list(tokens)
    cuts = [
        i for i, t in enumerate(rest) if t.lower_ in _AND and 0 < i < len(rest) - 1 and _ends(rest[i - 1])
    ]
    closed = next((i for i, t in enumerate(rest) if t.tag_ in ("WP", "WDT") or t.pos_ == "ADP"), len(rest))
    cuts = [i for i in cuts if i < closed]
    if not cuts:
        yield rest
        return
    marks = [i for i, t in enumerate(rest[: cuts[-1]]) if t.text == "," or i in cuts] + [cuts[-1]]
    start = 0
    for mark in dict.fromkeys([*marks, len(rest)]):
        if rest[start:mark]:
            yield rest[start:mark]
        start = mark + 1


def _ends(token: "Token") -> bool:
    return token.pos_ in ("NOUN", "PROPN", "PRON") and token.tag_ != "JJ"


def core(part: "list[Token]") -> "list[Token]":
    """The words of a part up to its head: no clause, no "of ...", no owner before it."""
    part = _after_quantity(part)
    kept: list[Token] = []
    for i, token in enumerate(part):
        if token.text in ("-", "–"):
            continue
        if _owns(token):
            kept.append(token)
            continue
        nominal = bool(kept) and kept[-1].pos_ in ("NOUN", "PROPN", "NUM", "PRON")
        follows = part[i + 1].pos_ if i + 1 < len(part) else ""
        if (
            token.is_punct
            or token.tag_ in ("WP", "WDT", "TO", "WP$")
            or (nominal and _closes(token, follows))
        ):
            if kept:
                break
            continue
        kept.append(token)
    owner = max((i for i, t in enumerate(kept) if _owns(t)), default=-1)
    return kept[owner + 1 :] if owner + 1 < len(kept) else [t for t in kept if not _owns(t)]


def _owns(token: "Token") -> bool:
    """Whether a token is the ending of an owner: "the dockers' union"."""
    return token.tag_ == "POS" or token.text in ("'", "’", "'s", "’s")


def _closes(token: "Token", follows: str) -> bool:
    """Whether a word after a noun begins what is said of it: "in the north", "seen by us", "familiar with"."""
    if token.text[:1].isupper():
        return False
    if token.pos_ in ("ADP", "SCONJ", "ADV", "PART") and token.tag_ != "POS":
        return True
    return token.pos_ in ("VERB", "AUX", "ADJ") and follows not in ("NOUN", "PROPN", "ADJ")


def _after_quantity(part: "list[Token]") -> "list[Token]":
    """The words after "dozens of", "seven of nine": what they count is what speaks."""
    for i, token in enumerate(part[:5]):
        if token.lower_ == "of" and i:
            last = part[i - 1]
            counts = last.lower_ in words("quantity") - nouns("not quantity")
            return part[i + 1 :] if counts or last.like_num else part
    return part


def _beside(part: "list[Token]") -> "list[Token]":
    """What stands between the first comma of a part and the next: "the insurer, Polaris Re, said"."""
    first = next((i for i, t in enumerate(part) if t.text == "," and i), None)
    if first is None:
        return []
    if any(t.lower_ in ("of", "from") for t in part[:first]) and _is_name(core(part)):
        return []
    rest = part[first + 1 :]
    end = next((i for i, t in enumerate(rest) if t.text == ","), len(rest))
    return [] if rest and rest[0].tag_ in ("WP", "WDT", "WP$", "VBG", "VBN", "IN") else rest[:end]


def _gives_name(part: "list[Token]") -> bool:
    return any(
        t.lower_ in _NAMING and i + 1 < len(part) and part[i + 1].text[:1].isupper()
        for i, t in enumerate(part)
    )


def _is_name(head: "list[Token]") -> bool:
    """Whether words are a name and no noun: all in capitals but articles."""
    said = [t for t in head if t.lower_ not in ("the", "a", "an", "de", "van", "von", "al", "bin")]
    return bool(said) and all(t.text[:1].isupper() for t in said)


def _said(tokens: "list[Token]") -> list[str]:
    return [t.lower_ for t in tokens if t.text not in ("-", "–") and t.tag_ != "POS"]


def _is_law(head: "list[Token]") -> bool:
    """Whether the source is a law by its name: "Republic Act No. 9"."""
    return any(t.lower_ in words("law") and t.text[:1].isupper() for t in head[1:])


def _is_title(head: "list[Token]") -> bool:
    """Whether a name ends like that of a newspaper or station: "the Hollis Courier"."""
    before = [t for t in head[:-1] if t.lower_ != "the"]
    return (
        bool(before)
        and head[-1].lower_ in nouns("title")
        and all(t.text[:1].isupper() for t in (*before, head[-1]))
    )


def _is_firm(head: "list[Token]") -> bool:
    """Whether a name ends like that of a body: "Karst AG"."""
    return len(head) > 1 and head[-1].text[:1].isupper() and head[-1].lower_.rstrip(".") in nouns("firm")
