"""The parse's say on the encoder's sources: whose verb the cue is, where the syntax leaves no doubt.

The encoder links a cue to the likeliest source near it, or to none. A verb's own subject is who speaks, also where
the encoder links none; a passive verb without "by" names nobody; and a participle that opens its sentence ("Claiming
that ..., A told B") has the subject of its clause. Chosen on PolNeAR's dev split.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.cues import cues
from sayso.attribute.found import Found, meet
from sayso.attribute.reading import Reading, children
from sayso.attribute.speaker import Speaker, agent, is_empty, speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

_INTRODUCE = frozenset({"by", "from", "to", "of", "among", "with", "in", "for"})
_THINGS = frozenset({"it", "that", "which", "this"})
_FLOATING = frozenset({"both", "all", "each"})
_RELATIVE = frozenset({"WP", "WDT", "EX"})


def overruled(reading: Reading, each: Found) -> Found:
    """The encoder's attribution with the source that the parse gives its cue, where that is clear."""
    each = _named(reading, each)
    tokens = reading.within(each.cue)
    verbs = [token for token in tokens if token.pos_ in ("VERB", "AUX")]
    verb = verbs[-1] if verbs else None
    if verb is not None and _is_passive(verb):
        return _without_patient(reading, each, verb)
    if not each.source:
        return _filled(reading, each, verbs, tokens)
    if _names_nobody(reading, each, verbs, tokens):
        return replace(
            each, source=(), no_source="the cue is nobody's", detail=f"{each.detail}; the cue is nobody's"
        )
    if verb is None or verb.tag_ == "VB" or verb.lemma_.lower() not in cues("verb"):
        return each
    who = speaker(reading, verb)
    own = who is not None and who.head.tag_ not in _RELATIVE and who.head in children(verb, "nsubj")
    own = own and who is not None and who.head.lower_ not in _FLOATING
    return _given(reading, each, who, verb) if own else each


def _named(reading: Reading, each: Found) -> Found:
    """Without a source that holds no letters ("1972" of "The Act, 1972, lists ...")."""
    if any(character.isalpha() for span in each.source for character in span.cut(reading.report.text)):
        return each
    return replace(each, source=(), no_source="no word names the source") if each.source else each


def _filled(reading: Reading, each: Found, verbs: list[Token], tokens: list[Token]) -> Found:
    """With the subject of the cue's first verb, or the owner of its noun, as the source that it lacks."""
    if not verbs:
        for owner in (owner for token in tokens for owner in children(token, "poss")):
            found = (owner.left_edge.i, owner.right_edge.i + 1)
            return _given(reading, each, Speaker(owner, found, f"owner of {owner.head.text!r}"), owner)
        return each
    who = speaker(reading, verbs[0]) or _of_opening_participle(reading, verbs[0])
    if who is not None and who.head.lower_ in _THINGS:
        return each
    return _given(reading, each, who, verbs[0])


def _names_nobody(reading: Reading, each: Found, verbs: list[Token], tokens: list[Token]) -> bool:
    """Whether the cue has no speaker: a bare "seems", or a noun whose source stands apart behind it."""
    if verbs:
        return verbs == [token for token in verbs if token.lemma_.lower() in cues("seeming")]
    first = reading.tokens(each.source[0])[0]
    if not any(token.pos_ == "NOUN" for token in tokens) or first < tokens[-1].i:
        return False
    return reading.doc[first - 1].lower_ not in _INTRODUCE


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
    if not source or meet(source, (*each.source, *each.content, *each.cue)):
        return each
    return replace(each, source=source, no_source="", detail=f"{each.detail}; its source is the {who.how}")


def _is_passive(verb: Token) -> bool:
    if any(
        not auxiliary.lower_.endswith("s") or auxiliary.lower_ in ("is", "was")
        for auxiliary in children(verb, "auxpass")
    ):
        return True
    return verb.tag_ == "VBN" and not children(verb, "aux") and verb.dep_ in ("acl", "advcl", "amod")


def _without_patient(reading: Reading, each: Found, verb: Token) -> Found:
    """Without a source that no preposition introduces, unless the verb says what its subject feels."""
    felt = verb.lower_ in cues("adj") or any(verb.lemma_.lower() in cues(part) for part in ("relay", "felt"))
    if agent(reading, verb) is not None or felt or not each.source:
        return each
    first = reading.tokens(each.source[0])[0]
    if first and reading.doc[first - 1].lower_ in _INTRODUCE:
        return each
    if not children(verb, "auxpass") and verb.lemma_.lower() not in cues("telling") and first < verb.i:
        return each
    why = "the passive verb has no 'by'"
    return replace(each, source=(), no_source=why, detail=f"{each.detail}; {why}")
