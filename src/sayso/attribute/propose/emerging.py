"""What comes out without a speaker: "it emerged (from documents) that X", "it transpired that X"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.attribute.found import Found
from sayso.attribute.propose.clauses import clause
from sayso.attribute.reading import Reading, children
from sayso.attribute.words.cue_words import verb_group
from sayso.attribute.words.cues import cues
from sayso.attribute.words.speaker import phrase


def emerging(reading: Reading, start: int, end: int) -> Iterator[Found]:
    """The attributions of such verbs between two tokens; the source is what follows "from", if anything does."""
    for i in range(start, end):
        verb = reading.doc[i]
        if verb.lemma_.lower() not in cues("emerging") or verb.pos_ != "VERB":
            continue
        if not any(t.lower_ == "it" for t in children(verb, "nsubj", "expl")):
            continue
        content = clause(reading, verb, verb.i + 1, end)
        if content is None or reading.doc[content[0]].lower_ not in ("that", "how"):
            continue
        preps = [t for t in children(verb, "prep") if t.lower_ == "from" and t.i < content[0]]
        named = next((noun for prep in preps for noun in children(prep, "pobj")), None)
        last = preps[0].i if named is not None else verb.i
        source = phrase(reading, named) if named is not None else (last, last)
        yield Found(
            source=reading.spans((source[0], min(source[1], content[0]))),
            cue=reading.spans((verb_group(verb)[0], last + 1)),
            content=reading.spans(content),
            rule="it emerged",
            no_source="" if named is not None else f"{verb.text!r} names no one",
        )
