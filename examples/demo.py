"""Code the example reports, print what was found, write tables and dossiers, and say where they are."""

import tomllib
from pathlib import Path

from rich.console import Console

import sayso
from sayso.cli.view import show
from sayso.publish.dossier.page import write_dossier
from sayso.publish.jsonl import encode
from sayso.publish.write import write_tables

HERE = Path(__file__).parent
OUTPUT = Path("demo-output")


def main() -> None:
    """Run the demonstration from the repository's folder."""
    console = Console()
    coder = sayso.Coder()
    known = tomllib.loads((HERE / "reports.toml").read_text("utf-8"))
    records = [
        coder.code((HERE / "reports" / name).read_text("utf-8"), **facts, id=name.removesuffix(".txt"))
        for name, facts in known.items()
    ]
    OUTPUT.mkdir(exist_ok=True)
    for record in records:
        show(record, console)
        write_dossier(record, OUTPUT / f"{record.report.id}.html")
    (OUTPUT / "records.jsonl").write_bytes(b"".join(encode(record) for record in records))
    write_tables(records, OUTPUT, form="csv", text=True)
    console.print(f"Dossiers (open in a browser), tables and records are in [bold]{OUTPUT.resolve()}[/]:")
    for file in sorted(OUTPUT.iterdir()):
        console.print(f"  {file.name}", highlight=False)


if __name__ == "__main__":
    main()
