"""Draft -> Article: residue cut, parts told apart, date, publisher, credits and identity settled."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sayso.errors import InputRefused
from sayso.read.blocks import Block, Laid, label_blocks, lay_out, parts_of
from sayso.read.byline import read_byline
from sayso.read.characters import keep_characters
from sayso.read.credits import CreditFound, read_credit_at_end, read_credit_line
from sayso.read.dateline import DatelineFound, find_dateline
from sayso.read.draft import Draft
from sayso.read.headline import take_headline
from sayso.read.identity import canonical, digest, domain, print_id
from sayso.read.language import check_english
from sayso.read.options import Options
from sayso.read.residue import cut_residue
from sayso.read.stamp import Stamp, read_stamp
from sayso.records.base import Span
from sayso.records.report import Article, Credit, Dateline, Report
from sayso.records.vocabulary import CreditKind, PartKind


def assemble(draft: Draft, options: Options, *, max_chars: int) -> Article:
    """The article that the draft makes; what the user says outranks what was found.

    Raises InputRefused for a draft without text, over `max_chars`, or not in English.
    """
    check_length(sum(map(len, draft.paragraphs)), draft.name, max_chars)
    paragraphs, cut = cut_residue(draft.paragraphs)
    if not any(any(map(str.isalnum, paragraph)) for paragraph in paragraphs):
        raise InputRefused("read", draft.name, "it holds no text: nothing is left to read")
    headed = take_headline(paragraphs, _one_line(options.title or draft.title, draft.name))
    if headed.headline and (standfirst := _one_line(draft.standfirst, draft.name)):
        headed = headed.with_standfirst(standfirst)
    blocks = label_blocks(headed)
    laid = lay_out(blocks)
    check_length(len(laid.text), draft.name, max_chars)
    check_english(_prose(blocks), draft.name)
    residue = _added(draft.removed, cut)
    publisher, why = _publisher(draft, options)
    report = _report(draft, options, blocks, laid, residue, publisher)
    return Article(report=report, publisher=publisher, publisher_why=why, name=draft.name)


def _one_line(words: str | None, name: str) -> str | None:
    return " ".join(keep_characters(words, name)[0].split()) or None if words else None


def check_length(found: int, name: str, max_chars: int) -> None:
    """Raise InputRefused for a text of more than `max_chars` characters."""
    if found > max_chars:
        raise InputRefused(
            "read",
            name,
            f"it is {found:,} characters long, more than the {max_chars:,} allowed: "
            "split it, or raise the limit with --max-chars",
        )


def _report(
    draft: Draft,
    options: Options,
    blocks: Sequence[Block],
    laid: Laid,
    residue: Mapping[str, int],
    publisher: str | None,
) -> Report:
    published = _published(draft, options, blocks)
    opening = _dateline(blocks, laid, published.date)
    byline = draft.byline or next(
        (names for b in blocks if b.kind is PartKind.BYLINE and (names := read_byline(b.text))), None
    )
    url = options.url or draft.url
    text_digest = digest(laid.text)
    own = canonical(url) if url else print_id(text_digest, publisher, published.date)
    title = blocks[0].text if blocks[0].kind is PartKind.HEADLINE else ""
    reasons = {
        "title": (title, "the text begins with a sentence, and no title was given"),
        "url": (url, "none given, and none found"),
        "published": (published.date, published.why),
        "dateline": (opening, "the story opens without one"),
        "byline": (byline, "no line names an author"),
    }
    return Report(
        id=options.id or draft.id or own,
        version=text_digest[:12],
        title=title,
        text=laid.text,
        parts=parts_of(blocks, laid, opening.span if opening else None),
        paragraphs=laid.spans,
        url=url,
        published=published.date,
        published_why=published.why,
        language="en",
        dateline=opening,
        byline=byline,
        credits=tuple(_credits(blocks, laid, opening)),
        residue=dict(residue),
        raw_digest=draft.raw_digest,
        text_digest=text_digest,
        blanks={field: why for field, (value, why) in reasons.items() if value is None or value == ""},
    )


class _Published(NamedTuple):
    date: date | None
    why: str


def _published(draft: Draft, options: Options, blocks: Sequence[Block]) -> _Published:
    """The date by the user, the page, a time stamp or a dateline with its year, in that order."""
    if options.published:
        differs = draft.published and draft.published != options.published
        return _Published(
            options.published,
            "given" + (f"; {draft.published_from} says {draft.published}" if differs else ""),
        )
    if draft.published:
        return _Published(draft.published, draft.published_from)
    stamps = [(block.text, read_stamp(block.text)) for block in blocks if block.kind is PartKind.DATELINE]
    for written, stamp in stamps:
        if isinstance(stamp, Stamp) and not stamp.updates:
            return _Published(stamp.date, f"the text's time stamp {written!r}")
    for block in blocks:
        if block.kind is PartKind.BODY:
            found = find_dateline(block.text, None)
            if found and found.day:
                return _Published(found.day, f"the dateline {block.text[: found.end].strip()!r}")
            break
    return _Published(None, draft.published_from)


def _publisher(draft: Draft, options: Options) -> tuple[str | None, str]:
    if options.publisher:
        return options.publisher, "given"
    if draft.publisher:
        return draft.publisher, draft.publisher_from
    url = options.url or draft.url
    host = domain(url) if url else None
    return (host, "the domain of the URL") if host else (None, draft.publisher_from)


def _dateline(blocks: Sequence[Block], laid: Laid, published: date | None) -> Dateline | None:
    """The dateline that opens the first body paragraph, else the time stamp that stands above it."""
    for block, span in zip(blocks, laid.spans, strict=True):
        if block.kind is PartKind.BODY:
            found = find_dateline(block.text, published)
            if found is not None:
                return _as_record(found, block, span)
            break
    for block, span in zip(blocks, laid.spans, strict=True):
        if block.kind is PartKind.DATELINE and (stamp := read_stamp(block.text)):
            return Dateline(place=None, date=stamp.date, agency=None, span=span)
    return None


def _as_record(found: DatelineFound, block: Block, span: Span) -> Dateline:
    end = span.start + len(block.text[: found.end].rstrip())
    agency = found.agency.name if found.agency else None
    return Dateline(place=found.place, date=found.day, agency=agency, span=Span(span.start, end))


def _credits(blocks: Sequence[Block], laid: Laid, opening: Dateline | None) -> list[Credit]:
    """Credits in text order: the dateline's agency, credit lines, and a signature at the end of the story."""
    credits = []
    bodies = [n for n, block in enumerate(blocks) if block.kind is PartKind.BODY]
    for number, (block, span) in enumerate(zip(blocks, laid.spans, strict=True)):
        found: list[CreditFound] = []
        if number == bodies[0] and opening and opening.agency:
            at = find_dateline(block.text, None)
            found = [CreditFound(at.agency, CreditKind.WIRE)] if at and at.agency else []
        if block.kind in (PartKind.CREDIT, PartKind.BYLINE):
            found = read_credit_line(block.text)
        if number == bodies[-1]:
            found = found + read_credit_at_end(block.text)
        for agency, kind in found:
            at_span = Span(span.start + agency.start, span.start + agency.end)
            credits.append(Credit(agency=agency.name, kind=kind, span=at_span))
    return credits


def _prose(blocks: Sequence[Block]) -> str:
    return "\n".join(
        b.text for b in blocks if b.kind in (PartKind.HEADLINE, PartKind.BODY, PartKind.STANDFIRST)
    )


def _added(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    return {kind: one.get(kind, 0) + other.get(kind, 0) for kind in sorted({*one, *other})}
