"""All actors of a report: names, nouns and pronouns found, linked and coded."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.records.actor import Actor, Mention
from sayso.records.base import Span
from sayso.records.stages import Parsed
from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.found import Form, Found
from sayso.resolve.actors.lexicon import Index, find_listed, shipped
from sayso.resolve.actors.names import find_names
from sayso.resolve.actors.nominals import find_nominals, find_pronouns
from sayso.resolve.actors.record import actor_record
from sayso.resolve.actors.titles import Around
from sayso.resolve.coreference.cluster import Cluster
from sayso.resolve.coreference.names import Named
from sayso.resolve.coreference.walk import Walk

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(slots=True)
class ActorFinding:
    """The actors of a report in the making: clusters by mention, the publisher's first.

    `of` maps each mention to its clusters; `records` fixes ids and gives the records.
    """

    doc: "Doc"
    day: str | None
    publisher: Cluster
    of: dict[Found, tuple[Cluster, ...]]

    def at(self, head: int) -> tuple[Cluster, ...]:
        """The clusters whose widest mention has its head at token `head`."""
        found = [f for f in self.of if f.head == head]
        widest = max(found, key=lambda f: f.last - f.first, default=None)
        return self.of[widest] if widest is not None else ()

    def records(self) -> "tuple[tuple[Actor, ...], tuple[Mention, ...], dict[int, str]]":
        """Actors in order of first mention, mentions in text order, and each cluster's id by identity."""
        ids = {id(self.publisher): "a0"}
        order = [self.publisher]
        spans: dict[int, list[Span]] = {id(self.publisher): []}
        mentions = []
        for found in sorted(self.of, key=lambda f: (f.first, -f.last)):
            span = _span(self.doc, found.first, found.last)
            head = _span(self.doc, found.head, found.head + 1)
            for cluster in self.of[found]:
                if id(cluster) not in ids:
                    ids[id(cluster)] = f"a{len(order)}"
                    order.append(cluster)
                    spans[id(cluster)] = []
                spans[id(cluster)].append(span)
                mentions.append(Mention(span=span, head=head, id=ids[id(cluster)]))
        actors = tuple(
            actor_record(ids[id(c)], c, tuple(dict.fromkeys(sorted(spans[id(c)]))), self.day) for c in order
        )
        return actors, tuple(mentions), ids


def find_actors(parsed: Parsed, locatives: Callable[[int], bool], user: Index | None = None) -> ActorFinding:
    """Find, link and code the actors of a parsed report.

    `locatives` tells of a token's offset whether it names a place and nothing else: no actor claims it. `user` is an
    index of the user's own actors, which come before the shipped ones.
    """
    doc = parsed.doc
    published = parsed.report.published
    day = published.isoformat() if published is not None else None
    names = find_names(doc, shipped(), user)
    around = Around(doc, names, day)
    consumed = _title(doc, names, around)
    inside = {i for name in names for i in range(name.first, name.last)}
    nominals = find_nominals(doc, around, inside | consumed)
    acting = [n for n in names if not _only_place(doc, n, locatives)]
    named = Named(doc, acting, day)
    groups = [n for n in acting if n.form is Form.NOMINAL]
    publisher = _publisher(parsed, named, user)
    walk = Walk(doc, named, nominals + groups, list(find_pronouns(doc)), day)
    return ActorFinding(doc, day, publisher, walk.of)


def _title(doc: "Doc", names: list[Found], around: Around) -> set[int]:
    """Read the title before each person's name into the mention; gives the tokens taken."""
    taken: set[int] = set()
    for name in names:
        if name.kind == ActorKind.PERSON:
            title = around.before(name.first)
            if title is not None:
                start, name.coding = title
                taken.update(range(start, name.first))
                name.first = start
            else:
                name.coding = around.coding(*_owner(doc, name))
        elif name.form is Form.NAME and name.entity is None:
            name.coding = _merged(name, around)
    return taken


def _owner(doc: "Doc", name: Found) -> tuple[int, int]:
    """The tokens of a possessive owner before a person's name: "North Korea's Kim"."""
    first = name.first
    for child in doc[name.head].lefts:
        if child.dep_ == "poss" and child.i < name.first:
            return child.left_edge.i, name.first
    return first, first


def _merged(name: Found, around: Around) -> "object":
    from dataclasses import replace

    start = name.first
    doc = around.doc
    for child in doc[name.head].lefts:
        if child.dep_ in ("poss", "amod", "compound", "nmod") and child.i < start:
            start = min(start, child.left_edge.i)
    own = around.coding(start, name.last)
    return replace(name.coding, country=own.country, sectors=name.coding.sectors or own.sectors)


def _only_place(doc: "Doc", name: Found, locatives: Callable[[int], bool]) -> bool:
    if name.entity is None or name.entity.kind != ActorKind.STATE or name.form is Form.ADJECTIVE:
        return False
    return locatives(doc[name.head].idx)


def _publisher(parsed: Parsed, named: Named, user: Index | None) -> Cluster:
    """The publisher's actor: a known outlet where the tables have it, else made of its name."""
    name = parsed.article.publisher
    if name is None:
        return Cluster("unknown publisher", ActorKind.MEDIA, sectors=("JRN",), rule="publisher", detail=parsed.article.publisher_why)
    known = outlet(name, user)
    if known is not None:
        cluster = named.with_entity(known)
        cluster.rule, cluster.detail = "publisher", f"{parsed.article.publisher_why}; {cluster.detail}"
        return cluster
    same = [c for c in named.clusters if c.name.lower() == name.lower()]
    return same[0] if same else Cluster(name, ActorKind.MEDIA, sectors=("JRN",), rule="publisher", detail=parsed.article.publisher_why)


def outlet(name: str, user: Index | None) -> "object | None":
    """The table's entity for the name of a publisher."""
    from sayso.resolve.actors.fold import fold

    pieces = fold(name)
    pieces = pieces[1:] if pieces[:1] == ("the",) else pieces
    for given in (user, shipped()):
        for listed in (given or {}).get(pieces[0], []) if pieces else []:
            if listed.rest == pieces[1:]:
                media = [k.entity for k in listed.known if k.entity.kind == ActorKind.MEDIA]
                return (media or [k.entity for k in listed.known])[0]
    return None


def _span(doc: "Doc", first: int, last: int) -> Span:
    return Span(doc[first].idx, doc[last - 1].idx + len(doc[last - 1]))
