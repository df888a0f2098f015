"""sayso: who did what to whom, and on whose say-so.

The public names load on first use, so that `import sayso` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.errors import InputRefused, SaysoError, UsageError
    from sayso.pipeline.coder import Coder
    from sayso.publish.frames import tables
    from sayso.records.coded import CodedReport, Refusal
    from sayso.records.settings import Settings

_HOMES = {
    "Coder": "sayso.pipeline.coder",
    "CodedReport": "sayso.records.coded",
    "InputRefused": "sayso.errors",
    "Refusal": "sayso.records.coded",
    "SaysoError": "sayso.errors",
    "Settings": "sayso.records.settings",
    "UsageError": "sayso.errors",
    "tables": "sayso.publish.frames",
}

__all__ = [
    "CodedReport",
    "Coder",
    "InputRefused",
    "Refusal",
    "SaysoError",
    "Settings",
    "UsageError",
    "tables",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
