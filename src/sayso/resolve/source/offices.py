"""What stands around the noun of a source: the holder of an office or post, "our", "who", an age."""

from typing import TYPE_CHECKING

from sayso.resolve.source.nouns import noun_at, nouns
from sayso.resolve.source.parts import core, lowered

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 3
_REACH = 40
"""How many tokens before "his office" the one whose it is may stand."""
_PERSONAL = frozenset({"his", "her"})


def is_office(part: "list[Token]") -> bool:
    """Whether a source is the office of one who holds a state's: "the mayor's office", "her office"."""
    said = lowered(part)
    end = _office_end(lowered(core(part)))
    if not end:
        return False  # "a source in the mayor's office"
    at = said.index(end[-1])
    chief = noun_at(said[at + 1 : at + 2])
    if chief is not None and chief.person:
        return False  # "President's office chief Taras Holm"
    if said[at + 1 : at + 2] == ["of"]:
        after = [word for word in said[at + 2 : at + 3 + _LONGEST] if word != "the"]
        return any(_holds(after[:size]) for size in range(1, _LONGEST + 1))
    at -= len(end) - 1
    if at == 1 and said[0] in _PERSONAL:
        return not _heads_a_body(part[0])
    owned = any(t.tag_ == "POS" or t.text in ("'", "’", "'s", "’s") for t in part)
    names = 0
    while names < at and part[at - names - 1].text[:1].isupper() and names < _LONGEST:
        names += 1
    ends = range(at - names, at + 1)
    return owned and any(
        _holds(said[max(0, end - size) : end]) and not _is_of_body(said[: max(0, end - size)])
        for end in ends
        for size in range(1, _LONGEST + 1)
    )


def _office_end(said: list[str]) -> list[str]:
    """The words for an office that stand in those of a source: "press office"; none if it has none."""
    spans = (said[i:j] for i in range(len(said)) for j in range(min(len(said), i + _LONGEST), i, -1))
    return next((span for span in spans if " ".join(span) in nouns("office")), [])


def _heads_a_body(pronoun: "Token") -> bool:
    """Whether "his" before "office" means one who heads a body that is no state's: "its secretary general"."""
    doc = pronoun.doc
    for i in range(pronoun.i - 1, max(-1, pronoun.i - _REACH), -1):
        said = [t.lower_ for t in doc[max(0, i - _LONGEST + 1) : i + 1] if t.text != "-"]
        noun = noun_at(said, guess=False)
        if noun is not None and noun.kind == "person" and not noun.plural:
            return any(" ".join(said[-size:]) in nouns("head of body") for size in range(1, _LONGEST + 1))
    return False


def is_own_voice(tokens: "list[Token]") -> bool:
    """Whether a source is one who writes for the publisher: "our correspondent in Accra", "we at this newspaper"."""
    said = lowered(tokens)
    if said[-2:] == ["this", "article"] or said[-2:] == ["this", "story"]:
        return "version" in said  # "an earlier version of this article"
    if said[:1] == ["we"] and said[1:3] == ["at", "this"]:
        return True
    head = core(tokens)[-1:]
    if (
        head
        and head[0].lower_ in nouns("own work")
        and any(t.is_quote for t in tokens[0].sent if t.i < tokens[0].i)
    ):
        return False  # "“Our analysis shows”" is a scholar's
    near = [token for token in tokens[1:_LONGEST] if token.lower_ in nouns("own voice")]
    named = (
        bool(near) and near[0] is not tokens[-1] and near[0].nbor().pos_ == "PROPN"
    )  # "our reporter Ada Lind"
    return tokens[0].lower_ == "our" and (named or (bool(head) and head[0].lower_ in nouns("own voice")))


def _holds(said: list[str]) -> bool:
    return " ".join(said) in nouns("office holder")


def _is_of_body(before: list[str]) -> bool:
    """Whether the holder of a post is that of a body that is no state's: "the union president's office"."""
    return before[-1:] != [] and before[-1] in nouns("no state's")


def shows_people(part: "list[Token]", head: "Token") -> bool:
    """Whether "who" stands right behind a noun, or an age between commas: "the fitter, 24,"."""
    after = [t for t in part if t.i > head.i][:2]
    if after and after[0].text == ",":
        after = after[1:]
    return bool(after) and (after[0].lower_ in ("who", "whose") or (after[0].like_num and len(after[0]) == 2))
