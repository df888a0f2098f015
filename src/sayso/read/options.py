"""What a user may say about a report, which outranks what is found in it."""

from datetime import date

from sayso.errors import UsageError
from sayso.records.base import Record


class Options(Record, frozen=True, kw_only=True):
    """Publication date, publisher, URL, id and title as the user gives them; None means: find it."""

    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    id: str | None = None
    title: str | None = None

    @classmethod
    def of(
        cls,
        *,
        published: date | str | None = None,
        publisher: str | None = None,
        url: str | None = None,
        id: str | None = None,
        title: str | None = None,
    ) -> "Options":
        """Options with the date as a date or as "YYYY-MM-DD". Raises UsageError for a date that cannot be."""
        return cls(published=_date(published), publisher=publisher, url=url, id=id, title=title)


def _date(given: date | str | None) -> date | None:
    if given is None or isinstance(given, date):
        return given
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise UsageError(
            f"publication date {given!r} is not a date: {error}. Write it as YYYY-MM-DD."
        ) from error
