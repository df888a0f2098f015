"""Comparers: are two frames one event? Each says how much speaks for or against it, and why."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from sayso.ledger.frame import Frame, Party, Site
from sayso.ledger.relation import Relation

WEIGHTS = {
    "actors": 2.0,
    "recipients": 2.0,
    "place": 1.5,
    "date": 1.0,
    "figures": 1.5,
    "words": 3.0,
    "mode": 0.5,
}
ENOUGH, ON_THE_SPOT = 3.4, 3.0
"""Weighted evidence from which two frames are one event; the second where they share an exact place. Read off the
pairs that coded news gives: below, one link in four was wrong, and a wrong link makes a false second origin."""
DENIAL_DAYS = 3
"""A denial may name its own day in place of the event's; so many days between them keep nothing apart."""
NEAR_KM = 50.0
FAR = 2.0
"""Figures that differ by this factor are far apart."""
ALIKE = 0.75
"""Share of letters in common from which two names are spellings of one."""
SURE_WORDS = 0.6
"""Share of common words from which two sentences are versions of one another."""

_NAME = re.compile(r"[^\W\d_]{3,}")


class Evidence(NamedTuple):
    """One comparer's finding: from -1 (they differ) over 0 (nothing known) to 1 (the same)."""

    name: str
    value: float
    detail: str


class Verdict(NamedTuple):
    """Whether two frames are one event, and how related; no relation where they are two.

    `against` is what keeps two frames apart.
    """

    relation: Relation | None
    score: float
    evidence: tuple[Evidence, ...]
    against: str

    def proof(self) -> str:
        """The evidence in words, strongest first."""
        name = self.against.partition(":")[0]
        found = (e for e in self.evidence if e.value and e.name != name)
        told = sorted(found, key=lambda e: -abs(e.value * WEIGHTS[e.name]))
        return "; ".join([*([self.against] if self.against else []), *(f"{e.name} {e.detail}" for e in told)])


def compare(new: Frame, old: Frame) -> Verdict:
    """Compare two frames of the same type."""
    evidence = _evidence(new, old)
    score = sum(max(e.value, 0.0) * WEIGHTS[e.name] for e in evidence)
    refusal = _refusal(new, old, evidence)
    found = {e.name: e for e in evidence}
    enough = ON_THE_SPOT if found["place"].value >= 0.8 else ENOUGH
    if not refusal and score < enough:
        refusal = f"too little speaks for it ({score:.1f} of {enough})"
    if not refusal and max(found[n].value for n in ("actors", "recipients", "place", "words")) < 0.5:
        refusal = "no party, place or wording in common"
    if refusal:
        return Verdict(None, score, evidence, refusal)
    return Verdict(_relation(new, old, found), score, evidence, "")


def relation(new: Frame, old: Frame) -> Relation:
    """The relation of two frames that a person holds for one event."""
    return _relation(new, old, {e.name: e for e in _evidence(new, old)})


def _evidence(new: Frame, old: Frame) -> tuple[Evidence, ...]:
    place, date = _place(new.site, old.site), _date(new, old)
    met = place.value >= 0.8 and date.value > 0
    return (
        _parties("actors", new.actors, old.actors, met),
        _parties("recipients", new.recipients, old.recipients, met),
        place,
        date,
        _figures(new, old),
        _words(new, old),
        Evidence("mode", 0.5 if new.mode and new.mode == old.mode else 0.0, f"both {new.mode}"),
    )


def _refusal(new: Frame, old: Frame, evidence: tuple[Evidence, ...]) -> str:
    if new.planned != old.planned:
        return "one is planned, the other is not"
    found = {e.name: e for e in evidence}
    for name in ("date", "place"):
        if found[name].value < 0:
            return f"{name}: {found[name].detail}"
    alike = found["words"].value >= SURE_WORDS
    if found["recipients"].value < 0 and not alike:
        return f"recipients: {found['recipients'].detail}"
    if found["actors"].value < 0 and not alike:
        return f"actors: {found['actors'].detail}"
    spot = found["place"].value >= 0.8 and new.dated and old.dated
    if found["figures"].value < 0 and not alike and not spot and found["actors"].value <= 0:
        return f"figures: {found['figures'].detail}"
    return ""


def _relation(new: Frame, old: Frame, found: dict[str, Evidence]) -> Relation:
    if new.negative != old.negative:
        return Relation.POLARITY
    if found["actors"].value < 0 or found["recipients"].value < 0:
        return Relation.ACTOR
    if found["figures"].value >= 0:
        return Relation.SAME
    return Relation.REVISED if _revised(new, old) else Relation.NUMBER


def _revised(new: Frame, old: Frame) -> bool:
    """Whether the later report has the greater figures, as tolls have that are counted on."""
    if new.published is None or old.published is None or new.published == old.published:
        return False
    early, late = sorted((new, old), key=lambda frame: frame.published or 0)
    return all(
        max(late.figures[what]) >= max(early.figures[what]) for what in set(late.figures) & set(early.figures)
    )


def _parties(name: str, new: tuple[Party, ...], old: tuple[Party, ...], met: bool) -> Evidence:
    """Parties in common or against one another; `met`: place and date agree, so that "gunmen" may be the same."""
    if not new or not old:
        return Evidence(name, 0.0, "")
    keys = {p.key for p in old}
    if shared := [p for p in new if p.key in keys]:
        if not met and all(map(_nameless, shared)):
            return Evidence(name, 0.0, "")
        return Evidence(name, 0.6 if all(map(_vague, shared)) else 1.0, f"both {_names(shared)}")
    if all(p.kind == "person" for p in (*new, *old)):
        return _persons(name, new, old)
    kin = {p.family for p in new} & {p.family for p in old}
    if kin:
        return Evidence(name, 0.7, f"of one family, {_names(p for p in (*new, *old) if p.family in kin)}")
    codes = {p.code for p in new if p.code and p.country} & {p.code for p in old}
    if codes:
        return Evidence(name, 0.6, f"both coded {', '.join(sorted(filter(None, codes)))}")
    if all(_vague(p) for p in new) or all(_vague(p) for p in old):
        return Evidence(name, 0.0, "")
    ours, theirs = {p.country for p in new}, {p.country for p in old}
    detail = f"{_names(new)} against {_names(old)}"
    if ours & theirs - {None} and not any(p.family.startswith("state:") for p in (*new, *old)):
        return Evidence(name, 0.3, f"of one country: {detail}")
    return Evidence(name, -1.0, detail)


def _names(parties: Iterable[Party]) -> str:
    return ", ".join(dict.fromkeys(party.name or party.key for party in parties))


def _persons(name: str, new: tuple[Party, ...], old: tuple[Party, ...]) -> Evidence:
    """Persons of different keys: of one country or office is not the same; they may be one, named in two ways."""
    known = all(p.key.startswith("wd:") for p in (*new, *old))
    if known or not any(_one_name(p.name, q.name) for p in new for q in old):
        return Evidence(name, -1.0, f"{_names(new)} against {_names(old)}")
    return Evidence(name, 0.0, "")


def _one_name(one: str, other: str) -> bool:
    """Whether two names may be one person's: a word in common, spelt much alike, or one that is no proper name.

    >>> _one_name("Alpha Suleimanov", "Soleimanov"), _one_name("the envoy", "Beta Brook")
    (True, True)
    >>> _one_name("Alpha Stone", "Beta Brook")
    False
    """
    ours, theirs = (_NAME.findall(name) for name in (one, other))
    if not all(word[0].isupper() for word in (*ours, *theirs)):
        return True
    return any(SequenceMatcher(None, a, b).ratio() > ALIKE for a in ours for b in theirs)


def _vague(party: Party) -> bool:
    """A party that could be anybody: a group of no country, an unnamed source, or a man ("gunmen", "residents")."""
    kind = party.key.split(":")[0]
    return (
        kind in ("anonymous", "collective") or (kind == "group" and party.country is None) or _nameless(party)
    )


def _nameless(party: Party) -> bool:
    """Whether a party of no country has no proper name, so that another report's may be a stranger.

    A capital that begins the name may be a sentence's; only an organisation's is taken for its own.

    >>> parties = ("person", "man"), ("group", "Gunmen"), ("organisation", "Acme"), ("person", "Ann Stone")
    >>> [_nameless(Party(f"{kind}:-:{name}", None, None, "", kind, name)) for kind, name in parties]
    [True, True, False, False]
    """
    if party.country or party.kind in ("media", "state") or party.key.startswith("wd:"):
        return False
    first = 0 if party.kind == "organisation" else 1
    return bool(party.name) and not any(letter.isupper() for letter in party.name[first:])


def _place(new: Site | None, old: Site | None) -> Evidence:
    if new is None or old is None:
        return Evidence("place", 0.0, "")
    if new.geonames is not None and new.geonames == old.geonames:
        return Evidence("place", 1.0 if new.precision < 6 else 0.5, f"both GeoNames {new.geonames}")
    if new.country and old.country and new.country != old.country:
        return Evidence("place", -1.0, f"{new.country} against {old.country}")
    distance = _kilometres(new, old)
    coarse = max(new.precision, old.precision)
    if coarse >= 4:
        return Evidence("place", 0.3, f"one may lie in the other ({new.country})")
    if distance is None:
        return Evidence("place", 0.0, "")
    if distance <= NEAR_KM:
        return Evidence("place", 0.8, f"{distance:.0f} km apart")
    return Evidence("place", -1.0, f"{distance:.0f} km apart")


def _kilometres(new: Site, old: Site) -> float | None:
    """Great-circle distance (haversine)."""
    if new.lat is None or new.lon is None or old.lat is None or old.lon is None:
        return None
    a, b = radians(new.lat), radians(old.lat)
    across = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(old.lon - new.lon) / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(min(1.0, across)))


def _date(new: Frame, old: Frame) -> Evidence:
    if new.first is None or new.last is None or old.first is None or old.last is None:
        return Evidence("date", 0.0, "")
    if new.last < old.first or old.last < new.first:
        apart = max(new.first - old.last, old.first - new.last)
        if new.denied != old.denied and apart <= DENIAL_DAYS:
            return Evidence("date", 0.0, "")
        return Evidence("date", -1.0, f"{apart} day{'s' if apart > 1 else ''} apart")
    if new.dated and old.dated and new.first == old.first and new.last == old.last:
        return Evidence("date", 1.0 if new.last - new.first <= 1 else 0.5, "the same")
    return Evidence("date", 0.4 if new.dated or old.dated else 0.2, "windows meet")


def _figures(new: Frame, old: Frame) -> Evidence:
    shared = sorted(set(new.figures) & set(old.figures))
    if not shared:
        return Evidence("figures", 0.0, "")
    nearest = {
        what: min((far(a, b), a, b) for a in new.figures[what] for b in old.figures[what]) for what in shared
    }
    worst = max(shared, key=lambda what: nearest[what])
    ratio, mine, theirs = nearest[worst]
    detail = f"{worst} {mine} against {theirs}"
    if ratio == 1.0:
        return Evidence("figures", 1.0, f"both {mine} {worst}")
    return Evidence("figures", 0.3 if ratio < FAR else -1.0, detail)


def far(one: int, other: int) -> float:
    """How many times the greater figure is the smaller.

    >>> far(12, 36)
    3.0
    """
    low, high = sorted((max(one, 0) or 1, max(other, 0) or 1))
    return high / low


def _words(new: Frame, old: Frame) -> Evidence:
    both = new.words & old.words
    smaller = min(len(new.words), len(old.words))
    if smaller < 4:
        return Evidence("words", 0.0, "")
    union = len(new.words | old.words)
    share = (len(both) / union + len(both) / smaller) / 2
    return Evidence("words", round(share, 3), f"{share:.0%} in common")
