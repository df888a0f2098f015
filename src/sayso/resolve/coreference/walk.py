"""The walk through a report: nouns and pronouns in text order, each linked to an actor or made one."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.agents import singulars
from sayso.resolve.actors.fold import key_of
from sayso.resolve.actors.found import Form, Found
from sayso.resolve.actors.nominals import find_quantities
from sayso.resolve.actors.tables import states
from sayso.resolve.actors.words import gender_of, words
from sayso.resolve.coreference.cluster import Cluster, country_of
from sayso.resolve.coreference.counterparts import learn_counterparts
from sayso.resolve.coreference.names import Named
from sayso.resolve.coreference.officers import Officers
from sayso.resolve.coreference.phrase import actors_of_phrase
from sayso.resolve.coreference.pronouns import Past, Seen, agrees
from sayso.resolve.coreference.quoted import in_quotation

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BODY_KINDS = frozenset({ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.MEDIA})
_SEVERAL = frozenset({"office", "group", "force", "organisation", "anonymous"})
_VAGUE = frozenset({"UNK", "SOC", "GOV"})
_ANY_BODY = frozenset({"group", "organisation", "organization", "movement", "bloc", "alliance", "network"})
_AGE = re.compile(r"^\W*(?:(?:\w+-)?\w+-)?(?:year|month|week|day)s?-old\s+", re.IGNORECASE)


class Walk:
    """Links the nominal and pronominal mentions of one report; `of` maps every mention to its actors."""

    def __init__(
        self,
        doc: "Doc",
        named: Named,
        nominals: list[Found],
        pronouns: list[Found],
        tokens: "Sequence[Token]",
        day: str | None,
        speakers: "Mapping[int, list[Token]]",
    ) -> None:
        self.doc = doc
        self.named = named
        self.day = day
        self.of: dict[Found, tuple[Cluster, ...]] = {found: (cluster,) for found, cluster in named.of.items()}
        self.past = Past(doc)
        self._speakers = speakers
        self._by_noun: dict[tuple[str, str | None, bool], Cluster] = {}
        self._heads = {found.head: found for found in [*named.of, *nominals, *pronouns]}
        self._headline = _break(doc)
        self._at = {i: found for found in named.of for i in range(found.first, found.last)}
        self._officers = Officers(doc, named, day, self._at, self._of_noun, self._headline)
        self._starts = {found.first: found for found in named.of}
        learn_counterparts(doc, self._at, named.of)
        everything = [*named.of, *nominals, *pronouns]
        for found in sorted(everything, key=lambda f: (f.head, f.first)):
            self._step(found)
        for quantity, inner in list(find_quantities(tokens, self._heads)):
            if inner in self.of:
                self.of[quantity] = self.of[inner]

    def _step(self, found: Found) -> None:
        if found.form is Form.PRONOUN:
            clusters = self._pronoun(found)
        elif found.form is Form.NOMINAL:
            clusters = self._nominal(found)
        else:
            clusters = self.of[found]
        if not clusters:
            return
        if found.form in (Form.PRONOUN, Form.NOMINAL):
            self.of[found] = clusters
            for cluster in clusters:
                cluster.mentions.append(found)
            if len(clusters) == 1:
                clusters[0].learn(found.coding)
        self.past.add(Seen(found, clusters))

    def _pronoun(self, found: Found) -> tuple[Cluster, ...]:
        """The antecedent; of a speaker "they", the source of the statement before if it is several or many."""
        before = self._speakers.get(found.head)
        if before is not None and found.noun == "they":
            said = actors_of_phrase(before, self._heads, self.of)
            if said and agrees(found, Seen(found, said)):
                return said
        token = self.doc[found.head]
        if found.noun == "they" and token.dep_ == "nsubj" and token.head.lemma_ in words("violent"):
            return self.past.attackers() or self.past.antecedent(found)
        best = self.past.antecedent(found)
        if before is not None and found.noun in ("he", "she") and self._only_quoted(best):
            said = actors_of_phrase(before, self._heads, self.of)
            return said if len(said) < 2 and (not said or agrees(found, Seen(found, said))) else best
        return best

    def _only_quoted(self, clusters: tuple[Cluster, ...]) -> bool:
        """Whether an actor is met inside quotations alone, where another speaks of him."""
        return bool(clusters) and all(in_quotation(self.doc, m.head) for c in clusters for m in c.mentions)

    def _nominal(self, found: Found) -> tuple[Cluster, ...]:
        beside = self._apposed(found)
        if beside is not None:
            return (beside,)
        if self._predicate(found):
            return ()
        fighters = self._fighters(found) or self._fighters_again(found)
        if fighters is not None:
            return (fighters,)
        if found.noun in words("remaining"):
            return self._others(found)
        owner = self._owner(found)
        if found.noun in words("country"):
            return self._countries(found, owner)
        several = self._several(found) if found.plural and found.agent_kind in _SEVERAL else ()
        if len(several) > 1:
            return several
        country = found.coding.country or (country_of(owner[0]) if len(owner) == 1 else None)
        known = self._body(found, country) or self._officers.one(found, country) or self._before(found, owner)
        return (known or self._of_noun(found, country),)

    def _body(self, found: Found, country: str | None) -> Cluster | None:
        """A body named in the report that a noun phrase names in full, or the state's agency."""
        if found.coding.country is None and found.kind in _BODY_KINDS:
            same = self._same_name(found)
            if same is not None:
                return same
        if found.agent_kind == "media" and found.noun.startswith("state"):
            return self._state_agency(country)
        return None

    def _before(self, found: Found, owner: tuple[Cluster, ...]) -> Cluster | None:
        """The body met last that "the group", "the ministry" means."""
        generic = found.noun in words("generic") and found.definite and not found.plural
        if not generic or found.coding.country or owner:
            return None
        return self.past.recent(lambda c: self._said_of(found, c)) or self.past.recent(
            lambda c: self._fits(found, c)
        )

    def _apposed(self, found: Found) -> Cluster | None:
        """The named actor that the noun stands beside: "Lee, the minister" or "the minister, Lee"."""
        token = self.doc[found.head]
        if token.dep_ == "appos":
            other = self._heads.get(token.head.i)
            if other is not None and other.form is Form.NAME and _alike(found, other):
                return self.named.of.get(other)
        for child in token.children:
            other = self._heads.get(child.i)
            if (
                child.dep_ == "appos"
                and other is not None
                and other.form is Form.NAME
                and _alike(found, other)
            ):
                return self.named.of.get(other)
        return self._next_to(found) if found.agent_kind in ("office", "person") else None

    def _fighters(self, found: Found) -> Cluster | None:
        """The armed group that a noun for its fighters names: "Boko Haram fighters"."""
        if found.agent_kind not in ("group", "force") or found.coding.sectors[:1] == ("CVL",):
            return None
        inside = range(found.first, found.head)
        names = [f for f in self.named.of if f.head in inside and f.entity is not None]
        groups = [f for f in names if f.entity is not None and f.entity.table == "armed_groups.tsv"]
        return self.named.of[groups[0]] if groups else None

    def _fighters_again(self, found: Found) -> Cluster | None:
        """The armed group whose fighters were called so before: "Boko Haram fighters", then "the fighters"."""
        if (
            not (found.definite and found.plural)
            or found.coding.country
            or found.coding.sectors[:1] == ("CVL",)
        ):
            return None
        return self.past.recent(
            lambda c: (
                c.entity is not None
                and c.entity.table == "armed_groups.tsv"
                and any(found.noun in singulars(self.doc[m.last - 1].lower_) for m in c.mentions)
            )
        )

    def _several(self, found: Found) -> tuple[Cluster, ...]:
        """The office holders of several states; "of the two countries" means the last two that were named."""
        nouns = (n for p in self.doc[found.head].rights if p.lower_ == "of" for n in p.rights)
        both = any(
            n.lemma_ in words("country") and any(t.lower_ in words("both") for t in n.lefts) for n in nouns
        )
        pair = [country_of(state) or "" for state in self.past.last_states(2, self.named)] if both else []
        return self._officers.several(found, pair)

    def _others(self, found: Found) -> tuple[Cluster, ...]:
        """ "Others" of the kind named before: "four soldiers and nine others"; else nobody, unless counted."""
        before = self.past.last_several(found)
        if before is None:
            counted = any(t.like_num for t in self.doc[found.first : found.head])
            return (self._of_noun(found, None),) if counted else ()
        cluster = self._of_noun(found, country_of(before))
        cluster.name = f"other {before.name}" if cluster.rule == "noun" else cluster.name
        cluster.sectors = cluster.sectors or before.sectors
        return (cluster,)

    def _predicate(self, found: Found) -> bool:
        """Whether the noun only says what someone is: "he was a leader", "as minister"; a named subject takes it."""
        token = self.doc[found.head]
        if token.dep_ == "pobj" and token.head.lower_ == "as":
            return True
        if (
            token.dep_ == "pobj"
            and token.head.lower_ in ("for", "of")
            and found.agent_kind == "office"
            and not found.plural
        ):
            return not any(child.dep_ in ("det", "poss") for child in token.lefts)
        if token.dep_ not in ("attr", "oprd") or (found.definite and found.agent_kind != "office"):
            return False
        for subject in token.head.lefts:
            known = self.of.get(self._heads[subject.i]) if subject.i in self._heads else None
            if (
                subject.dep_ == "nsubj"
                and known
                and len(known) == 1
                and _alike(found, self._heads[subject.i])
            ):
                known[0].learn(found.coding)
        return True

    def _next_to(self, found: Found) -> Cluster | None:
        """The person named after a noun, its "of ..." and a comma: "the president of Namibia, Hage Geingob"."""
        at = found.last
        while at + 1 < len(self.doc) and self.doc[at].text != "," and at - found.last < 8:
            token = self.doc[at]
            if token.pos_ not in ("ADP", "DET", "PROPN", "NOUN", "ADJ", "CCONJ", "PART"):
                return None
            at += 1
        if at + 1 >= len(self.doc) or self.doc[at].text != ",":
            return None
        name = self._starts.get(at + 1)
        return (
            self.named.of.get(name)
            if name is not None and _alike(found, name) and name.kind == ActorKind.PERSON
            else None
        )

    def _same_name(self, found: Found) -> Cluster | None:
        """A named body whose name is this very noun phrase: "the Health Ministry", "the health ministry"."""
        key = key_of(found.bare(self.doc))
        return next((c for c in self.named.clusters if c.kind in _BODY_KINDS and key_of(c.name) == key), None)

    def _state_agency(self, country: str | None) -> Cluster | None:
        """The one state-controlled outlet that the report names (of the same country, if one is said)."""
        found = [
            c for c in self.named.clusters
            if c.kind == ActorKind.MEDIA and self._of_a_state(c) and c.mentions and country in (None, country_of(c))
        ]  # fmt: skip
        return found[0] if len(found) == 1 else None

    def _of_a_state(self, outlet: Cluster) -> bool:
        """Whether an outlet is a state's, by the tables or by its title."""
        if outlet.entity is not None:
            return "GOV" in outlet.entity.sectors_on(self.day)
        return (outlet.role or "").lower().startswith("state")

    def _owner(self, found: Found) -> tuple[Cluster, ...]:
        """Whom a possessive pronoun before the noun means: "its army"."""
        for child in self.doc[found.head].lefts:
            if child.dep_ == "poss":
                owner = self._heads.get(child.i)
                if owner is not None:
                    return self.of.get(owner, ())
        return ()

    def _countries(self, found: Found, owner: tuple[Cluster, ...]) -> tuple[Cluster, ...]:
        """ "The country", "their countries", "both countries": states named before."""
        if owner:
            codes = dict.fromkeys(code for code in map(country_of, owner) if code in states())
            return tuple(self.named.with_entity(states()[code]) for code in codes)
        said = {token.lower_ for token in self.doc[found.first : found.head]}
        if found.plural:
            return self.past.last_states(2, self.named) if said & words("both") else ()
        pointing = bool(said) and said <= words("definite")
        return self.past.last_states(1, self.named) if pointing else ()

    def _said_of(self, found: Found, cluster: Cluster) -> bool:
        """Whether a named body was called by this very noun: "the news agency Lyra", then "the agency"."""
        if cluster.kind not in _BODY_KINDS or cluster.plural:
            return False
        noun = found.noun.split()[-1]
        names = (m for m in cluster.mentions if m.form is Form.NAME)
        return any(t.lower_ == noun for m in names for t in self.doc[m.first : m.last])

    def _fits(self, found: Found, cluster: Cluster) -> bool:
        """Whether a body may be meant by "the group", "the ministry"."""
        if cluster.kind not in _BODY_KINDS or cluster.plural:
            return False
        if found.noun.split()[-1] in cluster.name.lower():
            return True
        sectors = cluster.entity.sectors_on(self.day) if cluster.entity is not None else cluster.sectors
        if found.noun == "agency":
            return cluster.kind == ActorKind.MEDIA and cluster.country is None
        specific = set(found.coding.sectors) - _VAGUE
        return bool(specific & set(sectors)) or (not specific and found.noun in _ANY_BODY)

    def _in_headline(self, cluster: Cluster) -> bool:
        return bool(cluster.mentions and cluster.country) and all(
            m.last <= self._headline for m in cluster.mentions
        )

    def _of_noun(self, found: Found, country: str | None) -> Cluster:
        """The actor of a noun: one for each noun and country; indefinite persons are each their own."""
        key = (found.noun, country, found.plural)
        cluster = self._by_noun.get(key)
        if cluster is None and country is None:
            same = [
                c
                for (noun, _, plural), c in self._by_noun.items()
                if noun == found.noun and plural == found.plural and (found.definite or self._in_headline(c))
            ]
            cluster = same[-1] if same else None
        if cluster is None:
            cluster = Cluster(
                _name(self.doc, found), found.kind, country=country, plural=found.plural,
                noun=found.noun, agent_kind=found.agent_kind, rule="noun",
            )  # fmt: skip
            cluster.gender = gender_of(found.text(self.doc).lower().split())
            self.named.clusters.append(cluster)
            self._by_noun[key] = cluster
        return cluster


def _break(doc: "Doc") -> int:
    """Where the first part of a text ends."""
    return next((token.i for token in doc if token.is_space and "\n" in token.text), 0)


def _alike(found: Found, other: Found) -> bool:
    """Whether a noun can describe a name: persons persons, bodies bodies."""
    if found.plural:
        return False
    person = found.kind in (ActorKind.PERSON, ActorKind.ANONYMOUS) or found.agent_kind in (
        "group",
        "collective",
    )
    if other.kind == ActorKind.PERSON:
        return person
    return not person or found.agent_kind == "group"


def _name(doc: "Doc", found: Found) -> str:
    """The noun phrase without article, number, age and possessive pronoun."""
    tokens = [t for t in doc[found.first : found.last] if not t.is_space]
    while len(tokens) > 1 and (
        tokens[0].pos_ in ("DET", "PRON", "NUM", "ADV", "ADP", "PART", "SCONJ", "PUNCT")
        or tokens[0].tag_ in ("JJR", "JJS", "PRP$")
        or tokens[0].lower_ in words("quantity")
    ):
        tokens.pop(0)
    return _AGE.sub("", " ".join(doc[tokens[0].i : found.last].text.split()))
