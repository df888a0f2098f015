"""Hand-made input for assess: events at chosen words, statements cut from chosen words."""

from typing import Any

from msgspec.structs import replace

from sayso.assess.stage import Assess
from sayso.encode.stage import Encode
from sayso.records.actor import Actor, Mention
from sayso.records.base import Span, Why, cut
from sayso.records.event import DraftMention, Event, EventDraft
from sayso.records.stages import Drafted, Parsed, Resolved
from sayso.records.statement import Link, Source, Statement
from sayso.records.vocabulary import ActorKind, ChainRole, EventType, Manner, Quad, SourceClass, Stance
from sayso.resolve.dates.find import find_timexes
from tests.conftest import parsed

WHY = Why(stage="test", rule="by hand", version="1")


def at(text: str, words: str) -> Span:
    """Where `words` stand in `text`; "words#2" is their second occurrence."""
    words, _, number = words.partition("#")
    start = -1
    for _ in range(int(number or 1)):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def assess(
    text: str, triggers: list[str], statements: list[dict[str, Any]] | None = None, **given: Any
) -> tuple[Event, dict[str, str]]:
    """Assess one event with a mention at each trigger; also the names of the actors by id.

    A statement has source, content, stance and maybe cue. Its source is an actor of that name; statements
    come from the outermost to the innermost where they nest. Every name of `given["actors"]` is an actor too.
    """
    doc = parsed(text, **{key: given[key] for key in ("published", "publisher") if key in given})
    told = statements or []
    names = ["The Daily", *dict.fromkeys([*(s["source"] for s in told), *given.get("actors", [])])]
    ids = {name: f"a{number}" for number, name in enumerate(names)}
    resolved = Resolved(
        actors=tuple(_actor(id, name) for name, id in ids.items()),
        places=(),
        statements=tuple(_statement(text, f"s{n}", given, ids) for n, given in enumerate(told)),
        timexes=find_timexes(doc),
        figures=(),
        mentions=tuple(_mentions(doc, ids)),
    )
    draft = replace(_draft(doc, triggers, resolved), **_coded_as(given, ids))
    (event,) = Assess()(doc, Encode()(doc), resolved, Drafted(drafts=(draft,))).events
    return event, {id: name for name, id in ids.items()}


def _coded_as(given: dict[str, Any], ids: dict[str, str]) -> dict[str, Any]:
    """The event's actors, its type and the codebook rule that chose it, where a case names them."""
    coded: dict[str, Any] = {}
    if "type" in given:
        coded["type"] = EventType(given["type"])
    if "rule" in given:
        coded["why"] = Why(stage="events", rule=given["rule"], version="1")
    if "doers" in given:
        coded["actors"] = tuple(ids[name] for name in given["doers"])
    return coded


def _draft(doc: Parsed, triggers: list[str], resolved: Resolved) -> EventDraft:
    text = doc.report.text
    mentions = []
    for words in triggers:
        span = at(text, words)
        sentence = next(s for s in doc.doc.sents if s.start_char <= span.start < s.end_char)
        inside = resolved.statement_at(span)
        mentions.append(
            DraftMention(
                sentence=Span(sentence.start_char, sentence.end_char),
                trigger=cut(text, span),
                statement=inside.id if inside else None,
            )
        )
    return EventDraft(
        id="e0",
        type=EventType.ASSAULT,
        mode=None,
        contexts=(),
        quad=Quad.MATERIAL_CONFLICT,
        cameo=None,
        plover_score=-10.0,
        actors=(),
        recipients=(),
        date=None,
        place=None,
        counts=(),
        items=(),
        mentions=tuple(mentions),
        confidence=1.0,
        alternative=None,
        why=WHY,
        blanks=dict.fromkeys(
            ("mode", "cameo", "actors", "recipients", "date", "place", "alternative"), "made by hand"
        ),
    )


def _statement(text: str, id: str, given: dict[str, Any], ids: dict[str, str]) -> Statement:
    actor = ids[given["source"]]
    source = cut(text, at(text, given["source"]))
    return Statement(
        id=id,
        source=Source(text=source.text, spans=source.spans, actors=(actor,), class_=SourceClass.ORGANISATION),
        cue=cut(text, at(text, given["cue"])) if "cue" in given else None,
        content=cut(text, at(text, given["content"])),
        quotes=(),
        manner=Manner.INDIRECT,
        stance=Stance(given["stance"]),
        addressee=None,
        venue=None,
        parent=None,
        chain=(
            Link(actors=("a0",), role=ChainRole.PUBLISHER, statement=None),
            Link(actors=(actor,), role=ChainRole.ORIGIN, statement=id),
        ),
        origins=(actor,),
        why=WHY,
        blanks=dict.fromkeys(("cue", "addressee", "venue", "parent"), "made by hand"),
    )


def _mentions(doc: Parsed, ids: dict[str, str]) -> list[Mention]:
    found = []
    for name, id in ids.items():
        for token in doc.doc:
            if token.text == name.split()[-1]:
                head = Span(token.idx, token.idx + len(token))
                found.append(Mention(span=head, head=head, id=id))
    return found


def _actor(id: str, name: str) -> Actor:
    fields = ("country", "sectors", "code", "role", "wikidata", "mentions")
    return Actor(
        id=id,
        key=name,
        name=name,
        kind=ActorKind.ORGANISATION,
        country=None,
        sectors=(),
        code=None,
        role=None,
        wikidata=None,
        mentions=(),
        why=WHY,
        blanks=dict.fromkeys(fields, "made by hand"),
    )
