"""`sayso schema`: the contract as JSON Schema."""

import msgspec
import typer

from sayso.publish.schema import json_schema


def schema() -> None:
    """Print the JSON Schema of a coded report ("sayso.record/1").

    [bold]Example[/]

        sayso schema > sayso.schema.json
    """
    typer.echo(msgspec.json.format(msgspec.json.encode(json_schema()), indent=2).decode())
