"""The command line: one command a file, errors as one clear line, exit codes that scripts can use.

0: everything was coded. 1: some reports were refused, the rest is written. 2: what was asked cannot be done.
"""

import sys
from collections.abc import Callable
from typing import Annotated, NoReturn

import typer

from sayso.cli import add, claims, code, diff, doctor, dossier, merge, quotes, schema, score, split, sql, why
from sayso.cli.help import flowing
from sayso.errors import DamagedInstall, SaysoError, UsageError
from sayso.version import VERSION

_HELP = """Who did what to whom, and on whose say-so: news reports in, data that a person can audit out.

[bold]Examples[/]

sayso code report.txt --published 2024-11-30 --publisher "Al Jazeera"

sayso code articles.csv --text-column body --date-column day -o coded/

sayso add saved-pages/ --ledger news.duckdb

sayso claims --ledger news.duckdb

`sayso COMMAND --help` says more, with an example for each command."""

app = typer.Typer(
    name="sayso",
    help=_HELP,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"sayso {VERSION}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


COMMANDS: dict[str, Callable[..., None]] = {
    "code": code.code,
    "dossier": dossier.dossier,
    "add": add.add_reports,
    "claims": claims.claims,
    "why": why.why,
    "diff": diff.diff,
    "quotes": quotes.quotes,
    "sql": sql.sql,
    "merge": merge.merge,
    "split": split.split,
    "schema": schema.schema,
    "doctor": doctor.doctor,
}
for name, command in COMMANDS.items():
    app.command(name, help=flowing(command))(command)
app.add_typer(score.app, name="score")


def main() -> NoReturn:
    """Run the command line; sayso's own errors become one line on standard error."""
    try:
        app(standalone_mode=True)
    except (UsageError, DamagedInstall) as error:
        _fail(error, 2)
    except SaysoError as error:
        _fail(error, 1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    sys.exit(0)


def _fail(error: SaysoError, code: int) -> NoReturn:
    typer.secho(f"sayso: {error}", fg="red", err=True)
    sys.exit(code)
