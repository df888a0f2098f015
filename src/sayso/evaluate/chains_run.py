"""The product's own statements as the scorer of chains takes them: gold with its report, coded."""

from collections.abc import Iterable, Iterator

from sayso.evaluate.chains_gold import Gold
from sayso.pipeline.coder import Coder
from sayso.records.coded import CodedReport
from sayso.records.report import Article
from sayso.records.settings import Settings

PUBLISHER = "The Daily"
"""Who publishes the invented reports."""


def coded(
    given: Iterable[tuple[Gold, Article | str]], settings: Settings
) -> Iterator[tuple[Gold, CodedReport]]:
    """Each report coded; one that the product refuses is left out."""
    coder = Coder(settings)
    for gold, report in given:
        if isinstance(report, str):
            yield gold, coder.code(report, publisher=PUBLISHER)
            continue
        for record in coder.code_many([report]):
            if isinstance(record, CodedReport):
                yield gold, record
