"""Scores of statements and their chains against gold in the form of tests/gold/chains (see its README).

Every figure is a share of the gold statements:

- found: matched one to one to a statement whose content and source both have token Jaccard >= 0.5.
- chain: found, and all statements above it, up to the top, are found and stand in the same order.
- stance, manner: found, and with the gold's stance or manner; class: the same, over all gold statements.
- addressee: of the gold statements that name one, those found whose addressee has Jaccard >= 0.5.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from sayso.errors import UsageError
from sayso.evaluate.attribution_score import Numbers, cover, matched, similar
from sayso.evaluate.interval import Count, total
from sayso.records.coded import CodedReport
from sayso.records.statement import Statement

MEASURES = ("found", "chain", "stance", "manner", "class", "addressee")

Pieces = str | list[str]


class GoldStatement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One gold statement, in words of the report's text."""

    content: Pieces
    class_: str = msgspec.field(name="class")
    stance: str
    manner: str
    source: Pieces | None = None
    cue: Pieces | None = None
    addressee: Pieces | None = None
    parent: int | None = None


class GoldReport(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One report with all its statements."""

    id: str
    text: str
    statements: tuple[GoldStatement, ...]


@dataclass(frozen=True, slots=True)
class Chains:
    """The counts of each measure, and how many statements were given that the gold does not have."""

    counts: dict[str, Count]
    extra: int


def read(path: Path) -> tuple[GoldReport, ...]:
    """The reports of a gold file. Raises UsageError that names the file and what is wrong."""
    try:
        found = tomllib.loads(path.read_text("utf-8"))
        return tuple(msgspec.convert(found["report"], list[GoldReport]))
    except (OSError, ValueError, KeyError) as error:
        raise UsageError(f"{path}: not a gold file of chains: {error}") from error


def score(gold: Iterable[GoldReport], code: Callable[[str], CodedReport]) -> Chains:
    """The scores of `code` (a coder's method) over gold reports. Raises UsageError for words not in the text."""
    scored = [_score(report, code(report.text)) for report in gold]
    counts = {name: total(one.counts[name] for one in scored) for name in MEASURES}
    return Chains(counts, sum(one.extra for one in scored))


def _score(gold: GoldReport, coded: CodedReport) -> Chains:
    tokens = cover(coded.report.text)
    wanted = [_gold_cover(gold, statement, coded.report.text) for statement in gold.statements]
    given = [_cover(statement, tokens) for statement in coded.statements]
    of_gold = [{role: tokens(spans) for role, spans in roles.items()} for roles in wanted]
    pairs = dict(matched(of_gold, given, similar(("content", "source"))))
    right: dict[str, int] = dict.fromkeys(MEASURES, 0)
    for number, statement in enumerate(gold.statements):
        if number not in pairs:
            continue
        found = coded.statements[pairs[number]]
        right["found"] += 1
        right["chain"] += _chain(gold.statements, coded.statements, pairs, number)
        right["stance"] += found.stance == statement.stance
        right["manner"] += found.manner == statement.manner
        right["class"] += _class(found) == statement.class_
        if statement.addressee is not None and found.addressee is not None:
            hearer = {"content": tokens(found.addressee.spans)}
            right["addressee"] += (
                similar(("content",))({"content": of_gold[number]["addressee"]}, hearer) is not None
            )
    addressed = sum(statement.addressee is not None for statement in gold.statements)
    size = {name: addressed if name == "addressee" else len(gold.statements) for name in MEASURES}
    counts = {name: Count(right[name], size[name], size[name]) for name in MEASURES}
    return Chains(counts, len(coded.statements) - len(pairs))


def _class(found: Statement) -> str:
    """The source's class; a statement without source is anonymous, as the gold has it."""
    return found.source.class_.value if found.source else "anonymous"


def _chain(
    gold: Sequence[GoldStatement], given: Sequence[Statement], pairs: dict[int, int], number: int
) -> bool:
    """Whether the statement and all those above it are found, in the same order."""
    wanted: int | None = number
    found = given[pairs[number]]
    ids = {statement.id: statement for statement in given}
    while wanted is not None:
        if wanted not in pairs or given[pairs[wanted]].id != found.id:
            return False
        wanted = gold[wanted].parent
        if found.parent is None:
            return wanted is None
        found = ids[found.parent]
    return False


def _cover(statement: Statement, tokens: Callable[[Sequence[Sequence[int]]], Numbers]) -> dict[str, Numbers]:
    source = statement.source.spans if statement.source else ()
    return {"content": tokens(statement.content.spans), "source": tokens(source)}


def _gold_cover(gold: GoldReport, statement: GoldStatement, text: str) -> dict[str, list[tuple[int, int]]]:
    roles = {"content": statement.content, "source": statement.source, "addressee": statement.addressee}
    return {
        role: [_place(gold.id, piece, text) for piece in ([words] if isinstance(words, str) else words or [])]
        for role, words in roles.items()
    }


def _place(report: str, words: str, text: str) -> tuple[int, int]:
    """Where the words stand in the text, as whole words; "words#2": the second place."""
    wanted, _, number = words.partition("#")
    start = r"(?<!\w)" if wanted[:1].isalnum() else ""
    end = r"(?!\w)" if wanted[-1:].isalnum() else ""
    places = list(re.finditer(start + re.escape(wanted) + end, text))
    index = int(number or 1) - 1
    if index >= len(places):
        raise UsageError(f"gold report {report}: {words!r} does not stand in its text")
    return places[index].span()
