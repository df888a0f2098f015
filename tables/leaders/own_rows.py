"""The project's own rows of spells in office."""

from sources import own

from leaders.spells import Spell, spell


def from_own() -> list[Spell]:
    """The project's own rows."""
    return [
        spell(
            r["name"],
            r["country"],
            r["role"],
            "own",
            names=r["names"],
            family=r["family"],
            start=r["from"],
            end=r["to"],
            wikidata=r["wikidata"],
        )
        for r in own("leaders.tsv")
    ]
