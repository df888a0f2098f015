"""The class of a source that is a pronoun, by what it takes up."""

from typing import TYPE_CHECKING

from sayso.records.vocabulary import ActorKind, SourceClass
from sayso.resolve.actors.find import ActorFinding
from sayso.resolve.actors.found import Form
from sayso.resolve.actors.words import pronouns
from sayso.resolve.coreference.cluster import Cluster
from sayso.resolve.source.before import after_somebody, has_blank_before, opens_report
from sayso.resolve.source.by_actors import by_actors
from sayso.resolve.source.names import class_by_report, phrase_to
from sayso.resolve.source.phrase import class_by_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

_BODIES = frozenset({SourceClass.ORGANISATION, SourceClass.STATE, SourceClass.MEDIA})
_ALONE = frozenset({SourceClass.PERSON, SourceClass.ANONYMOUS})


def of_pronoun(
    finding: ActorFinding,
    token: "Token",
    base: str,
    clusters: tuple[Cluster, ...],
    known: "Mapping[int, SourceClass]",
) -> SourceClass:
    """The class of what a pronoun means, as far as the pronoun can mean it.

    `known` gives the class of each source so far by its head token.
    """
    if token.lower_ == "which" and known.get(token.i - 2) in _BODIES:
        return known[token.i - 2]  # "the coast guard, which said"
    if token.lower_ == "which" and (of_noun := _of_antecedent(token)) is not None:
        return of_noun
    if not clusters and base in ("he", "she") and (after_somebody(token) or opens_report(token)):
        return SourceClass.ANONYMOUS
    if not clusters and base == "they" and opens_quotation(token):
        return SourceClass.ANONYMOUS
    if not clusters and base in ("we", "they"):
        return SourceClass.COLLECTIVE
    if not clusters:
        thing = base == "it" or token.lower_ == "which"
        return SourceClass.ORGANISATION if thing else SourceClass.PERSON
    found = _before(finding, clusters[0], known) if len(clusters) == 1 else None
    found = found or by_actors(finding, [], clusters, relays=False)
    if base in ("he", "she", "i") and found not in _ALONE:
        return SourceClass.PERSON
    if token.lower_ == "who" and (found is SourceClass.DOCUMENT or _is_one_body(token, found)):
        return SourceClass.PERSON
    if (base == "it" or token.lower_ == "which") and found in _ALONE:
        return SourceClass.ORGANISATION
    return found


def _is_one_body(who: "Token", found: SourceClass) -> bool:
    """Whether "who" would mean a body that acts as one: "Timur Akan at Halyk Research, who thinks"."""
    return found in _BODIES and any(t.tag_ == "VBZ" for t in (who.head, *who.head.lefts))


def _before(
    finding: ActorFinding, cluster: Cluster, known: "Mapping[int, SourceClass]"
) -> SourceClass | None:
    """The class that the first words for an actor give it, or that they have as a source."""
    if cluster.entity is not None:
        return None
    if cluster.kind == ActorKind.PERSON and any(m.form is Form.NAME for m in cluster.mentions):
        return SourceClass.PERSON
    said = sorted((m for m in cluster.mentions if m.form is not Form.PRONOUN), key=lambda m: m.first)
    for mention in said:
        if known.get(mention.head) is SourceClass.ANONYMOUS:
            return SourceClass.ANONYMOUS
        noun = finding.doc[mention.head]
        if noun.dep_ == "appos" and noun.head.pos_ == "PROPN" and cluster.kind == ActorKind.PERSON:
            return SourceClass.PERSON  # "Ada Lindt, a grower"
        if noun.dep_ == "appos" and noun.head.pos_ == "NOUN" and cluster.kind == ActorKind.PERSON:
            noun = noun.head  # "her brother, a fisherman"
            return class_by_words(list(noun.doc[noun.left_edge.i : noun.i + 1]))
        tokens = _with_name([t for t in finding.doc[mention.first : mention.last] if not t.is_space])
        if len(tokens) == 1 and tokens[0].lower_ in pronouns():
            continue
        if found := class_by_words(tokens) or class_by_report(finding.doc, tokens):
            return found
    return None


def _with_name(tokens: "list[Token]") -> "list[Token]":
    """A noun with the name right behind it that the mention leaves out: "the agency" of "the agency Lyra"."""
    last = tokens[-1]
    after = last.doc[last.i + 1] if last.i + 1 < len(last.doc) else last
    named = last.text.islower() and last.pos_ == "NOUN" and after.pos_ == "PROPN" and after.text[:1].isupper()
    return [*tokens, after] if named else tokens


def _of_antecedent(token: "Token") -> SourceClass | None:
    """The class of the noun that "which" follows; no person's, for "which" means a thing."""
    verb = token.head
    noun = verb.head if verb.dep_ == "relcl" else None
    if noun is None or noun.i >= token.i:
        return None
    found = class_by_words(phrase_to(noun))
    return SourceClass.ORGANISATION if found in _ALONE else found


def opens_quotation(token: "Token") -> bool:
    """Whether a pronoun stands in a quotation that has no noun before it which it could mean."""
    for before in reversed(token.doc[: token.i]):
        if before.is_quote and _opens(before):
            return True
        if before.is_quote or before.pos_ in ("NOUN", "PROPN"):
            return False
    return False


def _opens(mark: "Token") -> bool:
    """Whether a straight mark of quotation opens one, as it does with a blank before and none behind it."""
    return has_blank_before(mark) and not mark.whitespace_
