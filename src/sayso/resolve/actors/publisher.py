"""The publisher's actor: a known outlet by its name or its domain, else made of its name."""

from functools import cache

from sayso.records.stages import Parsed
from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.entity import Entity
from sayso.resolve.actors.fold import fold
from sayso.resolve.actors.lexicon import Index, shipped
from sayso.resolve.actors.tables import outlets
from sayso.resolve.coreference.cluster import Cluster
from sayso.resolve.coreference.names import Named

_ABROAD = frozenset({"agency", "website"})


def publisher(parsed: Parsed, named: Named, user: Index | None) -> Cluster:
    """The publisher's actor, joined with the report's mentions of it."""
    name, why = parsed.article.publisher, parsed.article.publisher_why
    if name is None:
        return Cluster("unknown publisher", ActorKind.MEDIA, sectors=("JRN",), rule="publisher", detail=why)
    known = outlet(name, user)
    cluster = named.with_entity(known) if known is not None else None
    if cluster is None:
        cluster = next((c for c in named.clusters if _bare(c.name) == _bare(name)), None)
        if cluster is not None and cluster.entity is None:
            cluster.name, cluster.kind, cluster.sectors = name, ActorKind.MEDIA, ("JRN",)
    if cluster is None:
        cluster = Cluster(name, ActorKind.MEDIA, sectors=("JRN",))
    cluster.rule, cluster.detail = "publisher", "; ".join(part for part in (why, cluster.detail) if part)
    return cluster


def outlet(name: str, user: Index | None = None) -> Entity | None:
    """The table's entity for the name or domain of a publisher: a news medium if there is one of that name."""
    pieces = fold(name)
    pieces = pieces[1:] if pieces[:1] == ("the",) else pieces
    for index in (user or {}, shipped()):
        for listed in index.get(pieces[0], []) if pieces else []:
            if listed.rest == pieces[1:]:
                entities = [known.entity for known in listed.known]
                return next((e for e in entities if e.kind == ActorKind.MEDIA), entities[0])
    return _of_domain(name)


def serves_home(publisher: Cluster) -> bool:
    """Whether an outlet writes for one country: a newspaper or broadcaster that the table knows, not an agency."""
    forms = (row.form for row, entity in outlets() if entity is publisher.entity)
    return next(forms, "agency") not in _ABROAD


def _bare(name: str) -> str:
    return name.lower().removeprefix("the ")


def _of_domain(host: str) -> Entity | None:
    """The outlet whose domain `host` is or lies below: "edition.cnn.com" is CNN's."""
    parts = host.lower().split(".")
    above = (".".join(parts[at:]) for at in range(len(parts) - 1))
    return next((_domains()[name] for name in above if name in _domains()), None)


@cache
def _domains() -> dict[str, Entity]:
    return {host: entity for row, entity in outlets() for host in row.domains}
