"""Reporting clauses set into or behind their content: ", the minister said on Friday", "... , said A"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.attribute.found import Found
from sayso.attribute.propose.around import around
from sayso.attribute.propose.inversions import turned
from sayso.attribute.propose.resuming import stands_for_before
from sayso.attribute.reading import WHEN, Range, Reading, children
from sayso.attribute.words.cue_words import verb_cues, verb_group
from sayso.attribute.words.cues import cues
from sayso.attribute.words.speaker import Speaker, named, speaker
from sayso.attribute.words.speakers import can_speak

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

_NOMINAL = frozenset({"PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM"})
_BOUNDARY = frozenset({",", "—", "–", "--", "-"})
_ADJUNCTS = frozenset({"prep", "npadvmod", "advmod", "tmod", "advcl", "prt", "nsubj", "agent"})
_MARKS_OF_TIME = frozenset({"when", "while", "after", "as", "before", "during", "in", "on", "at", "to"})
_RELATIVE = frozenset({"who", "which", "that", "what", "whom"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OBJECTS = frozenset({"him", "her", "them", "me", "us"})


@dataclass(frozen=True)
class Insertion:
    """A reporting clause: its verb, who speaks, and the tokens that it takes, commas left out."""

    verb: Token
    speaker: Speaker
    extent: Range
    rule: str = "inserted clause"


def insertions(reading: Reading, sentence: Sentence) -> list[Insertion]:
    """The sentence's inserted and closing reporting clauses, the last first."""
    found: list[Insertion] = []
    limit = sentence.end
    for token in reversed(list(sentence)):
        if not (_is_finite(token) or _is_lost(reading, token)) or not _may_report(token):
            continue
        insertion = _insertion(reading, sentence, token, limit)
        if insertion is not None:
            found.append(insertion)
            limit = insertion.extent[0]
    return found


def around_insertions(reading: Reading, sentence: Sentence, inserted: list[Insertion]) -> Iterator[Found]:
    """An attribution for each: the content is what the clause is set into."""
    for number, each in enumerate(inserted):
        later = inserted[number - 1].extent[0] if number else sentence.end
        parts = around(reading, reading.doc[sentence.start : later], *each.extent, _content_head(each.verb))
        parts = [part for part in parts if _is_outside(reading, part, each.verb)]
        ranges = [reading.whole_quotations(*part, each.verb.i) for part in parts]
        content = reading.spans(*_apart(ranges, each.extent))
        if any(token.is_alpha for token in reading.within(content)):
            yield Found(
                source=reading.spans(each.speaker.phrase),
                cue=reading.spans(verb_group(each.verb)),
                content=content,
                rule=each.rule,
                detail=f"speaker is the {each.speaker.how}, beside the content",
            )


def _is_outside(reading: Reading, part: Range, verb: Token) -> bool:
    """Whether a reporting clause may be set into a part: one in quotation marks into nothing before them."""
    around_verb = reading.quotation_at(verb.i)
    return around_verb is None or reading.doc[part[0]].idx >= around_verb.span.start


def _is_finite(verb: Token) -> bool:
    if verb.tag_ in ("VBD", "VBZ", "VBP"):
        return True
    if verb.tag_ == "VBN" and children(verb, "nsubj") and verb.dep_ not in ("acl", "relcl", "advcl"):
        return True
    return verb.tag_ in ("VBN", "VB", "VBG") and any(t.tag_ in _FINITE for t in children(verb, "aux"))


def _is_lost(reading: Reading, verb: Token) -> bool:
    """Whether the parse took a closing clause's verb for a participle: "They agreed, both ministries announced"."""
    noun = verb.head
    if verb.tag_ != "VBN" or verb.dep_ != "acl" or verb.i != noun.i + 1 or children(verb, "agent", "xcomp"):
        return False
    first = noun.left_edge
    behind = verb.i + 1 < len(reading.doc) and reading.doc[verb.i + 1].lower_ in ("to", "by", "as", "of")
    known = first.lower_ not in ("a", "an") and can_speak(noun)
    return known and not behind and first.i > verb.sent.start and reading.doc[first.i - 1].text == ","


def _may_report(verb: Token) -> bool:
    return any({"clause", "quote"} & set(row.frames) for row in verb_cues(verb)) and not children(
        verb, "auxpass"
    )


def _insertion(reading: Reading, sentence: Sentence, verb: Token, limit: int) -> Insertion | None:
    behind = turned(reading, sentence.start, verb, limit)
    if behind is not None:
        return Insertion(verb, behind, (verb.i, behind.phrase[1]), "turned clause")
    own = any(reading.same_quotation(noun.i, verb.i) for noun in children(verb, "nsubj"))
    if _is_lost(reading, verb):
        who = named(reading, verb.head, verb, f"noun before {verb.text!r}")
    else:
        who = speaker(reading, verb) if own else _inverted(reading, verb, limit) or _in_front(reading, verb)
    if who is None or reading.doc[who.phrase[0]].lower_ == "whose":
        return None  # "a guard, whose union has not commented, said"
    if who.head.lower_ in _RELATIVE or not reading.same_quotation(verb.i, who.head.i):
        return None
    if _opens_clause(reading, verb.i + 1) or stands_for_before(reading, who.phrase) is not None:
        return None
    group, _ = verb_group(verb)
    start = min(group, who.phrase[0])
    if start <= sentence.start or not _is_boundary(reading, start - 1, verb.i):
        return None
    if who.phrase[0] > verb.i and who.phrase[0] - verb.i > 2:
        return None
    between = [t for t in reading.doc[who.phrase[1] : group] if t.lower_ not in cues("adverb")]
    if len(between) > 1:
        return None
    end = _end(reading, verb, max(verb.i + 1, who.phrase[1]), limit)
    if end is None or reading.doc[sentence.start : start].text.strip(" ,") == "":
        return None
    if _introduces_quotation(reading, sentence, start, end) or _follows_side_clause(
        reading, sentence, start, verb
    ):
        return None
    return Insertion(verb, who, (start, end))


def _opens_clause(reading: Reading, i: int) -> bool:
    """Whether a "that" behind the verb leads to its own clause: "In May, A said that B, which C, had left"."""
    that = reading.doc[i] if i < len(reading.doc) else None
    return that is not None and that.lower_ == "that" and that.dep_ == "mark" and that.head.i > i


def _introduces_quotation(reading: Reading, sentence: Sentence, start: int, end: int) -> bool:
    """Whether the clause leads to a quotation behind it and has no content before ("Asked why, A said, ...")."""
    following = end + 1 if end < sentence.end and reading.doc[end].text in (",", ":") else end
    if following >= sentence.end or not reading.is_mark(following):
        return False
    first, last = reading.trim(sentence.start, start)
    if first >= last or (reading.is_mark(last - 1) and reading.same_quotation(first, last - 1)):
        return False
    if reading.quotation_at(following) is None or reading.same_quotation(following, start):
        return False
    return not any(
        t.tag_ in _FINITE
        and reading.quotation_at(t.i) is None
        and t.dep_ not in ("advcl", "relcl", "acl", "aux", "auxpass", "pcomp")
        for t in reading.doc[sentence.start : start]
    )


def _follows_side_clause(reading: Reading, sentence: Sentence, start: int, verb: Token) -> bool:
    """Whether only "While A did X" stands before the clause: then the clause has no content there."""
    first, last = reading.trim(sentence.start, start)
    head = reading.doc[first].head
    side = reading.doc[first].dep_ in ("mark", "advmod") and head.dep_ == "advcl" and head.head == verb
    if reading.is_mark(first) and first + 1 < last:
        opening = reading.doc[first + 1]
        head = opening.head
        side = opening.dep_ in ("mark", "advmod") and head.dep_ == "advcl" and head.head == verb
    if (
        verb.dep_ in ("ccomp", "parataxis")
        and verb.head.i > verb.i
        and reading.same_quotation(verb.i, verb.head.i)
    ):
        return False  # "Unless talks resume, A warned, the truce will end"
    return side and head.right_edge.i + 1 >= last


def _inverted(reading: Reading, verb: Token, limit: int) -> Speaker | None:
    """A speaker straight after the verb that the parse did not call its subject ("said Ada Lo, a nurse")."""
    if verb.i + 1 >= min(limit, len(reading.doc)):
        return None
    first = reading.doc[verb.i + 1]
    noun = next(
        (
            t
            for t in reading.doc[verb.i + 1 : verb.i + 8]
            if t.pos_ in ("PROPN", "NOUN", "PRON") and t.head == verb
        ),
        None,
    )
    before = reading.doc[verb.i - 1] if verb.i else None
    if (
        noun is None
        or noun.lower_ in _OBJECTS
        or noun.left_edge.i != first.i
        or before is None
        or not _is_boundary(reading, before.i, verb.i)
    ):
        return None
    if (
        noun.dep_ == "dobj"
        and before.text == ","
        and not any("clause" in row.frames for row in verb_cues(verb))
    ):
        return None  # ", praises Ghana for its help"
    return named(reading, noun, verb, f"noun behind {verb.text!r}")


def _in_front(reading: Reading, verb: Token) -> Speaker | None:
    """A name straight before the verb and behind a quotation, that the parse did not make its subject."""
    group, _ = verb_group(verb)
    start = group
    while start > 0 and reading.doc[start - 1].pos_ in _NOMINAL and reading.same_quotation(start - 1, verb.i):
        start -= 1
    named = start < group and reading.doc[group - 1].pos_ in ("PROPN", "NOUN", "PRON")
    if not named or not start or not reading.is_mark(start - 1):
        return None
    return Speaker(reading.doc[group - 1], (start, group), f"noun before {verb.text!r}")


def _is_boundary(reading: Reading, i: int, verb: int) -> bool:
    if reading.doc[i].text in _BOUNDARY:
        return reading.doc[i].text != "-" or bool(reading.doc[i].whitespace_)  # "Interfax-Baltika said"
    return reading.is_mark(i) and reading.quotation_at(i) is not None and not reading.same_quotation(i, verb)


def _end(reading: Reading, verb: Token, start: int, limit: int) -> int | None:
    """Where the clause ends; None if something follows that makes it more than a reporting clause."""
    for i in range(start, limit):
        token = reading.doc[i]
        opens = reading.is_mark(i) and not reading.same_quotation(i, verb.i)
        if reading.is_edge(i) or opens or token.text in "?!)":
            return i
        if token.text == "(" and i > start:
            continue
        if token.tag_ in _FINITE and not _within_adjunct(token, verb):
            return None
        if token.head == verb and not _is_adjunct(token, verb):
            return None
    return limit


def _is_adjunct(token: Token, verb: Token) -> bool:
    if token.dep_ == "xcomp" and token.tag_ == "VBG" and token.i == verb.i + 1:
        return verb.lemma_.lower() in cues("telling")
    if token.dep_ in ("dobj", "dative"):
        return verb.lemma_.lower() in cues("telling") or token.ent_type_ in WHEN
    return token.dep_ in _ADJUNCTS or token.dep_ == "punct"


def _within_adjunct(token: Token, verb: Token) -> bool:
    above = token
    while above.head != above and above.head != verb:
        above = above.head
    return above.head == verb and above.dep_ in ("advcl", "prep") and above.left_edge.lower_ in _MARKS_OF_TIME


def _content_head(verb: Token) -> Token | None:
    if verb.dep_ in ("parataxis", "ccomp") and verb.head != verb:
        return verb.head
    return next(iter(children(verb, "ccomp", "parataxis")), None)


def _apart(ranges: list[Range], extent: Range) -> list[Range]:
    """The ranges with the clause itself taken out of them."""
    kept = []
    for start, end in ranges:
        if start < extent[0]:
            kept.append((start, min(end, extent[0])))
        if end > extent[1]:
            kept.append((max(start, extent[1]), end))
    return kept
