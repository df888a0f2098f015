"""Who speaks: the noun phrase that the parse makes the subject of a cue verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sayso.attribute.reading import WHEN, Range, Reading, children
from sayso.attribute.words.cue_words import is_negated, verb_group
from sayso.attribute.words.cues import cues, venue_words
from sayso.attribute.words.speakers import can_speak, documents, is_thing

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = ("nsubj", "csubj")
_LONGEST = 40
"""Tokens of the longest source; a longer subject is a parse gone wrong."""
_FEW = 5
"""Tokens of the longest quotation, its marks included, that holds no more than a verb with its adverb."""
_AFTER = frozenset({"after", "before", "since", "until"})
_PAST = frozenset({"VBD", "VBZ", "VBP"})
_EMPTY = frozenset({"there", "this", "that", "what", "'s", "’s"})


HEADS = frozenset({"ROOT", "dep"})
"""What a noun is in its sentence whose verb the parse took for a participle: "A clerk alleged that"."""


class Speaker(NamedTuple):
    """The speaker's head token, its phrase, and how the parse leads to it."""

    head: Token
    phrase: Range
    how: str


def speaker(reading: Reading, verb: Token, depth: int = 0) -> Speaker | None:
    """The subject of `verb`, its own or the one that it shares with the verb above it; None if it has none."""
    own = [
        noun
        for noun in children(verb, *_SUBJECTS)
        if reading.same_quotation(noun.i, verb.i) or _is_in_quotes(reading, verb, noun)
    ]
    if own:
        best = max(own, key=lambda token: (token.i < verb.i, -abs(token.i - verb.i)))
        if _is_absolute(best, verb):
            return None
        return _joined(named(reading, best, verb, f"subject of {verb.text!r}"), own)
    if depth > 4 or children(verb, "nsubjpass"):
        return None
    head = joined_to(verb)
    if verb.dep_ == "pcomp":
        return _of_preposition(reading, verb, depth)
    if verb.dep_ in ("acl", "relcl"):
        return _of_noun(reading, verb, depth)
    shared = verb.dep_ in ("conj", "xcomp", "advcl", "dep", "parataxis", "ccomp") and head != verb
    if not shared or (verb.dep_ == "ccomp" and verb.tag_ != "VBG") or head.pos_ not in ("VERB", "AUX"):
        return None
    if verb.tag_ == "VBG" and verb.i and verb.doc[verb.i - 1].text == ",":
        if verb.lemma_.lower() in cues("aside"):
            return _of_clause(reading, _reporting(verb), depth)
        if head.dep_ == "relcl" and _is_restrictive(head):
            return _of_clause(reading, head.head, depth)
    if _is_main(verb):
        return _behind_preposition(reading, verb) or _with_participle(reading, head, verb)
    goes_on = head.lemma_.lower() in ("go", "continue")
    if verb.dep_ == "advcl" and verb.tag_ not in ("VBG", "VBN") and not goes_on:
        return _behind_preposition(reading, verb)
    if verb.dep_ == "xcomp" and head.lemma_.lower() in cues("control") and children(head, "dobj"):
        asked = children(head, "dobj")[0]
        return named(reading, asked, verb, f"object of {head.text!r}")
    if _is_own_refusal(verb):
        return speaker(reading, head.head, depth + 1)
    found = speaker(reading, head, depth + 1)
    if found is not None and verb.tag_ == "VBG" and head.dep_ == "ccomp" and is_thing(found.head):
        return speaker(
            reading, head.head, depth + 1
        )  # "said the blast was an accident, rejecting reports that"
    joined = verb.dep_ == "conj" and not _has_tense(verb)
    return found or (_passive_subject(reading, head) if not joined else None)


def joined_to(verb: Token) -> Token:
    """What the verb hangs on.

    Of a verb with a tense that the parse joined to an infinitive ("ordered the trawler to turn back and threatened to
    board it") that is the verb with a tense above.
    """
    head = verb.head
    while verb.dep_ == "conj" and verb.tag_ in _PAST and any(t.tag_ == "TO" for t in children(head, "aux")):
        if head.head == head or head.head.pos_ not in ("VERB", "AUX"):
            break
        head = head.head
    return head


def _is_own_refusal(verb: Token) -> bool:
    """ "The Kremlin said Moscow was ready but would not say why": behind "but", who speaks does not say more."""
    head = verb.head
    said = head.dep_ == "ccomp" and head.head.i < head.i and head.head.lemma_.lower() in cues("verb")
    but = any(t.lower_ == "but" and head.i < t.i < verb.i for t in children(head, "cc"))
    lemma = verb.lemma_.lower()
    silent = lemma in cues("reluctant") or (lemma in cues("speaking") and is_negated(verb))
    return verb.dep_ == "conj" and said and but and silent


def _behind_preposition(reading: Reading, verb: Token) -> Speaker | None:
    """ "closed after an inspector found that": the parse makes the clause's subject the object of "after"."""
    for prep in children(verb.head, "prep"):
        for noun in children(prep, "pobj") if prep.lower_ in _AFTER else ():
            if noun.right_edge.i + 1 == verb_group(verb)[0] and can_speak(noun):
                return named(reading, noun, verb, f"noun before {verb.text!r}")
    return None


def _has_tense(verb: Token) -> bool:
    """Whether a verb, or one that helps it, is in the past or present: "was elected but did not say"."""
    return any(token.tag_ in ("VBD", "VBZ", "VBP") for token in (verb, *children(verb, "aux")))


def _of_preposition(reading: Reading, verb: Token, depth: int) -> Speaker | None:
    """The speaker of "for saying", "of planning": whom the verb above does something for it to, else who does it."""
    above = verb.head
    while above.pos_ not in ("VERB", "AUX") and above.head != above:
        above = above.head
    if above.pos_ not in ("VERB", "AUX"):
        return None
    charged = verb.head.lower_ in ("for", "against") or (verb.head.lower_ == "of" and verb.head.head == above)
    whom = children(above, "dobj")[:1] if charged and verb.tag_ == "VBG" else []
    if whom and whom[0].i < verb.head.i and can_speak(whom[0]):
        return Speaker(whom[0], phrase(reading, whom[0], verb.head), f"object of {above.text!r}")
    passive = verb.head.lower_ == "for" and bool(children(above, "auxpass"))
    found = (_passive_subject(reading, above) if passive else None) or speaker(reading, above, depth + 1)
    if (
        found is not None
        and above.dep_ == "ccomp"
        and found.head.pos_ == "NOUN"
        and not can_speak(found.head)
    ):
        return speaker(reading, above.head, depth + 1)  # "admitted that its shells hit it, after denying X"
    return found


def _is_in_quotes(reading: Reading, verb: Token, subject: Token) -> bool:
    """Whether a few words around the verb alone are quoted: "their client “categorically rejects” the claim"."""
    quotation = reading.quotation_at(verb.i)
    if quotation is None or reading.quotation_at(subject.i) is not None:
        return False
    start, end = reading.tokens(quotation.span)
    return end - start <= _FEW and subject.i < start and verb.i - subject.i <= _FEW


def _is_main(verb: Token) -> bool:
    """Whether the parse hung a clause's own verb on a participle: "leaflets dropped here warned"."""
    opens = children(verb, "mark", "advmod", "aux", "cc", "nsubj", "nsubjpass")
    before = verb.doc[verb.i - 1]
    plain = verb.dep_ == "advcl" and verb.tag_ in ("VBD", "VBZ", "VBP") and not opens
    return (
        plain
        and verb.head.i < verb.i
        and verb.head.tag_ in ("VBD", "VBN")
        and not before.is_punct
        and before.tag_ != "CC"
    )


def _with_participle(reading: Reading, participle: Token, verb: Token) -> Speaker | None:
    """The subject of a participle that the parse took for the main verb, up to the main verb."""
    for noun in children(participle, "nsubj"):
        found = reading.trim(noun.left_edge.i, verb.i)
        return Speaker(noun, found, f"subject of {verb.text!r}") if noun.i < participle.i else None
    return None


def _is_absolute(subject: Token, verb: Token) -> bool:
    """Whether the verb is the participle of "with A expected to visit", whose subject is whom it is about."""
    first = subject.left_edge.i
    return (
        verb.tag_ in ("VBD", "VBN")
        and first > 0
        and verb.doc[first - 1].lower_ == "with"
        and subject.i < verb.i
    )


def agent(reading: Reading, verb: Token) -> Speaker | None:
    """The phrase after "by" of a passive verb."""
    for by in children(verb, "agent"):
        for noun in children(by, "pobj"):
            if noun.ent_type_ in WHEN:
                continue  # "is expected by Saturday"
            return named(reading, noun, verb, f"agent of {verb.text!r}")
    return None


def is_empty(found: Speaker, verb: Token) -> bool:
    """Whether the subject only fills its place: "this", and "it" beside a verb that needs no speaker ("it shows")."""
    start, end = found.phrase
    word = found.head.lower_
    return end - start == 1 and (word in _EMPTY or (word == "it" and verb.lemma_.lower() in cues("showing")))


def phrase(reading: Reading, head: Token, *outside: Token) -> Range:
    """The noun phrase of `head`: its subtree, cut before and after the tokens `outside` and at quotations."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    for token in outside:
        if start <= token.i < head.i:
            start = token.i + 1
        elif head.i < token.i < end:
            end = min(end, token.left_edge.i if token.left_edge.i > head.i else token.i)
    while start < head.i and not reading.same_quotation(start, head.i):
        start += 1
    while start < head.i and (reading.is_edge(start) or reading.doc[start].dep_ in ("mark", "cc", "punct")):
        start += 1
    for child in children(head, "acl"):
        if (
            child.tag_ == "VBG"
            and child.lemma_.lower() in cues("aside")
            and reading.doc[child.i - 1].text == ","
        ):
            end = min(end, child.i - 1)
    if start < end - 1 and reading.doc[end - 1].tag_ == "CC":  # "A called for calm and (said)": no participle
        end = min([end - 1, *(t.i for t in children(head, "acl") if t.tag_ == "VBD" and t.i > head.i)])
    if end - start > _LONGEST:
        end = head.i + 1
    return reading.trim(start, end)


def named(reading: Reading, head: Token, verb: Token, how: str) -> Speaker | None:
    """The speaker with this head, less where and when he spoke; None if nothing is left."""
    found = _without_venue(phrase(reading, head, verb), head)
    return Speaker(head, found, how) if found[0] < found[1] else None


def _joined(found: Speaker | None, subjects: list[Token]) -> Speaker | None:
    """With the title that the parse made a subject of its own ("Niger's president" "Ada Lo said")."""
    if found is not None:
        for other in subjects:
            if other.i + 1 == found.phrase[0] and other.pos_ in ("NOUN", "PROPN"):
                return found._replace(phrase=(other.left_edge.i, found.phrase[1]))
    return found


def _passive_subject(reading: Reading, verb: Token) -> Speaker | None:
    for noun in children(verb, "nsubjpass"):
        return named(reading, noun, verb, f"subject of {verb.text!r}")
    return None


def _without_venue(found: Range, head: Token) -> Range:
    """The phrase without a closing "on Twitter", "after talks ended", which belongs to the verb."""
    for prep in children(head, "prep"):
        if (
            prep.lower_ in _AFTER
            and head.i < prep.i < found[1]
            and any(t.tag_ in _PAST for t in prep.subtree)
        ):
            return found[0], prep.i
        venue = prep.lower_ in ("on", "in", "via", "at") and head.i < prep.i < found[1]
        last = prep.right_edge.i + 1 == found[1]
        day = venue and last and any(noun.ent_type_ in WHEN for noun in children(prep, "pobj"))
        if day or (venue and any(noun.lemma_.lower() in venue_words() for noun in children(prep, "pobj"))):
            return found[0], prep.i
    return found


def _of_noun(reading: Reading, verb: Token, depth: int) -> Speaker | None:
    """The noun that a participle hangs on; for "issued a statement saying", who issued it."""
    noun = verb.head
    if verb.tag_ == "VBG" and verb.i and verb.doc[verb.i - 1].text == ",":
        found = _of_clause(reading, noun, depth)
        if found is not None:
            return found
    if verb.tag_ not in ("VBG", "VBN", "VBD", "VBZ", "VBP"):
        return None
    if noun.lemma_.lower() in venue_words() and noun.dep_ == "pobj":
        return _of_clause(reading, noun, depth)
    above = noun.head
    if noun.dep_ == "dobj" and _is_seen(noun, verb):
        return named(reading, noun, verb, f"noun that {verb.text!r} belongs to")
    if noun.dep_ in ("dobj", "pobj") and above.pos_ in ("VERB", "ADP") and noun.pos_ == "NOUN":
        issuer = above if above.pos_ == "VERB" else above.head
        found = speaker(reading, issuer, depth + 1) if issuer.pos_ == "VERB" else None
        if found is not None:
            return found
    top = above_of(noun)
    heads = verb.tag_ == "VBN" and top.dep_ in HEADS
    return named(reading, top if heads else noun, verb, f"noun that {verb.text!r} belongs to")


def above_of(noun: Token) -> Token:
    """The noun above "of": "Two employees" of "Two employees of the casino (alleged that)"; else itself."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head
    return noun


def _is_seen(noun: Token, verb: Token) -> bool:
    """Whether a participle tells what someone seen or heard says: "recalled a soldier shouting"."""
    person = noun.pos_ == "NOUN" and can_speak(noun) and noun.lemma_.lower() not in documents()
    return person and verb.i == noun.i + 1 and noun.head.lemma_.lower() not in cues("telling")


def _reporting(verb: Token) -> Token:
    """The token below the nearest reporting verb above: ", adding" goes with the reporting clause.

    A clause that only says which one is meant ("an engineer who said") is none; what stands behind it goes with the
    clause around it.
    """
    below, above, least = verb, verb.head, verb
    while above != below:
        before = any(noun.i < verb.i for noun in children(above, *_SUBJECTS))
        if above.dep_ == "relcl" and _is_restrictive(above):
            least = above.head
        elif above.lemma_.lower() in cues("verb") and before:
            return below
        below, above = above, above.head
    return least


def _is_restrictive(verb: Token) -> bool:
    """Whether a relative clause stands behind its noun without a comma: "an engineer who said"."""
    first = verb.left_edge
    return first.i > 0 and first.tag_ in ("WP", "WDT") and not first.nbor(-1).is_punct


def _of_clause(reading: Reading, token: Token, depth: int) -> Speaker | None:
    """The speaker of the nearest verb above that has one: ", saying" belongs to the clause, not to a noun in it."""
    above = token
    while above.head != above:
        above = above.head
        if above.pos_ in ("VERB", "AUX") and not _comes_later(above, token):
            return speaker(reading, above, depth + 1)
    return None


def _comes_later(verb: Token, token: Token) -> bool:
    """Whether the verb's own subject stands behind the token: ", citing an envoy, that the army had left"."""
    subjects = children(verb, *_SUBJECTS)
    return bool(subjects) and verb.head != verb and all(noun.i > token.i for noun in subjects)
