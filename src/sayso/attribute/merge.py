"""Two proposers' attributions in one list: the encoder's, mended by the rules, and what only rules can see.

The encoder's training data (PolNeAR) forbids a statement inside another, and knows few headlines, few refusals to
confirm and few sources that are lists. Chosen on PolNeAR's dev split, for precision at the same F1 (relation P, R, F1
0.752 / 0.716 / 0.733 for the encoder alone, 0.821 / 0.663 / 0.733 with `credible` and this):

- A rule in `PRECISE` reads its words better than the encoder; it stands in place of what shares its cue. So does
  any rule where the encoder's score is below `WEAK`.
- Where a rule reads the same cue and its source holds the encoder's as a part ("EU" of "EU, Polish and Norwegian
  assessments"), the source is the rule's.
- Where a rule in `AROUND` reads the same cue and its content holds the encoder's ("Kim pledged that ..., KCNA
  reported"), the content is the rule's; so it is where the rule's closes the encoder's ("voters that ...").
- A rule's attribution is kept besides if its content lies in an encoded one or around it (a chain), or apart from
  all of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.attribute.found import Found, Nearby, Spans, inside, meet
from sayso.attribute.words.speakers import veils
from sayso.records.base import Span

WEAK = 0.5
PRECISE = frozenset({
    "source phrase", "impersonal passive", "passive verb", "relative clause", "verb of reluctance",
    "as one put it", "adverb", "quoted as saying", "cited source", "signature",
    "transcript", "unanswered call", "what one says in passing", "made known", "turned clause", "idiom with gap",
})  # fmt: skip

SHORTER = frozenset({"verb with content"})
"""Rules that know an addressee before the clause, which the encoder at times takes for the content's beginning."""

_ASIDE = re.compile(r"\s?(?:, (?:who|which|whose|whom|where|when|\w+ing)\b|\()")
"""How what is said of a speaker in passing begins behind his name; that is no part of the source."""
_MERELY = frozenset({"only", "just", "merely", "simply", "also", "to"})
_CLAUSAL = frozenset(
    {"that", "he", "she", "they", "it", "had", "has", "have", "was", "were", "would", "will"}
)
"""Words that no addressee holds: what they stand in is a clause."""
_HELPING = frozenset(
    {"had", "has", "have", "was", "were", "is", "are", "would", "will", "could", "should", "may", "might"}
)
_GOES_ON = frozenset({"from", "of", "to", "with", "against", "into"})
_OBJECT = 4
"""Words of the longest object that a rule puts before a content."""
_DASH = re.compile("[–—―]|--| - ")

WHOLE = frozenset({"verb with content"})
"""Rules that see the object before what is asked of it or said of it ("both sides to yield")."""

CLOSED = frozenset({"noun with content"})
"""Rules that see where a noun's clause ends, which the encoder runs on ("warning that it would fail was ignored")."""

FURTHER = frozenset({"idiom"})
"""Rules that see all the words of a cue, of which the encoder takes the first ("pleaded | not guilty to")."""

AROUND = frozenset({"inserted clause"})
"""Rules that see a whole clause as the content where the encoder, for want of nesting, takes the inner one."""


def merge(encoded: Sequence[Found], ruled: Sequence[Found], text: str = "") -> list[Found]:
    """The encoder's attributions mended by the rules', and those of the rules that add to them.

    `text` is the report's; without it no source is checked for a dash within it.
    """
    precise = [each for each in ruled if each.rule in PRECISE]
    others = [each for each in ruled if each.rule not in PRECISE]
    surer, sure = Nearby(precise), Nearby(others)
    trusted = [each for each in encoded if _twin(each, surer) is None and not _outdone(each, sure, text)]
    taken = [span for each in trusted for span in each.content]
    base = [
        *precise,
        *(_gone_on(_mended(each, _twin(each, sure), text), _twin(each, sure), taken) for each in trusted),
    ]
    near = Nearby(base)
    kept, same = list(base), {}
    for each in (_ended(other, trusted) for other in others):
        twin = _twin(each, near)
        if twin is not None:
            same[each] = twin
        elif _adds(each, near.of(each)):
            kept.append(each)
    return [
        replace(each, inside=same[each.inside]) if each.inside is not None and each.inside in same else each
        for each in kept
    ]


def _twin(each: Found, others: Nearby) -> Found | None:
    """The attribution among `others` that reads the same cue."""
    return next((other for other in others.of(each) if meet(each.cue, other.cue)), None)


def _outdone(each: Found, ruled: Nearby, text: str) -> bool:
    """Whether a rule on the same cue is the surer: not one whose source is a part of the encoder's,
    or the "both" of "A and B both said". "Allegedly told" by somebody is surer than "allegedly" by nobody.
    """
    longer = _twin(each, ruled)
    if longer is not None and longer.source and not each.source and _is_head(each.cue, longer.cue):
        return True
    twin = _twin(each, ruled) if each.score is not None and each.score < WEAK else None
    if twin is None or (each.source and _is_floating(twin.source, text)):
        return False
    return not twin.source or twin.source == each.source or not inside(twin.source, each.source)


def _is_floating(source: Spans, text: str) -> bool:
    return len(source) == 1 and source[0].cut(text).lower() in ("both", "all", "each")


def _mended(each: Found, ruled: Found | None, text: str) -> Found:
    """The encoded attribution with the source, or the embedding content, that the rule on the same cue read."""
    if ruled is None:
        return each
    part = each.source and each.source != ruled.source and inside(each.source, ruled.source)
    if part and not _is_broken(each.source, ruled.source, text):
        detail = f"{each.detail}; its source completed by the rule {ruled.rule!r}"
        each = replace(each, source=ruled.source, detail=detail)
    if ruled.rule in AROUND and each.content != ruled.content and inside(each.content, ruled.content):
        detail = f"{each.detail}; its content completed by the rule {ruled.rule!r}"
        own = ruled.source if ruled.source and inside(ruled.source, each.source) else each.source
        each = replace(each, source=own, content=ruled.content, detail=detail)
    elif ruled.rule in CLOSED and each.content != ruled.content and _is_head(ruled.content, each.content):
        detail = f"{each.detail}; its content ended by the rule {ruled.rule!r}"
        each = replace(each, content=ruled.content, detail=detail)
    elif ruled.rule in FURTHER and inside(ruled.content, each.content) and _is_denial(each, ruled, text):
        detail = f"{each.detail}; its cue completed by the rule {ruled.rule!r}"
        each = replace(each, cue=ruled.cue, content=ruled.content, detail=detail)
    elif (
        ruled.rule in WHOLE
        and _begins_late(ruled.content, each.content, text)
        and _is_near(ruled, each, text)
    ):
        detail = f"{each.detail}; its content completed by the rule {ruled.rule!r}"
        each = replace(each, content=ruled.content, cue=ruled.cue, detail=detail)
    elif ruled.rule in WHOLE and _lacks_subject(ruled.content, each.content, text):
        detail = f"{each.detail}; its content begun by the rule {ruled.rule!r}"
        each = replace(each, content=ruled.content, detail=detail)
    elif ruled.rule in WHOLE and _is_cut_short(ruled.content, each.content, text):
        detail = f"{each.detail}; its content ended by the rule {ruled.rule!r}"
        each = replace(each, content=ruled.content, detail=detail)
    elif ruled.rule in SHORTER and _begins_late(each.content, ruled.content, text, _CLAUSAL):
        detail = f"{each.detail}; its content begun by the rule {ruled.rule!r}"
        each = replace(each, content=ruled.content, detail=detail)
    return each


def _is_broken(source: Spans, longer: Spans, text: str) -> bool:
    """Whether what the longer source adds is parted by a dash (a dateline), or is an aside (", who resigned") that
    does not hide a name (", who asked not to be named")."""
    added = text[source[-1].end : longer[-1].end]
    if _ASIDE.match(added) and not any(veil in added.lower() for veil in veils()):
        return True
    return bool(_DASH.search(text[longer[0].start : source[0].start] + text[source[-1].end : longer[-1].end]))


def _gone_on(each: Found, ruled: Found | None, taken: Sequence[Span]) -> Found:
    """With the rule's quotations before it that no encoded content holds: those over several paragraphs."""
    if ruled is None or not all(any(one.overlaps(s) for s in ruled.content) for one in each.content):
        return each
    first, last = each.content[0].start, each.content[-1].end
    apart = [span for span in ruled.content if span.end < first - 1 or span.start > last + 1]
    more = [
        span for span in apart if not any(span.overlaps(one) for one in (*taken, *each.cue, *each.source))
    ]
    reach = [one.start for one in (*each.cue, *each.source)]
    more = [span for span in more if span.end < min((first, *reach))]
    if not more:
        return each
    return replace(each, content=tuple(sorted((*each.content, *more))))


def _is_denial(each: Found, ruled: Found, text: str) -> bool:
    """Whether the rule's cue goes on over a "not" that the encoder leaves to the content."""
    more = text[each.cue[-1].end : ruled.cue[-1].end].split()
    return _is_head(each.cue, ruled.cue) and more[:1] == ["not"]


def _begins_late(outer: Spans, spans: Spans, text: str, no: frozenset[str] = frozenset({"that"})) -> bool:
    """Whether one span closes another, with no clause before it ("that taxes will fall" of "voters that ...")."""
    tail = len(spans) == len(outer) == 1 and spans[0].end == outer[0].end and outer[0].covers(spans[0])
    return tail and spans != outer and not no & set(text[outer[0].start : spans[0].start].lower().split())


def _lacks_subject(ruled: Spans, content: Spans, text: str) -> bool:
    """Whether a content begins at a helping verb, and the rule's before that, at the verb's subject."""
    first = content[0].cut(text).split()[:1]
    tail = len(ruled) == len(content) == 1 and ruled[0].end == content[0].end and ruled != content
    return tail and ruled[0].covers(content[0]) and first[0].lower() in _HELPING


def _is_cut_short(ruled: Spans, content: Spans, text: str) -> bool:
    """Whether a thing or deed is cut off before its preposition: "stealing £90 | from the club"."""
    if not _is_head(content, ruled):
        return False
    more = text[content[0].end : ruled[0].end].split()
    return more[0].lower() in _GOES_ON and not _CLAUSAL & set(content[0].cut(text).lower().split())


def _is_near(ruled: Found, each: Found, text: str) -> bool:
    """Whether what the rule adds is a short object right behind the cue, and no clause."""
    added = text[ruled.content[0].start : each.content[0].start].split()
    near = text[ruled.cue[-1].end : ruled.content[0].start].strip() == ""
    return near and 0 < len(added) <= _OBJECT and added[0] not in _MERELY


def _is_head(spans: Spans, outer: Spans) -> bool:
    """Whether one span opens another ("that it would fail" of "that it would fail was ignored")."""
    head = len(spans) == len(outer) == 1 and spans[0].start == outer[0].start and outer[0].covers(spans[0])
    return head and spans != outer


def _adds(each: Found, base: Sequence[Found]) -> bool:
    met = [other for other in base if meet(each.content, other.content)]
    return all(inside(each.content, other.content) or inside(other.content, each.content) for other in met)


def _ended(each: Found, encoded: Sequence[Found]) -> Found:
    """With its content ended where the encoded one ends in which its source and cue lie ("A accused B, C wrote")."""
    for outer in (piece for other in encoded for piece in other.content):
        if all(outer.covers(span) for span in (*each.source, *each.cue)):
            cut = tuple(Span(s.start, min(s.end, outer.end)) for s in each.content if s.start < outer.end)
            return replace(each, content=cut) if cut and cut != each.content else each
    return each
