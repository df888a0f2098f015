"""The country of police, ministers and the like whose country the words leave out."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from sayso.records.base import Span
from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.found import Form, Found
from sayso.resolve.actors.publisher import serves_home
from sayso.resolve.actors.tables import NON_STATES, states
from sayso.resolve.actors.words import words
from sayso.resolve.coreference.cluster import Cluster, country_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_DOMESTIC = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "PTY", "OPP", "SPY", "REB", "PRM", "ELI"})
_LOCAL = frozenset({"LAB", "BUS", "CRM", "UAF"})
_OF_STATES = frozenset({"group", "office", "person"})
_SHARE = 0.66
_BACK = 3


class Home:
    """What a report says of the country that its bare nouns belong to.

    In order: the only country of the report, or by far the first of several; the only one in which the noun's own
    sentence names places, or the nearest before it; the dateline's; the publisher's, if a newspaper or broadcaster
    published a report that names this country or none; the one named in more than half of all places. `places` are
    the countries of all place names by offset, `scenes` of those where something may happen.
    """

    def __init__(
        self,
        doc: "Doc",
        places: Mapping[int, str],
        scenes: Mapping[int, str],
        of: Mapping[Found, tuple[Cluster, ...]],
        dateline: Span | None,
        publisher: Cluster,
    ) -> None:
        self._sentence: list[int] = (doc.to_array("SENT_START") == 1).cumsum().tolist()
        self._places = _coded(doc, scenes)
        self._counted = Counter(code for _, code in _coded(doc, places)) + _of_actors(of, publisher)
        self._dateline = _in_dateline(places, dateline)
        self._publisher = publisher

    def country(self, cluster: Cluster) -> tuple[str, str] | None:
        """The country of an actor of bare nouns, and why; None where nothing tells.

        Several ministers or diplomats are of the main country only: those of two states meet in one place.
        """
        first = min(cluster.mentions, key=lambda m: m.first, default=None)
        several = cluster.plural and cluster.sectors[:1] == ("GOV",) and cluster.agent_kind in _OF_STATES
        if several:
            return self._main()
        return self._main() or self._near(first) or self._dated() or self._published() or self._most()

    def _main(self) -> tuple[str, str] | None:
        if not self._counted:
            return None
        (first, n), *others = self._counted.most_common()
        if not others:
            return first, "the only country of the report"
        total = self._counted.total()
        if n >= 3 and n / total >= _SHARE:
            return first, f"the report's main country, {n} of {total} mentions"
        return None

    def _near(self, mention: Found | None) -> tuple[str, str] | None:
        if mention is None:
            return None
        own = self._sentence[mention.head]
        for sentence in range(own, own - _BACK - 1, -1):
            codes = {code for i, code in self._places if self._sentence[i] == sentence}
            if codes:
                where = "its sentence" if sentence == own else "the sentence before it that names places"
                return (codes.pop(), f"the only country of {where}") if len(codes) == 1 else None
        return None

    def _most(self) -> tuple[str, str] | None:
        ((first, n),) = self._counted.most_common(1) or [("", 0)]
        total = self._counted.total()
        return (first, f"named most, {n} of {total} times") if n >= 3 and n / total > 0.5 else None

    def _dated(self) -> tuple[str, str] | None:
        return (self._dateline, "that of the dateline") if self._dateline else None

    def _published(self) -> tuple[str, str] | None:
        code = country_of(self._publisher)
        near = not self._counted or code in self._counted
        return (code, "the publisher's") if code and near and serves_home(self._publisher) else None


def settle(clusters: Iterable[Cluster], home: Home) -> None:
    """Give the home country to bodies and persons of a state whose words name none."""
    for cluster in clusters:
        if (
            cluster.entity is None
            and cluster.country is None
            and cluster.sectors[:1]
            and (cluster.sectors[0] in _DOMESTIC or _local(cluster))
            and not words("abroad").intersection(cluster.detail.lower().split())
            and (found := home.country(cluster))
        ):
            cluster.country = found[0]
            cluster.notes.append(f"country: {found[1]}")


def _local(cluster: Cluster) -> bool:
    """Whether a union, company or gang is described by a noun, not only named: it may be taken for one at home."""
    return cluster.sectors[0] in _LOCAL and any(
        m.form is Form.NOMINAL or m.coding.role for m in cluster.mentions
    )


def _coded(doc: "Doc", places: Mapping[int, str]) -> list[tuple[int, str]]:
    """The tokens of place names with their countries."""
    codes = (places.get(offset) for offset in doc.to_array("IDX").tolist())
    return [(i, states()[code].place or code) for i, code in enumerate(codes) if code in states()]


def _of_actors(of: Mapping[Found, tuple[Cluster, ...]], publisher: Cluster) -> Counter[str]:
    """How often the report names actors of each country."""
    counted: Counter[str] = Counter()
    for cluster in (cluster for clusters in of.values() for cluster in clusters):
        place = country_of(cluster)
        outlet = cluster is publisher or cluster.kind == ActorKind.MEDIA
        if place and place not in NON_STATES and not outlet:
            counted[place] += 1
    return counted


def _in_dateline(places: Mapping[int, str], dateline: Span | None) -> str | None:
    if dateline is None:
        return None
    codes = (code for offset, code in sorted(places.items()) if dateline.start <= offset < dateline.end)
    return next((states()[code].place or code for code in codes if code in states()), None)
