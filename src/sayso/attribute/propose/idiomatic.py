"""The attributions of idioms: who uses one, and what stands in its gap and behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.attribute.found import Found
from sayso.attribute.propose.idiom_tail import Tail, tail
from sayso.attribute.propose.idioms import Met, idioms, met
from sayso.attribute.reading import Range, Reading, children
from sayso.attribute.words.cue_words import verb_group
from sayso.attribute.words.cues import cues
from sayso.attribute.words.speaker import Speaker, agent, is_empty, phrase, speaker
from sayso.attribute.words.speakers import can_speak
from sayso.records.vocabulary import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_DOINGS = frozenset({Stance.ASKS, Stance.PROMISES, Stance.THREATENS, Stance.ACCUSES, Stance.PRAISES})
_ABSTRACT = ("ion", "ment", "ness", "ity", "ing", "ance", "ence", "ure", "sis", "ism", "al", "age")
RULE, WITH_GAP = "idiom", "idiom with gap"


def idiomatic(reading: Reading, start: int, end: int) -> Iterator[tuple[Found, Token]]:
    """The attributions of the idioms between two tokens, each with its verb."""
    for i in range(start, end):
        verb = reading.doc[i]
        if verb.pos_ not in ("VERB", "AUX") or verb.lemma_.lower() not in idioms() or _is_unreal(verb):
            continue
        found = (_found(reading, idiom, verb, end) for idiom in met(verb, end))
        first = next((each for each in found if each is not None), None)
        if first is not None:
            yield first, verb


def _found(reading: Reading, idiom: Met, verb: Token, limit: int) -> Found | None:
    """The attribution of one idiom; None where nobody says it, or where nothing is said by it."""
    silent = idiom.row.stance == Stance.UNCONFIRMED
    if (idiom.negated and idiom.row.negated is None) or (_is_modal(verb) and not silent):
        return None
    last = max(token.i for token in (*idiom.path.tokens, verb)) + 1
    passive = bool(children(verb, "auxpass"))
    who = _acting(reading, verb, last, limit) if passive else _speaking(reading, verb)
    if (who is None and not passive) or (who is not None and not _may_say(who, idiom)):
        return None
    if who is not None and reading.doc[who.phrase[0]].lower_ in ("no", "nobody", "none") and not silent:
        return None
    after = _behind_agent(who, last, limit) if passive else last
    behind = tail(reading, idiom, verb, after, limit)
    parts = _content(idiom, verb, behind)
    content = reading.spans(*((start, _up_to_agent(reading, who, start, end)) for start, end in parts))
    if not content:
        return None
    source = reading.spans(_apart(who, last, behind)) if who is not None else ()
    return Found(
        source=source,
        cue=reading.spans(*_cue(idiom, verb, last, behind)),
        content=content,
        rule=WITH_GAP if "_" in idiom.row.idiom.split() else RULE,
        detail=f"{idiom.row.idiom!r}; speaker is the {who.how}" if who else repr(idiom.row.idiom),
        no_source="" if source else "the passive verb has no 'by'",
    )


def _may_say(who: Speaker, idiom: Met) -> bool:
    """Whether the words are the speaker's: a thing may raise doubts, but only people and bodies promise or blame."""
    kind = who.head.pos_ == "NOUN" and not who.head.lower_.endswith(_ABSTRACT)
    return can_speak(who.head) or (kind and idiom.row.stance in _DOINGS)


def _is_unreal(verb: Token) -> bool:
    """Whether the words are not said: "if A makes clear", an infinitive that tells what someone is to do."""
    if any(t.lower_ in ("if", "unless") for t in children(verb, "mark")):
        return True
    infinitive = verb.tag_ == "VB" and any(t.tag_ == "TO" for t in children(verb, "aux"))
    return infinitive and verb.head.lemma_.lower() not in cues("doing")


def _is_modal(verb: Token) -> bool:
    """Whether the words may or will be said: "could hold A to account"."""
    return any(t.tag_ == "MD" for t in children(verb, "aux"))


def _speaking(reading: Reading, verb: Token) -> Speaker | None:
    """The verb's speaker, unless the words are only told of the noun before it: "a wife pleading for mercy"."""
    who = speaker(reading, verb)
    if who is None or is_empty(who, verb):
        return None
    return None if who.how.startswith("noun that") and verb.nbor(-1).text != "," else who


def _acting(reading: Reading, verb: Token, last: int, limit: int) -> Speaker | None:
    """The passive verb's agent, also where the parse hangs it on the words before it ("doubts were cast on
    the figures by two auditors").
    """
    who = agent(reading, verb)
    for by in reading.doc[last:limit] if who is None else ():
        if by.text in (",", ";") or by.pos_ in ("VERB", "AUX"):
            return None
        for noun in children(by, "pobj") if by.lower_ == "by" else ():
            if can_speak(noun):
                return Speaker(noun, phrase(reading, noun), f"noun behind {by.text!r}")
    return who


def _behind_agent(who: Speaker | None, last: int, limit: int) -> int:
    """The first token behind "by A" where that follows the idiom's words: A's noun closes it."""
    if who is None or not last <= who.phrase[0] <= last + 1:
        return last
    return min(who.head.i + 1, limit)


def _up_to_agent(reading: Reading, who: Speaker | None, start: int, end: int) -> int:
    """The content's end before the "by" of a speaker within it."""
    if who is not None and start < who.phrase[0] - 1 < end and reading.doc[who.phrase[0] - 1].lower_ == "by":
        return who.phrase[0] - 1
    return end


def _apart(who: Speaker, last: int, behind: Tail | None) -> Range:
    """The speaker's tokens, cut before the tail that a parse hung on an agent ("by the union for dumping")."""
    start, end = who.phrase
    if behind is not None and last <= start < behind.content[0]:
        end = min(end, behind.prep[0], behind.content[0])
    return start, end


def _content(idiom: Met, verb: Token, behind: Tail | None) -> list[Range]:
    """The gap, or the subject that fills it, and the tail; the tail alone where the idiom has no such gap."""
    if "_" not in idiom.row.idiom.split():
        return [behind.content] if behind is not None else []
    parts = [] if behind is None else [(min(behind.prep[0], behind.content[0]), behind.content[1])]
    if idiom.path.gap is not None:
        return [idiom.path.gap, *parts]
    return [*((t.left_edge.i, t.right_edge.i + 1) for t in children(verb, "nsubjpass")), *parts]


def _cue(idiom: Met, verb: Token, last: int, behind: Tail | None) -> list[Range]:
    """The idiom's words without its gap, with the preposition behind them that leads to the content."""
    start = min(verb_group(verb)[0], *(t.left_edge.i if t.i < verb.i else t.i for t in idiom.path.tokens))
    gap = idiom.path.gap or (last, last)
    ranges = [(start, gap[0]), (gap[1], last)]
    if behind is not None and "_" not in idiom.row.idiom.split():
        ranges.append(behind.prep)
    made: list[Range] = []
    for first, end in ranges:
        if made and first <= made[-1][1]:
            made[-1] = (made[-1][0], max(made[-1][1], end))
        elif first < end:
            made.append((first, end))
    return made
