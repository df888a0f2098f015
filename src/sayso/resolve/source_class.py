"""What a source's own words say of its class: a document, people, media, a person by surname."""

from typing import TYPE_CHECKING

from sayso.records.statement import Attribution
from sayso.records.vocabulary import SourceClass
from sayso.resolve.actors.agents import Agent, agent_at
from sayso.resolve.actors.found import Form
from sayso.resolve.actors.words import words
from sayso.resolve.coreference.cluster import Cluster

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def class_by_words(tokens: "list[Token]") -> SourceClass | None:
    """The class that a source's own words give it: a document, people in the plural, media; None if none."""
    head = root_of(tokens)
    if head is None:
        return None
    lemma = head.lemma_.lower()
    if any(t.lemma_.lower() in words("document") for t in (head, tokens[-1])) or _is_law(tokens, head):
        return SourceClass.DOCUMENT
    if [t.lower_ for t in tokens[:2]] == ["one", "of"]:
        return SourceClass.ANONYMOUS
    if lemma == "side":
        return SourceClass.ORGANISATION
    if head.tag_ not in ("NNS", "NNPS"):
        return None
    if lemma == "source" and any(t.lower_ in words("of media") for t in tokens):
        return SourceClass.MEDIA
    veiled = any(t.lower_ in words("veiled") for t in tokens) or is_hidden(tokens)
    return SourceClass.COLLECTIVE if lemma in words("plural") and not veiled else None


def relays_words(attribution: Attribution) -> bool:
    """Whether the cue says that the source passes on another's words ("quoted", "cited")."""
    cue = (attribution.cue.text or "").lower() if attribution.cue else ""
    return "quoted" in cue or (cue.endswith("cited") and " as saying " in (attribution.content.text or ""))


def is_renamed(tokens: "list[Token]", clusters: tuple[Cluster, ...]) -> bool:
    """Whether the second actor is the name of the first ("the mine's owner, Karst AG")."""
    listed = any(t.lower_ in ("and", "or") for t in tokens)
    return (
        not listed and clusters[0].entity is None and any(m.form is Form.NAME for m in clusters[1].mentions)
    )


def _is_law(tokens: "list[Token]", head: "Token") -> bool:
    """Whether the source is a law by its name: "Republic Act No. 9", "the Wildlife Act, 1972"."""
    return any(t.lower_ in words("law") and t.text[:1].isupper() and t.i <= head.i + 2 for t in tokens[1:])


def is_surname(doc: "Doc", tokens: "list[Token]", cluster: Cluster) -> bool:
    """Whether a bare name that no table knows closes the name of a person elsewhere in the report."""
    if len(tokens) != 1 or tokens[0].pos_ != "PROPN" or cluster.entity is not None:
        return False
    name = tokens[0].text
    return any(e.label_ == "PERSON" and len(e) > 1 and e[-1].text == name for e in doc.ents)


def is_hidden(tokens: "list[Token]") -> bool:
    """Whether a source asks not to be named, or is "no one"."""
    if tokens and tokens[0].lower_ in ("no", "none", "nobody"):
        return True
    said = [token.lower_ for token in tokens]
    return "not" in said and any(word in said for word in ("named", "identified"))


def root_of(tokens: "list[Token]") -> "Token | None":
    """The token of a phrase that the others hang on."""
    inside = {token.i for token in tokens}
    return next((t for t in tokens if t.head.i not in inside or t.head is t), None)


def agent_of(tokens: "list[Token]") -> Agent | None:
    """The agent noun that closes the phrase up to its head."""
    head = root_of(tokens)
    match = agent_at([t.lower_ for t in tokens if head is not None and t.i <= head.i and t.text != "-"])
    return match[0] if match else None
