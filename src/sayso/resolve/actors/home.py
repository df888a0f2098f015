"""The report's own country: that of police and ministers whose country the words leave out."""

from collections import Counter
from collections.abc import Iterable, Mapping

from sayso.resolve.actors.found import Form
from sayso.resolve.actors.tables import NON_STATES, states
from sayso.resolve.coreference.cluster import Cluster

_DOMESTIC = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "PTY", "OPP", "SPY", "REB", "PRM", "ELI"})
_LOCAL = frozenset({"LAB", "BUS", "CRM", "UAF"})
_SHARE = 0.66


def home_country(clusters: Iterable[Cluster], places: Mapping[int, str]) -> tuple[str, str] | None:
    """The country that a report is about, and why: the only one it names, or by far the first among several.

    None where no country stands out.
    """
    counted: Counter[str] = Counter()
    for code in places.values():
        if code in states():
            counted[states()[code].place or code] += 1
    for cluster in clusters:
        place = cluster.entity.place if cluster.entity is not None else cluster.country
        if place and place not in NON_STATES and not (cluster.rule == "publisher" or cluster.kind == "media"):
            counted[place] += len(cluster.mentions)
    if not counted:
        return None
    (first, n), *_ = counted.most_common(1)
    if len(counted) == 1:
        return first, "the only country of the report"
    if n >= 3 and n / counted.total() >= _SHARE:
        return first, f"the report's main country, {n} of {counted.total()} mentions"
    return None


def settle(clusters: Iterable[Cluster], home: tuple[str, str] | None) -> None:
    """Give the home country to bodies and persons of a state whose words name none."""
    if home is None:
        return
    for cluster in clusters:
        if (
            cluster.entity is None
            and cluster.country is None
            and cluster.sectors[:1]
            and (cluster.sectors[0] in _DOMESTIC or _local(cluster))
        ):
            cluster.country = home[0]
            cluster.notes.append(f"country: {home[1]}")


def _local(cluster: Cluster) -> bool:
    """Whether a union, company or gang is described by a noun, not only named: it may be taken for one at home."""
    return cluster.sectors[0] in _LOCAL and any(
        m.form is Form.NOMINAL or m.coding.role for m in cluster.mentions
    )
