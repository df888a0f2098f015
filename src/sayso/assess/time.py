"""When an event lies by the words: tense and aspect of a verb."""

from spacy.tokens import Token

from sayso.assess.modality import withheld
from sayso.records.vocabulary import Time


def tense(verb: Token, *, headline: bool) -> Time | None:
    """The time that a verb's own form gives; None for infinitives, gerunds and nouns, which borrow theirs.

    Headlines tell the past in the present tense.
    """
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    lemmas = {helper.lemma_ for helper in helpers}
    modals = [helper for helper in helpers if helper.tag_ == "MD"]
    if any(helper.tag_ == "TO" for helper in helpers):
        return Time.PAST if "have" in lemmas else None
    if modals:
        return _modal(verb, lemmas, modals[0])
    if "have" in lemmas:
        return _perfect(verb, helpers)
    if verb.tag_ == "VBG":
        return _progressive(helpers)
    if helpers and helpers[0].lower_ == "be":  # a wish: "that they be released"
        return None
    if verb.tag_ in ("VBD", "VBN"):
        present = any(helper.tag_ in ("VBZ", "VBP") for helper in helpers)
        return Time.ONGOING if present and not headline else Time.PAST
    if verb.tag_ in ("VBZ", "VBP"):
        return Time.PAST if headline else Time.ONGOING
    if verb.tag_ == "VB" and any(helper.lemma_ == "do" for helper in helpers):
        return Time.PAST if any(helper.tag_ == "VBD" for helper in helpers) else Time.ONGOING
    return None


def _modal(verb: Token, lemmas: set[str], modal: Token) -> Time | None:
    if "have" in lemmas:
        return Time.PAST
    if verb.tag_ == "VBG":
        return Time.ONGOING
    if modal.lower_ == "could" and any(child.dep_ == "neg" for child in verb.children):
        return Time.PAST
    return Time.PAST if withheld(verb) else Time.FUTURE


def _perfect(verb: Token, helpers: list[Token]) -> Time:
    lasting = verb.tag_ == "VBG" and any(h.lemma_ == "have" and h.tag_ in ("VBZ", "VBP") for h in helpers)
    return Time.ONGOING if lasting else Time.PAST


def _progressive(helpers: list[Token]) -> Time | None:
    for helper in helpers:
        if helper.lemma_ == "be":
            return Time.PAST if helper.tag_ == "VBD" else Time.ONGOING
    return None
