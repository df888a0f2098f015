"""The encoder as a proposer: its attributions in the form that the rules give theirs."""

from __future__ import annotations

from sayso.attribute.encoder import EncodedAttribution, encoder
from sayso.attribute.found import Found, Spans
from sayso.attribute.reading import Reading
from sayso.records.base import Span

RULE = "encoder"


def tagged(reading: Reading) -> list[Found]:
    """What the shipped encoder finds in the report. Raises WrongModel or DamagedInstall as `encoder` does."""
    return [as_found(each) for each in encoder().encode(reading.report.text)]


def as_found(encoded: EncodedAttribution) -> Found:
    """One of the encoder's attributions, its score kept."""
    return Found(
        source=_spans(encoded.source),
        cue=_spans(encoded.cue),
        content=_spans(encoded.content),
        rule=RULE,
        detail="tagged and linked by the encoder",
        score=encoded.score,
        no_source="" if encoded.source else "the encoder links no source to the cue",
    )


def _spans(pairs: tuple[tuple[int, int], ...]) -> Spans:
    return tuple(sorted(Span(*pair) for pair in pairs))
