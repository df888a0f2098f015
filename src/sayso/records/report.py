"""Report: one published text, its parts and where it comes from."""

from datetime import date

from sayso.records.base import Record, Span, check_blanks
from sayso.records.vocabulary import CreditKind, PartKind


class Part(Record, frozen=True, kw_only=True):
    """A headline, standfirst, dateline, byline, body, caption or credit line of the text."""

    kind: PartKind
    span: Span


class Dateline(Record, frozen=True, kw_only=True):
    """The opening of a news story: "GENEVA, Nov 3 (Reuters) -". `date` is None where it names none."""

    place: str | None
    date: date | None
    agency: str | None
    span: Span


class Credit(Record, frozen=True, kw_only=True):
    """What the report says it owes a news agency. `agency` is the name as the tables have it."""

    agency: str
    kind: CreditKind
    span: Span


class Report(Record, frozen=True, kw_only=True):
    """One published text: headline, standfirst and body joined by blank lines, line ends as newlines.

    `id` is the id given, else the canonical URL, else a digest of the text with its publisher and date, as far as
    they are known; `version` is a digest of the text, so that a changed text under the same id is another version.
    Digests are hexadecimal SHA-256.
    `publisher` is the id of the publisher's actor in the record, always "a0". `paragraphs` holds every paragraph
    of the text, the headline's too. `residue` counts by kind the page residue that was left out (paragraphs, or
    characters where it says so); `published_why` says where the publication date comes from.
    """

    id: str
    version: str
    title: str
    text: str
    parts: tuple[Part, ...]
    paragraphs: tuple[Span, ...]
    url: str | None
    publisher: str = "a0"
    published: date | None
    published_why: str = ""
    language: str
    dateline: Dateline | None
    byline: str | None
    credits: tuple[Credit, ...]
    residue: dict[str, int] = {}
    raw_digest: str
    text_digest: str
    blanks: dict[str, str]

    def __post_init__(self) -> None:
        check_blanks(self, ("title", "url", "published", "dateline", "byline"))


class Article(Record, frozen=True, kw_only=True):
    """What `read` gives: the report, and the publisher's name before `resolve` makes an actor of it.

    `publisher` is None where neither the page nor the user names one; `publisher_why` says where it was found
    or why it was not. `name` is what errors call it: its file, with its row in a table.
    """

    report: Report
    publisher: str | None
    publisher_why: str
    name: str = ""
