"""The contexts of an event: what it is about (PLOVER manual, chapter Contexts)."""

from typing import TYPE_CHECKING

from sayso.events.lexicon import context_cues

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Span

_BY_MODE = {"cyber": "cyber", "misinformation": "misinformation", "unconventional": "cbrn"}
_MOST = 3


def contexts(given: "Iterable[str]", mode: str | None, sentences: "list[Span]") -> tuple[str, ...]:
    """At most three contexts: those that the trigger's reading and the mode bring, then those that most cues show."""
    found = list(dict.fromkeys(given))
    if mode in _BY_MODE and _BY_MODE[mode] not in found:
        found.insert(0, _BY_MODE[mode])
    tally: dict[str, int] = {}
    for sentence in sentences:
        for context in _shown(sentence):
            tally[context] = tally.get(context, 0) + 1
    ranked = sorted(tally, key=lambda context: (-tally[context], context))
    found += [context for context in ranked if context not in found]
    return tuple(found[:_MOST])


def _shown(sentence: "Span") -> "Iterable[str]":
    cues = context_cues()
    before = ""
    for token in sentence:
        lemma = token.lemma_.lower()
        yield from cues.get(f"{before} {lemma}", ())
        yield from cues.get(lemma, ())
        before = token.lower_
