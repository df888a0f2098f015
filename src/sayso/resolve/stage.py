"""The stage resolve: who, where, when, how many; and who the sources of statements are."""

from sayso.records.actor import Actor, Mention
from sayso.records.base import Span, Why
from sayso.records.settings import Settings
from sayso.records.stages import Attributed, Parsed, Resolved
from sayso.records.vocabulary import ActorKind


class Resolve:
    """First version: the publisher and spaCy's names."""

    name = "resolve"
    version = "0"
    reads = (Parsed, Attributed)
    gives = Resolved

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def __call__(self, parsed: Parsed, attributed: Attributed) -> Resolved:
        """Resolve one report."""
        why = Why(stage="resolve", rule="name", version="0")
        blank = dict.fromkeys(("country", "sectors", "code", "role", "wikidata", "mentions"), "first version")
        names = [parsed.article.publisher or "unknown publisher"]
        actors, mentions = [], []
        spans: dict[str, list[Span]] = {}
        for ent in parsed.doc.ents:
            if ent.label_ in ("PERSON", "ORG", "GPE", "NORP"):
                spans.setdefault(ent.text, []).append(Span(ent.start_char, ent.end_char))
                head = ent.root
                mentions.append(
                    Mention(
                        span=Span(ent.start_char, ent.end_char),
                        head=Span(head.idx, head.idx + len(head)),
                        id=f"a{1 + list(spans).index(ent.text)}",
                    )
                )
        for number, name in enumerate(names + list(spans)):
            actors.append(
                Actor(
                    id=f"a{number}",
                    key=name,
                    name=name,
                    kind=ActorKind.ORGANISATION,
                    country=None,
                    sectors=(),
                    code=None,
                    role=None,
                    wikidata=None,
                    mentions=tuple(spans.get(name, ())),
                    why=why,
                    blanks=blank,
                )
            )
        return Resolved(
            actors=tuple(actors), places=(), statements=(), timexes=(), figures=(), mentions=tuple(mentions)
        )
