"""Scores of statements and their chains against gold in the form of tests/gold/chains (see its README).

Every figure is a share of the gold statements, and beside it of those that were found (`Count.predicted`), so that
what was missed can be told from what was read wrongly:

- found: matched one to one to a statement whose content and source both have token Jaccard >= 0.5.
- chain: found, and all statements above it, up to the top, are found and stand in the same order.
- stance, manner: found, and with the gold's stance or manner; class: the same, over all gold statements.
- addressee: of the gold statements that name one, those found whose addressee has Jaccard >= 0.5.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sayso.errors import UsageError
from sayso.evaluate.attribution_gold import Spans
from sayso.evaluate.attribution_score import Numbers, cover, matched, similar
from sayso.evaluate.chains_gold import Gold, Offsets, Worded
from sayso.evaluate.interval import Count, total
from sayso.records.coded import CodedReport
from sayso.records.statement import Statement

MEASURES = ("found", "chain", "stance", "manner", "class", "addressee")
ROLES = ("source", "content", "addressee")


@dataclass(frozen=True, slots=True)
class Chains:
    """The counts of each measure, and how many statements were given that the gold does not have."""

    counts: dict[str, Count]
    extra: int


def score(coded: Iterable[tuple[Gold, CodedReport]]) -> Chains:
    """The scores of coded reports against their gold. Raises UsageError for gold words not in the text."""
    scored = [_score(gold, record) for gold, record in coded]
    counts = {name: total(one.counts[name] for one in scored) for name in MEASURES}
    return Chains(counts, sum(one.extra for one in scored))


def _score(gold: Gold, coded: CodedReport) -> Chains:
    tokens = cover(coded.report.text)
    wanted = [roles(gold, number, coded.report.text) for number in range(len(gold.statements))]
    given = [_cover(statement, tokens) for statement in coded.statements]
    of_gold = [{role: tokens(spans) for role, spans in one.items()} for one in wanted]
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
        if wanted[number]["addressee"] and found.addressee is not None:
            hearer = {"content": tokens(found.addressee.spans)}
            right["addressee"] += (
                similar(("content",))({"content": of_gold[number]["addressee"]}, hearer) is not None
            )
    addressed = sum(bool(one["addressee"]) for one in wanted)
    size = {name: addressed if name == "addressee" else len(gold.statements) for name in MEASURES}
    met = sum(bool(wanted[number]["addressee"]) for number in pairs)
    reached = {name: met if name == "addressee" else right["found"] for name in MEASURES}
    counts = {name: Count(right[name], reached[name], size[name]) for name in MEASURES}
    return Chains(counts, len(coded.statements) - len(pairs))


def _class(found: Statement) -> str:
    """The source's class; a statement without source is anonymous, as the gold has it."""
    return found.source.class_.value if found.source else "anonymous"


def _chain(
    gold: Sequence[Worded | Offsets], given: Sequence[Statement], pairs: dict[int, int], number: int
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


def roles(gold: Gold, number: int, text: str) -> dict[str, Spans]:
    """Where the roles of one gold statement stand in the report's text; raises UsageError if they do not."""
    try:
        return {role: gold.statements[number].spans(role, text) for role in ROLES}
    except UsageError as error:
        raise UsageError(f"gold report {gold.id}: {error}") from error
