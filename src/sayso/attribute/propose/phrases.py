"""Sources in a phrase beside the clause: "according to A", "in the words of A", "in A's view", "by A's account"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.attribute.found import Found
from sayso.attribute.propose.around import around, has_verb
from sayso.attribute.reading import WHEN, Range, Reading, children
from sayso.attribute.words.cues import cues
from sayso.attribute.words.speakers import can_speak

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

_CLOSERS = {")": ("(",), "–": ("–",), "—": ("—",), "--": ("--",)}
_OWN = {"in": "own words", "by": "own count", "on": "own telling", "to": "own mind"}
"""The part of the lexicon whose nouns stand behind each preposition."""
_OPENING = frozenset({"because", "although", "though", "but", "and", "so", "while"})
"""Words that open a clause which a phrase right behind them speaks of alone."""
_WHEN = frozenset({"in", "on", "at", "during"})
_NAME = 4
"""Words of the longest name beside a post."""
_LINKS = frozenset({"and", "or", ",", "as", "well", "&"})


def phrases(reading: Reading, sentence: Sentence, limit: int) -> Iterator[Found]:
    """The attributions of the sentence's source phrases; contents end before token `limit`."""
    words = [token.lower_ for token in sentence]
    for k, word in enumerate(words):
        if sentence.start + k >= limit:
            break
        for row in cues("phrase").get(word, ()):
            size = row.cue.count(" ") + 1
            if words[k : k + size] == row.cue.split():
                start = sentence.start + k
                found = _named_after(reading, sentence, start, start + size, limit)
                if found is not None:
                    yield found
                break
        if word in ("in", "by", "to", "on"):
            found = _own_words(reading, sentence, sentence.start + k, limit)
            if found is not None:
                yield found


def _named_after(reading: Reading, sentence: Sentence, start: int, named: int, limit: int) -> Found | None:
    end = _source_end(reading, sentence, start, named, limit)
    start_of_cue, start = start, _with_adverb(reading, sentence, start)
    source = reading.trim(named, _before_adverb(reading, named, end))
    if source[0] >= source[1] or reading.doc[source[1] - 1].lemma_.lower() in cues("no source"):
        return None
    return beside(reading, sentence, (start, end), source, (start_of_cue, named), limit, "source phrase")


def _before_adverb(reading: Reading, named: int, end: int) -> int:
    """Where the source ends without what says when: "the institute | late on Monday", "the Gazette | in March"."""
    for i in range(named + 1, end - 1):
        token = reading.doc[i]
        dated = all(t.ent_type_ in WHEN for t in reading.doc[i + 1 : end])
        if token.lower_ in _WHEN and dated and any(t.pos_ == "PROPN" for t in reading.doc[named:i]):
            end = i
            break
    return end - 1 if end - 1 > named and reading.doc[end - 1].lower_ in cues("hour") else end


def _source_end(reading: Reading, sentence: Sentence, start: int, named: int, limit: int) -> int:
    """Where the source's noun phrase ends: at its comma, over a list and appositions but not into the clause."""
    doc, initial = reading.doc, not has_verb(reading, sentence.start, start)
    noun = next(
        (t for t in doc[named:limit] if t.head.i < named or t.head.i >= limit or t.dep_ == "pobj"), None
    )
    stop = noun.right_edge.i + 1 if noun is not None and noun.left_edge.i >= start else named + 1
    end = _segment(reading, named, limit)
    if end + 1 < stop and doc[end].text == "," and doc[end + 1].pos_ in ("ADJ", "VERB", "ADV"):
        stop = end
    stop = next((i for i in range(named + 1, stop) if _opens(reading, i, named)), stop)
    if initial and (named_beside := _named_beside(reading, named, end, limit)):
        return named_beside
    if not initial:
        return min(max(stop, _segment_end(reading, named, limit, stop)), limit)
    while end < limit and doc[end].text == ",":
        following = _segment(reading, end + 1, limit)
        if (
            end + 1 < limit
            and doc[end + 1].tag_ in ("WP", "WP$", "WDT")
            and following < limit
            and doc[following].text == ","
        ):
            end = following
            continue
        appositive = doc[end + 1 : following].root.dep_ == "appos" if end + 1 < following else False
        verbal = has_verb(reading, end + 1, following) and not appositive
        if following >= limit or doc[following].text != "," or verbal:
            break
        if (doc[end + 1].pos_ in ("ADP", "SCONJ", "ADV") and not appositive) or not _is_part_of_list(
            reading, end + 1, following, limit
        ):
            break
        end = following
    return end


def _named_beside(reading: Reading, named: int, end: int, limit: int) -> int:
    """Where a name beside a post ends, 0 for none: "According to the town's mayor, Ada Lund, there were ten"."""
    if end + 2 >= limit or reading.doc[end].text != ",":
        return 0
    post = reading.doc[end - 1]
    stop = _segment(reading, end + 1, limit)
    name = reading.doc[end + 1 : stop]
    full = 1 < len(name) <= _NAME and all(t.text[:1].isupper() and t.pos_ == "PROPN" for t in name)
    comma = stop + 1 < limit and reading.doc[stop].text == ","
    return stop if full and comma and post.text.islower() and post.pos_ == "NOUN" and can_speak(post) else 0


def _segment(reading: Reading, start: int, limit: int) -> int:
    depth = 0
    for i in range(start, limit):
        text = reading.doc[i].text
        depth += (text == "(") - (text == ")")
        if depth <= 0 and (
            text in (",", ";", ":", "—", "–") or reading.doc[i].is_space or _opens(reading, i, start)
        ):
            return i
    return limit


def _opens(reading: Reading, i: int, start: int) -> bool:
    quotation = reading.quotation_at(i)
    return (
        quotation is not None
        and reading.doc[i].idx == quotation.span.start
        and not reading.same_quotation(i, start)
    )


def _segment_end(reading: Reading, named: int, limit: int, stop: int) -> int:
    """A following apposition or list is part of the source only where the parse says so."""
    end = _segment(reading, named, limit)
    return end if end > stop and not has_verb(reading, stop, end) and end - stop <= 2 else stop


def _is_part_of_list(reading: Reading, start: int, end: int, limit: int) -> bool:
    """Whether a segment between commas belongs to the source: an apposition, or a list before a clause."""
    segment = reading.doc[start:end]
    root = segment.root
    if root.dep_ in ("appos", "conj", "pobj") or (root.pos_ == "ADJ" and root.dep_ in ("advcl", "amod")):
        return True
    subjects = [t for t in reading.doc[end:limit] if t.dep_ in ("nsubj", "nsubjpass", "expl")]
    return bool(subjects) and any(t.lower_ in _LINKS for t in segment)


def _own_words(reading: Reading, sentence: Sentence, start: int, limit: int) -> Found | None:
    """ "in her words", "in the minister's view", "by his own account"."""
    doc = reading.doc
    fitting = cues(_OWN[doc[start].lower_])
    noun = next((t for t in children(doc[start], "pobj") if t.lemma_.lower() in fitting), None)
    if noun is None or noun.i >= limit:
        return None
    owner = next(iter(children(noun, "poss")), None)
    if owner is None:
        return None
    source = (owner.left_edge.i, owner.right_edge.i + 1)
    return beside(
        reading, sentence, (start, noun.i + 1), source, (noun.i, noun.i + 1), limit, "in one's own words"
    )


def beside(
    reading: Reading, sentence: Sentence, extent: Range, source: Range, cue: Range, limit: int, rule: str
) -> Found | None:
    """The attribution of a phrase with these tokens, whose content is what it stands beside."""
    content = reading.spans(
        *(reading.whole_quotations(*part, cue[0]) for part in _parts(reading, sentence, extent, limit))
    )
    if not content or not reading.spans(source):
        return None
    return Found(
        source=reading.spans(source),
        cue=reading.spans(cue),
        content=content,
        rule=rule,
        detail=f"speaker is named by {reading.doc[cue[0] : cue[1]].text!r}",
    )


def _parts(reading: Reading, sentence: Sentence, extent: Range, limit: int) -> list[Range]:
    """What the phrase speaks of: the clause around it, the aside that it closes, or the clause that it opens."""
    aside = _aside(reading, sentence, extent, limit)
    if aside is not None:
        return [aside]
    opened = _opened(reading, sentence, extent, limit)
    if opened is not None:
        return [opened]
    main = _main_verb(reading.doc[extent[0]], extent)
    scope = reading.doc[_scope_start(sentence, extent, main) : limit]
    if main is not None and main.i >= limit:
        main = None
    return around(reading, scope, *extent, main)


def _aside(reading: Reading, sentence: Sentence, extent: Range, limit: int) -> Range | None:
    """ "The wall (built in a week, according to the owner) fell": what stands with the phrase in brackets."""
    if extent[1] >= limit or reading.doc[extent[1]].text not in _CLOSERS:
        return None
    opener = _CLOSERS[reading.doc[extent[1]].text]
    at = next((i for i in range(extent[0] - 1, sentence.start, -1) if reading.doc[i].text in opener), None)
    found = reading.trim(at + 1, extent[0]) if at is not None else (0, 0)
    return found if found[0] < found[1] else None


def _opened(reading: Reading, sentence: Sentence, extent: Range, limit: int) -> Range | None:
    """ "said that, according to A, X", "because according to A, X": only the clause behind "that"."""
    first = reading.trim(sentence.start, extent[0])[1] - 1
    before = reading.doc[first]
    if first <= sentence.start or before.lower_ not in _OPENING | {"that", "whether"}:
        return None
    found = reading.trim(extent[1], limit)
    if before.lower_ in _OPENING and (before.i != extent[0] - 1 or not has_verb(reading, *found)):
        return None
    return found if found[0] < found[1] else None


def _main_verb(token: Token, extent: Range) -> Token | None:
    """The verb of the clause that the phrase belongs to, outside the phrase itself."""
    above = token
    while above.head != above:
        above = above.head
        if above.pos_ in ("VERB", "AUX") and not extent[0] <= above.i < extent[1]:
            own = children(above, "nsubj", "nsubjpass", "expl")
            if own and above.dep_ in ("conj", "relcl", "ROOT"):
                return above
    return above if not extent[0] <= above.i < extent[1] else None


def _scope_start(sentence: Sentence, extent: Range, main: Token | None) -> int:
    """The first token of the clause: one behind ", and" with its own subject stands alone."""
    if main is None or main.dep_ not in ("conj", "relcl"):
        return sentence.start
    joint = main.left_edge.i - 1
    if (
        main.dep_ == "conj"
        and joint > sentence.start
        and not sentence.doc[joint - 1].is_punct
        and sentence.doc[joint].tag_ == "CC"
        and extent[0] > main.i
    ):
        return sentence.start
    return max(sentence.start, min(main.left_edge.i, extent[0]))


def _with_adverb(reading: Reading, sentence: Sentence, start: int) -> int:
    before = start - 1
    return before if before >= sentence.start and reading.doc[before].lower_ in ("also", "all") else start
