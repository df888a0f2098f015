"""What the encoder's second reading adds: statements inside others, and statements that nothing else has found.

Its head is trained on passages in which every statement is marked, those inside others too; the encoder's first
reading and the rules come first, since they are measured on more. Of a statement that a rule alone has found, the
second reading knows source and content better where it is sure. The scores were chosen on passages kept from
training.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.attribute.found import Found, inside, meet
from sayso.attribute.learnt.overrule import overruled
from sayso.attribute.learnt.tagged import as_found, credible, within_paragraph
from sayso.attribute.reading import Reading
from sayso.attribute.words.cues import cues
from sayso.records.stages import Encoded, EncodedAttribution

LEAST = (0.7, 0.4)
"""The least score of a statement that lies in no other, and of one inside another."""
SURE = 0.8
"""The least score with which a statement that lies in no other stands in place of what a rule makes of its cue."""
CLOSED = frozenset({"source phrase", "transcript", "signature"})
"""Rules that leave no doubt of who speaks and of where the content ends."""
_MARKS = frozenset('"“”‘')
RULES = ("encoder, alone", "encoder, inside another")


def deepened(reading: Reading, encoded: Encoded, known: Sequence[Found]) -> list[Found]:
    """The known attributions, and those of the second reading whose cue and content none of them has."""
    kept = list(known)
    for level, attributions in enumerate(encoded.levels):
        for found in (_read(reading, each, level) for each in attributions):
            score = found.score or 0.0
            ruled = _ruled(found, kept) if level == 0 and score >= SURE else None
            if not found.content or (
                level == 0 and not (credible(reading, found) and _is_told(reading, found))
            ):
                continue
            if ruled is not None:
                if (ruled.source, ruled.content) != (found.source, found.content) and _is_same(ruled, found):
                    kept[kept.index(ruled)] = found
            elif (
                score >= LEAST[level]
                and _is_whole(reading, found)
                and _is_new(found, kept)
                and (level == 0 or _lies_inside(found, kept))
            ):
                kept.append(found)
    return kept


def _read(reading: Reading, each: EncodedAttribution, level: int) -> Found:
    found = replace(
        as_found(each), rule=RULES[level], detail="tagged and linked by the encoder's second reading"
    )
    return overruled(reading, within_paragraph(reading, found))


def _ruled(each: Found, known: Sequence[Found]) -> Found | None:
    """What a rule alone, none of `CLOSED`, has made of the same cue, if that stands by itself."""
    tied = [other.inside for other in known if other.inside is not None]
    return next(
        (
            other
            for other in known
            if other.score is None
            and other.rule not in CLOSED
            and other.inside is None
            and other not in tied
            and meet(each.cue, other.cue)
        ),
        None,
    )


def _is_told(reading: Reading, each: Found) -> bool:
    """Whether somebody speaks, or the cue is no bare participle: "| saying that", "| titled"."""
    cue = reading.within(each.cue)
    if each.source or len(cue) != 1:
        return True
    known = cue[0].lemma_.lower() in cues("verb")  # "A, | said to be rich"
    return cue[0].tag_ != "VBG" and (cue[0].tag_ != "VBN" or known)


def _is_same(ruled: Found, found: Found) -> bool:
    """Whether both have the same source and content, if not in the same words: who speaks is for the rules to say."""
    source = meet(ruled.source, found.source) or not (ruled.source or found.source)
    return source and meet(ruled.content, found.content)


def _is_whole(reading: Reading, each: Found) -> bool:
    """Whether the content says more than a pronoun, and the cue holds no end of a quotation.

    The words behind such a cue would begin in the quotation's midst.
    """
    says = any(token.pos_ not in ("PRON", "PUNCT", "SPACE") for token in reading.within(each.content))
    return says and not any(_MARKS & set(span.cut(reading.report.text)) for span in each.cue)


def _is_new(each: Found, known: Iterable[Found]) -> bool:
    """Whether no other has its cue, and its content lies within, around or apart from each other content."""
    for other in known:
        if meet(each.cue, other.cue) or other.content == each.content:
            return False
        if meet(each.content, other.content) and not (_within(each, other) or _within(other, each)):
            return False
    return True


def _lies_inside(each: Found, known: Iterable[Found]) -> bool:
    return any(_within(each, other) for other in known)


def _within(each: Found, other: Found) -> bool:
    """Whether cue and content of one lie in the content of another."""
    return inside((*each.cue, *each.content), other.content)
