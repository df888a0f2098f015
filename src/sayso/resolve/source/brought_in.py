"""Whether the report brings in as somebody the one whom a source takes up: "a nurse ... The nurse said"."""

from typing import TYPE_CHECKING

from sayso.resolve.actors.find import ActorFinding
from sayso.resolve.actors.found import Form
from sayso.resolve.coreference.cluster import Cluster
from sayso.resolve.elsewhere import alike
from sayso.resolve.source.lede import is_named_below
from sayso.resolve.source.parts import core

if TYPE_CHECKING:
    from spacy.tokens import Token


def was_somebody(tokens: "list[Token]") -> bool:
    """Whether "the nurse" was "a nurse" before."""
    head = core(tokens)
    if not head or tokens[0].lower_ not in ("the", "this", "that") or not head[-1].text.islower():
        return False
    before = (t for t in alike(head[-1]) if t.i < head[-1].i and not _tells_of_name(t))
    return any(child.lower_ in ("a", "an") for token in before for child in token.lefts)


def _tells_of_name(noun: "Token") -> bool:
    """Whether a noun says who a named person is: "Ada Lindt, a grower"."""
    return noun.dep_ == "appos" and noun.head.pos_ == "PROPN"


def is_brought_in(finding: ActorFinding, cluster: Cluster, before: int) -> bool:
    """Whether the report brings a nameless person in as somebody before token `before`: "a nurse"."""
    if (
        not cluster.mentions
        or any(m.form is Form.NAME for m in cluster.mentions)
        or cluster.entity is not None
    ):
        return False
    mention = min(cluster.mentions, key=lambda m: m.first)
    if _tells_of_name(finding.doc[mention.head]):
        return False
    first = finding.doc[mention.first]
    if is_named_below([*finding.doc[mention.first : mention.last]]):
        return False
    return first.i <= before and first.lower_ in ("a", "an", "one", "another")
