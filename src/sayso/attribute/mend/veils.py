"""What is kept back: a source's name ("asked not to be named"), or what one would not give ("a cause")."""

from __future__ import annotations

from dataclasses import replace

from sayso.attribute.found import Found, meet
from sayso.attribute.mend.mending import cue_verb
from sayso.attribute.reading import Reading, children
from sayso.attribute.words.cues import cues
from sayso.records.base import Span

_REASONS = frozenset({"because", "for", "as", "since", "to", "out", "citing", "due"})


def with_reason(reading: Reading, each: Found) -> Found:
    """ "who asked not to be named because the talks are private": the request goes on to its reason."""
    if len(each.content) != 1 or not is_veil(reading, each):
        return each
    first, last = reading.tokens(each.content[0])
    doc = reading.doc
    if last >= len(doc) or doc[last].lower_ not in _REASONS:
        return each
    end = next((i for i in range(last, len(doc)) if reading.is_edge(i)), len(doc))
    return replace(each, content=reading.spans((first, end)), detail=f"{each.detail}; with its reason")


def is_veil(reading: Reading, each: Found) -> bool:
    """Whether the words only say that a source stays unnamed: "asked not to be named", "requested anonymity"."""
    verb, words = cue_verb(reading, each), [token.lower_ for token in reading.within(each.content)[:6]]
    if verb is None or verb.lemma_.lower() not in cues("veiling"):
        return False
    hidden = "not" in words and any(word in ("name", "names", "identity") for word in words)
    return (
        words[:1] == ["anonymity"]
        or hidden
        or any(
            words[k] == "be" and words[k + 1] in ("named", "identified", "quoted")
            for k in range(len(words) - 1)
        )
    )


def hearsay(reading: Reading, each: Found) -> Found | None:
    """What "allegedly" in another's cue says: nobody in particular tells that "a guard allegedly told X that Y"."""
    cue = reading.within(each.cue)
    adverb = next((t for t in cue if t.lower_ in cues("adverb")), None)
    if adverb is None or len(cue) == 1 or not each.source or len(each.content) != 1:
        return None
    first = min(span.start for span in (*each.source, *each.cue))
    last = max(span.end for span in (*each.cue, *each.content))
    begin, end = reading.tokens(Span(first, last))
    if each.content[0].start < first:
        return None
    return Found(
        source=(),
        cue=reading.spans((adverb.i, adverb.i + 1)),
        content=reading.spans((begin, adverb.i), (adverb.i + 1, end)),
        rule="adverb",
        no_source=f"{adverb.text!r} names no one",
    )


def without_hearsay(reading: Reading, each: Found) -> Found:
    """The cue without such an adverb, which has a statement of its own."""
    if (said := hearsay(reading, each)) is None:
        return each
    kept = [t for t in reading.within(each.cue) if t.lower_ not in cues("adverb")]
    pieces = reading.spans(*((t.i, t.i + 1) for t in kept))
    first, last = kept[0].i, kept[-1].i
    whole = reading.spans((first, last + 1))
    return replace(each, cue=pieces if meet(whole, said.cue) else whole)


def withheld(reading: Reading, each: Found) -> Found | None:
    """The refusal behind "but": "confirmed the death but would not give a cause"."""
    verb = cue_verb(reading, each)
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
