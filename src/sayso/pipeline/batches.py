"""A stream in batches."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def in_batches(given: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of `size`, the last one shorter, made as they are asked for.

    >>> [len(batch) for batch in in_batches(range(20), 8)]
    [8, 8, 4]
    """
    stream = iter(given)
    while batch := list(islice(stream, size)):
        yield batch
