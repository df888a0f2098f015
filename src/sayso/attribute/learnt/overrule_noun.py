"""The parse's say on the source of a cue that is a noun, or that holds one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.attribute.found import Found
from sayso.attribute.reading import Reading, children
from sayso.attribute.words.cues import cues
from sayso.attribute.words.speaker import Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

_BESIDE = frozenset({"despite"})
_INTRODUCE = frozenset({"by", "from", "to", "of", "among", "with", "in", "for"})


def owner(tokens: Sequence[Token], *parts: str) -> Speaker | None:
    """The owner of a noun in the cue, if it is a word of these parts of speech (any without): "A's claim"."""
    for noun in tokens:
        for who in children(noun, "poss"):
            if not parts or who.pos_ in parts:
                return Speaker(who, (who.left_edge.i, who.right_edge.i + 1), f"owner of {noun.text!r}")
    return None


def nobody(reading: Reading, each: Found, verbs: list[Token], tokens: Sequence[Token]) -> str:
    """Why the linked source does not speak, or ""; `verbs` and `tokens` are the cue's."""
    if verbs:
        return (
            _receives(each, verbs, tokens)
            or _is_said(reading, each, verbs)
            or _is_empty(reading, each, verbs)
            or _is_label(verbs)
            or _describes(each, verbs)
        )
    if tokens and all(token.lower_ in cues("adverb") and token.lower_.endswith("ly") for token in tokens):
        return "a hedge names nobody"
    if why := _describes(each, tokens) or _is_faced(each, tokens) or _is_beside(each, tokens):
        return why
    if _is_description(reading, each, tokens):
        return "an adjective names nobody"
    first = reading.tokens(each.source[0])[0]
    if not any(token.pos_ == "NOUN" for token in tokens) or first < tokens[-1].i:
        return ""
    if _is_fronted(reading, each, tokens):
        return ""
    return "" if reading.doc[first - 1].lower_ in _INTRODUCE else "the cue is nobody's"


def _describes(each: Found, words: Sequence[Token]) -> str:
    """For a participle of the thing behind it: "sanctioned the firm over alleged bribes"."""
    word = words[0] if words else None
    if word is None:
        return ""
    plain = len(words) == 1 and word.dep_ == "amod" and word.head.i > word.i
    past = plain and (word.tag_ in ("VBN", "VBD") or word.lower_.endswith("ed"))
    apart = past and bool(each.source) and word.idx - each.source[-1].end > 1
    return "the participle describes the thing" if apart else ""


def _is_fronted(reading: Reading, each: Found, tokens: Sequence[Token]) -> bool:
    """Whether the noun tells what its sentence's subject is: "A fierce critic of the war, the senator left"."""
    opens = tokens[0].is_sent_start or tokens[0].i == 0
    ends = each.content[-1].end if each.content else each.cue[-1].end
    return opens and reading.report.text[ends : each.source[0].start].strip() == ","


def _is_faced(each: Found, tokens: Sequence[Token]) -> str:
    """For a source that only faces the noun: "the force faced | allegations that"."""
    noun = tokens[-1] if tokens else None
    verb = noun.head if noun is not None and noun.dep_ in ("dobj", "pobj") else None
    verb = verb.head if verb is not None and verb.pos_ == "ADP" else verb
    faced = verb is not None and is_received(verb, tokens) and bool(each.source)
    return (
        "the source receives the words"
        if faced and verb is not None and each.source[-1].end <= verb.idx
        else ""
    )


def _is_beside(each: Found, tokens: Sequence[Token]) -> str:
    """For a source in whose spite there is such a noun: "insists on it despite | reports that"."""
    noun = tokens[-1] if tokens else None
    prep = noun.head if noun is not None and noun.dep_ == "pobj" else None
    if (
        noun is None
        or prep is None
        or prep.lower_ not in _BESIDE
        or children(noun, "poss")
        or not each.source
    ):
        return ""
    return f"the noun stands behind {prep.lower_!r}" if each.source[-1].end <= prep.idx else ""


def is_received(verb: Token, cue: Sequence[Token]) -> bool:
    """Whether a verb's subject only hears what a noun of the cue says: "faced criticism"."""
    nouns = [token for token in cue if token.pos_ == "NOUN" and token.lemma_.lower() in cues("noun")]
    return bool(nouns) and nouns[-1].i > verb.i and verb.lemma_.lower() in cues("receiving")


def _receives(each: Found, verbs: list[Token], tokens: Sequence[Token]) -> str:
    """For a source that only hears the words: "came under criticism for", "was dogged by charges that"."""
    nouns = [token for token in tokens if token.pos_ == "NOUN" and token.lemma_.lower() in cues("noun")]
    if not nouns or each.source[-1].end > verbs[-1].idx:
        return ""
    heard = nouns[-1].i > verbs[0].i and any(verb.lemma_.lower() in cues("receiving") for verb in verbs)
    agents = {noun for by in children(verbs[-1], "agent") for noun in children(by, "pobj")}
    return "the source receives the words" if heard or agents & set(nouns) else ""


def _is_said(reading: Reading, each: Found, verbs: list[Token]) -> str:
    """For a source that is itself what is said: "talk had been mounting about"."""
    source = reading.within(each.source)
    if len(source) != 1 or source[0].tag_ not in ("NN", "NNS"):
        return ""
    word = source[0].lemma_.lower()
    known = word in cues("noun") or word in cues("murmur")
    said = any(verb.lemma_.lower() in cues("verb") or children(verb, "dobj") for verb in verbs)
    return "the noun names nobody" if known and not said and source[0] in children(verbs[-1], "nsubj") else ""


def _is_empty(reading: Reading, each: Found, verbs: list[Token]) -> str:
    """For a bare "seems", and for "there was agreement that", unless a word introduces who agreed ("among")."""
    if children(verbs[0], "expl"):
        before = reading.doc[reading.tokens(each.source[0])[0] - 1]
        return "" if before.lower_ in _INTRODUCE and before.i > verbs[0].i else "'there' names nobody"
    return "the cue is nobody's" if all(verb.lemma_.lower() in cues("seeming") for verb in verbs) else ""


def _is_label(verbs: list[Token]) -> str:
    """For what bears a name or an inscription: "in a box labelled “urgent”"."""
    verb = verbs[0]
    bare = len(verbs) == 1 and verb.tag_ == "VBN" and verb.dep_ == "acl" and not children(verb, "agent")
    bears = bare and verb.lemma_.lower() in cues("labelling")
    return "the participle tells what the thing is called" if bears else ""


def _is_description(reading: Reading, each: Found, tokens: Sequence[Token]) -> bool:
    """Whether the source only describes the cue's noun: "a tacit" of "a tacit claim", "public" of "public anger"."""
    source = reading.within(each.source)
    plain = all(t.pos_ in ("DET", "ADJ", "ADV") and not t.ent_type_ for t in source)
    lone = len(source) == 1 and source[0].pos_ == "ADJ" and source[0].text.islower()
    return plain and (lone or source[0].lower_ in ("a", "an")) and source[0].head in tokens
