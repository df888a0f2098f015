"""Copies: which report repeats the text of which, by near-duplicate words, agency credit and quotations."""

from typing import NamedTuple

from sayso.ledger.shingles import QUOTE, Shingles, normal

COPY = 0.5
"""Jaccard similarity of five-word shingles from which a text is a copy."""
CONTAINED = 0.6
"""Share of the smaller text in the larger from which it is a copy, cut or extended."""
REWRITE = 0.2
"""Share of the smaller text in the larger from which, with a credit or same quotations, it is a rewrite."""
QUOTES, AROUND = 3, 0.15
"""Same quotations in the same order, and share of the smaller text, from which a text is a rewrite without any
credit. Quotations alone are not enough: they may be of one news conference."""
LEAST = 20
"""Texts of fewer shingles (about 24 words) are not compared: too little to tell a copy by."""
FLASH = 4
"""Texts of this many shingles (eight words) are copies if they are the same word for word."""


class Text(NamedTuple):
    """A report as copies are judged by. `agency` is the key of the agency that it credits for its text."""

    report: int
    publisher: str
    agency: str | None
    published: int | None
    shingles: Shingles
    quotes: tuple[str, ...]


class Copy(NamedTuple):
    """`report` repeats `original`. kind: copy (adds nothing), rewrite (its own voice adds nothing)."""

    report: int
    original: int
    kind: str
    jaccard: float
    containment: float
    same_quotes: int
    why: str


def compare_texts(one: Text, other: Text) -> Copy | None:
    """The copy that one of two texts is of the other, in its direction; None where they are two texts."""
    if min(len(one.shingles.all), len(other.shingles.all)) < LEAST and not _one_flash(one, other):
        return None
    jaccard, containment = one.shingles.share(other.shingles)
    same = _in_order(one.quotes, other.quotes)
    credited = _credit(one, other)
    near = jaccard >= COPY or containment >= CONTAINED
    quoted_alike = same >= QUOTES and containment >= AROUND
    if not near and not quoted_alike and not (containment >= REWRITE and (credited or same)):
        return None
    copy, original, direction = _direction(one, other)
    shared = f"{containment:.0%} of the shorter text stands in the other"
    quoted = f", {same} quotations in the same order" if same else ""
    return Copy(
        report=copy.report,
        original=original.report,
        kind="copy" if near else "rewrite",
        jaccard=round(jaccard, 3),
        containment=round(containment, 3),
        same_quotes=same,
        why=f"{shared}{quoted}; {direction}",
    )


def _one_flash(one: Text, other: Text) -> bool:
    return len(one.shingles.all) >= FLASH and one.shingles.all == other.shingles.all


def _credit(one: Text, other: Text) -> bool:
    """Whether one credits the other, or both the same agency."""
    return (one.agency is not None and one.agency in (other.publisher, other.agency)) or (
        other.agency is not None and other.agency == one.publisher
    )


def _direction(one: Text, other: Text) -> tuple[Text, Text, str]:
    """Copy, original and reason: by credit, then time, then containment, then order of arrival."""
    for copy, original in ((one, other), (other, one)):
        if copy.agency == original.publisher != copy.publisher and original.agency in (
            None,
            original.publisher,
        ):
            return copy, original, "it credits the other's publisher"
    early, late = sorted((one, other), key=lambda text: (text.published or 0, text.report))
    if one.published and other.published and one.published != other.published:
        return late, early, f"it came {late.published - early.published} day(s) later"  # type: ignore[operator]
    lengths = len(one.shingles.all), len(other.shingles.all)
    if min(lengths) < 0.8 * max(lengths):
        copy, original = (one, other) if lengths[0] < lengths[1] else (other, one)
        return copy, original, "on the same day, it is the shorter"
    return late, early, "on the same day and as long, it was added later"


def _in_order(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """How many long quotations both have in the same order (a longest increasing run of positions)."""
    at = {quote: n for n, quote in enumerate(map(normal, other)) if quote.count(" ") + 1 >= QUOTE}
    places = [at[quote] for quote in dict.fromkeys(map(normal, one)) if quote in at][:50]
    best: list[int] = []
    for n, place in enumerate(places):
        best.append(1 + max((best[m] for m in range(n) if places[m] < place), default=0))
    return max(best, default=0)
