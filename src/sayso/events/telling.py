"""Telling: one sentence's account of an event with its facts, before accounts of one event are merged."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.events.found import Found
from sayso.records.event import Count, EventDate, Item

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence


@dataclass(slots=True)
class Telling:
    """One trigger's event with date, place, counts and items.

    `lead` says that it stands in the headline or the first paragraph, `headline` in the headline or standfirst;
    `date_blank` says why its sentence gives it no date;
    `theme` is what is moved or given ("troops", "weapon", "money"), empty where nothing is; `denied` says that the
    statement around it denies it.
    """

    found: Found
    sentence: "Sentence"
    number: int
    lead: bool
    date: EventDate | None
    date_blank: str
    place: str | None
    place_why: str
    counts: tuple[Count, ...]
    items: tuple[Item, ...]
    theme: str
    headline: bool = False
    denied: bool = False

    @property
    def participants(self) -> tuple[str, ...]:
        """Actors and recipients together."""
        roles = self.found.roles
        return (*roles.actor.ids, *(i for i in roles.recipient.ids if i not in roles.actor.ids))
