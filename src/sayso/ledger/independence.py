"""Independence: which of a claim's origins count as one, and why.

Two origins count as two only if they are of different families, neither is the other's source for this claim, and
neither comes by a copy. The proof of each origin stands beside it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from sayso.ledger.family import Outlet


class Voice(NamedTuple):
    """An origin that asserts a claim in one report. `relays` are the keys that pass it on, publisher first.

    `own`: the publisher's own voice. `carried`: whose text the report is, where it is another's, and `why`.
    `repeated`: a copy whose original is in the claim too, so that it adds nothing.
    """

    key: str
    name: str
    family: str
    report: int
    published: date | None
    publisher: str
    relays: tuple[str, ...]
    own: bool
    carried: Outlet | None
    why: str
    repeated: bool


class Origin(NamedTuple):
    """One origin of a claim. `independent` marks one origin of each group that counts as one."""

    key: str
    name: str
    family: str
    reports: frozenset[int]
    first: date | None
    independent: bool
    group: str
    why: str


def origins(voices: Sequence[Voice]) -> list[Origin]:
    """The origins behind the voices, the independent ones first; copies add none."""
    heard: dict[str, list[tuple[Outlet, Voice]]] = defaultdict(list)
    for voice in voices:
        if voice.repeated:
            continue
        speaker = (
            voice.carried if voice.own and voice.carried else Outlet(voice.key, voice.name, voice.family)
        )
        heard[speaker.key].append((speaker, voice))
    family = {key: told[0][0].family for key, told in heard.items()}
    leans = _leans(voices, family)
    groups = _groups(family, leans)
    named = _named(voices)
    found = [_origin(key, told, family, leans, groups, named) for key, told in heard.items()]
    chosen: set[str] = set()
    ordered = []
    for origin in sorted(found, key=lambda o: (o.group == "", o.first or date.max, min(o.reports), o.key)):
        first = origin.group != "" and origin.group not in chosen
        chosen.add(origin.group)
        why = origin.why if first or origin.group == "" else _counted(origin, found)
        ordered.append(origin._replace(independent=first, why=why))
    return sorted(ordered, key=lambda o: not o.independent)


def _leans(voices: Iterable[Voice], family: dict[str, str]) -> dict[str, set[str]]:
    """Family -> the families that it names as its sources for this claim."""
    leans: dict[str, set[str]] = defaultdict(set)
    for voice in voices:
        for relay in voice.relays:
            passed = voice.carried.key if voice.carried and relay == voice.publisher else relay
            if passed in family and not voice.own and family[passed] != voice.family:
                leans[family[passed]].add(voice.family)
    return leans


def _named(voices: Iterable[Voice]) -> dict[str, str]:
    """Family -> the names under which it speaks here, or the family itself where it speaks in copies alone."""
    names: dict[str, list[str]] = defaultdict(list)
    for voice in voices:
        names[voice.family] += [] if voice.repeated else [voice.name]
    return {
        family: " and ".join(dict.fromkeys(some)) or plain_family(family) for family, some in names.items()
    }


def _groups(family: dict[str, str], leans: dict[str, set[str]]) -> dict[str, str]:
    """Family -> its group: families that cite one another in a circle are one; "" for one that cites another."""
    known = sorted(set(family.values()))
    reach = {one: _reached(one, leans) for one in known}
    groups = {}
    for one in known:
        circle = {other for other in reach[one] if one in reach.get(other, ())} | {one}
        groups[one] = min(circle) if reach[one] <= circle else ""
    return groups


def _reached(start: str, leans: dict[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        for other in leans.get(waiting.pop(), ()):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return seen


def _origin(
    key: str,
    told: list[tuple[Outlet, Voice]],
    family: dict[str, str],
    leans: dict[str, set[str]],
    groups: dict[str, str],
    named: dict[str, str],
) -> Origin:
    speaker, voice = told[0]
    own = family[key]
    cited = ", ".join(named[one] for one in sorted(leans.get(own, ())))
    if groups[own] == "":
        why = f"adds nothing: it names {cited} as its source"
    elif cited:
        why = f"counts once with {cited}: they name one another as source"
    else:
        unsourced = "says so in its own voice, and names no source"
        why = (
            voice.why
            if voice.own and voice.carried
            else unsourced
            if voice.own
            else "is quoted as the source"
        )
    days = [voice.published for _, voice in told if voice.published]
    reports = frozenset(voice.report for _, voice in told)
    return Origin(key, speaker.name, own, reports, min(days, default=None), False, groups[own], why)


def _counted(origin: Origin, found: list[Origin]) -> str:
    kin = sorted(o.name for o in found if o.family == origin.family and o.key != origin.key)
    if kin:
        return f"of one family with {', '.join(kin)} ({plain_family(origin.family)})"
    return origin.why


def plain_family(family: str) -> str:
    """A family as words.

    >>> plain_family("state:PRK")
    'the state PRK'
    """
    kind, _, name = family.partition(":")
    return f"the state {name}" if kind == "state" else family.split(":")[-1] if kind != "wd" else family
