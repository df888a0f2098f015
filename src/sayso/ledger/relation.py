"""Relation: how a sighting stands to its claim."""

from enum import StrEnum


class Relation(StrEnum):
    """How a sighting stands to its claim.

    - first: the claim was made of it;
    - same: it tells the same;
    - revised: a greater figure in a later report, which supports the claim;
    - polarity: it says the opposite, and its voices count as denials;
    - number, actor: another figure, another party: it stays in the claim as disagreement, and supports it not at all;
    - taken back: its report tells it only as its own earlier mistake ("An earlier version said ...").
    """

    FIRST = "first"
    SAME = "same"
    REVISED = "revised"
    POLARITY = "polarity"
    NUMBER = "number"
    ACTOR = "actor"
    TAKEN_BACK = "taken back"


CONFLICTS = (Relation.NUMBER, Relation.ACTOR)
"""Relations under which a sighting stays in its claim as disagreement."""
