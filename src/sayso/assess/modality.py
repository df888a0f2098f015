"""Words beside the event's word that weaken or place it: modals, hedges, "alleged", if-clauses."""

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.assess.cues import marker
from sayso.assess.effects import Effect

_KINDS = {
    "aux": "modal",
    "advmod": "adverb",
    "amod": "adjective",
    "npadvmod": "adverb",
    "nmod": "adjective",
}


def markers(token: Token, *, negated: bool, below: Token | None = None) -> Iterator[tuple[Effect, Token]]:
    """The effects of the words beside `token`, negations apart, with the word of each.

    `negated`: whether a negation stands beside them too ("could not"). `below` is a word to leave out.
    """
    for child in token.children:
        kind = _KINDS.get(child.dep_)
        if kind is None or child == below:
            continue
        row = marker(child.lower_, kind)
        if row is None or (row.affirmed == Effect.NOT and kind != "adjective"):
            continue
        effect = row.negated if negated and row.negated else row.affirmed
        yield (_would(token) if effect == Effect.CONDITIONAL else effect), child
    yield from _consequence(token)


def _would(token: Token) -> Effect:
    """ "He said it would attack" looks ahead from the past; any other "would" is hypothetical."""
    if any(child.dep_ == "aux" and child.lemma_ == "have" for child in token.children):
        return Effect.HYPOTHETICAL
    if withheld(token):
        return Effect.HAPPENS
    told = token.dep_ == "ccomp" and token.head.tag_ in ("VBD", "VBN", "VBZ", "VBG")
    return Effect.PLANNED if told else Effect.CONDITIONAL


def withheld(verb: Token) -> bool:
    """ "The ministry would not comment": a refusal to speak that has been given, unless a condition follows."""
    if marker(verb.lemma_.lower(), "withheld") is None or not any(c.dep_ == "neg" for c in verb.children):
        return False
    would = any(child.dep_ == "aux" and child.lower_ in ("would", "'d") for child in verb.children)
    return would and not any(child.dep_ == "advcl" and condition(child) for child in verb.children)


def _consequence(token: Token) -> Iterator[tuple[Effect, Token]]:
    """ "If they attack, we respond": the main clause hangs on the condition.

    Where the parser hangs the "if" itself on the main verb, all of the sentence does.
    """
    mark = condition(token) if token.dep_ == "ROOT" else None
    if mark is not None:
        yield Effect.HYPOTHETICAL, mark
    if token.tag_ == "VBD":
        return
    for child in token.children:
        if child.dep_ == "advcl" and (mark := condition(child)) is not None:
            yield Effect.HYPOTHETICAL, mark


def condition(clause: Token) -> Token | None:
    """The word that makes an adverbial clause a condition: "if", "unless", or inverted "should", "were"."""
    for child in clause.children:
        if child.dep_ in ("mark", "advmod"):
            row = marker(child.lower_, "mark")
            if row is not None and row.affirmed == Effect.HYPOTHETICAL:
                return child
    first = clause.doc[clause.left_edge.i]
    if clause.dep_ == "advcl" and first.dep_ == "aux" and first.lower_ in ("should", "were", "had"):
        return first
    return None
