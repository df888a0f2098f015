"""When an event lies by the calendar: the time expressions in its clause, and historical background."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from sayso.records.time import Timex
from sayso.records.vocabulary import Time

BACKGROUND: Final = timedelta(days=365)
"""What ended longer than this before the report came out is background, not the story."""

_CLAUSES: Final = ("advcl", "relcl", "acl", "ccomp")


class Calendar:
    """The time expressions of one report, found by sentence."""

    def __init__(self, doc: Doc, timexes: Iterable[Timex], published: date | None) -> None:
        self._doc = doc
        self._published = published
        self._by_sentence: dict[int, list[Timex]] = {}
        for timex in timexes:
            words = doc.char_span(timex.span.start, timex.span.end, alignment_mode="expand")
            if words is not None and timex.type in ("DATE", "TIME"):
                self._by_sentence.setdefault(words[0].sent.start, []).append(timex)

    def time(self, token: Token, by_words: Time | None, *, done: bool = False) -> Time | None:
        """The time of the event at `token`, given what its own words say of it.

        A date in its clause moves the past into history, and the present into the future; with none in the
        whole sentence, a past event stays in the history that an earlier sentence of the paragraph opened
        ("In 1994, ..."). `done`: the event is taken for granted, so that no date ahead is its own.
        """
        timexes = self._by_sentence.get(token.sent.start, [])
        near = [timex for timex in timexes if self._dates(timex, token)]
        if by_words in (Time.PAST, Time.ONGOING, None) and any(self._is_background(t) for t in near):
            return Time.HISTORICAL
        if not done and by_words in (Time.ONGOING, None) and near and all(self._is_ahead(t) for t in near):
            return Time.FUTURE
        if by_words == Time.PAST and not timexes and token.tag_ in ("VBD", "VBN") and self._in_history(token):
            return Time.HISTORICAL
        return by_words

    def _dates(self, timex: Timex, token: Token) -> bool:
        """Whether the expression hangs on the event's word or a word above it, or opens the sentence."""
        words = self._words(timex)
        if words.start <= token.sent.start + 1:
            return True
        above = words.root
        while (
            above.dep_ in ("pobj", "prep", "pcomp", "nummod", "compound", "amod", "nmod")
            and above.head != above
        ):
            above = above.head
            if above == token:
                return True
        beside = (
            above.head == token and above.dep_ not in _CLAUSES
        )  # "left after X had come in 2018" is no 2018
        return beside or above.head in list(token.ancestors)[:2] or above in (token, token.head)

    def _words(self, timex: Timex) -> Words:
        words = self._doc.char_span(timex.span.start, timex.span.end, alignment_mode="expand")
        assert words is not None
        return words

    def _is_background(self, timex: Timex) -> bool:
        if timex.historical:
            return True
        return (
            self._published is not None and timex.end is not None and timex.end < self._published - BACKGROUND
        )

    def _is_ahead(self, timex: Timex) -> bool:
        return self._published is not None and timex.start is not None and timex.start > self._published

    def _in_history(self, token: Token) -> bool:
        before = token.sent.start
        while before > 0 and "\n" not in self._doc[before - 1].text:
            sentence: Words = self._doc[before - 1].sent
            timexes: Sequence[Timex] = self._by_sentence.get(sentence.start, [])
            if timexes:
                opening = self._words(timexes[0]).start <= sentence.start + 1
                return opening and self._is_background(timexes[0])
            before = sentence.start
        return False
