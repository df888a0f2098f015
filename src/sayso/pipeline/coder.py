"""Coder: the product's main job from Python."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Any

from sayso.errors import InputRefused
from sayso.lexicons.load import digests
from sayso.pipeline.batches import in_batches
from sayso.pipeline.run import BATCH, run
from sayso.read.options import Options
from sayso.read.text import from_text
from sayso.records.coded import CodedReport, MadeBy, Refusal
from sayso.records.report import Article
from sayso.records.settings import Settings
from sayso.records.stages import Assessed, Drafted, Resolved
from sayso.version import CODEBOOK, VERSION


class Coder:
    """Codes news reports: attributed statements, PLOVER events, and how sure the text is of each.

    Models and tables are loaded on first use and kept. A coder may be used for any number of reports; the same
    text and settings give the same record.

    >>> coder = Coder()                                                     # doctest: +SKIP
    >>> record = coder.code("Mali expelled the French ambassador on Monday.", published="2022-02-01")
    >>> [event.type for event in record.events]
    ['SANCTION']
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()

    def code(
        self,
        text: str,
        *,
        published: date | str | None = None,
        publisher: str | None = None,
        url: str | None = None,
        id: str | None = None,
        title: str | None = None,
    ) -> CodedReport:
        """Code one report given as plain text or Markdown.

        `published` is a date or "YYYY-MM-DD". Raises InputRefused where the text cannot be coded (empty, not
        English, longer than the settings allow), with the reason.
        """
        options = Options.of(published=published, publisher=publisher, url=url, id=id, title=title)
        article = from_text(text, options, max_chars=self.settings.max_chars)
        outcome = next(self.code_many([article]))
        if isinstance(outcome, Refusal):
            raise InputRefused(outcome.stage, outcome.what, outcome.why)
        return outcome

    def code_many(self, reports: Iterable[Article | Refusal | str]) -> Iterator[CodedReport | Refusal]:
        """Code reports in order, in batches: articles (`sayso.read` gives them) or plain texts.

        A failure is a Refusal, not an error; refusals among the input are passed on in their place.
        """
        given = (self._read(report) if isinstance(report, str) else report for report in reports)
        for batch in in_batches(given, BATCH):
            yield from self._batch(batch)

    def _read(self, text: str) -> Article | Refusal:
        try:
            return from_text(text, Options(), max_chars=self.settings.max_chars)
        except InputRefused as error:
            return Refusal.of(error)

    def _batch(self, given: list[Article | Refusal]) -> Iterator[CodedReport | Refusal]:
        outcomes = run(self._plan, [article for article in given if isinstance(article, Article)])
        for article in given:
            if isinstance(article, Refusal):
                yield article
                continue
            outcome = next(outcomes)
            yield outcome if isinstance(outcome, Refusal) else self._record(article, outcome)

    def _record(self, article: Article, made: dict[type, Any]) -> CodedReport | Refusal:
        resolved: Resolved = made[Resolved]
        assessed: Assessed = made[Assessed]
        drafted: Drafted = made[Drafted]
        try:
            return CodedReport(
                report=article.report,
                actors=resolved.actors_with(assessed.events, drafted.mentions),
                places=resolved.places,
                statements=resolved.statements,
                events=assessed.events,
                refusals=(),
                made_by=self.made_by,
            )
        except ValueError as error:
            return Refusal(stage="check", what=article.report.id, why=str(error))

    @cached_property
    def _plan(self) -> Any:
        """The stages; imported on first use, for spaCy takes a second that asking for help should not cost."""
        from sayso.pipeline.plan import plan

        return plan(self.settings)

    @cached_property
    def made_by(self) -> MadeBy:
        """Versions, settings and digests, as they stand in every record of this coder."""
        return MadeBy(
            sayso=VERSION,
            codebook=CODEBOOK,
            settings=settings_for_record(self.settings),
            models={stage.name: stage.digest() for stage in self._plan if hasattr(stage, "digest")},
            tables=digests(),
        )


def settings_for_record(settings: Settings) -> dict[str, str | int | bool | None]:
    """Settings as the record shows them: no path of the user's machine, digests in its place."""
    return {
        "model": settings.model,
        "max_chars": settings.max_chars,
        "actors_digest": settings.actors_digest,
        "places_digest": settings.places_digest,
        "attribution": settings.attribution,
        "events": settings.events,
    }
