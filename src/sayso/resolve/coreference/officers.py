"""Officers: whom an office means: "the president", "the former mayor", "the ministers of Chad and Niger"."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.agents import agent_at, words_of
from sayso.resolve.actors.found import Form, Found
from sayso.resolve.actors.offices import holder, office_kind, role_on
from sayso.resolve.actors.words import words
from sayso.resolve.coreference.cluster import Cluster, country_of
from sayso.resolve.coreference.names import Named

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REACH = 8
_UNION = "EUR"
_PEOPLE = frozenset({ActorKind.PERSON, ActorKind.ANONYMOUS})
_MODIFIES = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


class Officers:
    """The office holders of one report, in the report or in the tables.

    `at` gives the named mention of a token; `of_noun` makes the actor of a bare noun and its country; `headline` is
    where the headline, which leaves out articles, ends.
    """

    def __init__(
        self,
        doc: "Doc",
        named: Named,
        day: str | None,
        at: Mapping[int, Found],
        of_noun: Callable[[Found, str | None], Cluster],
        headline: int,
    ) -> None:
        self._doc = doc
        self._named = named
        self._day = day
        self._at = at
        self._of_noun = of_noun
        self._headline = headline

    def one(self, found: Found, country: str | None) -> Cluster | None:
        """The one person whom the name of an office means, if it is known."""
        if found.plural:
            return None
        if found.coding.former and found.definite and found.kind == ActorKind.PERSON:
            noun = " ".join(word for word in words_of(found.noun) if word not in words("former"))
            once = self.former(office_kind(noun), country)
            if once is not None:
                return once
        return self.holding(found, country) if found.agent_kind == "office" else self._called(found, country)

    def holding(self, found: Found, country: str | None) -> Cluster | None:
        """The person in office: named in the report, else known to the table for the report's day."""
        kind = "leader" if found.noun == "leader" else office_kind(found.coding.role or found.noun)
        if found.coding.former:
            return None
        if (ahead := self._ahead(found)) is not None:
            found.noun = f"{ahead} {found.noun}"
            return None
        headline = found.last <= self._headline
        if not (found.definite or country is not None or headline):
            return None
        fitting = [c for c in self._named.clusters if self._holds(c, kind, found, country)]
        if fitting:
            before = [(m.first, c) for c in fitting for m in c.mentions if m.first < found.first]
            if before:
                return max(before, key=lambda pair: pair[0])[1]
            if country is not None or (headline and len(fitting) == 1):
                return fitting[0]
        if country is not None:
            entity = holder(country, kind, self._day)
            return self._named.with_entity(entity) if entity is not None else None
        return None

    def _called(self, found: Found, country: str | None) -> Cluster | None:
        """The person named last before "the judge" with that very word: "Judge Finch", "Finch, a judge"."""
        words_before = self._doc[found.first : found.head]
        points = [token.lower_ for token in words_before[:1]] == ["the"]
        plain = all(token.lower_ in (*words_of(found.noun), "the") for token in words_before)
        if not points or not plain or country is not None or found.coding.former or self._says_whose(found):
            return None
        before = [
            (max(m.first for m in earlier), one)
            for one in self._named.clusters
            if one.kind in _PEOPLE
            and (earlier := [m for m in one.mentions if m.first < found.first])
            and (_is_called(self._doc, one, found.noun) or one.noun == found.noun)
        ]
        last = max(before, key=lambda pair: pair[0], default=None)
        return (
            last[1]
            if last is not None and last[1].kind == ActorKind.PERSON and last[1].rule != "noun"
            else None
        )

    def _says_whose(self, found: Found) -> bool:
        """Whether words behind the noun tell whose it is: "the head of the school"."""
        return any(
            token.lower_ in ("of", "in", "for", "at", "from") for token in self._doc[found.head].rights
        )

    def former(self, kind: str, country: str | None) -> Cluster | None:
        """The person of the report named last who once held an office and does no more: "the former president"."""
        past = [
            (max((m.first for m in c.mentions), default=-1), c)
            for c in self._named.clusters
            if c.kind == ActorKind.PERSON and country in (None, country_of(c)) and self._once_held(c, kind)
        ]
        return max(past, key=lambda pair: pair[0])[1] if past else None

    def _holds(self, cluster: Cluster, kind: str, found: Found, country: str | None) -> bool:
        if cluster.kind != ActorKind.PERSON:
            return False
        own = country_of(cluster)
        if country is not None and own != country and not (own is None and cluster.role):
            return False
        office = role_on(cluster.entity, self._day) if cluster.entity is not None else None
        roles = [r for r in (cluster.role, office.role if office else None) if r]
        kinds = {office_kind(role) for role in roles}
        if kind in kinds:
            return True
        plain = all(self._says_no_body(token) for token in self._doc[found.first : found.head])
        if found.noun == "leader":
            high = plain and kinds & {"leader", "head", "government", "monarch"}
            return bool(high) or any("leader" in r.lower() for r in roles)
        return plain and any(_is_short_for(found.noun, role) for role in roles)

    def _says_no_body(self, token: "Token") -> bool:
        """Whether a word before an office says nothing of whose it is, but for the state."""
        state = self._at.get(token.i)
        pointing = token.lower_ in words("definite") or token.dep_ == "poss" or token.tag_ == "POS"
        return pointing or token.pos_ == "ADJ" or (state is not None and _is_state(state))

    def _once_held(self, cluster: Cluster, kind: str) -> bool:
        if cluster.entity is None:
            said = [
                [w for w in words_of(role) if w not in words("former")] for role in cluster.former_roles()
            ]
            return any(kind in role or kind == office_kind(" ".join(role)) for role in said)
        held = any(office_kind(office.role) == kind for office in cluster.entity.offices)
        now = role_on(cluster.entity, self._day)
        return held and (now is None or office_kind(now.role) != kind)

    def _ahead(self, found: Found) -> str | None:
        """The word that puts an office into the future, whose holder is not today's: "the next president"."""
        before = self._doc[found.first : found.head]
        return next((t.lower_ for t in before if t.lower_ in words("ahead")), None)

    def several(self, found: Found, pair: Sequence[str] = ()) -> tuple[Cluster, ...]:
        """Those of several states: "the presidents of Chad and Niger", "Kenyan and EU negotiators"."""
        before = self._states_before(found.head)
        codes: dict[str, str | None] = {
            n.entity.place or "": self._named_with(n, before, found) for n in before if n.entity is not None
        }
        codes = codes or self._states_after(found.head) or dict.fromkeys(pair)
        if len(codes) < 2:
            return ()
        found.first = min([found.first, *(name.first for name in before)])
        return tuple(self._one_of(found, code, name) for code, name in codes.items())

    def _named_with(self, name: Found, names: list[Found], found: Found) -> str:
        """What those of one of several states are called: "Kenyan negotiators" of "Kenyan and EU negotiators"."""
        owned = name.form is not Form.ADJECTIVE and self._doc[names[-1].last].tag_ == "POS"
        owner = name.text(self._doc) + ("'s" if owned else "")
        after = (t.text for t in self._doc[names[-1].last : found.last] if t.tag_ != "POS")
        return " ".join((owner, *after))

    def _states_before(self, head: int) -> list[Found]:
        at, found = head - 1, list[Found]()
        while at >= 0 and not self._doc[at].is_space and head - at < _REACH:
            name = self._at.get(at)
            if name is not None and name.entity is not None and _is_state(name):
                found.insert(0, name)
                at = name.first
            elif self._doc[at].lower_ not in (",", "and", "the") and (
                found or (self._doc[at].pos_ not in _MODIFIES and self._doc[at].tag_ != "POS")
            ):
                break
            at -= 1
        return found

    def _states_after(self, head: int) -> dict[str, str | None]:
        """The states after "of", each with what those of it are called: "armies of Chad"."""
        nouns = [n for p in self._doc[head].rights if p.lower_ == "of" for n in p.rights if n.dep_ == "pobj"]
        for noun in nouns:
            nouns += [c for c in noun.rights if c.dep_ == "conj"]
        names = [self._at[n.i] for n in nouns if n.i in self._at]
        said = self._doc[head].text
        return {
            n.entity.place or "": f"{said} of {n.bare(self._doc)}"
            for n in names
            if n.entity is not None and n.kind == ActorKind.STATE
        }

    def _one_of(self, found: Found, country: str, name: str | None) -> Cluster:
        """The holder in one state: in the report by this very office, or the only one; else made of the noun."""
        role = found.noun
        said = [
            c
            for c in self._named.clusters
            if c.kind == ActorKind.PERSON and country_of(c) == country and role in (c.role or "").lower()
        ]
        if len(said) == 1:
            return said[0]
        kind = "leader" if role == "leader" else office_kind(role)
        entity = holder(country, kind, self._day) if office_kind(role) != role else None
        if entity is not None:
            return self._named.with_entity(entity)
        made = self._of_noun(found, country)
        sectors = found.coding.sectors
        if (
            sectors[:1] == ("IGO",)
            and country != _UNION
            and (agent := agent_at(found.noun.split())) is not None
        ):
            sectors = agent[0].sectors
        made.country, made.sectors, made.role = country, sectors, None
        made.name = name or made.name
        return made


def _is_short_for(noun: str, role: str) -> bool:
    """Whether a role is an office's by a longer name: "minister" of "defence minister", not of "vice minister"."""
    said = role.lower().replace("-", " ")
    return noun in said and not words("under") & set(said.split())


def _is_called(doc: "Doc", person: Cluster, noun: str) -> bool:
    """Whether a named person bears a noun as a title or beside the name."""
    role = (person.role or "").lower()
    titled = f" {role}".endswith(f" {noun}") and not words("under") & set(role.split())
    names = (max(m.first, m.core) for m in person.mentions if m.form is Form.NAME)
    before = any(at > 0 and doc[at - 1].lower_ == noun for at in names)
    nouns = (m for m in person.mentions if m.form is Form.NOMINAL and not m.plural)
    return titled or before or any(m.noun == noun for m in nouns)


def _is_state(name: Found) -> bool:
    """Whether a name is a state's or that of a union of states."""
    entity = name.entity
    return name.kind == ActorKind.STATE or (entity is not None and entity.place == _UNION)
