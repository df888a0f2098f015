"""Tables in shards that are whole or absent; a run that was stopped goes on where it stood.

A shard holds reports that follow one another in the input. It is named by the digest of what went into it: its
reports, the settings, the models and the tables. What a shard holds that is there is not coded again, wherever
it was cut off. At the end the run's shards are joined into one file a table.
"""

import hashlib
import shutil
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile
from pathlib import Path

import msgspec

from sayso.engine.local import Stopped, never
from sayso.pipeline.coder import Coder
from sayso.pipeline.many import Given, Outcome, code_all
from sayso.publish.shards import Shards
from sayso.records.coded import Refusal
from sayso.records.settings import Settings

FIRST, SHARD = 4, 64
"""Reports in a shard at most; the first shards hold fewer, so that a run which is killed early loses little."""
EVERY = 10.0
"""A shard is written so many seconds after its first report came, however few reports it holds."""


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
    stopped: Stopped = never,
) -> Iterator[Outcome | Resumed]:
    """Code articles into tables in `folder`; give each outcome once its shard is safely on disk.

    `form` is "parquet" or "csv". Without `text` the tables hold no words of the reports. However the run ends
    (`stopped()`, an error, an interrupt), what is coded is in shards; tables are made of them by a run that is not
    stopped.
    """
    shards = Shards(folder, text=text)
    run = _Run(shards, _base(settings, text))
    to_do = run.to_do(takewhile(lambda _: not stopped(), given))
    try:
        for outcome in code_all(to_do, settings, workers=workers, stopped=stopped):
            yield from run.take(outcome)
        yield from run.resumed()
        yield from run.written()
    finally:
        run.written()
    if not stopped():
        shards.join(run.names, form=form)


def code_to_file(
    given: Iterable[Given],
    settings: Settings,
    file: Path,
    *,
    form: str,
    text: bool,
    workers: int | None = None,
    stopped: Stopped = never,
) -> Iterator[Outcome | Resumed]:
    """Code articles into one table of events, by way of shards beside it, which are removed at the end."""
    parts = file.with_name(f".{file.name}.parts")
    yield from code_to_folder(given, settings, parts, form=form, text=text, workers=workers, stopped=stopped)
    if not stopped():
        (parts / f"events.{form}").replace(file)
        shutil.rmtree(parts)


class _Found(msgspec.Struct, frozen=True):
    """A shard that is there, and how many of the next reports it holds."""

    name: str
    reports: int


class _Run:
    """What has been given and waits for its outcome, what is coded and waits for its shard, and the shards so far."""

    def __init__(self, shards: Shards, base: bytes) -> None:
        self._shards, self._base = shards, base
        self._there = shards.names()
        self._waiting: deque[bytes | _Found] = deque()
        self._coded: list[tuple[bytes, Outcome]] = []
        self._size, self._due = FIRST, 0.0
        self.names: list[str] = []

    def to_do(self, given: Iterable[Given]) -> Iterator[Given]:
        """The articles of which no shard is there yet."""
        stream, ahead = iter(given), SHARD if self._there else 1
        window: deque[tuple[bytes, Given]] = deque()
        while True:
            window.extend((_identity(one), one) for one in islice(stream, ahead - len(window)))
            if not window:
                return
            found = self._found([identity for identity, _ in window])
            if found is None:
                identity, one = window.popleft()
                self._waiting.append(identity)
                yield one
            else:
                self._waiting.append(found)
                for _ in range(found.reports):
                    window.popleft()

    def take(self, outcome: Outcome) -> Iterator[Outcome | Resumed]:
        """Add an outcome; once its shard is full, or due, write the shard and give its outcomes."""
        yield from self.resumed()
        identity = self._waiting.popleft()
        assert isinstance(identity, bytes)
        if not self._coded:
            self._due = time.monotonic() + EVERY
        self._coded.append((identity, outcome))
        if len(self._coded) >= min(self._size, SHARD) or time.monotonic() >= self._due:
            yield from self.written()

    def resumed(self) -> Iterator[Outcome | Resumed]:
        """The shards found finished that come next, after what was coded before them."""
        while self._waiting and isinstance(found := self._waiting[0], _Found):
            yield from self.written()
            self._waiting.popleft()
            self.names.append(found.name)
            manifest = self._shards.manifest(found.name)
            yield Resumed(manifest.coded, manifest.refusals)

    def written(self) -> Sequence[Outcome]:
        """Write what is coded as a shard; its outcomes."""
        if not self._coded:
            return ()
        identities, outcomes = zip(*self._coded, strict=True)
        self._coded = []
        *_, name = _names(self._base, identities)
        self._shards.write(name, outcomes)
        self.names.append(name)
        self._size *= 2
        return outcomes

    def _found(self, identities: Sequence[bytes]) -> _Found | None:
        """The largest shard there of the first of these reports."""
        if not self._there:
            return None
        names = enumerate(_names(self._base, identities), 1)
        return max((_Found(name, count) for count, name in names if name in self._there),
                   key=lambda found: found.reports, default=None)  # fmt: skip


def _base(settings: Settings, text: bool) -> bytes:
    return msgspec.json.encode([Coder(settings).made_by, text], order="sorted")


def _names(base: bytes, identities: Iterable[bytes]) -> Iterator[str]:
    """The name of a shard of the first report, of the first two, and so on."""
    digest = hashlib.sha256(base)
    for identity in identities:
        digest.update(identity + b"\n")
        yield digest.hexdigest()[:20]


def _identity(one: Given) -> bytes:
    if isinstance(one, Refusal):
        return msgspec.json.encode([one.stage, one.what, one.why])
    report = one.report
    return msgspec.json.encode([report.id, report.version, str(report.published), one.publisher, report.url])
