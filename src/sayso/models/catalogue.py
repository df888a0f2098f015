"""The catalogue of models, and the check that what is on disk is what it names."""

import hashlib
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec

from sayso.errors import WrongModel


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One model: its task, version, digest, and what a user should know about it.

    `dev` holds the scores that `command` reproduces.
    """

    task: str
    version: str
    digest: str
    source: str
    licence: str
    package: str = ""
    file: str = ""
    data: str = ""
    command: str = ""
    seeds: list[int] = []
    dev: dict[str, float] = {}


@cache
def catalogue() -> dict[str, Entry]:
    """All entries by name."""
    text = (files("sayso.models") / "catalogue.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, Entry])


def check_digest(name: str, found: str) -> None:
    """Raise WrongModel unless `found` is the digest that the catalogue has for `name`."""
    wanted = catalogue()[name].digest
    if found != wanted:
        raise WrongModel(name, wanted, found)


def folder_digest(folder: Path) -> str:
    """SHA-256 over the relative paths and contents of a folder's files, compiled Python left out."""
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            digest.update(file.relative_to(folder).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()
