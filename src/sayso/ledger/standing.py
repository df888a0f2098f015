"""Standing: what a claim rests on. Never a verdict on whether it is true."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from sayso.ledger.frame import Party
from sayso.ledger.independence import Origin


class Standing(StrEnum):
    """The standings, in the order in which they are tried.

    - withdrawn: no current version of any report tells of it any more, or its report was withdrawn (`gone`);
    - corrected: the same, and its report bears a correction (`gone`);
    - unconfirmed: nobody asserts or denies it;
    - negated: nobody asserts it, and it is told only as what did not happen, by people who deny nothing;
    - denied: somebody denies it and nobody else asserts it;
    - disputed: some assert it and others, of another family, deny it;
    - several independent: at least two independent origins;
    - self-reported: the one origin is the actor, or of the actor's family;
    - claimed by an opponent: the one origin of a conflict is on the recipient's side;
    - single origin: all else.
    """

    WITHDRAWN = "withdrawn"
    CORRECTED = "corrected"
    UNCONFIRMED = "unconfirmed"
    NEGATED = "negated"
    DENIED = "denied"
    DISPUTED = "disputed"
    INDEPENDENT = "several independent"
    SELF_REPORTED = "self-reported"
    OPPONENT = "claimed by an opponent"
    SINGLE = "single origin"


class Denial(NamedTuple):
    """An actor that denies a claim, or only says that it did not happen (`negates`)."""

    key: str
    name: str
    family: str
    negates: bool = False


class Stood(NamedTuple):
    """A standing, its reason in words, and with whom it is disputed."""

    standing: Standing
    why: str
    disputed_with: tuple[str, ...]


CONFLICT = ("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")


def standing(
    origins: Sequence[Origin],
    denials: Sequence[Denial],
    unconfirmed: Sequence[str],
    *,
    gone: Stood | None,
    type: str,
    actors: Sequence[Party],
    recipients: Sequence[Party],
) -> Stood:
    """The standing of a claim."""
    if gone is not None:
        return gone
    families = {origin.family for origin in origins}
    against = [denial for denial in denials if denial.family not in families] or list(denials)
    names = tuple(dict.fromkeys(denial.name for denial in against))
    if not origins:
        return _unasserted(names, unconfirmed, told=all(denial.negates for denial in denials))
    independent = [origin for origin in origins if origin.independent]
    said = ", ".join(origin.name for origin in independent)
    if denials:
        return Stood(Standing.DISPUTED, f"{said} against {', '.join(names)}", names)
    if len(independent) > 1:
        return Stood(Standing.INDEPENDENT, f"{len(independent)} independent origins: {said}", ())
    if families & {party.family for party in actors}:
        return Stood(Standing.SELF_REPORTED, f"{said} speaks of its own doing", ())
    if type in CONFLICT and families & {party.family for party in recipients}:
        return Stood(Standing.OPPONENT, f"{said} is, or speaks for, the one it was done to", ())
    return Stood(Standing.SINGLE, f"on the say-so of {said} alone", ())


def _unasserted(deniers: tuple[str, ...], unconfirmed: Sequence[str], *, told: bool) -> Stood:
    """The standing of a claim that no origin asserts. `told`: they only say that it did not happen."""
    if deniers and told:
        return Stood(Standing.NEGATED, f"told only as what did not happen, by {', '.join(deniers)}", ())
    if deniers:
        why = f"denied, or said not to have happened, by {', '.join(deniers)}; no origin asserts it"
        return Stood(Standing.DENIED, why, deniers)
    silent = f"; not confirmed by {', '.join(dict.fromkeys(unconfirmed))}" if unconfirmed else ""
    return Stood(Standing.UNCONFIRMED, f"nobody says so on their own account{silent}", ())
