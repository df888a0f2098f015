"""Headline forms that the parse does not see: "Minister: no money left", "No money left - minister"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.attribute.found import Found
from sayso.attribute.propose.around import has_verb
from sayso.attribute.reading import Range, Reading
from sayso.attribute.words.cues import cues
from sayso.attribute.words.speakers import can_speak, cited_nouns, titles
from sayso.records.base import Span
from sayso.records.vocabulary import PartKind

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

_HEARS = frozenset({"hears", "heard", "told"})
_LONGEST_NAME = 8
_LONGEST = 5
"""Words of the longest source before a headline's colon."""
_STOPS = frozenset('.!?”"…')
_DASHES = frozenset({"-", "–", "—", "--"})
_OPENS = frozenset("'‘")
_CLOSES = frozenset("'’")
_SHORTEST_DEED = 3
_SELF = frozenset({"i", "we"})
_PARTS = frozenset(",;:–—")
_VERBS = frozenset({"VERB", "AUX"})
_ABOUT = frozenset({"on", "about", "over"})
_NOT_NAMES = frozenset({"DET", "SCONJ", "CCONJ", "VERB", "AUX", "ADV", "PRON", "ADP", "NUM", "INTJ"})
_PARTICIPLES = frozenset({"VBN", "VBD", "VBG"})
_NAMES = frozenset({"NOUN", "PROPN"})
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def headline(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """The attribution of a headline's colon or closing dash."""
    start, end = reading.trim(sentence.start, sentence.end)
    for i in range(start + 1, end - 1):
        if reading.quotation_at(i) is not None:
            continue
        text = reading.doc[i].text
        if text == ":":
            topic = next((k for k in range(start + 1, i) if reading.doc[k].lower_ in _ABOUT), i)
            quoted = reading.quotation_at(i + 1) is not None
            named = topic if quoted else i
            yield from _given(reading, (start, named), (i, i + 1), (i + 1, end), shortest=2)
            last = next((k for k in range(i + 2, end) if reading.doc[k].lower_ in _ABOUT), end)
            last = last if reading.quotation_at(i - 1) is not None else end
            if i - start > last - i - 1:
                yield from _given(reading, (i + 1, last), (i, i + 1), (start, i))
            return
        if (
            text in _DASHES
            and reading.is_edge(i)
            and end - i - 1 <= _LONGEST - 1
            and not any(reading.doc[k].text == ":" for k in range(i, end))
        ):
            yield from _given(reading, (i + 1, end), (i, i + 1), (start, i))
            return


def bidden(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """ "Villages told to flee", "Tourists warned to stay away": a headline's passive without its auxiliary."""
    start, end = reading.trim(sentence.start, sentence.end)
    for verb in reading.doc[start + 1 : max(start + 1, end - 2)]:
        if not _is_bidden(verb) or reading.quotation_at(verb.i) is not None:
            continue
        opens = next(
            (k + 1 for k in range(verb.i - 1, start - 1, -1) if reading.doc[k].text in _PARTS), start
        )
        whom = reading.doc[opens : verb.i]
        if (
            not 0 < len(whom) <= _LONGEST_NAME
            or whom[-1].pos_ not in _NAMES
            or any(t.pos_ in _VERBS for t in whom)
        ):
            continue
        yield Found(
            source=(),
            cue=reading.spans((verb.i, verb.i + 1)),
            content=reading.spans((opens, verb.i), (verb.i + 1, end)),
            rule="headline",
            no_source="the passive verb has no 'by'",
        )
        return


def _is_bidden(verb: Token) -> bool:
    """Whether those before a verb are told to do something: "told to flee"."""
    told = verb.tag_ in ("VBD", "VBN") and verb.lemma_.lower() in cues("bidding in headlines")
    return told and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "to"


def quoted_deed(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """ "PM 'to quit within days'": quoted, what one does is what somebody says, whom the headline leaves out."""
    start, end = reading.trim(sentence.start, sentence.end)
    words = reading.doc[start:end]
    opens = next((t.i for t in words if t.text in _OPENS and t.i > start), end)
    closed = next((t.i for t in reading.doc[opens + 1 : sentence.end] if t.text in _CLOSES), opens)
    quoted = reading.doc[opens + 1 : closed]
    if not 0 < opens - start <= _LONGEST or len(quoted) < _SHORTEST_DEED or not _is_deed(quoted[0]):
        return
    if any(t.text == ":" for t in words) or any(_stem(t.lower_) for t in reading.doc[start:opens]):
        return
    yield Found(
        source=(),
        cue=(),
        content=reading.spans((start, max(end, closed + 1))),
        rule="headline",
        no_source="the headline names no one for what it quotes",
    )


def _is_deed(first: Token) -> bool:
    """Whether quoted words begin with what someone does or did: "saved", "to quit", "was"."""
    return first.tag_ in ("VBD", "VBN", "VBZ", "TO", "MD")


def verb_in_headline(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """ "Minister denies split": a headline's verb in the present, whatever the parse takes it for."""
    start, end = reading.trim(sentence.start, sentence.end)
    quotation = reading.quotation_at(start)
    after = reading.tokens(quotation.span)[1] if quotation is not None else start
    start = after + 1 if start < after < end and reading.doc[after].text == ":" else start
    for i in range(start + 1, min(start + _LONGEST + 1, end - 1)):
        word = reading.doc[i].lower_
        stem = _stem(word)
        if stem is None or reading.quotation_at(i) is not None:
            continue
        if f"{reading.doc[i - 1].lower_} {word}" in _names():
            continue
        start = next((k + 1 for k in range(i - 1, start, -1) if reading.doc[k].text == ":"), start)
        frames = {frame for row in cues("verb")[stem] for frame in row.frames}
        if stem in cues("deed") and "object" not in frames and not has_verb(reading, i + 1, end):
            return  # "Norway holds general election"
        if {"clause", "object"} & frames:
            yield from _given(reading, (start, i), (i, i + 1), (i + 1, end), shortest=1)
        return


def behind_quotation(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """ "“He saved my son”: mother thanks driver", "...: an hour with the poet Ana Lima": whom the headline names."""
    start, end = reading.trim(sentence.start, sentence.end)
    quotation = reading.quotation_at(start)
    colon = reading.tokens(quotation.span)[1] if quotation is not None else end
    if colon + 2 >= end or reading.doc[colon].text != ":":
        return
    words = reading.doc[colon + 1 : end]
    first, last = words.start, next((t.i for t in words[1:] if _ends_name(t)), end)
    if last == end:
        first = next((t.i + 1 for t in words if t.lower_ == "with"), end)
    named = reading.doc[first:last]
    if not 0 < len(named) <= _LONGEST_NAME or not _is_named_speaker(named.root):
        return
    cue = Span(reading.doc[colon].idx, reading.doc[colon].idx + 1)
    hears = _is_bidden(reading.doc[last]) if last < end else False  # "“Get out”: villagers told to flee"
    yield Found(
        source=() if hears else reading.spans((first, last)),
        cue=(cue,),
        content=(quotation.span,) if quotation is not None else (),
        rule="headline",
        detail="" if hears else "speaker is named behind the quotation",
        no_source="those behind the quotation are told" if hears else "",
    )


def _is_named_speaker(head: Token) -> bool:
    """Whether a noun names someone who may be quoted: no pronoun, and no place, which may mourn or celebrate."""
    return can_speak(head) and head.pos_ != "PRON" and head.ent_type_ != "GPE"


def _ends_name(token: Token) -> bool:
    """Whether what one does, or speaks about, begins with this word of a headline."""
    verb = token.tag_ in ("VBZ", "VBP", "VBD") and token.is_alpha
    mistaken = (
        token.tag_ in ("NNS", "NNPS") and _stem(token.lower_) is not None and token.nbor(-1).pos_ in _NAMES
    )
    return verb or mistaken or token.lower_ in _ABOUT


def closing_clause(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """ "Dam at risk, engineers warn": a clause behind the last comma, whatever the parse takes its verb for."""
    start, end = reading.trim(sentence.start, sentence.end)
    comma = next((i for i in range(end - 3, start, -1) if reading.doc[i].text == ","), None)
    if comma is None or reading.quotation_at(end - 1) is not None:
        return
    bench = reading.doc[end - 2].lemma_.lower()
    if reading.doc[end - 1].lower_ in _HEARS and bench in cues("bench") and comma < end - 2:
        heard = reading.spans((start, comma))
        cue = reading.spans((end - 1, end))
        yield Found((), cue, heard, "headline", no_source=f"{bench!r} is who was told")
    elif _gives_clause(reading.doc[end - 1].lower_):
        yield from _given(reading, (comma + 1, end - 1), (end - 1, end), (start, comma))
    elif _gives_clause(reading.doc[comma + 1].lower_):
        yield from _given(reading, (comma + 2, end), (comma + 1, comma + 2), (start, comma))


def _gives_clause(word: str) -> bool:
    """Whether a headline's word is a verb in the present that takes a clause: "warn", "says"."""
    stem = word if word in cues("verb") else _stem(word)
    return stem is not None and "clause" in {frame for row in cues("verb")[stem] for frame in row.frames}


def _stem(word: str) -> str | None:
    """The verb of saying whose third person a word is: "say" of "says"."""
    stems = (word[:-1], word[:-2], word[:-3] + "y")
    return next((s for s in stems if s in cues("verb")), None) if word.endswith("s") else None


def _is_scene(reading: Reading, words: Sentence, mark: Range, content: Range) -> bool:
    """Whether a place before a colon only says where: "Ethiopia: Rebels say they have left the airfield"."""
    place = words[-1].ent_type_ == "GPE" and reading.doc[mark[0]].text == ":" and mark[0] == words[-1].i + 1
    said = reading.doc[content[0] + 1 : content[1]]
    return place and any(_gives_clause(t.lower_) and t.tag_ in ("VBP", "VBZ", "VBD") for t in said)


def _is_nominal(token: Token) -> bool:
    return token.pos_ in ("PROPN", "NOUN") or _is_short_name(token)


def _is_short_name(token: Token) -> bool:
    """Whether a word is a body's name in capitals, whatever the parse takes it for: "WHO"."""
    return token.is_upper and token.is_alpha and 1 < len(token) < 7 and not _is_all_capitals(token)


def _is_all_capitals(token: Token) -> bool:
    """Whether the whole line is in capitals, where they tell nothing."""
    return all(t.is_upper for t in token.sent if t.is_alpha)


def _is_publication(words: Sentence) -> bool:
    """Whether the words are the name of a newspaper or station: "Tarn Echo"."""
    return words[-1].lower_ in titles() and all(token.text[:1].isupper() for token in words)


def _names() -> frozenset[str]:
    """Names of two words whose second one looks like a verb of saying."""
    return frozenset(row.cue for rows in cues("name").values() for row in rows)


def is_headline(reading: Reading, sentence: Sentence) -> bool:
    """Whether the sentence begins in a headline or standfirst, or is all of a text of one line without full stop."""
    at, text = sentence.start_char, reading.report.text.strip()
    if "\n" not in text and text[-1:] not in _STOPS:
        return not reading.report.text[:at].strip()
    return any(
        part.span.start <= at < part.span.end
        for part in reading.report.parts
        if part.kind in (PartKind.HEADLINE, PartKind.STANDFIRST)
    )


def _given(
    reading: Reading, source: Range, mark: Range, content: Range, shortest: int = 3
) -> Iterator[Found]:
    words = reading.doc[source[0] : source[1]]
    if (
        not 1 <= len(words) <= _LONGEST
        or words[0].lower_ in cues("topic")
        or content[1] - content[0] < shortest
    ):
        return
    if not _is_nominal(words[-1]) or any(
        t.pos_ in _NOT_NAMES
        and not _is_nominal(t)
        and t.lower_ != "of"
        and not (t.i == words[0].i < words[-1].i and t.tag_ in _PARTICIPLES)
        for t in words
    ):
        return
    if _is_scene(reading, words, mark, content):
        return
    known = words[-1].ent_type_ in _NAMED or words[-1].lemma_.lower() in cited_nouns()
    known = (
        known
        or _is_publication(words)
        or (len(words) == 1 and _is_short_name(words[0]))
        or (mark[0] < source[0] and can_speak(words[-1]))
    )
    known = known or (
        can_speak(words[-1]) and reading.doc[content[0]].lower_ in _SELF
    )  # "Rower: I nearly quit"
    if not known and not (words[-1].tag_ == "NNS" and mark[0] == source[1] and mark[1] > content[1]):
        return
    cue = reading.doc[mark[0]]
    yield Found(
        source=reading.spans(source),
        cue=(Span(cue.idx, cue.idx + len(cue.text)),),
        content=reading.spans(content),
        rule="headline",
        detail=f"speaker stands beside {cue.text!r} in the headline",
    )
