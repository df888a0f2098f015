"""Reporting verbs with their content behind them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.attribute.found import Found
from sayso.attribute.propose.complements import Complement, complement
from sayso.attribute.propose.passives import is_said_to_be, passive
from sayso.attribute.propose.stated import stated
from sayso.attribute.reading import Reading, children
from sayso.attribute.words.cue_words import is_negated, verb_cues, verb_group
from sayso.attribute.words.cues import Cue, cues
from sayso.attribute.words.objects import object_and_complement, plain_object
from sayso.attribute.words.speaker import HEADS, Speaker, above_of, is_empty, speaker
from sayso.attribute.words.speakers import can_speak, documents, is_thing
from sayso.records.vocabulary import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_WHILE = frozenset({"as", "when", "while", "after", "before", "until"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def behind_verb(reading: Reading, verb: Token, limit: int) -> Found | None:
    """The attribution of one verb whose content follows it before token `limit`."""
    if children(verb, "auxpass") or _is_participle(verb) or _is_joined_passive(verb) or is_said_to_be(verb):
        return passive(reading, verb, limit)
    reluctant = _reluctant(reading, verb, limit)
    if reluctant is not None:
        return reluctant
    rows = verb_cues(verb)
    if is_negated(verb) or any(t.left_edge.lower_ in ("no", "nobody", "none") for t in verb.lefts):
        dealt = _rows("dealing", verb) and not any(t.tag_ == "MD" for t in children(verb, "aux"))
        rows = rows if dealt else (*_rows("speaking", verb), *rows)
    if not rows or verb.dep_ in ("amod", "compound", "aux") or _is_infinitive_aside(verb):
        return None
    if _is_hearsay(verb, rows):
        return None
    group = verb_group(verb, rows[-1].cue.count(" ") + 1)
    found = complement(reading, verb, rows, group[1], limit) or _shown(reading, verb, rows, limit)
    who = speaker(reading, verb) if found else None
    if found is None or who is None or is_empty(who, verb) or _is_doing(reading, verb, found):
        return None
    if "object" in found.row.frames and found.row.cue == "offer" and not _is_offered(verb, found, who):
        return None
    if _is_trait(who, verb, found) or _says_nothing(who):
        return None
    start = verb_group(verb.head)[0] if _seems(verb) else group[0]
    return stated(reading, who, (start, found.cue_end), found, "verb with content")


def _says_nothing(who: Speaker) -> bool:
    """Whether the parse led to what cannot speak: a verb ("repeats | discounted theories"), a place ("a haven")."""
    verb = who.head.tag_ in ("VBZ", "VBD", "VBP", "VB")
    return verb or (who.how.startswith("noun that") and is_thing(who.head))


def _is_trait(who: Speaker, verb: Token, found: Complement) -> bool:
    """Whether a relative clause tells what somebody or something is like: "those who love the city"."""
    feels = verb.lemma_.lower() in cues("minding")
    things = ("which", "that", "who") if feels else ("which", "that")
    return who.head.lower_ in things and found.row.stance == Stance.BELIEVES


def _is_joined_passive(verb: Token) -> bool:
    """Whether a verb with "by" behind it is joined to a passive: "was rejected by A and welcomed by B"."""
    joined = verb.dep_ == "conj" and verb.tag_ in ("VBN", "VBD") and not children(verb, "nsubj", "dobj")
    return joined and bool(children(verb, "agent")) and bool(children(verb.head, "nsubjpass"))


def _is_offered(verb: Token, found: Complement, who: Speaker) -> bool:
    """Whether somebody offered something: "had offered talks", not "banks offer loans", "the path offered a view"."""
    if verb.doc[found.content[0]].tag_ == "TO" or (verb.tag_ == "VBG" and children(verb, "aux")):
        return True
    headline = verb.tag_ == "VBZ" and not any(t.text == "." for t in verb.sent)
    once = headline or any(t.tag_ in ("VBD", "VBN") for t in (verb, *children(verb, "aux")))
    return (
        once
        and not is_negated(verb)
        and not any(t.tag_ == "MD" for t in children(verb, "aux"))
        and can_speak(who.head)
    )


def _is_hearsay(verb: Token, rows: tuple[Cue, ...]) -> bool:
    """Whether the mind is itself only reported: "is reportedly planning to sell"."""
    told = any(t.lower_ in cues("adverb") for t in children(verb, "advmod"))
    return told and all(row.stance in (Stance.BELIEVES, Stance.PROMISES) for row in rows[:1])


def shared_content(reading: Reading, verb: Token, known: dict[int, Found]) -> Found | None:
    """ "A said, and B confirmed, that X": A's content is B's. `known`: what was found so far, by token of verb."""
    group, who = verb_group(verb), speaker(reading, verb)
    following = reading.doc[group[1]] if group[1] < len(reading.doc) else None
    if verb.i in known or who is None or following is None or following.text != ",":
        return None
    for other in children(verb, "conj"):
        found = known.get(other.i)
        own = children(other, "nsubj") and other.left_edge.i <= group[1] + 2
        if found is not None and own and found.content[0].start > other.idx and verb_cues(verb):
            return Found(
                source=reading.spans(who.phrase),
                cue=reading.spans(group),
                content=found.content,
                rule="shared content",
                detail=f"speaker is the {who.how}; the content stands behind {other.text!r}",
            )
    return None


def _is_doing(reading: Reading, verb: Token, found: Complement) -> bool:
    """Whether a participle with a bare thing behind it tells what someone does: "reporting capital gains"."""
    told = found.row.stance != Stance.ASSERTS or verb.lemma_.lower() in cues("relay")
    if verb.tag_ != "VBG" or children(verb, "aux") or told:
        return False
    words = reading.doc[found.content[0] : found.content[1]]
    finite = any(t.tag_ in _FINITE or t.tag_ == "TO" or reading.is_mark(t.i) for t in words)
    return not finite and not any("object+" in row.frames for row in verb_cues(verb))


def _shown(reading: Reading, verb: Token, rows: tuple[Cue, ...], limit: int) -> Complement | None:
    """What a document shows: "images show a poor crop"."""
    subjects = children(verb.head if _seems(verb) else verb, "nsubj")
    if verb.lemma_.lower() not in cues("showing") or not subjects:
        return None
    content = object_and_complement(reading, verb, verb.i + 1, limit)
    content = content or plain_object(reading, verb, verb.i + 1, limit)
    if content is None or not any(t.lemma_.lower() in documents() for t in subjects[0].subtree):
        return None
    return Complement(content, verb.i + 1, rows[0])


def _seems(verb: Token) -> bool:
    """Whether the verb is the infinitive of "appears to show"."""
    return verb.dep_ == "xcomp" and verb.tag_ == "VB" and verb.head.lemma_.lower() in cues("seeming")


def _is_participle(verb: Token) -> bool:
    """Whether the verb is a passive participle without auxiliary ("Asked whether ..., A said", "words said by B")."""
    if verb.tag_ != "VBN" or children(verb, "aux"):
        return False
    lemma = verb.lemma_.lower()
    if children(verb, "nsubj"):  # "with both of them expected to visit"
        return lemma in cues("passive") and any(
            t.tag_ == "TO" for x in children(verb, "xcomp") for t in x.lefts
        )
    if _is_main(verb):
        return False
    asked = verb.dep_ == "advcl" and lemma in cues("telling")
    return asked or verb.dep_ in ("acl", "amod") or (verb.dep_ == "pcomp" and lemma in cues("passive"))


def _is_main(verb: Token) -> bool:
    """Whether a participle of the word that heads its sentence is the sentence's verb: "A clerk alleged that X"."""
    clerk = above_of(verb.head)  # "employees of the firm alleged that"
    tells = any(t.i > verb.i and children(t, "nsubj", "nsubjpass", "expl") for t in children(verb, "ccomp"))
    return verb.dep_ == "acl" and clerk.dep_ in HEADS and tells and not children(verb, "agent")


def _is_infinitive_aside(verb: Token) -> bool:
    """Whether the verb is an infinitive that says what someone is asked or wants to do, not what he said."""
    if verb.tag_ != "VB" or not any(t.tag_ == "TO" for t in children(verb, "aux")):
        return False
    if verb.head.lemma_.lower() in cues("passive") and any(t.lower_ == "have" for t in children(verb, "aux")):
        return False  # "is understood to have asked for"
    return verb.head.lemma_.lower() not in {*cues("doing"), "far"}


def _reluctant(reading: Reading, verb: Token, limit: int) -> Found | None:
    """ "declined to comment on X", "refused to say whether", "neither confirm nor deny X"."""
    rows = cues("reluctant").get(verb.lemma_.lower())
    spoken = next((t for t in children(verb, "xcomp") if _reveals(t) and t.i > verb.i), None)
    if not rows or spoken is None:
        return None
    who = speaker(reading, verb)
    if who is None or is_empty(who, verb):
        return None
    group = verb_group(verb)
    kept = _rows("speaking", spoken) or _rows("withholding", spoken)
    found = complement(reading, spoken, kept, spoken.i + 1, limit)
    if found is None or _is_bare_query(reading, found):
        when = (t.left_edge.i for t in spoken.children if t.i > spoken.i and _is_occasion(t))
        content = spoken.left_edge.i, min([spoken.right_edge.i + 1, limit, *when])
        found = Complement(content, verb.i + 1, rows[0])
    elif found.cue_end > spoken.i + 1:  # "declined to comment | on X"
        found = Complement((spoken.i + 1, found.content[1]), spoken.i + 1, found.row)
    return stated(reading, who, (group[0], found.cue_end), found, "verb of reluctance")


def _is_occasion(word: Token) -> bool:
    """Whether words say when or why one would not speak: "as he left the court", "for fear of reprisals"."""
    clause = word.dep_ == "advcl" and any(t.lower_ in _WHILE for t in children(word, "mark", "advmod"))
    fear = word.dep_ == "prep" and any(t.lower_ == "fear" for t in children(word, "pobj"))
    return clause or fear or word.dep_ in ("npadvmod", "tmod")


def _is_bare_query(reading: Reading, found: Complement) -> bool:
    """Whether all that somebody would not answer is "questions", which say nothing without the verb."""
    words = reading.doc[found.content[0] : found.content[1]]
    return words[-1].lemma_.lower() in cues("query") and all(t.pos_ in ("DET", "ADJ", "NOUN") for t in words)


def _reveals(verb: Token) -> bool:
    """Whether the verb speaks, or gives what one may keep to oneself: "declined to share the figures"."""
    things = [t for t in children(verb, "dobj") if t.lemma_.lower() in cues("withheld")]
    names = verb.lemma_.lower() in ("name", "identify")
    return bool(_rows("speaking", verb) or (_rows("withholding", verb) and (things or names)))


def _rows(part: str, verb: Token) -> tuple[Cue, ...]:
    return cues(part).get(verb.lemma_.lower(), ())


def reporting_verbs(reading: Reading, start: int, end: int) -> Iterator[Token]:
    """The verbs between two tokens that a lexicon row may fit."""
    parts = (cues("verb"), cues("passive"), cues("reluctant"), cues("speaking"), cues("aside"))
    for i in range(start, end):
        token = reading.doc[i]
        if token.lower_ == "writing" and i > start and reading.doc[i - 1].lower_ == "in":
            continue  # "promised in writing that"
        if token.pos_ in ("VERB", "AUX") and any(token.lemma_.lower() in rows for rows in parts):
            yield token
