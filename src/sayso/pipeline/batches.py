"""A stream in batches."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def in_batches(given: Iterable[T], size: int, *, first: int | None = None) -> Iterator[list[T]]:
    """Lists of `size`, the last one shorter, made as they are asked for; they double from `first` on, if given.

    >>> [len(batch) for batch in in_batches(range(20), 8, first=2)]
    [2, 4, 8, 6]
    """
    stream, now = iter(given), min(first or size, size)
    while batch := list(islice(stream, now)):
        yield batch
        now = min(2 * now, size)
