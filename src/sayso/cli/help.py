"""Help as the terminal breaks it: typer keeps a docstring's own line ends, which fit one width only."""

import inspect
from collections.abc import Callable


def flowing(command: Callable[..., None]) -> str:
    """The command's docstring with each paragraph, and each example, on one line."""
    paragraphs = (inspect.getdoc(command) or "").split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
