"""The stage events: Parsed, Resolved -> Drafted."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from sayso.events import when
from sayso.events.arguments import Arguments
from sayso.events.candidates import candidates
from sayso.events.carry import carry
from sayso.events.codebook import settle
from sayso.events.counts import counts
from sayso.events.draft import draft
from sayso.events.family import Family, is_public
from sayso.events.found import Found
from sayso.events.items import items
from sayso.events.keep import keep
from sayso.events.lexicon import word_classes
from sayso.events.merge import merge
from sayso.events.modes import refine
from sayso.events.pairs import MODEL
from sayso.events.proposals import is_told, joined
from sayso.events.slots import fill
from sayso.events.standins import stand_ins
from sayso.events.telling import Telling
from sayso.events.tolls import add_tolls
from sayso.events.triggers import find, topics
from sayso.events.typed import judged, proposed
from sayso.events.weighing import MODEL as WEIGHTS
from sayso.events.where import Places
from sayso.models.catalogue import catalogue
from sayso.records.base import Span
from sayso.records.settings import Settings
from sayso.records.stages import Drafted, Parsed, Resolved
from sayso.records.vocabulary import PartKind, Stance

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence


class Events:
    """Finds the events of a report by rules over the parse, the table of triggers, and the typing encoder.

    Each sentence's triggers are read, given actors and recipients, and typed by the codebook's rules; the encoder
    judges those with two sides and types the pairs that the table does not know (setting `events`). Then the
    tellings of one event are merged, and what names no one is left out.
    """

    name = "events"
    version = "1"
    reads = (
        Parsed,
        Resolved,
    )
    gives = Drafted

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings or Settings()

    def digest(self) -> str:
        """The digests of the encoder and of the candidates' weights in use; "rules" where none are."""
        if self._settings.events == "rules":
            return "rules"
        return "+".join(catalogue()[name].digest for name in (MODEL, WEIGHTS))

    def __call__(self, parsed: Parsed, resolved: Resolved) -> Drafted:
        """The report's events, in order of their first mention."""
        tellings = list(tell(parsed, resolved, self._settings.events == "model"))
        family = Family(resolved)
        groups = [group for group in merge(tellings, family) if keep(group, partial(is_public, resolved))]
        carry(groups, family, parsed.report)
        add_tolls(groups, resolved, parsed.doc)
        text = parsed.report.text
        drafts = tuple(draft(f"e{n}", group, resolved, text) for n, group in enumerate(groups))
        return Drafted(drafts=drafts, mentions=stand_ins(groups, resolved))


def tell(parsed: Parsed, resolved: Resolved, encoder: bool) -> Iterator[Telling]:
    """Every telling of an event, in text order, before merging; the encoder has its say if `encoder`."""
    arguments = Arguments(resolved)
    about = topics(parsed.doc)
    body_starts, lead_ends = _lead(parsed)
    places = Places(resolved, lead_ends)
    captions = [part.span for part in parsed.report.parts if part.kind is PartKind.CAPTION]
    for number, sentence in enumerate(parsed.doc.sents):
        if any(span.start <= sentence.start_char < span.end for span in captions):
            continue  # a picture's day is its own, and its story tells of it better
        timexes = when.within(sentence, resolved.timexes)
        told = _told(sentence, about, arguments, encoder)
        others = {found.token.i for found in told if found.part_of is None}
        for found in told:
            lead = sentence.start_char < lead_ends
            dating = when.dated(
                found, sentence, timexes, parsed.report, arguments.says_of_itself(found.trigger)
            )
            place = places.of(found)
            yield Telling(
                found=found,
                sentence=sentence,
                number=number,
                lead=lead,
                date=dating.date
                or (when.from_report(parsed.report) if lead and when.is_news(dating, found.token) else None),
                date_blank=dating.blank,
                place=place[0] if place else None,
                place_why=place[1] if place else "",
                counts=counts(found.type, found.token, others - {found.token.i}, sentence, resolved),
                items=items(found.type, found.token, [g.token for g in found.governed]),
                theme=_theme(found),
                headline=sentence.end_char <= body_starts,
                denied=_is_denied(found, resolved),
            )


def _told(sentence: "Sentence", about: frozenset[str], arguments: Arguments, encoder: bool) -> list[Found]:
    """The events of one sentence: those of the table, judged by the encoder, and those that it alone finds."""
    triggers = list(find(sentence, about, arguments.naming.named))
    arguments.meet(triggers)
    told = settle(triggers, arguments)
    for found in told:
        refine(found)
        arguments.complete(found.trigger, found.type, found.roles)
    if not encoder:
        return told
    settled = {found.token.i for found in told if found.two_sided}
    settled |= {word.i for t in triggers if t.reading.is_nothing for word in (t.token, *t.taken)}
    new = (one for one in candidates(sentence, arguments, settled) if not is_told(one, told))
    others = [one for one in new if arguments.naming.is_public((*one.actors, *one.recipients))]
    return [*judged(told, sentence), *joined(proposed(others, sentence), told)]


def _lead(parsed: Parsed) -> tuple[int, int]:
    """Where the body starts, and where its first paragraph ends."""
    starts = next((p.span.start for p in parsed.report.parts if p.kind == "body"), 0)
    return starts, next((p.end for p in parsed.report.paragraphs if p.end > starts), 0)


def _is_denied(found: Found, resolved: Resolved) -> bool:
    """Whether a verb of denial governs the telling, or the statement around it denies it."""
    if found.token.head.lemma_ in word_classes()["denying_verb"] and found.token.dep_ in ("xcomp", "ccomp"):
        return True
    statement = resolved.statement_at(Span(found.token.idx, found.token.idx + len(found.token)))
    return statement is not None and statement.stance is Stance.DENIES


def _theme(found: Found) -> str:
    """What is given or moved: the class of the object's noun, "" where none is known."""
    classes = word_classes()
    words = [w for slot in ("obj", "of", "mod", "poss") for w in fill(found.token, slot)]
    words += [w for g in found.governed for w in fill(g.token, "obj")]
    words += [part for w in words for part in fill(w, "of") if w.lemma_ in classes["quantity"]]
    for theme in ("troops", "arms", "money_theme", "relief"):
        if any(w.lemma_.lower() in classes[theme] for w in words):
            return theme
    return ""
