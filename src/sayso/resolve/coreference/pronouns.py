"""Pronouns: whom "he", "it" and "they" mean, by number, gender, recency and grammatical role."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.found import Form, Found
from sayso.resolve.actors.tables import states
from sayso.resolve.actors.words import words
from sayso.resolve.coreference.cluster import Cluster, country_of
from sayso.resolve.coreference.names import Named

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj"})
_PERSONS = frozenset({ActorKind.PERSON, ActorKind.ANONYMOUS})
_THINGS = frozenset({ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.MEDIA, ActorKind.GROUP})
_MANY = frozenset(
    {ActorKind.GROUP, ActorKind.COLLECTIVE, ActorKind.ANONYMOUS, ActorKind.ORGANISATION, ActorKind.MEDIA}
)
_FAR = 3
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention met on the walk, with its actors."""

    found: Found
    clusters: tuple[Cluster, ...]


class Past:
    """What the walk has met so far, the newest last."""

    def __init__(self, doc: "Doc") -> None:
        self.doc = doc
        self._seen: list[Seen] = []
        self._sentence: list[int] = (doc.to_array("SENT_START") == 1).cumsum().tolist()

    def add(self, seen: Seen) -> None:
        """Remember a mention; a conjunct also makes the set of all conjuncts so far."""
        self._seen.append(seen)
        first = self.doc[seen.found.head]
        if first.dep_ == "appos" and seen.found.first <= first.head.i < seen.found.last:
            first = first.head
        together: tuple[Cluster, ...] = seen.clusters
        while first.dep_ == "conj":
            first = first.head
            for other in reversed(self._seen[-8:]):
                if other.found.head == first.i:
                    together = tuple(dict.fromkeys((*other.clusters, *together)))
                    break
        if len(together) > len(seen.clusters):
            joint = Found(seen.found.first, seen.found.last, first.i, Form.NAME, ActorKind.GROUP, plural=True)
            self._seen.append(Seen(joint, together))

    def antecedent(self, pronoun: Found) -> tuple[Cluster, ...]:
        """The actors that a pronoun means; none where nothing fits well enough."""
        token = self.doc[pronoun.head]
        if pronoun.noun in ("i", "we") or (pronoun.noun == "it" and _empty(token)):
            return ()
        best: tuple[float, tuple[Cluster, ...]] | None = None
        for back, seen in enumerate(reversed(self._seen)):
            distance = self._sentence[token.i] - self._sentence[seen.found.head]
            if distance > _FAR:
                break
            if (
                self._is_own_voice(seen)
                or not agrees(pronoun, seen)
                or self._bound(token, self.doc[seen.found.head])
            ):
                continue
            score = self._score(pronoun, token, seen, distance) - 0.1 * back
            if best is None or score > best[0]:
                best = (score, seen.clusters)
        return best[1] if best is not None and best[0] > 0 else ()

    def _is_own_voice(self, seen: Seen) -> bool:
        """Whether the writer speaks of himself or his paper ("we", "this newspaper"), whom no "it" takes up."""
        first, head = self.doc[seen.found.first], self.doc[seen.found.head]
        paper = (
            first.lower_ in ("this", "our") and first.i < head.i and seen.clusters[0].kind == ActorKind.MEDIA
        )
        return paper or (seen.found.form is Form.PRONOUN and seen.found.noun in ("i", "we"))

    def recent(self, fits: Callable[[Cluster], bool]) -> Cluster | None:
        """The last actor met that fits."""
        for seen in reversed(self._seen):
            if len(seen.clusters) == 1 and seen.found.form is not Form.ADJECTIVE and fits(seen.clusters[0]):
                return seen.clusters[0]
        return None

    def last_several(self, found: Found) -> Cluster | None:
        """The people met last before `found`, in its sentence: several, named by a noun of one actor."""
        own = self._sentence[found.head]
        for seen in reversed(self._seen):
            if self._sentence[seen.found.head] != own:
                break
            if seen.found.plural and seen.found.form is Form.NOMINAL and len(seen.clusters) == 1:
                return seen.clusters[0]
        return None

    def attackers(self) -> tuple[Cluster, ...]:
        """The armed people met last whose side the words leave open: "gunmen", "the attackers"."""
        for seen in reversed(self._seen):
            one = seen.clusters[0]
            armed = seen.found.plural and one.sectors[:1] in (("UAF",), ("REB",), ("CRM",))
            if armed and len(seen.clusters) == 1 and not _quoted(self.doc[seen.found.head]):
                return seen.clusters
        return ()

    def last_states(self, n: int, named: Named) -> tuple[Cluster, ...]:
        """The last `n` different states met, each by itself or as the country of a person who acts."""
        codes: dict[str, None] = {}
        for seen in reversed(self._seen):
            for cluster in seen.clusters:
                whole = cluster.kind == ActorKind.STATE or (n > 1 and cluster.kind == ActorKind.PERSON)
                code = country_of(cluster)
                if whole and code in states() and (n > 1 or seen.found.form is not Form.ADJECTIVE):
                    codes.setdefault(code or "")
            if len(codes) >= n:
                break
        found = list(codes)[:n]
        return tuple(named.with_entity(states()[code]) for code in found) if len(found) == n else ()

    def _score(self, pronoun: Found, token: "Token", seen: Seen, distance: int) -> float:
        role = self.doc[seen.found.head].dep_
        score = 6.0 - 2.5 * distance
        if role in _SUBJECT:
            score += 3.0
        if seen.found.form is Form.NOMINAL and pronoun.noun in ("he", "she") and not seen.found.definite:
            score -= 2.0
        if role == "poss" and token.dep_ != "poss":
            score -= 2.0
        if (
            distance == 0
            and seen.found.form is Form.PRONOUN
            and seen.found.noun == pronoun.noun
            and role in _SUBJECT
        ):
            score += 2.0
        if seen.found.form is Form.ADJECTIVE or role in ("compound", "amod", "nmod"):
            score -= 4.0
        if pronoun.noun == "they" and (len(seen.clusters) > 1 or seen.found.plural):
            score += 2.0
        if pronoun.noun == "they" and len(seen.clusters) == 1 and not seen.found.plural:
            score -= 3.0
        if pronoun.noun == "it" and distance > 0 and role not in _SUBJECT:
            score -= 4.0
        return score

    def _bound(self, token: "Token", other: "Token") -> bool:
        """Whether grammar forbids the two to be one: an object and the subject of its own verb."""
        if token.dep_ == "poss" or token.dep_ in _SUBJECT:
            return token.dep_ in _SUBJECT and other.dep_ in ("dobj", "pobj") and other.head == token.head
        verb = token.head
        while verb.dep_ == "prep":
            verb = verb.head
        for _ in range(3):
            if other.head == verb and other.dep_ in _SUBJECT:
                return True
            if verb.dep_ not in ("xcomp", "advcl", "conj", "pcomp"):
                return False
            verb = verb.head
        return False


def agrees(pronoun: Found, seen: Seen) -> bool:
    """Whether number, gender and kind of an actor fit a pronoun."""
    clusters = seen.clusters
    if _arms(seen.found):
        return False
    if pronoun.noun in ("he", "she"):
        one = clusters[0]
        wrong = {"he": "f", "she": "m"}[pronoun.noun]
        return len(clusters) == 1 and one.kind in _PERSONS and not seen.found.plural and one.gender != wrong
    if pronoun.noun == "it":
        return len(clusters) == 1 and clusters[0].kind in _THINGS and not seen.found.plural
    return len(clusters) > 1 or seen.found.plural or clusters[0].kind in _MANY


def _done_to(verb: "Token") -> bool:
    """Whether the same verb had an object shortly before: "lift the siege ... if it was not lifted"."""
    before = verb.doc[max(0, verb.i - _NEAR) : verb.i]
    same = (t for t in before if t.pos_ == "VERB" and t.lemma_ == verb.lemma_)
    return any(child.dep_ == "dobj" for t in same for child in t.rights)


def _quoted(token: "Token") -> bool:
    """Whether a word stands in quotation marks of its own: somebody's name for others."""
    return token.i > 0 and token.nbor(-1).is_quote


def _arms(found: Found) -> bool:
    """Whether a noun means weapons or machines, which are no party."""
    return bool(found.noun) and found.noun.split()[-1] in words("equipment")


def _empty(token: "Token") -> bool:
    """Whether "it" names nothing ("it is clear that"), or a deed rather than a party ("calling it a crime")."""
    verb = token.head
    if token.dep_ == "pobj" and verb.lower_ in ("in", "on", "at"):
        return True
    if any(child.dep_ == "oprd" for child in verb.children) and token.dep_ != "nsubj":
        return True
    if token.dep_ == "nsubjpass" and _done_to(verb):
        return True
    if token.dep_ in _SUBJECT and verb.lemma_ in (
        "be",
        "seem",
        "appear",
        "become",
        "take",
        "happen",
        "rain",
        "snow",
    ):
        return any(
            child.dep_ in ("ccomp", "xcomp", "advcl", "acomp", "attr", "csubj") for child in verb.children
        )
    return token.dep_ == "nsubjpass" and any(
        child.dep_ in ("ccomp", "xcomp", "oprd") for child in verb.children
    )
