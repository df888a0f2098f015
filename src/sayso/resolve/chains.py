"""Chains of say-so: from the publisher over relays to the origins."""

from sayso.records.stages import Attributed
from sayso.records.statement import Attribution, Link, Statement
from sayso.records.vocabulary import ChainRole
from sayso.resolve.source import Sources


def statements(attributed: Attributed, sources: Sources, ids: dict[int, str]) -> tuple[Statement, ...]:
    """The report's statements with their sources' actors, chains and origins."""
    by_id = {attribution.id: attribution for attribution in attributed.attributions}
    return tuple(_statement(attribution, by_id, sources, ids) for attribution in attributed.attributions)


def _statement(
    attribution: Attribution, by_id: dict[str, Attribution], sources: Sources, ids: dict[int, str]
) -> Statement:
    chain = _chain(attribution, by_id, sources, ids)
    origins = chain[-1].actors
    blanks = dict(attribution.blanks)
    if not origins:
        blanks["origins"] = sources.unknown(attribution)
    return Statement(
        id=attribution.id,
        source=sources.source(attribution, ids),
        cue=attribution.cue,
        content=attribution.content,
        quotes=attribution.quotes,
        manner=attribution.manner,
        stance=attribution.stance,
        addressee=sources.addressee(attribution, ids),
        venue=attribution.venue,
        parent=attribution.parent,
        chain=chain,
        origins=origins,
        why=sources.why(attribution),
        blanks=blanks,
    )


def _chain(
    attribution: Attribution, by_id: dict[str, Attribution], sources: Sources, ids: dict[int, str]
) -> tuple[Link, ...]:
    """The publisher, then each statement from the outermost to this one; the last link is the origin."""
    nested = [attribution]
    while nested[-1].parent is not None and nested[-1].parent in by_id and len(nested) <= len(by_id):
        nested.append(by_id[nested[-1].parent])
    links = [Link(actors=("a0",), role=ChainRole.PUBLISHER, statement=None)]
    for one in reversed(nested):
        role = ChainRole.ORIGIN if one is attribution else ChainRole.RELAY
        actors = tuple(dict.fromkeys(ids[id(c)] for c in sources.speakers[one.id]))
        links.append(Link(actors=actors, role=role, statement=one.id))
    return tuple(links)
