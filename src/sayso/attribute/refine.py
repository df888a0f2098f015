"""Last mends to what the proposers found, where the words leave no doubt: each looks at one attribution."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.cue_words import verb_cues
from sayso.attribute.cues import cues
from sayso.attribute.found import Found
from sayso.attribute.reading import Range, Reading, children
from sayso.attribute.speaker import phrase
from sayso.attribute.speakers import documents
from sayso.records.base import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_REQUEST = ("request", "requests")
_ABOUT = frozenset({"on", "about", "regarding"})
_DATELINE = re.compile(r"[A-Z][A-Z .,'’/]+(?:\([^()]{1,40}\) ?)?[—–] ?(?=\w)")
_JOINS = frozenset({"and", "but", "or", "nor", "yet"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ENDS = frozenset(".?!,…")


def refined(reading: Reading, found: Iterable[Found]) -> list[Found]:
    """The attributions, each mended where one of the mends fits."""
    made: list[Found] = []
    same: dict[Found, Found] = {}
    for each in found:
        if _is_veil(reading, each):
            continue
        mended = each
        for mend in _MENDS:
            mended = mend(reading, mended)
        same[each] = mended
        made.append(mended)
        if (more := _withheld(reading, mended)) is not None and not any(_meet(more, other) for other in made):
            made.append(more)
    return [
        replace(e, inside=same[e.inside]) if e.inside in same else e for e in made if e.inside is None
    ] + [replace(e, inside=same.get(e.inside, e.inside)) for e in made if e.inside is not None]


def _is_veil(reading: Reading, each: Found) -> bool:
    """Whether the words only say that a source stays unnamed: "asked not to be named", "requested anonymity"."""
    verb, words = _cue_verb(reading, each), [token.lower_ for token in _content(reading, each)[:6]]
    if verb is None or verb.lemma_.lower() not in cues("veiling"):
        return False
    return words[:1] == ["anonymity"] or any(
        words[k] == "be" and words[k + 1] in ("named", "identified", "quoted") for k in range(len(words) - 1)
    )


def _cue_verb(reading: Reading, each: Found) -> Token | None:
    """The last verb of a cue."""
    tokens = [reading.doc[i] for span in each.cue for i in range(*reading.tokens(span))]
    return next((token for token in reversed(tokens) if token.pos_ in ("VERB", "AUX")), None)


def _content(reading: Reading, each: Found) -> list[Token]:
    return [reading.doc[i] for span in each.content for i in range(*reading.tokens(span))]


def _with_content(reading: Reading, each: Found, content: Range, why: str) -> Found:
    spans = reading.spans(content)
    return replace(each, content=spans, detail=f"{each.detail}; {why}") if spans else each


def _what_was_asked(reading: Reading, each: Found) -> Found:
    """ "did not respond to a request for comment on the raid": the content is the raid."""
    content = _content(reading, each)
    words = [token.lower_ for token in content]
    at = next((k for k, word in enumerate(words[:6]) if word in _REQUEST), None)
    if at is None or words[at + 1 : at + 3] != ["for", "comment"] or len(words) < at + 5:
        return each
    if words[at + 3] not in _ABOUT or not each.cue:
        return each
    first = content[at + 4]
    cue = Span(each.cue[0].start, content[at + 3].idx + len(content[at + 3].text))
    return replace(
        _with_content(reading, each, (first.i, content[-1].i + 1), "what the request was about"), cue=(cue,)
    )


def _after_dateline(reading: Reading, each: Found) -> Found:
    """ "NEW YORK — Actress Ina Brandt has accused": the place where a story was filed is no source."""
    kept = []
    for span in each.source:
        opens = _DATELINE.match(span.cut(reading.report.text))
        kept.append(Span(span.start + opens.end(), span.end) if opens else span)
    if tuple(kept) == each.source:
        return each
    return replace(each, source=tuple(kept), detail=f"{each.detail}; its source without the dateline")


def _up_to_next_deed(reading: Reading, each: Found) -> Found:
    """ "confirmed the death but would not say": what the same subject did next is no content."""
    verb = _cue_verb(reading, each)
    if verb is None or not each.content or len(each.content) != 1:
        return each
    first, last = reading.tokens(each.content[0])
    if first <= verb.i:
        return each
    for other in children(verb, "conj"):
        if any(t.dep_ in ("nsubj", "nsubjpass") for t in reading.doc[first : other.i]):
            continue
        joint = next((t for t in children(verb, "cc") if t.i < other.i and first < t.i < last), None)
        if (
            joint is not None
            and (_is_finite(other) or not _is_finite(verb))
            and joint.lower_ in _JOINS
            and first < other.i < last
            and not children(other, "nsubj")
        ):
            return _with_content(reading, each, (first, joint.i), "up to what its speaker did next")
    return each


def _is_finite(verb: Token) -> bool:
    """Whether the verb has a tense, its own or an auxiliary's: "and left", but not "(agreed to share) and rely"."""
    return any(t.tag_ in _FINITE for t in (verb, *children(verb, "aux", "auxpass")))


def _after_citing(reading: Reading, each: Found) -> Found:
    """ "reported, citing two officials, that X": the content is X."""
    content = _content(reading, each)
    if not content or not (content[0].lemma_.lower() in cues("relay") or _relays(content[0])):
        return each
    that = next((t for t in content if t.lower_ == "that" and reading.doc[t.i - 1].text == ","), None)
    return (
        each
        if that is None
        else _with_content(reading, each, (that.i, content[-1].i + 1), "behind what it cites")
    )


def _relays(first: Token) -> bool:
    """Whether the words before are "citing": the content of the cited source itself begins with that source."""
    return any(
        t.lemma_.lower() in cues("relay") and t.tag_ == "VBG"
        for t in first.doc[max(0, first.i - 1) : first.i]
    )


def _up_to_quotation(reading: Reading, each: Found) -> Found:
    """ "chanted “Water!” outside the palace": where a whole utterance was said is no content."""
    content = _content(reading, each)
    if len(each.content) != 1 or not content or not reading.is_mark(content[0].i) or not each.cue:
        return each
    quotation = reading.quotation_at(content[0].i)
    if quotation is None or each.cue[-1].end > content[0].idx:
        return each
    if quotation.inner.cut(reading.report.text)[-1] not in _ENDS and _takes_object(reading, each):
        return each
    end = reading.tokens(quotation.span)[1]
    after = reading.doc[end] if end < content[-1].i + 1 else None
    if after is None or after.pos_ not in ("ADP", "SCONJ") or after.lower_ in ("of", "to"):
        return each
    return _with_content(reading, each, (content[0].i, end), "up to the end of its quotation")


def _takes_object(reading: Reading, each: Found) -> bool:
    """Whether the cue's content may be a thing, of which the quotation is then a part ("reported “nine” dead")."""
    verb = _cue_verb(reading, each)
    rows = verb_cues(verb) if verb is not None else ()
    return not rows or any(frame.startswith("object") for row in rows for frame in row.frames)


def _read_out(reading: Reading, each: Found) -> Found:
    """ "“Burn it,” read the message", "warned a sign at the well": what stands behind the verb speaks."""
    verb = _cue_verb(reading, each)
    if verb is None or not verb.i or _has_subject(reading, verb) or (each.source and verb.lemma_ != "read"):
        return each
    if not any("quote" in row.frames for row in verb_cues(verb)) or children(verb, "aux", "auxpass"):
        return each
    behind = [
        t for t in children(verb, "dobj", "nsubj", "dep") if t.i > verb.i and t.pos_ in ("NOUN", "PROPN")
    ]
    if verb.lemma_ != "read" and behind and behind[0].left_edge.i != verb.i + 1:
        return each
    if not behind or not (reading.is_mark(verb.i - 1) or reading.doc[verb.i - 1].text == ","):
        return each
    first, last = phrase(reading, behind[0], verb)
    if (
        behind[0].lemma_.lower() in documents()
    ):  # "warned a sign at the well": the parse hangs the place on the verb
        last = max((last, *(t.right_edge.i + 1 for t in children(verb, "prep") if t.i == last)))
    comma = next((i for i in range(first, last) if reading.doc[i].text == ","), last)
    return replace(each, source=reading.spans((first, comma)), no_source="")


def _has_subject(reading: Reading, verb: Token) -> bool:
    return any(t.i < verb.i and reading.same_quotation(t.i, verb.i) for t in children(verb, "nsubj"))


def _listed(reading: Reading, each: Found) -> Found:
    """ "The protesters' demands include X": the owner of the demands speaks."""
    verb = _cue_verb(reading, each)
    noun = next(iter(children(verb, "nsubj")), None) if verb is not None else None
    if verb is None or noun is None or verb.lemma_.lower() not in ("include", "be", "comprise"):
        return each
    owners = children(noun, "poss")
    if noun.lemma_.lower() not in cues("noun") or not owners or len(each.cue) != 1:
        return each
    source = reading.spans((owners[0].left_edge.i, owners[0].i + 1))
    return replace(each, source=source, cue=(Span(noun.idx, each.cue[0].end),))


def _cleft(reading: Reading, each: Found) -> Found:
    """ "It was the nurse who warned that X": the nurse speaks."""
    verb = _cue_verb(reading, each)
    source = [reading.doc[i] for span in each.source for i in range(*reading.tokens(span))]
    if verb is None or len(source) != 1 or source[0].lower_ not in ("who", "that", "which"):
        return each
    noun = verb.head
    be = noun.head
    if verb.dep_ != "relcl" or noun.dep_ != "attr" or be.lemma_ != "be":
        return each
    if not any(t.lower_ == "it" for t in children(be, "nsubj")):
        return each
    return replace(each, source=reading.spans((noun.left_edge.i, source[0].i)))


def _said_of_one(reading: Reading, each: Found) -> Found:
    """ "The banker, said to be close to the president, left": nobody says it, and the banker is in the content."""
    verb, content = _cue_verb(reading, each), _content(reading, each)
    if verb is None or len(content) < 2 or not each.source or each.source[-1].end > verb.idx:
        return each
    if content[0].lower_ != "to" or content[0].tag_ != "TO" or content[0].i != verb.i + 1:
        return each
    spoken = verb.lower_ == "said" or (verb.tag_ == "VBN" and verb.lemma_.lower() in cues("passive"))
    if not spoken or children(verb, "aux", "auxpass") or len(each.cue) != 1:
        return each
    why = f"{verb.text!r} without subject names no one"
    return replace(each, source=(), content=(*each.source, *each.content), no_source=why)


def _accused_of(reading: Reading, each: Found) -> Found:
    """ "Mayor accused of lying by deputy": a headline's passive; who stands before it does not speak."""
    verb, content = _cue_verb(reading, each), _content(reading, each)
    if (
        verb is None
        or verb.lower_ != "accused"
        or verb.nbor().lower_ != "of"
        or not content
        or not each.source
    ):
        return each
    if children(verb, "aux", "auxpass", "dobj") or each.source[-1].end > verb.idx:
        return each
    by = next((t for t in content if t.lower_ == "by" and children(t, "pobj")), None)
    end = by.i if by is not None else content[-1].i + 1
    accuser = reading.spans((by.i + 1, content[-1].i + 1)) if by is not None else ()
    charge = reading.spans((verb.i + 1, end))
    why = "" if by is not None else "the passive verb has no 'by'"
    return replace(
        each,
        source=accuser,
        content=(*each.source, *charge),
        cue=reading.spans((verb.i, verb.i + 1)),
        no_source=why,
    )


def _came_from(reading: Reading, each: Found) -> Found:
    """ "The warning that the dam might burst came from an engineer"."""
    content = _content(reading, each)
    come = next(
        (t for t in content if t.lemma_ == "come" and t.i + 1 < len(t.doc) and t.nbor().lower_ == "from"),
        None,
    )
    if come is None or each.source or come.i <= content[0].i or _cue_verb(reading, each) is not None:
        return each
    named = [noun for prep in children(come, "prep") for noun in children(prep, "pobj")]
    if not named or named[0].i > content[-1].i:
        return each
    shorter = _with_content(reading, each, (content[0].i, come.i), "up to whom it came from")
    return replace(shorter, source=reading.spans(phrase(reading, named[0], come)), no_source="")


def _heard(reading: Reading, each: Found) -> Found:
    """ "The court heard that X": the court is told, nobody is named who told it."""
    verb = _cue_verb(reading, each)
    if verb is None or verb.lemma_.lower() not in cues("hearing"):
        return each
    subject = next(iter(children(verb, "nsubj")), None)
    if subject is None or subject.lemma_.lower() not in cues("bench"):
        return each
    return replace(each, source=(), no_source=f"{subject.text!r} is who was told")


def _asked_in_passing(reading: Reading, each: Found) -> Found:
    """ "The minister, asked whether X, said Y": the source of Y holds the question."""
    verb = _cue_verb(reading, each)
    if verb is None or len(each.source) != 1:
        return each
    last = reading.tokens(each.source[0])[1]
    doc = reading.doc
    if (
        last + 2 >= verb.i
        or doc[last].text != ","
        or doc[last + 1].lower_ not in ("asked", "pressed", "questioned")
    ):
        return each
    comma = next((i for i in range(last + 2, verb.i) if doc[i].text == "," and i >= verb.i - 2), None)
    return each if comma is None else replace(each, source=(Span(each.source[0].start, doc[comma].idx + 1),))


def _withheld(reading: Reading, each: Found) -> Found | None:
    """The refusal behind "but": "confirmed the death but would not give a cause"."""
    verb = _cue_verb(reading, each)
    for other in children(verb, "conj") if verb is not None else ():
        negated = children(other, "neg")
        things = [t for t in children(other, "dobj") if t.lemma_.lower() in cues("withheld")]
        if other.lemma_.lower() in cues("withholding") and negated and things and each.source:
            start = min(t.i for t in children(other, "aux", "neg"))
            content = reading.spans((things[0].left_edge.i, things[0].right_edge.i + 1))
            detail = f"speaker is the one of {verb.text!r}" if verb is not None else ""
            return Found(
                each.source, reading.spans((start, other.i + 1)), content, "what one withholds", detail
            )
    return None


def _meet(some: Found, other: Found) -> bool:
    return any(a.overlaps(b) for a in some.cue for b in other.cue)


_MENDS: tuple[Callable[[Reading, Found], Found], ...] = (
    _after_dateline,
    _what_was_asked,
    _up_to_next_deed,
    _after_citing,
    _up_to_quotation,
    _read_out,
    _cleft,
    _said_of_one,
    _accused_of,
    _came_from,
    _listed,
    _heard,
    _asked_in_passing,
)
