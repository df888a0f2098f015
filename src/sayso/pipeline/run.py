"""Reports through the plan: a failure costs the report that failed, never the batch."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sayso.errors import DamagedInstall, InputRefused, UsageError
from sayso.pipeline.batches import in_batches
from sayso.records.coded import Refusal
from sayso.records.report import Article
from sayso.records.stages import Parsed

if TYPE_CHECKING:
    from sayso.pipeline.plan import Stage

Made = dict[type, Any]

BATCH = 64
"""So many reports are parsed together."""

FATAL = (DamagedInstall, UsageError)
"""What is wrong for every report alike: it is raised, not kept as a refusal of each."""


def run(stages: "Sequence[Stage]", articles: Iterable[Article]) -> Iterator[Made | Refusal]:
    """Each article's records by type, or the refusal that its failure became, in order."""
    parse, *rest = stages
    for batch in in_batches(articles, BATCH):
        for article, parsed in zip(batch, _parse_all(parse, batch), strict=True):
            yield parsed if isinstance(parsed, Refusal) else _through(rest, article, parsed)


def _parse_all(parse: Any, batch: list[Article]) -> list[Parsed | Refusal]:
    """Parse a batch together; if that fails, one by one, so that only the culprit is refused."""
    try:
        return list(parse.many(batch))
    except FATAL:
        raise
    except Exception:
        return [_alone(parse, article) for article in batch]


def _alone(parse: Any, article: Article) -> Parsed | Refusal:
    try:
        parsed: Parsed = parse(article)
    except Exception as error:
        return _refusal(parse.name, article, error)
    return parsed


def _through(stages: "Sequence[Stage]", article: Article, parsed: Parsed) -> Made | Refusal:
    made: Made = {Article: article, Parsed: parsed}
    for stage in stages:
        try:
            made[stage.gives] = stage(*(made[kind] for kind in stage.reads))
        except FATAL:
            raise
        except Exception as error:
            return _refusal(stage.name, article, error)
    return made


def _refusal(stage: str, article: Article, error: Exception) -> Refusal:
    if isinstance(error, InputRefused):
        return Refusal.of(error)
    return Refusal(stage=stage, what=article.report.id, why=f"{type(error).__name__}: {error}")
