"""CAMEO codes for PLOVER events, from the table cameo.tsv."""

from sayso.events.lexicon import cameo_codes
from sayso.records.vocabulary import EventType


def cameo(kind: EventType, mode: str | None, contexts: tuple[str, ...]) -> str:
    """The CAMEO code of an event: by mode and context, else by mode, by context, by type alone."""
    codes = cameo_codes()
    tries = [(mode or "", context) for context in contexts]
    tries += [(mode or "", ""), *(("", context) for context in contexts), ("", "")]
    return next(codes[kind, m, c] for m, c in tries if (kind, m, c) in codes)
