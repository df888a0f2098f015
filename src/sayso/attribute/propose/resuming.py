"""What another says in passing of the words before: "..., a charge A denies", "..., something A denies"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.found import Found
from sayso.attribute.propose.relative import DENIED
from sayso.attribute.reading import Range, Reading, children
from sayso.attribute.words.cue_words import is_negated, verb_cues, verb_group
from sayso.attribute.words.cues import cues
from sayso.attribute.words.speaker import Speaker, agent, phrase
from sayso.records.base import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

RULE = "what one says in passing"
_OPEN = frozenset({"a", "an"})
_RELATIVE = frozenset({"that", "which"})
_SOME = frozenset({"one", "both", "some", "few", "many", "most", "others"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def resuming(reading: Reading, start: int, end: int) -> Iterator[Found]:
    """The attributions whose content is a noun for what was said before and whose cue is in its relative clause."""
    for i in range(start + 1, end):
        noun = reading.doc[i]
        if noun.lemma_.lower() not in cues("resuming"):
            continue
        first = noun.left_edge.i
        first -= first == i and reading.doc[i - 1].lower_ in _OPEN  # "a figure monitors (cannot verify)"
        opens = reading.doc[first].lower_ in _OPEN or (first == i and noun.lower_ == "something")
        if not opens or first <= start or not (_parts(reading, first) or _unverified(noun)):
            continue
        found = _of_clause(reading, noun, (first, i + 1), end)
        if found is not None:
            yield found


def _parts(reading: Reading, first: int) -> bool:
    return reading.doc[first - 1].text in (",", "–", "—")


def _unverified(noun: Token) -> bool:
    """Whether nobody could bear a noun's words out: "in a statement that could not be verified"."""
    return any(_is_unverified(verb) for verb in children(noun, "relcl"))


def _is_unverified(verb: Token) -> bool:
    verifies = verb.lemma_.lower() in cues("verifying")
    return verifies and is_negated(verb) and bool(children(verb, "auxpass"))


def stands_for_before(reading: Reading, subject: Range) -> int | None:
    """Where the subject begins behind a noun that the parse took into it: "a claim | his office (denies)"."""
    first, last = subject
    at = next((i for i in range(first + 1, min(first + 3, last - 1)) if _stands(reading.doc[i])), None)
    opens = at is not None and reading.doc[first].lower_ in _OPEN
    if not opens or at is None or first == 0 or reading.doc[first - 1].text not in (",", "–", "—"):
        return None
    after = reading.doc[at + 1]
    many = after.tag_ == "JJ" and after.nbor().tag_ in ("NNS", "NNPS")  # "an assertion | Western governments"
    begins = after.tag_ in ("DT", "PRP$", "PRP", "NNS", "NNPS", "NNP") or after.lower_ in _SOME
    return at + 1 if begins or many else None


def _stands(noun: Token) -> bool:
    return noun.lemma_.lower() in cues("resuming")


def _taken_in(reading: Reading, noun: Token, begin: int, limit: int) -> tuple[Token, Speaker] | None:
    """The verb behind such a noun and its subject, where the parse made one phrase of both nouns."""
    words = reading.doc[noun.i + 1 : limit]
    verb = next((t for t in words if t.tag_ in _FINITE or t.text in ",;:"), None)
    if verb is None or verb.tag_ not in _FINITE:
        return None
    full = verb.head if verb.dep_ in ("aux", "auxpass") and verb.head.i < limit else verb
    first = stands_for_before(reading, (begin, verb.i))
    said = next(iter(children(full, "xcomp")), full) if _declines(full) else full
    if first is None or not verb_cues(said) or full.i < verb.i:
        return None
    return said, Speaker(
        words[verb.i - noun.i - 2], (first, verb.i), f"words between the noun and {full.text!r}"
    )


def _of_clause(reading: Reading, noun: Token, named: Range, limit: int) -> Found | None:
    behind = (*children(noun, "relcl", "acl"), *([noun.head] if _is_answered(noun) else ()))
    verb = next((t for t in (*_unable(behind), *behind) if noun.i < t.i < limit and _speaks(t)), None)
    taken_in = _taken_in(reading, noun, named[0], limit) if verb is None else None
    verb = taken_in[0] if taken_in is not None else verb
    if verb is None or verb.lemma_.lower() in cues("telling"):
        return None
    if _is_unverified(verb):
        return Found(
            source=(),
            cue=reading.spans(verb_group(verb)),
            content=reading.spans(named),
            rule=RULE,
            detail=f"{noun.text!r} stands for the words before",
            no_source="the passive verb has no 'by'",
        )
    by = agent(reading, verb) if verb.tag_ == "VBN" or children(verb, "auxpass") else None
    who = by or (taken_in[1] if taken_in is not None else _subject(reading, verb, noun))
    called = [t for t in children(verb, "oprd", "acomp", "prep") if t.i > verb.i]
    as_ = any(t.lower_ == "as" and t.dep_ == "prep" for t in called)
    said = as_ or (verb.lemma_.lower() in cues("naming") and bool(called))
    objects = any("object" in row.frames or "object+" in row.frames for row in verb_cues(verb))
    if who is None or not (said or objects or by is not None):
        return None
    more = reading.whole_quotations(verb.i + 1, min(verb.right_edge.i + 1, limit), verb.i)
    parts = [named, more] if said else [named]
    return Found(
        source=reading.spans(who.phrase),
        cue=reading.spans(
            (verb_group(_finite_above(verb))[0], verb.i + 1) if verb.dep_ == "xcomp" else verb_group(verb)
        ),
        content=reading.spans(*parts),
        rule=RULE,
        detail=f"speaker is the {who.how}; {noun.text!r} stands for the words before",
    )


def _is_answered(noun: Token) -> bool:
    """Whether the parse gave the noun to the verb behind it, which has a subject of its own: "a view | few share"."""
    others = [t for t in children(noun.head, "nsubj") if noun.i < t.i < noun.head.i]
    twice = noun.dep_ == "nsubj" and bool(others) and others[0].left_edge.i == noun.i + 1
    return noun.dep_ == "dobj" or twice


def _speaks(verb: Token) -> bool:
    """Whether a verb has a row, or somebody makes the noun by it: "a charge first made by A"."""
    made = verb.tag_ == "VBN" and verb.lemma_.lower() in cues("light") and bool(children(verb, "agent"))
    return made or bool(verb_cues(verb))


def _unable(verbs: Sequence[Token]) -> list[Token]:
    """What one is unable to do: "a claim AFP was unable to verify"."""
    states = [t for verb in verbs if verb.lemma_ == "be" for t in children(verb, "acomp")]
    able = [t for state in states if state.lower_ in ("unable", "able") for t in children(state, "xcomp")]
    return [*able, *(t for verb in verbs if _declines(verb) for t in children(verb, "xcomp"))]


def _declines(verb: Token) -> bool:
    """Whether a verb is one of refusing: "a step officials declined to confirm"."""
    return verb.lemma_.lower() in cues("reluctant")


def _finite_above(verb: Token) -> Token:
    """The verb with a subject above an infinitive: "was (unable to verify)", "declined (to confirm)"; else itself."""
    if verb.dep_ != "xcomp":
        return verb
    return verb.head.head if verb.head.dep_ == "acomp" else verb.head if _declines(verb.head) else verb


def _subject(reading: Reading, verb: Token, noun: Token) -> Speaker | None:
    above = _finite_above(verb)
    for who in children(above, "nsubj"):
        if noun.i < who.i < verb.i and who.tag_ not in ("WDT", "WP"):
            return Speaker(who, phrase(reading, who, verb), f"subject of {verb.text!r}")
    first = noun.i + 2 if reading.doc[noun.i + 1].lower_ in _RELATIVE else noun.i + 1
    if verb.tag_ == "NNS" and first < verb.i and reading.doc[verb.i - 1].pos_ in ("NOUN", "PROPN"):
        how = f"noun before {verb.text!r}, a verb that the parse took for a noun"
        return Speaker(reading.doc[verb.i - 1], (first, verb.i), how)
    return None


def parted(reading: Reading, found: Sequence[Found]) -> list[Found]:
    """The attributions, those before such a clause, or before ", which A denies", without it in their contents."""
    asides = [Span(each.content[0].start, _end(each)) for each in found if each.rule == RULE]
    asides += [Span(each.content[-1].end, _end(each)) for each in found if each.rule == DENIED]
    return [_without(reading, each, asides) if each.rule not in (RULE, DENIED) else each for each in found]


def _end(each: Found) -> int:
    return max(span.end for span in (*each.content, *each.cue, *each.source))


def _without(reading: Reading, each: Found, asides: Sequence[Span]) -> Found:
    for aside in asides:
        if any(aside.covers(span) for span in each.cue):
            continue
        met = [span for span in each.content if span.start < aside.end and aside.start < span.end]
        if not met:
            continue
        kept = [span for span in each.content if span not in met]
        for span in met:
            first, last = reading.tokens(span)[0], reading.tokens(aside)[0]
            kept.extend(reading.spans((first, last)) if first < last else ())
        if kept:
            each = replace(
                each, content=tuple(sorted(kept)), detail=f"{each.detail}; up to what another says"
            )
    return each
