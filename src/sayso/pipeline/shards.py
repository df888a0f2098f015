"""Tables in shards that are whole or absent; a run that was stopped goes on where it stood.

A shard is named by the digest of what went into it: its reports, the settings, the models and the tables. A
shard that is there is not coded again. At the end the run's shards are joined into one file a table.
"""

import hashlib
import shutil
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from sayso.pipeline.batches import in_batches
from sayso.pipeline.coder import Coder
from sayso.pipeline.many import FIRST, Given, Outcome, code_all
from sayso.publish.shards import Shards
from sayso.records.coded import Refusal
from sayso.records.settings import Settings

SHARD = 64
"""Reports in a shard; the first shards hold fewer, so that a run which is stopped early loses little."""


class Resumed(msgspec.Struct, frozen=True):
    """A shard found finished: how many of its reports had been coded, and its refusals."""

    coded: int
    refusals: tuple[Refusal, ...]


def code_to_folder(
    given: Iterable[Given],
    settings: Settings,
    folder: Path,
    *,
    form: str,
    text: bool,
    workers: int | None = None,
) -> Iterator[Outcome | Resumed]:
    """Code articles into tables in `folder`; give each outcome once its shard is safely on disk.

    `form` is "parquet" or "csv". Without `text` the tables hold no words of the reports.
    """
    shards = Shards(folder, text=text)
    run = _Run(shards, _base(settings, text))
    outcomes = code_all(run.to_do(given), settings, workers=workers)
    for outcome in outcomes:
        yield from run.take(outcome)
        yield from run.resumed()
    yield from run.resumed()
    shards.join(run.names, form=form)


def code_to_file(
    given: Iterable[Given],
    settings: Settings,
    file: Path,
    *,
    form: str,
    text: bool,
    workers: int | None = None,
) -> Iterator[Outcome | Resumed]:
    """Code articles into one table of events, by way of shards beside it, which are removed at the end."""
    parts = file.with_name(f".{file.name}.parts")
    yield from code_to_folder(given, settings, parts, form=form, text=text, workers=workers)
    (parts / f"events.{form}").replace(file)
    shutil.rmtree(parts)


class _Run:
    """Which shards a run consists of, which of them wait for outcomes, and which were there already."""

    def __init__(self, shards: Shards, base: bytes) -> None:
        self._shards, self._base = shards, base
        self._waiting: deque[tuple[str, int]] = deque()
        self._found: deque[Resumed] = deque()
        self._coded: list[Outcome] = []
        self.names: list[str] = []

    def to_do(self, given: Iterable[Given]) -> Iterator[Given]:
        """The articles of the shards that are not there yet."""
        for shard in in_batches(given, SHARD, first=FIRST):
            name = _name(self._base, shard)
            self.names.append(name)
            manifest = self._shards.manifest(name)
            if manifest is not None:
                self._found.append(Resumed(manifest.coded, manifest.refusals))
                continue
            self._waiting.append((name, len(shard)))
            yield from shard

    def take(self, outcome: Outcome) -> Iterator[Outcome]:
        """Add an outcome; once its shard is full, write the shard and give its outcomes."""
        self._coded.append(outcome)
        name, size = self._waiting[0]
        if len(self._coded) == size:
            self._shards.write(name, self._coded)
            yield from self._coded
            self._coded = []
            self._waiting.popleft()

    def resumed(self) -> Iterator[Resumed]:
        """The shards found finished since this was last asked."""
        while self._found:
            yield self._found.popleft()


def _base(settings: Settings, text: bool) -> bytes:
    return msgspec.json.encode([Coder(settings).made_by, text], order="sorted")


def _name(base: bytes, shard: list[Given]) -> str:
    digest = hashlib.sha256(base)
    for one in shard:
        digest.update(msgspec.json.encode(_identity(one)) + b"\n")
    return digest.hexdigest()[:20]


def _identity(one: Given) -> list[str | None]:
    if isinstance(one, Refusal):
        return [one.stage, one.what, one.why]
    return [one.report.id, one.report.version, str(one.report.published), one.publisher, one.report.url]
