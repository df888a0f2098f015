"""A record made by hand, small enough to know by heart: an invented report."""

from datetime import date

from sayso.records.actor import Actor, Place
from sayso.records.base import Span, Why, cut
from sayso.records.coded import CodedReport, MadeBy, Refusal
from sayso.records.event import Assessment, Count, Event, EventDate, EventMention, MentionAssessment
from sayso.records.report import Report
from sayso.records.statement import Link, Source, Statement
from sayso.records.vocabulary import (
    ActorKind,
    AuxiliaryMode,
    Certainty,
    ChainRole,
    CountWhat,
    DatePrecision,
    EventType,
    Manner,
    Polarity,
    Quad,
    SourceClass,
    Stance,
    Status,
    Time,
)

TEXT = '=Raid; "many" dead\n\nOn Monday Chad said rebels killed at least 5 people in Mao. "We met Niger," Chad said.'
WHY = Why(stage="test", rule="by hand", version="1", score=0.5, detail="made up")


def span(words: str) -> Span:
    """Where the words first stand in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def record() -> CodedReport:
    """The record: an attack that Chad tells of, and a meeting of Chad and Niger."""
    return CodedReport(
        report=_report(),
        actors=(
            _actor("a0", "The Daily", ActorKind.MEDIA, None, None, ()),
            _actor("a1", "Chad", ActorKind.STATE, "TCD", "TCDGOV", (span("Chad"),)),
            _actor("a2", "rebels; northern", ActorKind.GROUP, None, None, (span("rebels"),)),
            _actor("a3", "Niger", ActorKind.STATE, "NER", "NERGOV", (span("Niger"),)),
        ),
        places=(_place(),),
        statements=(_statement(),),
        events=(_attack(), _meeting()),
        refusals=(Refusal(stage="events", what="no type", why="too unsure"),),
        made_by=MadeBy(sayso="1", codebook="PLOVER 2.0", settings={}, models={}, tables={}),
    )


def _report() -> Report:
    return Report(
        id="r1",
        version="v1",
        title='=Raid; "many" dead',
        text=TEXT,
        parts=(),
        paragraphs=(Span(0, 18), Span(20, len(TEXT))),
        url=None,
        published=date(2024, 5, 1),
        language="en",
        dateline=None,
        byline=None,
        credits=(),
        raw_digest="0",
        text_digest="1",
        blanks=dict.fromkeys(("url", "dateline", "byline"), "none given"),
    )


def _statement() -> Statement:
    return Statement(
        id="s0",
        source=Source(text="Chad", spans=(span("Chad"),), actors=("a1",), class_=SourceClass.STATE),
        cue=cut(TEXT, span("said")),
        content=cut(TEXT, span("rebels killed at least 5 people in Mao")),
        quotes=(),
        manner=Manner.INDIRECT,
        stance=Stance.ASSERTS,
        addressee=None,
        venue=None,
        parent=None,
        chain=(
            Link(actors=("a0",), role=ChainRole.PUBLISHER, statement=None),
            Link(actors=("a1",), role=ChainRole.ORIGIN, statement="s0"),
        ),
        origins=("a1",),
        why=WHY,
        blanks=dict.fromkeys(("addressee", "venue", "parent"), "none"),
    )


def _attack() -> Event:
    figure = span("at least 5 people")
    return Event(
        id="e0",
        type=EventType.ASSAULT,
        mode=None,
        contexts=("military", "terrorism"),
        quad=Quad.MATERIAL_CONFLICT,
        cameo="190",
        plover_score=-10.0,
        actors=("a2",),
        recipients=("a1", "a3"),
        date=EventDate(
            start=date(2024, 4, 29),
            end=date(2024, 4, 29),
            precision=DatePrecision.DAY,
            text="Monday",
            span=span("Monday"),
            why=WHY,
        ),
        place="p0",
        counts=(
            Count(
                text="at least 5 people",
                spans=(figure,),
                what=CountWhat.KILLED,
                low=5,
                best=5,
                high=None,
                statement="s0",
            ),
        ),
        items=(),
        mentions=(_mention("On Monday Chad said", "killed", "s0", Time.PAST),),
        assessment=Assessment(polarity=Polarity.POSITIVE, time=Time.PAST, certainty=Certainty.CERTAIN),
        auxiliary_modes=(),
        status=Status.ASSERTED,
        say_so=("a1",),
        denied_by=("a2",),
        unconfirmed_by=(),
        confidence=0.75,
        alternative=None,
        why=WHY,
        blanks=dict.fromkeys(("mode", "alternative"), "none"),
    )


def _meeting() -> Event:
    return Event(
        id="e1",
        type=EventType.CONSULT,
        mode="visit",
        contexts=(),
        quad=Quad.VERBAL_COOPERATION,
        cameo="040",
        plover_score=3.0,
        actors=("a1", "a3"),
        recipients=(),
        date=None,
        place=None,
        counts=(),
        items=(),
        mentions=(_mention('"We met Niger,"', "met", None, Time.FUTURE),),
        assessment=Assessment(polarity=Polarity.POSITIVE, time=Time.FUTURE, certainty=Certainty.CERTAIN),
        auxiliary_modes=(AuxiliaryMode.FUTURE,),
        status=Status.PLANNED,
        say_so=("a0",),
        denied_by=(),
        unconfirmed_by=(),
        confidence=0.9,
        alternative=None,
        why=WHY,
        blanks=dict.fromkeys(("recipients", "date", "place", "alternative"), "none"),
    )


def _mention(sentence: str, trigger: str, statement: str | None, time: Time) -> EventMention:
    return EventMention(
        sentence=span(sentence),
        trigger=cut(TEXT, span(trigger)),
        statement=statement,
        stance=Stance.ASSERTS if statement else None,
        assessment=MentionAssessment(
            polarity=Polarity.POSITIVE, time=time, certainty=Certainty.CERTAIN, cues=()
        ),
    )


def _actor(
    id: str, name: str, kind: ActorKind, country: str | None, code: str | None, mentions: tuple[Span, ...]
) -> Actor:
    fields = ("country", "sectors", "code", "role", "wikidata", "mentions")
    return Actor(
        id=id,
        key=f"{kind}:{name}",
        name=name,
        kind=kind,
        country=country,
        sectors=(),
        code=code,
        role=None,
        wikidata=None,
        mentions=mentions,
        why=WHY,
        blanks=dict.fromkeys(fields, "made by hand"),
    )


def _place() -> Place:
    return Place(
        id="p0",
        name="Mao",
        geonames=2428228,
        lat=14.12,
        lon=-15.31,
        country="TCD",
        admin1=None,
        precision=1,
        mentions=(span("Mao"),),
        why=WHY,
        blanks={"admin1": "none"},
    )
