"""Reporting verbs in the passive: "was told by A that", "was condemned by A", "is believed to have left"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribute.found import Found
from sayso.attribute.propose.complements import Complement, complement, infinitive
from sayso.attribute.propose.stated import stated
from sayso.attribute.reading import WHEN, Range, Reading, children
from sayso.attribute.words.cue_words import is_negated, verb_cues, verb_group
from sayso.attribute.words.cues import Cue, cues
from sayso.attribute.words.speaker import Speaker, agent, phrase
from sayso.attribute.words.speakers import can_speak
from sayso.records.vocabulary import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

NO_AGENT = "the passive verb has no 'by'"
_TELLING = frozenset({Stance.ACCUSES, Stance.PRAISES, Stance.DENIES})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_INNER = frozenset({"relcl", "aux", "auxpass"})
_CHARGES = frozenset({"as", "for", "of", "over"})


def passive(reading: Reading, verb: Token, limit: int) -> Found | None:
    """The attribution of a passive verb or participle; nobody is its source where no "by" follows."""
    rows = verb_cues(verb)
    group = verb_group(verb)
    by = agent(reading, verb)
    by = by or _agent_behind_object(reading, verb)
    by = None if by is not None and _is_means(by) else by
    if not rows and not cues("passive").get(verb.lemma_.lower()):
        return None
    clause = complement(reading, verb, _clausal(rows), group[1], limit)
    if clause is not None and verb.lemma_.lower() in cues("telling"):
        if by is None:
            return _told(reading, verb, (group[0], clause.cue_end), clause.content)
        if clause.content[0] < by.phrase[0] - 1 and by.phrase[1] >= clause.content[1]:
            given = clause._replace(content=(clause.content[0], by.phrase[0] - 1))
            return stated(reading, by, group, given, "passive verb")
        start = max(clause.content[0], by.phrase[1])
        return stated(reading, _before_clause(by, start), group, clause, "passive verb")
    if by is None and (accused := _accused(reading, verb, limit)) is not None:
        return accused
    bidden = _bidden(reading, verb, rows, group, by, limit)
    if bidden is not None:
        return bidden
    return _impersonal(reading, verb, group, limit, by) or _acted_on(reading, verb, rows, group, by)


def _bidden(
    reading: Reading, verb: Token, rows: tuple[Cue, ...], group: Range, by: Speaker | None, limit: int
) -> Found | None:
    """ "were told (by A) to leave", "was urged by A to resign": what one is asked to do."""
    asks = [row for row in rows if row.stance == "asks"]
    bids = verb.lemma_.lower() in cues("telling") | cues("control") or any(
        "object+" in r.frames for r in asks
    )
    content = infinitive(reading, verb, group[1], limit) if asks and bids else None
    if content is None:
        return None
    if by is None:
        return _told(reading, verb, group, content)
    start = max(content[0], by.phrase[1])
    if start >= content[1]:
        return None
    cue = (group[0], by.phrase[0] if by.phrase[0] - group[1] == 1 else group[1])
    behind = Complement((start, content[1]), cue[1], asks[0])
    return stated(reading, _before_clause(by, start), cue, behind, "passive verb")


def is_said_to_be(verb: Token) -> bool:
    """Whether the parse took a participle for a verb with a tense: "The banker, said to be rich, left"."""
    apart = 0 < verb.i < len(verb.doc) - 1 and verb.nbor(-1).text == ","
    return verb.lower_ == "said" and apart and verb.nbor().tag_ == "TO"


def _agent_behind_object(reading: Reading, verb: Token) -> Speaker | None:
    """The agent that the parse hung on the object, or on the way: "was warned in writing by her engineers"."""
    if not children(verb, "auxpass"):
        return None
    ways = (noun for prep in children(verb, "prep") for noun in children(prep, "pobj") if prep.lower_ == "in")
    for thing in (*children(verb, "dobj", "oprd"), *ways):
        for by in children(thing, "prep"):
            for noun in children(by, "pobj") if by.lower_ == "by" else ():
                if thing.dep_ == "pobj" and not can_speak(noun):
                    continue  # "was told in a hut by the lake"
                return Speaker(noun, phrase(reading, noun, verb), f"agent of {verb.text!r}")
    return None


def _told(reading: Reading, verb: Token, group: Range, content: Range) -> Found | None:
    """ "Residents were told to leave": nobody says who told them."""
    if not children(verb, "auxpass") or not children(verb, "nsubjpass") or not reading.spans(content):
        return None
    return Found(
        source=(),
        cue=reading.spans(group),
        content=reading.spans(content),
        rule="passive verb",
        no_source=NO_AGENT,
    )


def _acted_on(
    reading: Reading, verb: Token, rows: tuple[Cue, ...], group: Range, by: Speaker | None
) -> Found | None:
    """ "X was condemned by A": the content is the subject; "X could not be verified" needs no "by"."""
    subjects = children(verb, "nsubjpass") or _shared_subjects(verb, by) or _described(verb, by, rows)
    frames = {frame for row in rows for frame in row.frames}
    if not subjects or not {"object", "object+"} & frames:
        return None
    if by is None and not _is_unverified(verb):
        return None
    if by is not None and all(row.stance == Stance.THREATENS for row in rows) and not can_speak(by.head):
        return None
    first = _claim_above(verb) or subjects[0]
    if first.lower_ in ("it", "that", "which", "who") and (by is not None or first.tag_ != "DT"):
        return None
    said = [reading.whole_quotations(*part, verb.i) for part in _said_of(verb, frames)]
    joined = verb.dep_ == "conj" and subjects[0].head != verb
    before = first.i < subjects[0].left_edge.i and not joined
    last = group[0] if before else min(first.right_edge.i + 1, group[0])
    parts = [(first.left_edge.i, last), *said]
    charge = _charge(by) if by else None
    if by and charge and _is_charged(verb, charge, frames):
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
        no_source="" if by else NO_AGENT,
    )


def _accused(reading: Reading, verb: Token, limit: int) -> Found | None:
    """ "A banker accused of hiding it told the court": nobody is named who accuses him of it."""
    of = next((t for t in children(verb, "prep") if t.lower_ == "of" and t.i == verb.i + 1), None)
    whom = verb.head
    plain = verb.dep_ == "acl" and whom.pos_ in ("NOUN", "PROPN") and whom.right_edge.i >= verb.i > whom.i
    if verb.lemma_ != "accuse" or verb.tag_ != "VBN" or of is None or not plain:
        return None
    last = min(of.right_edge.i + 1, limit)
    told = (t.i for t in reading.doc[of.i : last] if t.tag_ in _FINITE and t.dep_ not in _INNER)
    charge = reading.whole_quotations(of.i, next(told, last), verb.i)  # not "of poisoning him told the court"
    content = reading.spans((whom.left_edge.i, verb.i), charge)
    return Found((), reading.spans((verb.i, verb.i + 1)), content, "passive verb", no_source=NO_AGENT)


def _is_charged(verb: Token, charge: int, frames: set[str]) -> bool:
    """Whether the word at `charge` begins what the subject is charged with, and no part of the accuser."""
    plain = verb.dep_ == "acl" and bool(children(verb.doc[charge], "pobj"))
    return "object+" in frames or verb.doc[charge].lower_ == "as" or plain


def _described(verb: Token, by: Speaker | None, rows: tuple[Cue, ...]) -> list[Token]:
    """Whom a participle with "by" tells of: "Hale, accused by farmers of theft", "a plan backed by traders"."""
    if by is None or verb.dep_ != "acl" or verb.head.pos_ not in ("NOUN", "PROPN") or verb.head.i > verb.i:
        return []
    tells = any(row.stance in _TELLING for row in rows) and can_speak(by.head)
    return [verb.head] if tells else []


def _shared_subjects(verb: Token, by: Speaker | None) -> list[Token]:
    """The subject that a joined passive shares: "The plan was rejected by A and welcomed by B"."""
    joined = by is not None and verb.dep_ == "conj" and not children(verb, "nsubj", "expl", "auxpass")
    return children(verb.head, "nsubjpass") if joined else []


def _claim_above(verb: Token) -> Token | None:
    """The claim in whose clause the parse lost its verb: "The claim that X caused the deaths was dismissed by A"."""
    clause = verb.head
    noun = clause.head if verb.dep_ == "ccomp" and clause.dep_ in ("acl", "relcl") else None
    if noun is None or noun.dep_ != "ROOT" or noun.i > clause.i or noun.lemma_.lower() not in cues("claim"):
        return None
    return noun


def _is_unverified(verb: Token) -> bool:
    """Whether nothing bears the subject out: "could not be verified", "has not been confirmed"."""
    return is_negated(verb) and verb.lemma_.lower() in cues("verifying")


def _said_of(verb: Token, frames: set[str]) -> list[Range]:
    """What the passive says of its subject: "(was called) a farce", "(was accused by A) of theft"."""
    named = children(verb, "oprd") if "object+" in frames else []
    preps = [
        t for t in children(verb, "prep") if t.lower_ in _CHARGES and children(t, "pobj", "pcomp", "amod")
    ]
    return [(t.left_edge.i, t.right_edge.i + 1) for t in (*named, *preps) if t.left_edge.i > verb.i]


def _charge(by: Speaker) -> int | None:
    """Where "of selling fuel" begins that the parse hung on the accuser ("is accused by A of selling fuel")."""
    near = (by.head, *(noun for prep in children(by.head, "prep") for noun in children(prep, "pobj")))
    behind = [
        prep
        for noun in near
        for prep in children(noun, "prep")
        if prep.lower_ in ("of", "as") and prep.i > by.head.i
    ]
    accused = by.head.head.head.lemma_ == "accuse"
    named = (
        p.lower_ == "as" or children(p, "pcomp") or p.nbor().lower_.endswith("ing") or accused for p in behind
    )
    return next((prep.i for prep, fits in zip(behind, named, strict=True) if fits), None)


def _impersonal(reading: Reading, verb: Token, group: Range, limit: int, by: Speaker | None) -> Found | None:
    """ "it is feared that X", "A is believed to have left": the source is whoever follows "by", or no one."""
    subjects = children(verb, "nsubjpass", "nsubj", "expl") or _joined_subjects(verb)
    rows = cues("passive").get(verb.lemma_.lower(), ())
    if not rows and subjects and subjects[0].lower_ == "it":
        rows = _clausal(verb_cues(verb))
    told = children(verb, "auxpass") or verb.tag_ == "VBN" or is_said_to_be(verb)
    if not rows or not subjects or not told:
        return None
    found = complement(reading, verb, rows, group[1], limit) or _held_to_be(verb, rows) or _due(verb, rows)
    if found is None:
        return None
    first = subjects[0]
    if by is not None and by.phrase[0] < found.content[0]:
        by = _before_clause(by, found.content[0])
    ranges: list[Range] = [found.content]
    if first.lower_.replace("]", "") not in ("it", "there"):  # "[I]t is feared that"
        ranges.insert(0, (first.left_edge.i, min(first.right_edge.i + 1, group[0])))
    return Found(
        source=reading.spans(by.phrase) if by else (),
        cue=reading.spans(group),
        content=reading.spans(*ranges),
        rule="impersonal passive",
        detail=f"speaker is the {by.how}" if by else "",
        no_source="" if by else NO_AGENT,
    )


def _joined_subjects(verb: Token) -> list[Token]:
    """The subject that a passive shares with the verb before it: "The boy lost blood but was expected to live"."""
    joined = verb.dep_ == "conj" and bool(children(verb, "auxpass")) and verb.head.pos_ in ("VERB", "AUX")
    return children(verb.head, "nsubj", "nsubjpass")[:1] if joined else []


def _held_to_be(verb: Token, rows: tuple[Cue, ...]) -> Complement | None:
    """ "are feared dead", "is presumed lost": the state that someone is believed to be in."""
    states = [t for t in children(verb, "oprd", "acomp") if t.i > verb.i and t.pos_ in ("ADJ", "VERB")]
    if not states or all(row.stance != Stance.BELIEVES for row in rows):
        return None
    ends = [
        t.right_edge.i
        for t in children(verb, "prep", "advcl")
        if t.i > states[0].i and t.lower_ != "according"
    ]
    return Complement((states[0].left_edge.i, max(states[0].right_edge.i, *ends, 0) + 1), verb.i + 1, rows[0])


def _due(verb: Token, rows: tuple[Cue, ...]) -> Complement | None:
    """ "is expected by Saturday", "are expected next week": when something is to come."""
    days = [t for t in children(verb, "npadvmod") if t.ent_type_ in WHEN and t.i > verb.i]
    for prep in children(verb, "prep", "agent"):
        days += [prep for noun in children(prep, "pobj") if noun.ent_type_ in WHEN and prep.i > verb.i]
    if not days or verb.lemma_.lower() not in cues("due"):
        return None
    return Complement((days[0].left_edge.i, days[-1].right_edge.i + 1), verb.i + 1, rows[0])


def _is_means(by: Speaker) -> bool:
    """Whether what follows "by" is how the words came: "were warned by text message"."""
    noun = by.head
    bare = not children(noun, "det", "poss", "amod") and noun.tag_ == "NN"
    return bare and noun.lemma_.lower() in cues("means")


def _before_clause(by: Speaker, start: int) -> Speaker:
    return by._replace(phrase=(by.phrase[0], min(by.phrase[1], start)))


def _clausal(rows: tuple[Cue, ...]) -> tuple[Cue, ...]:
    return tuple(row for row in rows if "clause" in row.frames)
