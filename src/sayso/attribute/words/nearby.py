"""Attributions by place, so that looking around a quotation costs the same in a long report as in a short one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator

from sayso.attribute.found import Found
from sayso.records.base import Span


class Nearby:
    """Attributions in order of their contents, asked for by a stretch of text."""

    def __init__(self, found: Iterable[Found]) -> None:
        self._found = sorted(found, key=_start)
        self._longest = max((each.content[-1].end - _start(each) for each in self._found), default=0)

    def __iter__(self) -> Iterator[Found]:
        return iter(self._found)

    def add(self, found: Found) -> None:
        """Put in one more."""
        insort(self._found, found, key=_start)
        self._longest = max(self._longest, found.content[-1].end - _start(found))

    def touching(self, span: Span) -> list[Found]:
        """Those whose content, from its first to its last character, meets or adjoins `span`."""
        first = bisect_left(self._found, span.start - self._longest, key=_start)
        last = bisect_right(self._found, span.end, key=_start)
        return [each for each in self._found[first:last] if each.content[-1].end >= span.start]


def _start(found: Found) -> int:
    return found.content[0].start
