"""How one word hangs on the next one up in the parse: the form by which the tables know it."""

from dataclasses import dataclass

from spacy.tokens import Token

_OBJECTS = ("dobj", "nsubjpass", "compound", "oprd", "nmod")
_FINITE = ("VBD", "VBZ", "VBP")
_CLAUSAL = ("xcomp", "ccomp", "acl", "relcl", "advcl", "csubj", "csubjpass", "pcomp")


@dataclass(frozen=True)
class Edge:
    """A step up: the governing word, the form of what hangs on it, and the preposition between, if any."""

    governor: Token
    form: str
    relation: str
    preposition: Token | None = None


def edge(token: Token) -> Edge | None:
    """The step from `token` to its governor; None at the root."""
    head = token.head
    if head == token or _is_another_sentence(token):
        return None
    if token.dep_ in ("pobj", "pcomp") and head.pos_ in ("ADP", "SCONJ", "PART", "ADV", "VERB"):
        above = head
        while above.dep_ in ("prep", "pcomp", "pobj") and above.head.dep_ == "prep":
            above = above.head
        governor = above.head
        asked = token.dep_ == "pcomp" and clause_form(token) == "whether"
        form = "whether" if asked else head.lower_
        return Edge(governor, form, token.dep_, above) if governor != above else None
    if (preposition := _hidden(token)) is not None:
        return Edge(preposition.head, preposition.lower_, "pcomp", preposition)
    if token.dep_ in _CLAUSAL:
        return Edge(head, clause_form(token), token.dep_)
    if token.dep_ == "nsubj":
        return Edge(head, "subject", token.dep_)
    if token.dep_ in _OBJECTS:
        return Edge(head, "noun", token.dep_)
    if token.dep_ == "conj" and token.tag_ in _FINITE:
        while clause_form(head) == "to" and head.head != head:
            head = head.head  # "they chose to wait but attacked": joined to "chose", whatever the parse says
    return Edge(head, "other", token.dep_)


def _is_another_sentence(token: Token) -> bool:
    """Whether a semicolon parts the clause from the one that the parser hangs it on: "A says X; B denies Y"."""
    if token.dep_ != "ccomp" or token.i > token.head.i:
        return False
    return any(word.text == ";" for word in token.doc[token.i : token.head.i])


def _hidden(gerund: Token) -> Token | None:
    """The preposition right before a gerund that the parser takes for an adjective: "short OF arresting people"."""
    noun = gerund.head
    if gerund.tag_ != "VBG" or gerund.dep_ != "amod" or noun.dep_ != "pobj":
        return None
    preposition = noun.head
    adjacent = preposition.i == gerund.i - 1 and preposition.lower_ in ("of", "from", "for", "into")
    return preposition if adjacent and (preposition.head.pos_ == "VERB" or _bears(preposition.head)) else None


def _bears(word: Token) -> bool:
    """Whether the parser may have hung a verb's preposition on this word below it."""
    return word.head.pos_ == "VERB" and (word.dep_ == "dobj" or word.lower_ == "short")


def clause_form(verb: Token) -> str:
    """The form of a clause: to, ing, whether or that."""
    children = list(verb.children)
    if any(child.tag_ == "TO" and child.dep_ == "aux" for child in children):
        return "to"
    if any(child.dep_ in ("mark", "advmod") and child.lower_ in ("whether", "if") for child in children):
        return "whether"
    finite = any(child.dep_ in ("aux", "auxpass") and child.tag_ != "VBG" for child in children)
    return "ing" if verb.tag_ == "VBG" and not finite else "that"


def is_definite(noun: Token) -> bool:
    """Whether a noun phrase takes its referent for granted: "the attack", "their attack"."""
    return any(
        child.dep_ == "poss"
        or (child.dep_ == "det" and child.lower_ in ("the", "this", "that", "these", "those"))
        for child in noun.children
    )
