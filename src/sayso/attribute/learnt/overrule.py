"""The parse's say on the encoder's sources: whose verb the cue is, where the syntax leaves no doubt.

The encoder links a cue to the likeliest source near it, or to none. A verb's own subject is who speaks, also where
the encoder links none; a passive verb without "by" names nobody; and a participle that opens its sentence ("Claiming
that ..., A told B") has the subject of its clause. Chosen on PolNeAR's dev split.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.found import Found, meet
from sayso.attribute.learnt.overrule_noun import is_received, nobody, owner
from sayso.attribute.learnt.overrule_passive import agent_inside, is_passive, without_patient
from sayso.attribute.reading import Reading, children
from sayso.attribute.words.cues import cues
from sayso.attribute.words.speaker import Speaker, is_empty, speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

_THINGS = frozenset({"it", "that", "which", "this"})
_ARTICLES = frozenset({"the", "a", "an"})
_FLOATING = frozenset({"both", "all", "each"})
_RELATIVE = frozenset({"WP", "WDT", "EX"})


def overruled(reading: Reading, each: Found) -> Found:
    """The encoder's attribution with the source that the parse gives its cue, where that is clear."""
    each = _named(reading, each)
    tokens = reading.within(each.cue)
    verbs = [token for token in tokens if token.pos_ in ("VERB", "AUX")]
    why = nobody(reading, each, verbs, tokens) if each.source else ""
    if why:
        return replace(each, source=(), no_source=why, detail=f"{each.detail}; {why}")
    if not verbs:
        who = owner(tokens, "PROPN", "NOUN") if each.source else owner(tokens)
        return _given(reading, each, who, who.head) if who is not None else each
    verb = verbs[-1]
    inside = agent_inside(reading, each, verb)
    if inside is not None:
        return inside
    if is_passive(verb, verbs):
        return without_patient(reading, each, verb)
    return _with_subject(reading, each, verb) if each.source else _filled(reading, each, verbs)


def _with_subject(reading: Reading, each: Found, verb: Token) -> Found:
    """With the cue verb's own subject as its source, or the actor that the verb above gives its infinitive."""
    who = speaker(reading, verb)
    if who is None:
        return each
    if verb.tag_ == "VB":
        return _given(reading, each, who, verb) if _acts(verb, who) else each
    own = who.head.tag_ not in _RELATIVE and (
        who.head in children(verb, "nsubj")
        or _is_of_side_clause(verb, who)
        or _is_whom(verb, who)
        or _is_absolute(verb, who)
    )
    floats = who.head.lower_ in _FLOATING and not _is_absolute(verb, who)
    return _given(reading, each, who, verb) if own and not floats else each


def _is_absolute(verb: Token, who: Speaker) -> bool:
    """Whether "each" is a participle's own subject: "A and B vied for votes, each praising his record"."""
    first = verb.head if verb.dep_ == "conj" else verb
    return first.tag_ == "VBG" and who.head.lower_ == "each" and who.head in children(first, "nsubj")


def _is_whom(verb: Token, who: Speaker) -> bool:
    """Whether it is done for a participle's sake to its subject: "(A fined) B for saying"."""
    return verb.dep_ == "pcomp" and who.how.startswith("object of")


def _is_of_side_clause(verb: Token, who: Speaker) -> bool:
    """Whether the subject is a side clause's: "(A left) after she met the crew and blamed the mayor"."""
    first = verb.head
    joined = verb.dep_ == "conj" and first.dep_ == "advcl" and bool(children(first, "mark"))
    return joined and who.head in children(first, "nsubj") and verb.tag_ == first.tag_


def _acts(infinitive: Token, who: Speaker) -> bool:
    """Whether the verb above gives the infinitive an actor of its own: "forced A to admit", "needs A to judge"."""
    return who.head in children(infinitive, "nsubj") or who.head in children(infinitive.head, "dobj")


def _named(reading: Reading, each: Found) -> Found:
    """Without a source that holds no letters ("1972" of "The Act, 1972, lists ..."), or an article alone."""
    letters = any(character.isalpha() for span in each.source for character in span.cut(reading.report.text))
    tokens = reading.within(each.source)
    if letters and (not tokens or any(token.lower_ not in _ARTICLES for token in tokens)):
        return each
    return replace(each, source=(), no_source="no word names the source") if each.source else each


def _filled(reading: Reading, each: Found, verbs: list[Token]) -> Found:
    """With the subject of the cue's first verb as the source that it lacks."""
    verb = verbs[0].head if verbs[0].dep_ == "aux" else verbs[0]  # "had not discussed"
    if all(each_verb.lemma_.lower() in cues("seeming") for each_verb in verbs):
        return each  # "(the tram) appears to have derailed" is the writer's
    if is_received(verb, reading.within(each.cue)):
        return each  # "faced criticism that"
    who = speaker(reading, verb) or _of_opening_participle(reading, verb)
    if who is None or who.head.lower_ in _THINGS or who.how.startswith("noun that"):
        return each
    return _given(reading, each, who, verb)


def _of_opening_participle(reading: Reading, verb: Token) -> Speaker | None:
    """For "(After) saying X, A did Y": the subject of the sentence's main verb."""
    start = verb.sent.start
    opens = verb.tag_ == "VBG" and (
        verb.i == start or (verb.i == start + 1 and verb.nbor(-1).pos_ in ("ADP", "SCONJ"))
    )
    if not opens or verb.sent.root == verb:
        return None
    subjects = children(verb.sent.root, "nsubj", "nsubjpass")
    if not subjects or subjects[0].i < verb.i:
        return None
    head = subjects[0]
    return Speaker(head, (head.left_edge.i, head.right_edge.i + 1), f"subject of {verb.sent.root.text!r}")


def _given(reading: Reading, each: Found, who: Speaker | None, verb: Token) -> Found:
    """With this speaker as its source, unless it meets what the attribution holds already."""
    if who is None or is_empty(who, verb):
        return each
    source = reading.spans(who.phrase)
    known = () if _in_relative(reading, each, who.head) else each.source
    if not source or meet(source, (*known, *each.content, *each.cue)):
        return each
    return replace(each, source=source, no_source="", detail=f"{each.detail}; its source is the {who.how}")


def _in_relative(reading: Reading, each: Found, head: Token) -> bool:
    """Whether the source is a mere word of the speaker's relative clause ("the oath that hangs in the hut")."""
    tokens = reading.within(each.source)
    if not tokens or head in tokens:
        return False
    return any(clause.is_ancestor(tokens[-1]) for clause in children(head, "relcl"))
