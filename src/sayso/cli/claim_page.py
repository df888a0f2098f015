"""From the ledger's answer about claims to what their page shows."""

from collections.abc import Sequence
from typing import Any

from sayso.cli.claims import spread, what, when
from sayso.cli.safe import day
from sayso.cli.why import SIGNS, coverage
from sayso.ledger.relation import Relation
from sayso.ledger.why import Answer, Sighted
from sayso.publish.dossier.claim_context import (
    ClaimPage,
    ClaimPart,
    FigureBar,
    OriginRow,
    ReportRow,
    VoiceRow,
)
from sayso.publish.dossier.claim_drawing import graph, ticks
from sayso.publish.figures import figure_words

NOTES = {
    Relation.NUMBER: "another number: no support",
    Relation.ACTOR: "another party: no support",
    Relation.POLARITY: "the opposite",
    Relation.TAKEN_BACK: "told only as its own earlier mistake: no support",
}


def claim_page(answers: Sequence[Answer]) -> ClaimPage:
    """The page of these claims; the first one gives the title."""
    first = answers[0]
    reports = {sighting.report_id for answer in answers for sighting in answer.sightings}
    facts = (("Claims", str(len(answers))), ("Reports", str(len(reports))))
    return ClaimPage(title=what(first.claim), facts=facts, claims=tuple(map(_part, answers)))


def _part(answer: Answer) -> ClaimPart:
    claim = answer.claim
    origins = tuple(_origin(row) for row in answer.origins)
    reports = tuple(_report(sighting) for sighting in answer.sightings)
    marks = ticks(reports)
    denied = [
        (name, "○")
        for name in dict.fromkeys(
            voice.origin
            for sighting in answer.sightings
            for voice in sighting.voices
            if voice.stance != "asserts"
        )
    ]
    known = {origin.name for origin in origins}
    return ClaimPart(
        id=claim["claim_id"],
        title=what(claim),
        standing=claim["standing"],
        standing_why=claim["standing_why"],
        facts=_facts(claim),
        origins=origins,
        reports=reports,
        figures=_figures(answer.figures),
        denials=tuple(
            (voice.origin, sighting.publisher, voice.words)
            for sighting in answer.sightings
            for voice in sighting.voices
            if voice.stance == "denies"
        ),
        apart=tuple((row["claim_id"], row["proof"]) for row in answer.kept_apart),
        decisions=tuple(_decision(row) for row in answer.decisions),
        graph=graph([*((o.name, o.mark) for o in origins), *(d for d in denied if d[0] not in known)], reports),
        ticks=marks,
        ticks_height=len(marks) * 22 + 30,
        coverage=coverage(answer),
    )  # fmt: skip


def _facts(claim: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    given = [
        ("When", when(claim)),
        ("Reports", f"{claim['n_reports']}, {claim['n_copies']} of them copies"),
        ("Origins", f"{claim['n_origins']}, {claim['n_independent']} independent"),
        ("Place", claim["place"] or ""),
    ]
    given += [(kind.title(), spread(claim, kind)) for kind in ("killed", "injured") if claim[f"{kind}_high"]]
    return tuple((label, words) for label, words in given if words)


def _origin(row: dict[str, Any]) -> OriginRow:
    return OriginRow(
        name=row["origin"], mark="●" if row["independent"] else "○", first=day(row["first_published"]),
        reports=row["reports"], why=row["why"],
    )  # fmt: skip


def _report(sighting: Sighted) -> ReportRow:
    note = NOTES.get(sighting.relation, "")
    if sighting.copy_of:
        note = f"{sighting.copy_kind} of {sighting.copy_of}: {sighting.copy_why}" + (
            f"; {note}" if note else ""
        )
    elif sighting.agency:
        note = f"carries the text of {sighting.agency}" + (f"; {note}" if note else "")
    note = "; ".join(
        part for part in (note, *(f"the report says: “{words}”" for words in sighting.notices)) if part
    )
    return ReportRow(
        number=sighting.number,
        publisher=sighting.publisher,
        published=day(sighting.published),
        title=sighting.title or sighting.report_id,
        sentence=sighting.sentence,
        relation=sighting.relation,
        proof="" if sighting.relation is Relation.FIRST else sighting.proof,
        note=note if sighting.current else f"in an earlier version; {note}".rstrip("; "),
        copy_of=sighting.original,
        voices=tuple(
            VoiceRow(
                origin=sighting.agency if sighting.agency and v.origin == sighting.publisher else v.origin,
                stance=v.stance,
                sign=SIGNS[v.stance],
                chain=v.chain,
                words=v.words,
            )
            for v in sighting.voices
        ),
    )


def _figures(rows: Sequence[dict[str, Any]]) -> tuple[FigureBar, ...]:
    top: dict[str, int] = {}
    for row in rows:
        ends = [row[end] for end in ("low", "best", "high") if row[end] is not None]
        top[row["what"]] = max([top.get(row["what"], 1), *ends])
    return tuple(_bar(row, top[row["what"]]) for row in rows)


def _bar(row: dict[str, Any], top: int) -> FigureBar:
    low = row["low"] if row["low"] is not None else row["best"] or 0
    high = row["high"] if row["high"] is not None else top
    x = round(97 * low / top, 1)
    return FigureBar(
        what=row["what"], words=figure_words(row["low"], row["best"], row["high"]), speaker=row["speaker"],
        published=day(row["published"]),
        publisher=row["publisher"], note="copy" if row["copy"] else NOTES.get(row["relation"], ""),
        x=x, width=round(max(97 * high / top - x, 3), 1),
    )  # fmt: skip


def _decision(row: dict[str, Any]) -> str:
    undone = f", withdrawn by {row['withdrawn_by']} on {row['withdrawn_at']}" if row["withdrawn_by"] else ""
    return (
        f"{row['merge']}: {row['kind']} by {row['decided_by']} on {row['decided_at']}: {row['proof']}{undone}"
    )
