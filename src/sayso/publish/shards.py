"""Shards of tables on disk: each a folder that is whole or absent, joined at the end into one file a table."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import msgspec

from sayso.publish.write import FORMS, join_tables, write_tables
from sayso.records.coded import CodedReport, Refusal
from sayso.records.tables import TABLES

_FOLDER, _MANIFEST = "shards", "manifest.json"


class Manifest(msgspec.Struct, frozen=True):
    """What a shard holds: how many reports were coded, and what was refused."""

    coded: int
    refusals: tuple[Refusal, ...]


class Shards:
    """The shards below one output folder."""

    def __init__(self, folder: Path, *, text: bool) -> None:
        self._folder, self._text = folder, text
        (folder / _FOLDER).mkdir(parents=True, exist_ok=True)

    def names(self) -> frozenset[str]:
        """The shards that are there."""
        folders = (self._folder / _FOLDER).iterdir()
        return frozenset(one.name for one in folders if (one / _MANIFEST).exists() and one.name[0] != ".")

    def manifest(self, name: str) -> Manifest:
        """What the shard `name` holds."""
        return msgspec.json.decode((self._folder / _FOLDER / name / _MANIFEST).read_bytes(), type=Manifest)

    def write(self, name: str, outcomes: Sequence[CodedReport | Refusal]) -> None:
        """Write a shard: into a temporary folder, to disk, then renamed."""
        waiting = self._folder / _FOLDER / f".{name}.tmp"
        shutil.rmtree(waiting, ignore_errors=True)
        waiting.mkdir()
        write_tables(outcomes, waiting, form="parquet", text=self._text)
        refusals = tuple(one for one in outcomes if isinstance(one, Refusal))
        manifest = Manifest(len(outcomes) - len(refusals), refusals)
        (waiting / _MANIFEST).write_bytes(msgspec.json.encode(manifest))
        for file in waiting.iterdir():
            _to_disk(file)
        waiting.rename(self._folder / _FOLDER / name)
        _to_disk(self._folder / _FOLDER)

    def join(self, names: Sequence[str], *, form: str) -> None:
        """Join these shards, in this order, into one file a table; each file is replaced whole.

        Shards and tables of an earlier run with other input, settings or form are removed: what stands in the
        folder is one run's.
        """
        join_tables([self._folder / _FOLDER / name for name in names], self._folder, form=form)
        for shard in (self._folder / _FOLDER).iterdir():
            if shard.name not in names:
                shutil.rmtree(shard, ignore_errors=True)
        for table in TABLES:
            for other in FORMS:
                if other != form:
                    (self._folder / f"{table}.{other}").unlink(missing_ok=True)


def _to_disk(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
