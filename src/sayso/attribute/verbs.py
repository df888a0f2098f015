"""Reporting verbs with their content behind them, in the active voice and the passive with "by"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.attribute.complements import Complement, complement, infinitive
from sayso.attribute.cue_words import is_negated, verb_cues, verb_group
from sayso.attribute.cues import Cue, cues
from sayso.attribute.found import Found
from sayso.attribute.objects import plain_object
from sayso.attribute.reading import Range, Reading, children
from sayso.attribute.speaker import Speaker, agent, is_empty, speaker
from sayso.attribute.speakers import documents

if TYPE_CHECKING:
    from spacy.tokens import Token

_NO_SPEAKER = "the sentence names no speaker"


def behind_verb(reading: Reading, verb: Token, limit: int) -> Found | None:
    """The attribution of one verb whose content follows it before token `limit`."""
    if children(verb, "auxpass") or _is_participle(verb):
        return _passive(reading, verb, limit)
    reluctant = _reluctant(reading, verb, limit)
    if reluctant is not None:
        return reluctant
    rows = verb_cues(verb)
    if is_negated(verb) or any(t.left_edge.lower_ in ("no", "nobody", "none") for t in verb.lefts):
        rows = (*_rows("speaking", verb), *rows)
    if not rows or verb.dep_ in ("amod", "compound", "aux") or _is_infinitive_aside(verb):
        return None
    group = verb_group(verb, rows[-1].cue.count(" ") + 1)
    found = complement(reading, verb, rows, group[1], limit) or _shown(reading, verb, rows, limit)
    who = speaker(reading, verb) if found else None
    if found is None or who is None or is_empty(who, verb):
        return None
    if who.head.lower_ in ("which", "that") and found.row.stance == "believes":
        return None
    return _found(reading, who, (group[0], found.cue_end), found, "verb with content")


def _shown(reading: Reading, verb: Token, rows: tuple[Cue, ...], limit: int) -> Complement | None:
    """What a document shows: "images show a poor crop"."""
    subjects = children(verb, "nsubj")
    if verb.lemma_.lower() not in cues("showing") or not subjects:
        return None
    content = plain_object(reading, verb, verb.i + 1, limit)
    if subjects[0].lemma_.lower() not in documents() or content is None:
        return None
    return Complement(content, verb.i + 1, rows[0])


def _is_participle(verb: Token) -> bool:
    """Whether the verb is a passive participle without auxiliary ("Asked whether ..., A said", "words said by B")."""
    if verb.tag_ != "VBN" or children(verb, "aux", "nsubj"):
        return False
    lemma = verb.lemma_.lower()
    asked = verb.dep_ == "advcl" and lemma in cues("telling")
    return asked or verb.dep_ in ("acl", "amod") or (verb.dep_ == "pcomp" and lemma in cues("passive"))


def _is_infinitive_aside(verb: Token) -> bool:
    """Whether the verb is an infinitive that says what someone is asked or wants to do, not what he said."""
    if verb.tag_ != "VB" or not any(t.tag_ == "TO" for t in children(verb, "aux")):
        return False
    return verb.head.lemma_.lower() not in ("go", "continue", "far")


def _reluctant(reading: Reading, verb: Token, limit: int) -> Found | None:
    """ "declined to comment on X", "refused to say whether", "neither confirm nor deny X"."""
    rows = cues("reluctant").get(verb.lemma_.lower())
    spoken = next((t for t in children(verb, "xcomp") if _rows("speaking", t) and t.i > verb.i), None)
    if not rows or spoken is None:
        return None
    who = speaker(reading, verb)
    if who is None or is_empty(who, verb):
        return None
    group = verb_group(verb)
    found = complement(reading, spoken, _rows("speaking", spoken), spoken.i + 1, limit)
    if found is None:
        start, end = spoken.left_edge.i, min(spoken.right_edge.i + 1, limit)
        if spoken.i + 1 >= end:
            return None
        found = Complement((start, end), verb.i + 1, rows[0])
    return _found(reading, who, (group[0], found.cue_end), found, "verb of reluctance")


def _passive(reading: Reading, verb: Token, limit: int) -> Found | None:
    """ "was told by X that", "was condemned by X", "is believed to", "it was reported that"."""
    rows = verb_cues(verb)
    group = verb_group(verb)
    by = agent(reading, verb)
    if not rows and not cues("passive").get(verb.lemma_.lower()):
        return None
    clause = complement(reading, verb, _clausal(rows), group[1], limit)
    subjects = children(verb, "nsubjpass")
    if clause is not None and verb.lemma_.lower() in cues("telling"):
        if by is None:
            return _told(reading, verb, group, clause.content)
        start = max(clause.content[0], by.phrase[1])
        return _found(reading, _before_clause(by, start), (group[0], group[1]), clause, "passive verb")
    if by is None and verb.lemma_.lower() in cues("telling") | cues("control") and _asks(rows):
        bidden = infinitive(reading, verb, group[1], limit)
        if bidden is not None:
            return _told(reading, verb, group, bidden)
    impersonal = _impersonal(reading, verb, group, limit, by)
    if impersonal is not None:
        return impersonal
    return _acted_on(reading, verb, rows, group, subjects, by)


def _asks(rows: tuple[Cue, ...]) -> bool:
    return any(row.stance == "asks" for row in rows)


def _told(reading: Reading, verb: Token, group: Range, content: Range) -> Found | None:
    """ "Residents were told to leave": nobody says who told them."""
    if not children(verb, "auxpass") or not children(verb, "nsubjpass") or not reading.spans(content):
        return None
    return Found(
        source=(),
        cue=reading.spans(group),
        content=reading.spans(content),
        rule="passive verb",
        no_source="the passive verb has no 'by'",
    )


def _acted_on(
    reading: Reading,
    verb: Token,
    rows: tuple[Cue, ...],
    group: Range,
    subjects: list[Token],
    by: Speaker | None,
) -> Found | None:
    """ "X was condemned by A": the content is the subject; "X could not be verified" needs no "by"."""
    if not subjects or not any({"object", "object+"} & set(row.frames) for row in rows):
        return None
    unverified = is_negated(verb) and any(row.stance == "unconfirmed" for row in rows)
    if by is None and not unverified:
        return None
    first = subjects[0]
    if first.lower_ in ("it", "that", "which", "who"):
        return None
    charge = _charge(by) if by else None
    parts = [(first.left_edge.i, min(first.right_edge.i + 1, group[0]))]
    if by and charge and "object+" in {frame for row in rows for frame in row.frames}:
        parts.append((charge, by.phrase[1]))
        by = by._replace(phrase=(by.phrase[0], charge))
    content = reading.spans(*parts)
    if not content:
        return None
    return Found(
        source=reading.spans(by.phrase) if by else (),
        cue=reading.spans((group[0], by.phrase[0] if by and by.phrase[0] - group[1] == 1 else group[1])),
        content=content,
        rule="passive verb",
        detail=f"speaker is the {by.how}" if by else "",
        no_source="" if by else "the passive verb has no 'by'",
    )


def _charge(by: Speaker) -> int | None:
    """Where "of selling fuel" begins that the parse hung on the accuser ("is accused by A of selling fuel")."""
    of = (prep for prep in children(by.head, "prep") if prep.lower_ == "of" and children(prep, "pcomp"))
    return next((prep.i for prep in of if prep.i > by.head.i), None)


def _impersonal(reading: Reading, verb: Token, group: Range, limit: int, by: Speaker | None) -> Found | None:
    """ "it is feared that X", "A is believed to have left": the source is whoever follows "by", or no one."""
    rows = cues("passive").get(verb.lemma_.lower(), ())
    subjects = children(verb, "nsubjpass", "nsubj", "expl")
    if not rows or not subjects or not children(verb, "auxpass"):
        return None
    found = complement(reading, verb, rows, group[1], limit)
    if found is None:
        return None
    first = subjects[0]
    ranges: list[Range] = [found.content]
    if first.lower_ not in ("it", "there"):
        ranges.insert(0, (first.left_edge.i, min(first.right_edge.i + 1, group[0])))
    return Found(
        source=reading.spans(by.phrase) if by else (),
        cue=reading.spans(group),
        content=reading.spans(*ranges),
        rule="impersonal passive",
        detail=f"speaker is the {by.how}" if by else "",
        no_source="" if by else "the passive verb has no 'by'",
    )


def _before_clause(by: Speaker, start: int) -> Speaker:
    return by._replace(phrase=(by.phrase[0], min(by.phrase[1], start)))


def _found(reading: Reading, who: Speaker, group: Range, found: Complement, rule: str) -> Found | None:
    if _is_no_one(reading, who) and found.row.part not in ("speaking", "reluctant") and not found.row.negated:
        return None
    source = reading.spans(_outside(who.phrase, group[0], found.content))
    content = reading.spans(found.content)
    if not source or not content:
        return None
    return Found(
        source=source,
        cue=reading.spans(group),
        content=content,
        rule=rule,
        detail=f"speaker is the {who.how}",
    )


def _is_no_one(reading: Reading, who: Speaker) -> bool:
    """Whether the subject says that there is no speaker ("No group has claimed ...")."""
    return reading.doc[who.phrase[0]].lower_ in ("no", "nobody", "none")


def _outside(phrase: Range, cue_start: int, content: Range) -> Range:
    """The source's tokens that lie neither behind the cue's start nor in the content."""
    start, end = phrase
    if start < cue_start:
        end = min(end, cue_start)
    if content[0] <= start < content[1]:
        return start, start
    if start < content[0] < end:
        end = content[0]
    return start, end


def _clausal(rows: tuple[Cue, ...]) -> tuple[Cue, ...]:
    return tuple(row for row in rows if "clause" in row.frames)


def _rows(part: str, verb: Token) -> tuple[Cue, ...]:
    return cues(part).get(verb.lemma_.lower(), ())


def reporting_verbs(reading: Reading, start: int, end: int) -> Iterator[Token]:
    """The verbs between two tokens that a lexicon row may fit."""
    parts = (cues("verb"), cues("passive"), cues("reluctant"), cues("speaking"))
    for i in range(start, end):
        token = reading.doc[i]
        if token.pos_ in ("VERB", "AUX") and any(token.lemma_.lower() in rows for rows in parts):
            yield token
