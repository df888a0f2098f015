"""The plan: every stage is given what it reads, and a failure costs one report."""

import pytest

from sayso.errors import PlanError
from sayso.pipeline.coder import Coder
from sayso.pipeline.plan import check, plan
from sayso.read.options import Options
from sayso.read.text import from_text
from sayso.records.coded import CodedReport, Refusal
from sayso.records.report import Article
from sayso.records.settings import Settings
from sayso.records.stages import Assessed, Attributed


def test_the_stages_stand_in_order() -> None:
    """The plan holds: each stage reads what an earlier one gives, and the last gives assessed events."""
    stages = plan(Settings())

    assert stages[-1].gives is Assessed


def test_a_stage_without_its_input_is_refused() -> None:
    """A plan that leaves out a stage whose records a later one reads is an error that names both."""
    stages = [stage for stage in plan(Settings()) if stage.gives is not Attributed]

    with pytest.raises(PlanError, match=r"resolve.* reads Attributed"):
        check(stages, given=Article)


class _Stumbling:
    """Wraps a stage and fails on texts that hold a certain word."""

    def __init__(self, stage: object) -> None:
        self._stage = stage

    def __getattr__(self, name: str) -> object:
        return getattr(self._stage, name)

    def __call__(self, parsed: object, *rest: object) -> object:
        if "xyzzy" in parsed.report.text:  # type: ignore[attr-defined]
            raise RuntimeError("stumbled")
        return self._stage(parsed, *rest)  # type: ignore[operator]


def test_a_failure_costs_the_report_that_failed() -> None:
    """One report that a stage cannot code becomes a refusal with the reason; its neighbours are coded."""
    coder = Coder()
    parse, *rest = coder._plan
    coder._plan = (parse, *(_Stumbling(stage) for stage in rest))
    texts = ("The army left on Monday.", "The xyzzy army left on Monday.", "The army came back on Friday.")
    articles = [from_text(text, Options.of(id=str(n))) for n, text in enumerate(texts)]

    outcomes = list(coder.code_many(articles))

    assert [type(one) for one in outcomes] == [CodedReport, Refusal, CodedReport]
    assert outcomes[1] == Refusal(stage="encode", what="1", why="RuntimeError: stumbled")


def test_refusals_are_passed_on_in_their_place() -> None:
    """A report that `read` refused stays where it stood."""
    refused = Refusal(stage="read", what="b.pdf", why="it is a PDF")
    article = from_text("The army left on Monday.", Options.of(id="a"))

    outcomes = list(Coder().code_many([refused, article, refused]))

    assert [isinstance(one, Refusal) for one in outcomes] == [True, False, True]
