"""The page of a claim, or of a story's claims, as one stand-alone HTML file."""

from pathlib import Path

from sayso.publish.dossier.claim_context import ClaimPage
from sayso.publish.dossier.page import fill


def write_claim_page(page: ClaimPage, file: Path) -> None:
    """Write the page to `file`: to a temporary file beside it, then renamed."""
    waiting = file.with_name(f".{file.name}.tmp")
    waiting.write_text(fill("claim.html.j2", page), "utf-8")
    waiting.replace(file)
