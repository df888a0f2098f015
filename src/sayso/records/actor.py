"""Actor and Place: who and where, with codes that a researcher can join on."""

from sayso.records.base import Record, Span, Why, check_blanks
from sayso.records.vocabulary import ActorKind


class Actor(Record, frozen=True, kw_only=True):
    """One entity over the whole report; `actors[0]` of a record is always the publisher.

    `key` joins an actor over reports: "wd:Q..." where the Wikidata id is known, else kind, country and
    normalised name. `country` is ISO 3166-1 alpha-3. `sectors` and `code` follow PLOVER ("PRKGOV").
    `role` is the office held at the report's date. `mentions` are spans of the report's text.
    """

    id: str
    key: str
    name: str
    kind: ActorKind
    country: str | None
    sectors: tuple[str, ...]
    code: str | None
    role: str | None
    wikidata: str | None
    mentions: tuple[Span, ...]
    why: Why
    blanks: dict[str, str]

    def __post_init__(self) -> None:
        check_blanks(self, ("country", "sectors", "code", "role", "wikidata", "mentions"))
        if self.country is not None and not (len(self.country) == 3 and self.country.isupper()):
            raise ValueError(f"country {self.country!r} of actor {self.name!r} is not ISO 3166-1 alpha-3")


class Place(Record, frozen=True, kw_only=True):
    """A toponym resolved to GeoNames; coordinates in decimal degrees (WGS 84).

    `precision` is UCDP's where_prec: 1 exact, 2 near, 3 second-order division, 4 first-order division,
    5 linear or fuzzy, 6 country, 7 international waters or airspace.
    """

    id: str
    name: str
    geonames: int | None
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    precision: int | None
    mentions: tuple[Span, ...]
    why: Why
    blanks: dict[str, str]

    def __post_init__(self) -> None:
        check_blanks(self, ("geonames", "lat", "lon", "country", "admin1", "precision", "mentions"))
        if self.precision is not None and not 1 <= self.precision <= 7:
            raise ValueError(f"precision {self.precision} of place {self.name!r} is not within 1..7")


class Mention(Record, frozen=True, kw_only=True):
    """One mention of an actor or place: its span, the span of its head word, and whom it names.

    A mention may lie inside another ("South Korean" in "South Korean adviser"); the head tells them apart.
    """

    span: Span
    head: Span
    id: str
