"""Scoring actors: country and sector of phrases, as the tests of NGEC expect them.

Protocol. FILE holds the expectations of ahalterman/NGEC's `test_actor_resolution.py` as JSON lines. A case is
scored if it calls `agent_to_code` (or `search_nat`) on a phrase and asserts a country or a first code. The phrase is
the subject of a sentence of its own ("Yesterday, PHRASE said so."), read on the date that the case gives; a case
without one, or with "today", is read on 2023-01-01, about when the tests were written. Of what is found, the widest
mention inside the phrase counts. *Country* is the first part of sayso's code (ISO 3166-1 alpha-3, or UNO, EUR, IGO,
...), "" for none. *Sector* is right if sayso's main sector is the expected one ("" for none). CAMEO's HLH is PLOVER's
MED.

Two strata: *encyclopaedia* if the case asserts a Wikipedia page or office, or if the phrase is capitalised
throughout and holds no noun that acts and no state's name; *words* for all others. Excluded, with the reason: codes
that PLOVER does not have (religions, JNK), and expectations of several codes at once.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sayso.errors import UsageError
from sayso.evaluate.bare import bare_article
from sayso.evaluate.bootstrap import Measure, measured
from sayso.parse.spacy_en import Parse
from sayso.records.actor import Actor
from sayso.records.base import Span
from sayso.resolve.actors.agents import agent_at, singulars, words_of
from sayso.resolve.actors.find import find_actors
from sayso.resolve.actors.tables import NON_STATES, state_names, states
from sayso.resolve.places.find import find_places
from sayso.resolve.stage import surroundings

TODAY = date(2023, 1, 1)
_OPENING = "Yesterday, "
_ASSERTED = re.compile(r"""code\['(country|code_1)'\] *== *'([A-Z]*)'|^(cc) == '([A-Z]*)'""")
_PAGE = re.compile(r"""(?:wiki|actor_wiki_job)'\] *== *['"].""")
_NOT_PLOVER = {
    "BUD": "a religion is no PLOVER sector",
    "MUS": "a religion is no PLOVER sector",
    "JNK": "no code of PLOVER",
}
_SAME = {"HLH": "MED"}


@dataclass(frozen=True, slots=True)
class Case:
    """One expectation: what a phrase's country and sector should be; None where the case asserts none."""

    name: str
    phrase: str
    day: date
    country: str | None
    sector: str | None
    stratum: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What sayso gave for a case: its code's country and main sector, "" for none."""

    case: Case
    country: str
    sector: str


@dataclass(frozen=True, slots=True)
class ActorScores:
    """What `sayso score actors` prints: measures by stratum, the outcomes, and what was left out with the reason."""

    scores: dict[str, Measure]
    outcomes: tuple[Outcome, ...]
    excluded: tuple[tuple[str, str], ...]


def score_actors(file: Path, predictions: Path | None = None) -> ActorScores:
    """Score the expectations in `file`; `predictions` takes one JSON line a case."""
    cases, excluded = read_cases(file)
    parse = Parse()
    texts = [
        bare_article(f"{n}", f"{_OPENING}{case.phrase} said so.", case.day) for n, case in enumerate(cases)
    ]
    outcomes = []
    for case, parsed in zip(cases, parse.many(texts), strict=True):
        finding = find_actors(parsed, surroundings(parsed, find_places(parsed)))
        actor = _subject(case, finding.records())
        outcomes.append(Outcome(case, *_country_and_sector(actor)))
    if predictions is not None:
        lines = [
            {"name": o.case.name, "phrase": o.case.phrase, "country": o.country, "sector": o.sector}
            for o in outcomes
        ]
        predictions.write_text(
            "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8"
        )
    return ActorScores(measured(outcomes, _rates), tuple(outcomes), tuple(excluded))


def read_cases(file: Path) -> tuple[list[Case], list[tuple[str, str]]]:
    """The scored cases of a file, and the excluded ones with reasons. Raises UsageError for another format."""
    cases: list[Case] = []
    excluded: list[tuple[str, str]] = []
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        try:
            row: dict[str, Any] = json.loads(line)
            asserts, calls, name = row["asserts"], row["calls"], row["name"]
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError(
                f"{file}, line {number}: not an expectation with name, calls and asserts"
            ) from error
        asked = [call for call in calls if call["method"] in ("agent_to_code", "search_nat") and call["args"]]
        wanted = [match for text in asserts for match in [_ASSERTED.search(text)] if match]
        if asked and wanted:
            found = _case(name, asked[-1], asserts, wanted)
            cases.append(found) if isinstance(found, Case) else excluded.append(
                (f"{name}: {asked[-1]['args'][0]}", found)
            )
    return cases, excluded


def _case(name: str, call: dict[str, Any], asserts: list[str], wanted: "list[re.Match[str]]") -> Case | str:
    """A scored case, or the reason for leaving it out."""
    values: dict[str, list[str]] = {"country": [], "code_1": []}
    for match in wanted:
        values["country" if match[1] == "country" or match[3] else "code_1"].append(
            match[2] or match[4] or ""
        )
    if any(len(given) > 1 for given in values.values()):
        return "two values expected at once"
    sector = values["code_1"][0] if values["code_1"] else None
    country = values["country"][0] if values["country"] else None
    if sector in _NOT_PLOVER or any(_NOT_PLOVER.get(code) for code in (country,) if code):
        return _NOT_PLOVER[sector or country or ""]
    if country is not None and country not in states() and country not in NON_STATES and country != "":
        return f"{country} is no country"
    phrase = call["args"][0]
    needs = any(_PAGE.search(text) for text in asserts) or _only_a_name(phrase)
    said = _SAME.get(sector, sector) if sector is not None else None
    return Case(name, phrase, _day(call), country, said, "encyclopaedia" if needs else "words")


def _day(call: dict[str, Any]) -> date:
    given = [*call["args"][2:3], str(call["kw"].get("query_date", "")).strip("'\"")]
    for text in (text for text in given if text and text != "today"):
        for form in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y"):
            try:
                return datetime.strptime(text.title(), form).date()
            except ValueError:
                continue
    return TODAY


def _only_a_name(phrase: str) -> bool:
    """Whether a phrase is capitalised throughout, with no noun that acts and no state's name in it."""
    words = [word for word in re.split(r"[\s-]+", phrase) if word.lower() not in ("the", "of", "and")]
    known = {part.lower() for name, _ in state_names() for part in name.split()}
    if any(not word[:1].isupper() for word in words):
        return False
    said = words_of(phrase)
    acting = any(agent_at(said[: n + 1]) for n in range(len(said)))
    return not acting and not any(s in known for word in said for s in singulars(word))


def _subject(case: Case, records: tuple[tuple[Actor, ...], Any, Any]) -> Actor | None:
    """The actor of the widest mention inside the phrase; of equals, the one whose head comes last."""
    actors, mentions, _ = records
    phrase = Span(len(_OPENING), len(_OPENING) + len(case.phrase))
    inside = [m for m in mentions if phrase.covers(m.span)]
    best = max(inside, key=lambda m: (m.span.end - m.span.start, m.head.start), default=None)
    return next((actor for actor in actors if best is not None and actor.id == best.id), None)


def _country_and_sector(actor: Actor | None) -> tuple[str, str]:
    if actor is None or actor.code is None:
        return "", ""
    first = actor.code[:3]
    place = first if first in states() or first in NON_STATES else ""
    return place, actor.code[len(place) :]


def _rates(outcomes: Sequence[Outcome]) -> dict[str, float]:
    rates = {}
    for stratum in ("words", "encyclopaedia"):
        some = [o for o in outcomes if o.case.stratum == stratum]
        countries = [o.country == o.case.country for o in some if o.case.country is not None]
        sectors = [o.sector == o.case.sector for o in some if o.case.sector is not None]
        rates[f"{stratum}: country"] = sum(countries) / max(1, len(countries))
        rates[f"{stratum}: sector"] = sum(sectors) / max(1, len(sectors))
    return rates
