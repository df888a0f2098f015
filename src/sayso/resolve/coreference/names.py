"""Which names are one actor: one table entry, one full name, a surname, an acronym."""

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.anybody import unknow
from sayso.resolve.actors.entity import Entity
from sayso.resolve.actors.fold import fold
from sayso.resolve.actors.found import Form, Found
from sayso.resolve.actors.people import by_family, by_spelling, ever_high
from sayso.resolve.actors.words import gender_of, words
from sayso.resolve.coreference.cluster import Cluster, country_of
from sayso.resolve.coreference.overlooked import missed_leaders, missed_surnames

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.GROUP})
_FAMILY_BEFORE = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+")
"""A family name before a given name of two syllables, as Korean ones are written: "Hwang Min-jae"."""
_FAMILY_FIRST = frozenset({"PRK", "KOR", "CHN", "TWN", "HKG", "VNM", "SGP", "MMR", "KHM"})


class Named:
    """Clusters the named mentions of one report."""

    def __init__(
        self, doc: "Doc", pieces: list[tuple[str, int]], names: list[Found], day: str | None
    ) -> None:
        self.doc = doc
        self._pieces = pieces
        self.day = day
        self.clusters: list[Cluster] = []
        self.of: dict[Found, Cluster] = {}
        self._by_entity: dict[int, Cluster] = {}
        self._by_key: dict[tuple[str, tuple[str, ...]], Cluster] = {}
        self._single: list[Found] = []
        self.countries = {
            n.entity.place for n in names if n.entity is not None and n.entity.place is not None
        }
        self._names = names
        self._entities = {n.entity for n in names if n.entity is not None}
        for name in names:
            self._place(name)
        self._surnames = self._all_surnames()
        for name in self._single:
            self._place_single(name)
        for find in (missed_surnames, missed_leaders):
            for name in find(doc, pieces, self.of, self._surnames, self._leader):
                self._place_single(name)
            self._drop_replaced()

    def with_entity(self, entity: Entity, kind: ActorKind | None = None) -> Cluster:
        """The cluster of a table's entity, made if it is new; `kind` is what the words show a user's actor to be."""
        cluster = self._by_entity.get(id(entity))
        if cluster is None:
            cluster = Cluster(entity.name, kind or entity.kind, entity, rule="table", detail=entity.table)
            self._by_entity[id(entity)] = cluster
            self.clusters.append(cluster)
        return cluster

    def _place(self, name: Found) -> None:
        if name.form is Form.NOMINAL:
            return
        if name.entity is not None and self._namesake(name):
            unknow(self.doc, name)
        if name.entity is not None:
            entity = self._among(name)
            self._join(self.with_entity(entity, name.kind), name)
            return
        pieces = _pieces(name.bare(self.doc))
        if name.kind == ActorKind.PERSON and len(pieces) == 1:
            self._single.append(name)
            return
        if not pieces:
            return
        same = by_spelling(pieces) if name.kind == ActorKind.PERSON else None
        if same is not None and same.place in self.countries:
            known = self.with_entity(same)
            known.detail = f"{same.table}, spelled {same.name!r} there"
            self._join(known, name)
            return
        key = (name.kind.value, pieces)
        cluster = self._by_key.get(key) or (
            self._like(pieces)
            if name.kind == ActorKind.PERSON
            else self._acronym(name) or self._short(pieces, name)
        )
        if cluster is None:
            cluster = Cluster(
                name.bare(self.doc), name.kind, plural=name.plural, rule="name", agent_kind=name.agent_kind
            )
            self.clusters.append(cluster)
        self._by_key[key] = cluster
        self._join(cluster, name)

    def _namesake(self, name: Found) -> bool:
        """Whether a minor office holder's name is another's: the report speaks of other countries only."""
        entity = name.entity
        if entity is None or entity.table != "leaders.tsv" or name.coding.country == entity.place:
            return False
        others = self._others(entity)
        return bool(others) and entity.place not in others and not ever_high(entity)

    def _others(self, entity: Entity) -> set[str]:
        """Countries that the report names otherwise than by this body."""
        return {
            e.place
            for e in self._entities
            if e is not entity and e.place is not None and e.kind != ActorKind.MEDIA
        }

    def _among(self, name: Found) -> Entity:
        """The entity meant where several have the name: one of a country in the report, else the first."""
        assert name.entity is not None
        for entity in name.candidates:
            if id(entity) in self._by_entity or (name.coding.country and entity.place == name.coding.country):
                return entity
        for entity in name.candidates:
            if entity.place in self.countries and entity.place != name.entity.place:
                own = sum(e.place == entity.place for e in name.candidates)
                return entity if own == 1 and name.entity.place not in self.countries else name.entity
        return name.entity

    def _leader(self, word: str, country: str | None) -> bool:
        """Whether a word is the family name of a leader of this country, or of a country in the report."""
        return by_family(fold(word), country, self.day, self.countries) is not None

    def _drop_replaced(self) -> None:
        """Take back bodies whose words turned out to be a person's name."""
        people = {i for n in self.of if n.kind == ActorKind.PERSON for i in range(n.first, n.last)}
        for name in [n for n in self.of if n.kind == ActorKind.ORGANISATION and n.last - 1 in people]:
            cluster = self.of.pop(name)
            cluster.mentions.remove(name)
            if not cluster.mentions:
                self.clusters.remove(cluster)

    def _like(self, pieces: tuple[str, ...]) -> Cluster | None:
        """A person whose full name has the same first and last word, all words of this one, or begins with it."""
        for cluster in self.clusters:
            if cluster.kind == ActorKind.PERSON:
                other = _pieces(cluster.name)
                least = min(len(other), len(pieces))
                if least > 1 and (
                    other[:least] == pieces[:least]
                    or (other[-1] == pieces[-1] and (other[0] == pieces[0] or set(pieces) <= set(other)))
                ):
                    return cluster
        return None

    def _acronym(self, name: Found) -> Cluster | None:
        """The body whose initials a name in capitals gives, or that a longer name wraps."""
        text = name.bare(self.doc)
        if not (text.isupper() and 2 <= len(text) <= 8):
            return None
        if name.first > 1 and self.doc[name.first - 1].text == "(":
            before = [f for f in self.of if f.last == name.first - 1 and f.kind == name.kind]
            if before:
                return self.of[before[0]]
        for cluster in self.clusters:
            if cluster.kind != ActorKind.PERSON and _initials(cluster.name) == text.lower():
                return cluster
        return None

    def _short(self, pieces: tuple[str, ...], name: Found) -> Cluster | None:
        """The one body of the report that "the" and the first words of its name stand for: "the House"."""
        if name.coding.sectors or name.first == 0 or self.doc[name.first - 1].lower_ != "the":
            return None
        longer = [
            c
            for c in self.clusters
            if c.kind in _BODIES and any(_begins(m.bare(self.doc), pieces) for m in c.mentions)
        ]
        whole = {_pieces(c.name)[: len(pieces) + 1] for c in longer}
        return longer[0] if len(whole) == 1 else None

    def _all_surnames(self) -> dict[tuple[str, ...], list[Cluster]]:
        """People of the report by the names that may stand for them alone."""
        found: dict[tuple[str, ...], list[Cluster]] = defaultdict(list)
        for cluster in self.clusters:
            if cluster.kind != ActorKind.PERSON:
                continue
            pieces = _pieces(cluster.name)
            keys = {(pieces[-1],), pieces[-2:]}
            for mention in cluster.mentions:
                said = _pieces(mention.bare(self.doc))
                keys |= {(said[-1],), said[-2:]} if said else set()
            if cluster.entity is not None and cluster.entity.family:
                keys.add(fold(cluster.entity.family))
            country = cluster.country or (cluster.entity.place if cluster.entity else None)
            if country in _FAMILY_FIRST or _FAMILY_BEFORE.fullmatch(cluster.name):
                keys.add((pieces[0],))
            if cluster.entity is None and len(pieces) < 2 and not cluster.role:
                continue
            for key in keys:
                found[key].append(cluster)
        return found

    def _place_single(self, name: Found) -> None:
        pieces = _pieces(name.bare(self.doc))
        if not pieces:
            return
        bearers = self._surnames.get(pieces[-1:], []) or self._surnames.get(pieces, [])
        if len(pieces) > 1 and pieces not in self._surnames:
            like = self._like(pieces)
            bearers = [like] if like is not None else []
        cluster = self._bearer(name, bearers)
        if cluster is None:
            entity = by_family(pieces, name.coding.country, self.day, self.countries)
            cluster = self.with_entity(entity) if entity else None
        if cluster is None:
            cluster = self._first_name(pieces) or Cluster(name.bare(self.doc), ActorKind.PERSON, rule="name")
            if not cluster.mentions:
                self.clusters.append(cluster)
        known = self._surnames.setdefault(pieces, [])
        if cluster not in known:
            known.append(cluster)
        self._join(cluster, name)

    def _bearer(self, name: Found, bearers: list[Cluster]) -> Cluster | None:
        """Which of the report's people a surname means: by the words around it, else the last one named.

        "Kim" alone is no relative of his who was named as such ("Kim's sister, Kim Yo Jong").
        """
        if len(bearers) < 2:
            return bearers[0] if bearers else None
        gender = gender_of(name.text(self.doc).lower().split())
        if gender is not None:
            bearers = [c for c in bearers if c.gender == gender] or bearers
        else:
            bearers = [c for c in bearers if not self._a_relative(c)] or bearers
        agreeing = [c for c in bearers if name.coding.country and name.coding.country == country_of(c)]
        before = [(m.first, c) for c in agreeing or bearers for m in c.mentions if m.first < name.first]
        if before:
            return max(before, key=lambda pair: pair[0])[1]
        return max(agreeing or bearers, key=lambda c: len(c.mentions))

    def _a_relative(self, cluster: Cluster) -> bool:
        """Whether a person was first named as somebody's relative: "his brother Ali", "Kim's sister, Kim Yo Jong"."""
        first = min((m for m in cluster.mentions), key=lambda m: m.first, default=None)
        if first is None:
            return False
        before = [
            t for t in self.doc[max(0, first.first - 2) : max(first.first, first.core)] if not t.is_punct
        ]
        kin = [t for t in before if t.lower_ in words("kin")]
        return any(child.dep_ == "poss" for token in kin for child in token.lefts)

    def _first_name(self, pieces: tuple[str, ...]) -> Cluster | None:
        same = [c for c in self.clusters if c.kind == ActorKind.PERSON and _pieces(c.name)[:1] == pieces]
        return same[0] if len(same) == 1 else None

    def _join(self, cluster: Cluster, name: Found) -> None:
        cluster.add(name)
        self.of[name] = cluster
        bare = name.bare(self.doc)
        if cluster.entity is None and len(bare) > len(cluster.name):
            cluster.name = bare
        if cluster.kind == ActorKind.PERSON and cluster.gender is None:
            cluster.gender = gender_of(name.text(self.doc).lower().split()) or gender_of(
                cluster.name.lower().split()
            )


def _pieces(text: str) -> tuple[str, ...]:
    return tuple(piece for piece in fold(text) if piece != "the" and piece not in words("title"))


def _begins(name: str, pieces: tuple[str, ...]) -> bool:
    """Whether a longer name begins with these pieces, and a state's name before them is no hindrance."""
    whole = _pieces(name)
    return len(whole) > len(pieces) and pieces in (whole[: len(pieces)], whole[1 : len(pieces) + 1])


def _initials(name: str) -> str:
    return "".join(piece[0] for piece in fold(name) if piece not in words("small"))
