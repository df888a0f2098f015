"""Coded reports made by hand, so that the ledger is tested by itself: whatever the coder finds or misses."""

from datetime import date
from hashlib import sha256
from typing import Any

from sayso.records.actor import Actor, Place
from sayso.records.base import Span, Why, cut
from sayso.records.coded import CodedReport, MadeBy
from sayso.records.event import Assessment, Count, Event, EventDate, EventMention, MentionAssessment
from sayso.records.report import Credit, Part, Report
from sayso.records.statement import Link, Source, Statement
from sayso.records.vocabulary import PartKind

WHY = Why(stage="test", rule="made", version="1")
QUADS = {"ASSAULT": "material conflict", "AGREE": "verbal cooperation", "AID": "material cooperation"}


def coded_report(given: dict[str, Any], actors: dict[str, Any], places: dict[str, Any]) -> CodedReport:
    """A record from a scenario's report: its text, and the events that are said to be in it.

    Keys of `given`: id, publisher, published, text, headline, credit, events. An event has: type, sentence (words of the
    text, default the first sentence), actors, recipients, date, place, counts, time, polarity, certainty, status,
    say_so, through (relays, for all of say_so), denied_by, unconfirmed_by. Names are looked up in `actors`.
    """
    return _Maker(given, actors, places).record()


class _Maker:
    def __init__(self, given: dict[str, Any], actors: dict[str, Any], places: dict[str, Any]) -> None:
        self.given, self.tables, self.text = given, (actors, places), given["text"]
        self.actors: dict[str, Actor] = {}
        self.places: dict[str, Place] = {}
        self.statements: list[Statement] = []

    def record(self) -> CodedReport:
        """The record."""
        self.actor(self.given["publisher"], kind="media")
        events = tuple(self.event(n, event) for n, event in enumerate(self.given.get("events", [])))
        text, digest = self.text, sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        published = self.given.get("published")
        blanks = dict.fromkeys(("title", "url", "published", "dateline", "byline"), "made by hand")
        credit = self.given.get("credit")
        credits = (Credit(agency=credit, kind="wire", span=Span(0, 1)),) if credit else ()
        return CodedReport(
            report=Report(
                id=self.given["id"], version=digest[:12], title="", text=text, parts=self.parts(),
                paragraphs=(Span(0, len(text)),), url=None, published=date.fromisoformat(str(published)) if published else None,
                language="en", dateline=None, byline=None, credits=credits, raw_digest=digest, text_digest=digest,
                blanks=blanks,
            ),
            actors=tuple(self.actors.values()), places=tuple(self.places.values()),
            statements=tuple(self.statements), events=events, refusals=(),
            made_by=MadeBy(sayso="test", codebook="test", settings={}, models={}, tables={}),
        )  # fmt: skip

    def parts(self) -> tuple[Part, ...]:
        """The headline, where one is given that the text begins with."""
        headline = self.given.get("headline", "")
        return (Part(kind=PartKind.HEADLINE, span=Span(0, len(headline))),) if headline else ()

    def actor(self, name: str, **default: Any) -> str:
        """The id of the actor of this name."""
        if name not in self.actors:
            row = {"kind": "group", "country": None, "sectors": [], **default, **self.tables[0].get(name, {})}
            kind, country = row["kind"], row["country"]
            blanks = dict.fromkeys(
                ("country", "sectors", "code", "role", "wikidata", "mentions"), "made by hand"
            )
            code = (country or "") + (row["sectors"][0] if row["sectors"] else "") or None
            self.actors[name] = Actor(
                id=f"a{len(self.actors)}", key=row.get("key", f"{kind}:{country or '-'}:{name.lower()}"), name=name,
                kind=kind, country=country, sectors=tuple(row["sectors"]), code=code, role=None, wikidata=None,
                mentions=(), why=WHY, blanks=blanks,
            )  # fmt: skip
        return self.actors[name].id

    def ids(self, names: list[str]) -> tuple[str, ...]:
        """The ids of several actors."""
        return tuple(self.actor(name) for name in names)

    def place(self, name: str) -> str:
        """The id of the place of this name."""
        if name not in self.places:
            row = {
                "geonames": None,
                "lat": None,
                "lon": None,
                "country": None,
                "precision": 1,
                **self.tables[1].get(name, {}),
            }
            blanks = dict.fromkeys(
                ("geonames", "lat", "lon", "country", "admin1", "precision", "mentions"), "made"
            )
            self.places[name] = Place(
                id=f"p{len(self.places)}", name=name, admin1=None, mentions=(), why=WHY, blanks=blanks, **row
            )
        return self.places[name].id

    def statement(self, speaker: str, through: list[str], sentence: Span, stance: str) -> str:
        """The id of a statement by this speaker, relayed by these actors."""
        id = f"s{len(self.statements)}"
        relays = [Link(actors=self.ids([one]), role="relay", statement=None) for one in through]
        self.statements.append(
            Statement(
                id=id, source=Source(text=None, spans=(Span(sentence.start, sentence.start + 1),), actors=self.ids([speaker]), **{"class_": "organisation"}),
                cue=None, content=cut(self.text, Span(sentence.start + 1, sentence.end)), quotes=(), manner="indirect",
                stance=stance, addressee=None, venue=None, parent=None,
                chain=(Link(actors=("a0",), role="publisher", statement=None), *relays,
                       Link(actors=self.ids([speaker]), role="origin", statement=id)),
                origins=self.ids([speaker]), why=WHY,
                blanks=dict.fromkeys(("cue", "addressee", "venue", "parent"), "made by hand"),
            )
        )  # fmt: skip
        return id

    def event(self, number: int, given: dict[str, Any]) -> Event:
        """An event, with a statement for each that says so, denies it or does not confirm it."""
        words = given.get("sentence", self.text.split(". ")[0])
        start = self.text.index(words)
        sentence = Span(start, start + len(words))
        told = [("asserts", "say_so"), ("denies", "denied_by"), ("unconfirmed", "unconfirmed_by")]
        voices = {key: given.get(key, []) for _, key in told}
        if not any(voices.values()):
            voices["say_so"] = [self.given["publisher"]]
        look = Assessment(
            polarity=given.get("polarity", "positive"), time=given.get("time", "past"),
            certainty=given.get("certainty", "certain"),
        )  # fmt: skip
        mentions = [
            (stance, self.statement(name, given.get("through", []), sentence, stance))
            for stance, key in told
            for name in voices[key]
            if name != self.given["publisher"]
        ] or [(None, None)]
        trigger = cut(self.text, Span(start, start + len(words.split()[0])))
        assessed = MentionAssessment(
            polarity=look.polarity, time=look.time, certainty=look.certainty, cues=()
        )
        when = given.get("date")
        day = date.fromisoformat(str(when)) if when else None
        return Event(
            id=f"e{number}", type=given["type"], mode=given.get("mode"), contexts=(),
            quad=QUADS.get(given["type"], "verbal conflict"), cameo=None, plover_score=0.0,
            actors=self.ids(given.get("actors", [])), recipients=self.ids(given.get("recipients", [])),
            date=EventDate(start=day, end=day, precision="day", text=words, span=sentence, why=WHY) if day else None,
            place=self.place(given["place"]) if "place" in given else None,
            counts=tuple(
                Count(text=trigger.text, spans=trigger.spans, what=what, low=n, best=n, high=n, statement=mentions[0][1])
                for what, n in given.get("counts", {}).items()
            ),
            items=(),
            mentions=tuple(
                EventMention(sentence=sentence, trigger=trigger, statement=id, stance=stance, assessment=assessed)
                for stance, id in mentions
            ),
            assessment=look, auxiliary_modes=(), status=given.get("status", "asserted"),
            say_so=self.ids(voices["say_so"]), denied_by=self.ids(voices["denied_by"]),
            unconfirmed_by=self.ids(voices["unconfirmed_by"]), confidence=0.9, alternative=None, why=WHY,
            blanks=dict.fromkeys(("mode", "cameo", "actors", "recipients", "date", "place", "alternative"), "made by hand"),
        )  # fmt: skip


def distinct(number: int, text_of: int | None = None) -> CodedReport:
    """A generated report unlike any other, for runs of many; or one that carries the words of report `text_of`."""
    towns, days = number % 997, number // 40
    day = date.fromordinal(date(2015, 1, 1).toordinal() + days)
    words = [sha256(f"{text_of or number}-{at}".encode()).hexdigest()[:7] for at in range(300)]
    body = " ".join(words)
    lines = [
        f"Fighters of band {number % 311} attacked village {towns} with {words[n]} arms" for n in range(3)
    ]
    events = [
        {"type": "ASSAULT", "sentence": line, "actors": [f"band {number % 311}"], "recipients": [f"people of {towns}"],
         "date": day.isoformat(), "place": f"village {towns}", "counts": {"killed": number % 90 + n},
         "say_so": [f"officer {number % 53}"]}
        for n, line in enumerate(lines)
    ]  # fmt: skip
    places = {
        f"village {towns}": {
            "geonames": 1_000_000 + towns,
            "lat": towns / 20,
            "lon": towns / 10,
            "country": "MLI",
            "precision": 1,
        }
    }
    given = {
        "id": f"r{number}",
        "publisher": f"Daily {number % 61}",
        "published": day.isoformat(),
        "events": events,
    }
    return coded_report({**given, "text": ". ".join([*lines, body])}, {}, places)
