"""All actors of a report: names, nouns and pronouns found, linked and coded."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.records.actor import Actor, Mention
from sayso.records.base import Span
from sayso.records.stages import Parsed
from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.agents import agent_at
from sayso.resolve.actors.anybody import unknow_anybodys
from sayso.resolve.actors.found import Coding, Form, Found
from sayso.resolve.actors.home import Home, settle
from sayso.resolve.actors.lexicon import Index, pieces_of, shipped
from sayso.resolve.actors.names import acts, find_names
from sayso.resolve.actors.nominals import find_nominals, find_pronouns
from sayso.resolve.actors.publisher import publisher as publisher_of
from sayso.resolve.actors.record import actor_record
from sayso.resolve.actors.tables import states
from sayso.resolve.actors.titles import Around
from sayso.resolve.coreference.cluster import Cluster
from sayso.resolve.coreference.holders import hold_offices
from sayso.resolve.coreference.names import Named
from sayso.resolve.coreference.walk import Walk
from sayso.resolve.places.candidates import candidates

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CITY = 100_000
_TOLD = {"office": ActorKind.PERSON, "person": ActorKind.PERSON, "media": ActorKind.MEDIA}


@dataclass(frozen=True)
class Surroundings:
    """What other parts of the stage know of a report's words.

    `is_locative` tells of a token's offset whether it names a place and nothing else; `countries` gives the country
    of a place name by the offset of its tokens, `scenes` only where it may be a place; `speakers` the source of the
    statement before, by the token of a pronoun that is itself a source.
    """

    is_locative: Callable[[int], bool] = lambda offset: False
    countries: Mapping[int, str] = field(default_factory=dict)
    scenes: Mapping[int, str] = field(default_factory=dict)
    speakers: "Mapping[int, list[Token]]" = field(default_factory=dict)


@dataclass(slots=True)
class ActorFinding:
    """The actors of a report in the making: clusters by mention, the publisher's first.

    `of` maps each mention to its clusters; `records` fixes ids and gives the records.
    """

    doc: "Doc"
    day: str | None
    publisher: Cluster
    of: dict[Found, tuple[Cluster, ...]]
    home: Home

    def bodies(self) -> frozenset[int]:
        """The offsets of the tokens that name an outlet, body or person of the tables."""
        named = (f for f in self.of if f.form is Form.NAME and f.entity and f.kind != ActorKind.STATE)
        return frozenset(token.idx for f in named for token in self.doc[f.first : f.last])

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
        settle(order[1:], self.home)
        actors = tuple(
            actor_record(ids[id(c)], c, tuple(dict.fromkeys(sorted(spans[id(c)]))), self.day) for c in order
        )
        return actors, tuple(mentions), ids


def find_actors(
    parsed: Parsed, around_it: Surroundings | None = None, user: Index | None = None
) -> ActorFinding:
    """Find, link and code the actors of a parsed report.

    `user` is an index of the user's own actors, which come before the shipped ones.
    """
    given = around_it or Surroundings()
    doc = parsed.doc
    published = parsed.report.published
    day = published.isoformat() if published is not None else None
    tokens = list(doc)
    pieces = pieces_of(tokens)
    named_at = find_names(doc, pieces, shipped(), user, parsed.article.publisher)
    names = [n for n in named_at if not _elsewhere(doc, n, given)]
    names = sorted([*names, *_acting_places(doc, names, given)], key=lambda n: (n.first, -n.last))
    unknow_anybodys(doc, names)
    around = Around(doc, names, day, given.countries)
    titles = _read_titles(doc, names, around)
    inside = {i for name in names for i in range(name.first, name.last)}
    nominals = find_nominals(tokens, around, inside | titles)
    acting = [n for n in names if not _only_place(doc, n, given) and not _inside_a_body(doc, n)]
    named = Named(doc, pieces, acting, day)
    publisher = publisher_of(parsed, named, user)
    nouns = nominals + [n for n in acting if n.form is Form.NOMINAL]
    walk = Walk(doc, named, nouns, list(find_pronouns(tokens)), tokens, day, given.speakers)
    dateline = parsed.report.dateline
    span = dateline.span if dateline is not None else None
    home = Home(doc, given.countries, given.scenes, walk.of, span, publisher)
    hold_offices(doc, named, walk.of, home, day)
    return ActorFinding(doc, day, publisher, walk.of, home)


def _read_titles(doc: "Doc", names: list[Found], around: Around) -> set[int]:
    """Read what stands before each name into its mention; gives the tokens of titles."""
    taken: set[int] = set()
    for name in names:
        name.core = name.first
        if name.kind == ActorKind.PERSON:
            title = around.before(name.first)
            if title is None:
                name.coding = around.coding(_owner_start(doc, name), name.first)
            else:
                start, name.coding = title
                taken.update(range(start, name.first))
                name.first = start
        elif name.form is Form.NAME and name.entity is None and (told := _told_by_title(name, around)):
            start, name.kind, name.coding = told
            taken.update(range(start, name.first))
            name.first = start
        elif name.form is Form.NAME and name.entity is None:
            own = around.coding(_modifier_start(doc, name), name.last)
            name.coding = Coding(own.country, name.coding.sectors or own.sectors, None, own.words)
    return taken


def _told_by_title(name: Found, around: Around) -> tuple[int, ActorKind, Coding] | None:
    """What the noun before an unknown name makes of it: "the historian Nell Farro", "the magazine Horizont"."""
    title = around.before(name.first) if not name.coding.sectors else None
    agent = around.agent(title[0], name.first) if title is not None else None
    if title is None or agent is None or agent.kind not in _TOLD:
        return None
    return title[0], _TOLD[agent.kind], title[1]


def _owner_start(doc: "Doc", name: Found) -> int:
    """Where a possessive owner before a person's name begins: "North Korea's Kim"."""
    owners = [c.left_edge.i for c in doc[name.head].lefts if c.dep_ == "poss" and c.i < name.first]
    return min(owners, default=name.first)


def _modifier_start(doc: "Doc", name: Found) -> int:
    kept = ("poss", "amod", "compound", "nmod")
    starts = [c.left_edge.i for c in doc[name.head].lefts if c.dep_ in kept and c.i < name.first]
    return min([*starts, name.first])


def _elsewhere(doc: "Doc", name: Found, given: Surroundings) -> bool:
    """Whether a place was taken for a person or body, or one in another state for a state ("Georgia" in the USA)."""
    if (
        name.entity is not None
        and name.entity.kind == ActorKind.STATE
        and name.form in (Form.NAME, Form.METONYM)
    ):
        where = given.countries.get(doc[name.head].idx)
        return (
            where in states() and states()[where].place != name.entity.place and name.entity.table != "user"
        )
    subject = doc[name.head].dep_ in ("nsubj", "poss")
    if name.kind == ActorKind.PERSON and name.entity is None and name.last - name.first == 1 and not subject:
        towns = candidates(doc[name.first].text)
        if towns and towns[0].population >= _CITY:
            return True
    return (
        name.entity is None
        and name.form is Form.NAME
        and not subject
        and given.is_locative(doc[name.head].idx)
    )


def _acting_places(doc: "Doc", names: list[Found], given: Surroundings) -> list[Found]:
    """Cities and provinces that act: their governments ("Louisiana declared an emergency")."""
    taken = {i for name in names for i in range(name.first, name.last)}
    found = []
    for ent in doc.ents:
        country = given.countries.get(ent.root.idx)
        if ent.label_ == "GPE" and country in states() and ent.root.i not in taken and acts(ent.root):
            first = ent.start + (ent[0].lower_ == "the" and len(ent) > 1)
            coding = Coding(states()[country].place, ("GOV",), words=ent.text)
            found.append(
                Found(first, ent.root.i + 1, ent.root.i, Form.NAME, ActorKind.ORGANISATION, coding=coding)
            )
    return [f for f in found if f.first <= f.head]


def _inside_a_body(doc: "Doc", name: Found) -> bool:
    """Whether a capital is only part of a body's name: "Minsk police station", "Abu Dhabi Media"."""
    token = doc[name.last - 1]
    return name.form is Form.METONYM and token.dep_ == "compound" and token.ent_type_ in ("ORG", "FAC")


def _only_place(doc: "Doc", name: Found, given: Surroundings) -> bool:
    """Whether a state's name, or its capital's, is only where something happens."""
    if (
        name.entity is None
        or name.entity.kind != ActorKind.STATE
        or name.form in (Form.ADJECTIVE, Form.NOMINAL)
    ):
        return False
    return given.is_locative(doc[name.head].idx) or _of_a_city(doc, name)


def _of_a_city(doc: "Doc", name: Found) -> bool:
    """Whether a capital says whose an office is, or where a body sits: "the mayor of Paris", "a Paris-based firm"."""
    token = doc[name.head]
    owned = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else None
    if name.form is Form.METONYM and [t.lower_ for t in doc[name.last : name.last + 2]] == ["-", "based"]:
        return True
    return name.form is Form.METONYM and owned is not None and agent_at([owned.lower_]) is not None


def _span(doc: "Doc", first: int, last: int) -> Span:
    return Span(doc[first].idx, doc[last - 1].idx + len(doc[last - 1]))
