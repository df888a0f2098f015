"""Patterns over classes of words, for the grammars of dates and figures.

A pattern is a regular expression whose letters are names: of classes (lower case), or of pieces of the grammar
that stand for a pattern themselves (upper case). It is compiled into one over single characters, one for each
class, and matched against a run of words of which each is the character of its class.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from sayso.resolve.scan import Word

LONGEST = 60
"""How many words a run has at most: text without end of numbers stays cheap."""


class Grammar:
    """Named patterns over the classes `kinds`; `core` are those without which a run of words holds nothing."""

    def __init__(
        self,
        patterns: Iterable[str],
        *,
        pieces: Mapping[str, str],
        kinds: Iterable[str],
        core: frozenset[str],
    ) -> None:
        self._symbols = {kind: chr(0x4E00 + number) for number, kind in enumerate(sorted(set(kinds)))}
        self._pieces = pieces
        self._core = core
        self._patterns = [re.compile(self._compiled(pattern)) for pattern in patterns]

    def matches(self, words: Iterable[Word]) -> Iterator[list[tuple[int, tuple[Word, ...]]]]:
        """For each run of words, what its patterns cover: pattern number and words, the longest first.

        A run ends where unclassed words stand between. What is given may overlap; the caller chooses.
        """
        for run in _runs(words):
            if self._core.isdisjoint(word.kind for word in run):
                continue
            text = "".join(self._symbols[word.kind] for word in run)
            found = [
                (number, run[match.start() : match.end()])
                for number, pattern in enumerate(self._patterns)
                for match in pattern.finditer(text)
                if match.end() > match.start()
            ]
            if found:
                yield sorted(found, key=lambda item: (-len(item[1]), item[0]))

    def _compiled(self, pattern: str) -> str:
        while (bigger := re.sub(r"[A-Z_]{3,}", lambda name: self._pieces[name.group()], pattern)) != pattern:
            pattern = bigger
        return re.sub(r"[a-z_]+", lambda name: self._symbols[name.group()], pattern).replace(" ", "")


def _runs(words: Iterable[Word]) -> Iterator[tuple[Word, ...]]:
    """Stretches of classed words with nothing between them."""
    run: list[Word] = []
    for word in words:
        if run and (word.gap or len(run) == LONGEST):
            yield tuple(run)
            run = []
        run.append(word)
    if run:
        yield tuple(run)
