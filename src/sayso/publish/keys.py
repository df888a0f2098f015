"""What rows of one record share: ids that are unique over reports, and actors by their ids."""

from collections.abc import Iterable

from sayso.publish.cells import Cell
from sayso.records.coded import CodedReport


class Keys:
    """The ids and actors of one record, as tables show them."""

    def __init__(self, record: CodedReport) -> None:
        self._record = record
        self._actors = {actor.id: actor for actor in record.actors}
        self.places = {place.id: place for place in record.places}

    def outside(self, id: str) -> str:
        """The id outside its record: `<report>:<version>:<id>`."""
        report = self._record.report
        return f"{report.id}:{report.version}:{id}"

    def report(self) -> dict[str, Cell]:
        """The columns that every table begins with."""
        report = self._record.report
        return {
            "report_id": report.id,
            "version": report.version,
            "published": report.published,
            "publisher": self._record.actors[0].name,
        }

    def names(self, ids: Iterable[str]) -> list[str]:
        """The actors' names."""
        return [self._actors[id].name for id in ids]

    def keys(self, ids: Iterable[str]) -> list[str]:
        """The keys that join the actors over reports."""
        return [self._actors[id].key for id in ids]

    def codes(self, ids: Iterable[str]) -> list[str | None]:
        """The actors' PLOVER codes."""
        return [self._actors[id].code for id in ids]

    def countries(self, ids: Iterable[str]) -> list[str | None]:
        """The actors' countries."""
        return [self._actors[id].country for id in ids]
