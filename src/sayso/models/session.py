"""ONNX models and vocabularies of the catalogue: checked, opened on first use, one of each per process."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from sayso.errors import DamagedInstall, UsageError
from sayso.models.catalogue import catalogue, check_digest
from sayso.models.wordpiece import WordPiece

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

THREADS = "SAYSO_THREADS"
"""Environment variable: threads that one session may use; 0 leaves it to ONNX Runtime.

Unset it is one: many reports are spread over processes, and threads that wait for one another burn CPU time.
"""
SLOW = ["SkipLayerNormFusion"]
"""Fusions of ONNX Runtime that slow a CPU down: this operator runs row by row, four times as long as its parts."""


@cache
def session(name: str) -> InferenceSession:
    """The ONNX session of the catalogue's model `name`, on the CPU.

    Raises WrongModel if the file is not the one that the catalogue names, DamagedInstall if it is missing.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads()
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # other work shares the cores
    return onnxruntime.InferenceSession(
        content(name), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOW
    )


@cache
def tokenizer(name: str) -> WordPiece:
    """The wordpieces of the vocabulary that the catalogue has under `name`.

    Raises as `session` does.
    """
    return WordPiece(content(name).decode("utf-8").removesuffix("\n").split("\n"))


def threads() -> int:
    """The number of threads set for a session; raises UsageError if the setting is no number."""
    value = os.environ.get(THREADS, "1")
    if not value.isdecimal():
        raise UsageError(f"{THREADS} is {value!r}; give a number of threads, or 0 to let ONNX Runtime choose")
    return int(value)


def content(name: str) -> bytes:
    """The bytes of the catalogue's file `name`, as the catalogue names them. Raises as `session` does."""
    file = files("sayso.models") / catalogue()[name].file
    try:
        data = file.read_bytes()
    except OSError as error:
        raise DamagedInstall(f"model {name!r}: cannot read {file}: {error}. Reinstall sayso.") from error
    check_digest(name, hashlib.sha256(data).hexdigest())
    return data
