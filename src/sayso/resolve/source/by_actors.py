"""The class of a source by its actors: what kind they are of, whose organs they are."""

from typing import TYPE_CHECKING

from sayso.records.vocabulary import ActorKind, SourceClass
from sayso.resolve.actors.find import ActorFinding
from sayso.resolve.actors.found import Form
from sayso.resolve.actors.words import words
from sayso.resolve.coreference.cluster import Cluster
from sayso.resolve.source.nouns import ORGANS
from sayso.resolve.source.signs import is_hidden

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLASSES = {
    ActorKind.PERSON: SourceClass.PERSON,
    ActorKind.STATE: SourceClass.STATE,
    ActorKind.ORGANISATION: SourceClass.ORGANISATION,
    ActorKind.GROUP: SourceClass.COLLECTIVE,
    ActorKind.MEDIA: SourceClass.MEDIA,
    ActorKind.COLLECTIVE: SourceClass.COLLECTIVE,
    ActorKind.DOCUMENT: SourceClass.DOCUMENT,
    ActorKind.ANONYMOUS: SourceClass.ANONYMOUS,
}


def by_actors(
    finding: ActorFinding, tokens: "list[Token]", clusters: tuple[Cluster, ...], relays: bool
) -> SourceClass:
    """The class of most of a source's actors."""
    if not clusters:
        return SourceClass.PERSON
    classes = [_of_actor(finding, tokens, cluster) for cluster in clusters]
    if len(classes) == 2 and _is_renamed(tokens, clusters):
        return classes[1]
    common = max(classes, key=classes.count)
    unknown = clusters[0].entity is None and not clusters[0].sectors
    return SourceClass.MEDIA if relays and unknown and common == SourceClass.ORGANISATION else common


def _of_actor(finding: ActorFinding, tokens: "list[Token]", cluster: Cluster) -> SourceClass:
    """The class of one actor of a source."""
    if cluster.entity is None and (any(t.lower_ in words("veiled") for t in tokens) or is_hidden(tokens)):
        return SourceClass.ANONYMOUS
    named = cluster.entity is not None or any(m.form is Form.NAME for m in cluster.mentions)
    if cluster.kind in (ActorKind.ORGANISATION, ActorKind.GROUP) and _is_organ(finding, cluster):
        return SourceClass.STATE
    if cluster.sectors[:1] == ("REB",) and cluster.kind == ActorKind.GROUP:
        return SourceClass.ORGANISATION
    if cluster.sectors[:1] == ("CVL",) and not named:
        return _CLASSES[cluster.kind] if cluster.kind != ActorKind.PERSON else SourceClass.COLLECTIVE
    if cluster.kind == ActorKind.GROUP and (cluster.agent_kind == "force" or (named and not cluster.plural)):
        return SourceClass.ORGANISATION
    return _CLASSES[cluster.kind]


def _is_organ(finding: ActorFinding, cluster: Cluster) -> bool:
    """Whether a body is an organ of a state: an army, a ministry, the police."""
    if cluster.entity is not None:
        sectors = cluster.entity.sectors_on(finding.day)
        return bool(sectors) and sectors[0] in ORGANS and cluster.entity.country is not None
    bodies = cluster.agent_kind in ("organisation", "force") or cluster.kind == ActorKind.ORGANISATION
    if cluster.noun in words("unstately"):
        return False
    return bodies and cluster.sectors[:1] != () and cluster.sectors[0] in ORGANS


def _is_renamed(tokens: "list[Token]", clusters: tuple[Cluster, ...]) -> bool:
    """Whether the second actor is the name of the first ("the mine's owner, Karst AG")."""
    listed = any(t.lower_ in ("and", "or") for t in tokens)
    return (
        not listed and clusters[0].entity is None and any(m.form is Form.NAME for m in clusters[1].mentions)
    )
