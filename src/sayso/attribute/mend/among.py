"""Mends that look at a report's attributions together: what one shows of another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.dress.stance import stance
from sayso.attribute.found import Found, Nearby, meet
from sayso.attribute.mend.extent import with_clause
from sayso.attribute.mend.joined import with_joined, without_others_words
from sayso.attribute.mend.mending import cue_verb
from sayso.attribute.mend.relative import without_own_clause
from sayso.attribute.mend.veils import is_veil
from sayso.attribute.propose.relays import whom, whom_it_names
from sayso.attribute.propose.resuming import parted
from sayso.attribute.reading import Reading, children
from sayso.attribute.words.cue_words import verb_cues
from sayso.attribute.words.speakers import can_speak, is_cited
from sayso.records.base import Span
from sayso.records.vocabulary import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_THINGS = "a thing does not say what follows"
_ANYONE = frozenset({"one", "someone", "nobody", "everyone", "anyone", "others", "some", "many"})
_THINGS_SAID = frozenset({"verb with content", "idiom", "adjective with content"})
_RESTS = frozenset({"ADP", "SCONJ", "DET", "ADV"})
_SAID_WHERE = frozenset({"in", "on", "at", "during", "through", "via", "when", "while", "as", "to", "by"})
_WHO = frozenset({"who", "which"})
_LONG = 12
"""Tokens of the longest rest that a thing takes to its clause's end."""
_JOINS = frozenset({"and", "but", "or", "yet"})


def among(reading: Reading, found: Sequence[Found]) -> list[Found]:
    """The attributions, each mended by those around it."""
    steps = [list(found), parted(reading, found)]
    for mend in (
        _up_to_own_clause,
        _up_to_next_cue,
        _up_to_what_things_cannot_say,
        _without_others_piece,
        without_others_words,
        with_joined,
        _with_shared_source,
        _without_others_cue,
        _not_of_denier,
        with_clause,
        without_own_clause,
        _with_rest,
        _cited,
    ):
        near = Nearby(steps[-1])
        steps.append([mend(reading, each, near.of(each)) for each in steps[-1]])
    place = {each: number for step in steps for number, each in enumerate(step)}
    last = steps[-1]
    return [each if each.inside is None else _held(each, place, last) for each in last]


def _held(each: Found, place: Mapping[Found, int], last: Sequence[Found]) -> Found:
    """With what it lies in as it is now: known, or by its cue where it was cut after the other was read from it."""
    inside = each.inside
    number = place.get(inside) if inside is not None else None
    if number is None and inside is not None:
        number = next((n for n, other in enumerate(last) if meet(other.cue, inside.cue)), None)
    return replace(each, inside=None if number is None else last[number])


def _up_to_own_clause(reading: Reading, each: Found, found: Sequence[Found]) -> Found:
    """ "denied by her agent, who said X": what a source says next is no part of it."""
    if len(each.source) != 1 or not each.cue or each.cue[0].start > each.source[0].start:
        return each
    for other in found:
        who = reading.within(other.source) if other is not each else []
        if len(who) != 1 or who[0].lower_ not in _WHO or not who[0].i or not other.cue:
            continue
        if is_veil(reading, other):
            continue
        if not each.source[0].covers(other.cue[0]):
            continue
        comma = reading.doc[who[0].i - 1]
        if comma.text == "," and each.source[0].start < comma.idx:
            source = (Span(each.source[0].start, comma.idx),)
            return replace(each, source=source, detail=f"{each.detail}; its source up to what it says next")
    return each


def _up_to_next_cue(reading: Reading, each: Found, found: Sequence[Found]) -> Found:
    """ "refused to say why, telling reporters to wait", "said A but told B that": what its speaker does next."""
    if len(each.content) != 1 or not each.source or reading.quotation_at(reading.tokens(each.content[0])[0]):
        return each
    for other in found:
        verb = cue_verb(reading, other) if other is not each and meet(other.source, each.source) else None
        if verb is None or not each.content[0].covers(other.cue[0]) or not verb.i:
            continue
        joint = reading.doc[(verb.i if verb.tag_ == "VBG" else reading.tokens(other.cue[0])[0]) - 1]
        joins = joint.text == "," if verb.tag_ == "VBG" else joint.lower_ == "but"
        if joins and joint.idx > each.content[0].start and reading.quotation_at(verb.i) is None:
            content = reading.spans((reading.tokens(each.content[0])[0], joint.i))
            return replace(each, content=content, detail=f"{each.detail}; up to its speaker's next words")
    return each


def _up_to_what_things_cannot_say(reading: Reading, each: Found, found: Sequence[Found]) -> Found:
    """ "said the shelves were gone and asked for help": shelves ask nothing, so the speaker does."""
    verb = cue_verb(reading, each)
    said = next((t for t in children(verb, "ccomp") if t.i > verb.i), None) if verb is not None else None
    subject = next(iter(children(said, "nsubj", "nsubjpass")), None) if said is not None else None
    if verb is None or said is None or subject is None or len(each.content) != 1 or not _is_thing(subject):
        return each
    for other in (t for t in children(said, "conj") if _is_told(t)):
        joint = next((t for t in children(said, "cc") if t.i < other.i), None)
        own = children(other, "nsubj", "nsubjpass", "expl")
        cut = (
            joint is not None
            and joint.lower_ != "nor"
            and not own
            and each.content[0].start < joint.idx < each.content[0].end
        )
        if joint is not None and cut and reading.same_quotation(joint.i, verb.i):
            first = reading.tokens(each.content[0])[0]
            return replace(
                each, content=reading.spans((first, joint.i)), detail=f"{each.detail}; {_THINGS!r}"
            )
    return each


def _is_told(verb: Token) -> bool:
    """Whether a verb of speaking has a tense, its own or a helper's: "asked for help", "could not say"."""
    tense = verb.tag_ in ("VBD", "VBZ", "VBP") or any(t.tag_ == "MD" for t in children(verb, "aux"))
    return tense and bool(verb_cues(verb))


def _is_thing(noun: Token) -> bool:
    """Whether a noun names nobody who could speak: no name, no pronoun, no person, body or document."""
    return noun.pos_ == "NOUN" and not is_cited(noun) and not noun.ent_type_ and noun.lower_ not in _ANYONE


def _without_others_piece(reading: Reading, each: Found, found: Sequence[Found]) -> Found:
    """ "condemned the raid, called for an inquiry": the inquiry is the content of the second cue alone.

    No more is what cites another: ", attributing the figure to A".
    """
    if len(each.content) < 2 or each.score is None:
        return each
    kept = list(each.content[:1])
    for piece in each.content[1:]:
        own = any(
            other is not each
            and meet(other.content, (piece,))
            and any(kept[-1].end <= cue.start < piece.start for cue in other.cue)
            and not meet(other.content, each.content[:1])
            for other in found
        )
        cites = any(
            other.rule == "cited source"
            and other.source
            and other.cue[0].end <= piece.start < other.source[0].end
            for other in found
        )
        if not (own or cites) or "“" in piece.cut(reading.report.text):
            kept.append(piece)
    return each if len(kept) == len(each.content) else replace(each, content=tuple(kept))


def _with_shared_source(reading: Reading, each: Found, found: Sequence[Found]) -> Found:
    """ "A said it was sorry and pledged to pay": A pledges, not the "it" of what A said."""
    if not each.cue or (not each.source and not _lacks_subject(reading, each)):
        return each
    for other in found:
        if other is each or not other.source or len(other.content) != 1:
            continue
        said = other.content[0]
        inner = not each.source or said.covers(each.source[0])
        if not inner or each.cue[0].start < said.end or each.inside is not None:
            continue
        between = reading.report.text[said.end : each.cue[0].start].strip(" ,").lower()
        if between in _JOINS and not meet(each.content, other.source):
            detail = f"{each.detail}; its source is that of the cue before"
            return replace(each, source=other.source, detail=detail, no_source="")
    return each


def _lacks_subject(reading: Reading, each: Found) -> bool:
    """Whether the cue is a verb with a tense, in the active, that stands without a subject of its own."""
    cue = reading.within(each.cue)
    verb = next((token for token in cue if token.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.i != cue[0].i or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return False
    if any(token.lemma_ == "be" for token in cue):
        return False
    return not children(verb, "nsubj", "nsubjpass", "expl", "csubj")


def _without_others_cue(reading: Reading, each: Found, found: Sequence[Found]) -> Found:
    """ "Its head, according to his office, has offered": the source is its head."""
    if len(each.source) != 1:
        return each
    for other in found:
        source = each.source[0]
        phrase = other.rule == "source phrase" and other is not each and meet(other.content, each.content)
        if phrase and other.cue[0].start > source.start and source.covers(other.cue[0]):
            start, at = reading.tokens(source)[0], reading.tokens(other.cue[0])[0]
            kept = reading.spans((start, at))
            return replace(each, source=kept, detail=f"{each.detail}; its source without another's")
    return each


def _not_of_denier(reading: Reading, each: Found, found: Sequence[Found]) -> Found:
    """ "Rumours that X were denied by A", "A denies claim that X": rumours and claim are not A's."""
    cue = reading.within(each.cue)
    if not each.source or not cue or any(token.pos_ in ("VERB", "AUX") for token in cue):
        return each
    for other in found:
        words = reading.within(other.cue)
        if other is each or not words or not meet(other.source, each.source) or not _denies(reading, other):
            continue
        first, speaks = cue[0].idx, each.source[0]
        passive = any(token.dep_ == "auxpass" for token in words)
        turned = first < words[-1].idx < speaks.start and passive
        thing = any(span.covers(each.cue[0]) for span in other.content)
        if turned or (thing and speaks.end <= words[0].idx < first):
            return replace(each, source=(), no_source=f"the noun {cue[-1].text!r} names no one")
    return each


def _denies(reading: Reading, each: Found) -> bool:
    cue, content, source = (reading.within(spans) for spans in (each.cue, each.content, each.source))
    return stance(cue, content, source) is Stance.DENIES


def _with_rest(reading: Reading, each: Found, found: Sequence[Found]) -> Found:
    """ "(He said) she was proud of her crew despite the defeat": what closes the clause belongs to its thing."""
    verb = cue_verb(reading, each)
    if verb is None or each.score is not None or len(each.content) != 1 or each.rule not in _THINGS_SAID:
        return each
    start, end = reading.tokens(each.content[0])
    outer = (other for other in found if other is not each and len(other.content) == 1)
    last = next((reading.tokens(o.content[0])[1] for o in outer if o.content[0].covers(each.cue[0])), end)
    rest = reading.doc[end:last]
    if (
        not 0 < len(rest) < _LONG
        or rest[0].pos_ not in _RESTS
        or rest[0].lower_ in _SAID_WHERE
        or start < verb.i
    ):
        return each
    if any((token.is_punct and token.text != "-") or reading.quotation_at(token.i) for token in rest):
        return each
    if not all(verb.is_ancestor(token) for token in rest) or any(token.tag_ == "CC" for token in rest):
        return each
    content = reading.spans((start, last))
    return replace(each, content=content, detail=f"{each.detail}; to the end of what it lies in")


def _cited(reading: Reading, each: Found, found: Sequence[Found]) -> Found:
    """ "X, A reported, citing B", "A, quoting B, says X": B says X inside what A says."""
    verb = cue_verb(reading, each)
    passing = verb is not None and (verb.tag_ == "VBG" or verb.dep_ == "relcl")
    named = whom_it_names(verb) if verb is not None and passing else None
    if verb is None or named is None or not (is_cited(named) or can_speak(named)):
        return each
    as_saying = each.rule == "quoted as saying"  # "quoting B as saying Y": B says Y, not X
    if as_saying or not meet(each.content, reading.spans((named.i, named.i + 1))):
        return each
    relay = next(
        (other for other in found if other is not each and _relays(reading, other, each, verb)), None
    )
    if relay is None:
        return each
    source = reading.spans(whom(reading, named, verb))
    detail = f"speaker is the one whom {verb.text!r} names"
    return replace(
        each, source=source, content=relay.content, rule="cited source", detail=detail, inside=relay
    )


def _relays(reading: Reading, other: Found, each: Found, verb: Token) -> bool:
    """Whether the other is the report that names whom it cites: same speaker, same sentence, content apart."""
    same = meet(other.source, each.source)
    if verb.dep_ == "relcl":
        same = meet(other.source, reading.spans((verb.head.i, verb.head.i + 1)))
    if not other.source or not same or meet(other.content, (*each.cue, *each.content)):
        return False
    said = cue_verb(reading, other)
    return said is not None and said != verb and said.sent == verb.sent and said.tag_ != "VBG"
