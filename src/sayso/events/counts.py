"""The figures of an event: how many killed, injured, arrested, sent or marching."""

from typing import TYPE_CHECKING

from sayso.events.lexicon import word_classes
from sayso.records.base import Span
from sayso.records.event import Count
from sayso.records.stages import Resolved
from sayso.records.time import Figure
from sayso.records.vocabulary import CountWhat, EventType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Sentence

# What a figure counts, by the class of the word that governs or follows it, and the event types it is a fact of.
_BY_WORD = (
    ("count_killed", CountWhat.KILLED, {EventType.ASSAULT, EventType.PROTEST}),
    ("count_injured", CountWhat.INJURED, {EventType.ASSAULT, EventType.PROTEST}),
    ("count_arrested", CountWhat.ARRESTED, {EventType.COERCE, EventType.PROTEST}),
    ("count_abducted", CountWhat.ABDUCTED, {EventType.ASSAULT}),
    ("count_displaced", CountWhat.DISPLACED, {EventType.ASSAULT, EventType.COERCE}),
    ("count_missing", CountWhat.MISSING, {EventType.ASSAULT}),
    ("count_released", CountWhat.RELEASED, {EventType.RETREAT, EventType.AID}),
)
_BY_NOUN = (
    ("count_casualties", CountWhat.CASUALTIES, {EventType.ASSAULT}),
    (
        "troops",
        CountWhat.TROOPS,
        {
            EventType.AID,
            EventType.MOBILIZE,
            EventType.RETREAT,
            EventType.AGREE,
            EventType.CONCEDE,
            EventType.COOPERATE,
        },
    ),
    (
        "weapon",
        CountWhat.WEAPONS,
        {EventType.AID, EventType.MOBILIZE, EventType.COOPERATE, EventType.ASSAULT},
    ),
    ("money", CountWhat.MONEY, {EventType.AID, EventType.AGREE, EventType.COOPERATE}),
)


def counts(
    kind: EventType, trigger: "Token", others: "set[int]", sentence: "Sentence", resolved: Resolved
) -> tuple[Count, ...]:
    """The figures of the trigger's sentence that are facts of an event of this type.

    A figure under one of the `others` (words of other events there, by their place in the text) is theirs.
    """
    found: dict[tuple[CountWhat, Span], Count] = {}
    for figure in resolved.figures:
        if not sentence.start_char <= figure.span.start < sentence.end_char:
            continue
        noun = _noun(sentence, figure)
        if noun is None or _owner(noun, others | {trigger.i}) not in (None, trigger.i):
            continue
        what = _what(kind, trigger, noun)
        if what is not None:
            span = _span(figure)
            found[what, span] = count(what, span, figure, resolved, sentence.doc)
    return tuple(found.values())


def _owner(noun: "Token", triggers: "set[int]") -> int | None:
    """The nearest of these triggers above the noun."""
    return next((word.i for word in noun.ancestors if word.i in triggers), None)


def _what(kind: EventType, trigger: "Token", noun: "Token") -> CountWhat | None:
    classes = word_classes()
    lemma = noun.lemma_.lower()
    around = _governors(noun)
    for name, what, kinds in _BY_WORD:
        if kind in kinds and (lemma in classes[name] or not classes[name].isdisjoint(around)):
            return what
    for name, what, kinds in _BY_NOUN:
        if kind in kinds and lemma in classes[name] and _near(trigger, noun):
            return what
    if kind is EventType.PROTEST and lemma in classes["person"] and trigger in (noun.head, noun.head.head):
        return CountWhat.PROTESTERS
    return None


def _near(trigger: "Token", noun: "Token") -> bool:
    """Whether the noun belongs to the trigger's own clause, or the trigger to the noun ("troops sent")."""
    above = noun.head
    while above.pos_ not in ("VERB", "AUX") and above.head != above and above != trigger:
        above = above.head
    return above == trigger or trigger.head == noun


def _governors(noun: "Token") -> set[str]:
    """The words that say what befell those counted: their verb, a participle after them, "dead"."""
    found = {c.lemma_.lower() for c in noun.children if c.dep_ in ("acl", "amod", "advcl")}
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NUM":
        noun = noun.head.head  # "40 of its members had been detained"
    verb = noun.head
    while verb.dep_ in ("prep", "nummod") or (verb.pos_ in ("NOUN", "NUM") and verb.dep_ in ("pobj", "conj")):
        found.add(verb.lemma_.lower())
        verb = verb.head
    passive_agent = noun.dep_ == "pobj" and noun.head.dep_ == "agent"
    if noun.dep_ == "dobj" or (noun.dep_ in ("nsubj", "nsubjpass") and not passive_agent):
        doing = noun.dep_ == "nsubj" and verb.tag_ != "VBN" and any(c.dep_ == "dobj" for c in verb.children)
        if not doing:
            found.add(verb.lemma_.lower())
            found |= {c.lemma_.lower() for c in verb.children if c.dep_ in ("acomp", "oprd", "attr")}
    elif verb.pos_ == "NOUN":
        found.add(verb.lemma_.lower())
    if noun.dep_ == "conj":
        found |= _governors(noun.head) if noun.head != noun else set()
    return found


def _noun(sentence: "Sentence", figure: Figure) -> "Token | None":
    """The head of the words counted; for a bare number ("12 were killed") the number itself."""
    span = figure.noun or figure.span
    inside = [t for t in sentence if span.start <= t.idx < span.end]
    return next((t for t in inside if t.head not in inside), inside[-1] if inside else None)


def _span(figure: Figure) -> Span:
    if figure.noun is not None and 0 <= figure.noun.start - figure.span.end <= 40:
        return Span(figure.span.start, figure.noun.end)
    return figure.span


def count(what: CountWhat, span: Span, figure: Figure, resolved: Resolved, doc: "Doc") -> Count:
    """The figure as a count of `what`, with the statement that it was given in; `span` lies in the Doc's text."""
    around = doc.char_span(span.start, span.end, alignment_mode="expand")
    assert around is not None, "a figure lies in the Doc"
    said = resolved.statement_at(span)
    return Count(
        what=what,
        low=figure.low,
        best=figure.best,
        high=figure.high,
        statement=said.id if said else None,
        text=around.text[span.start - around.start_char : span.end - around.start_char],
        spans=(span,),
    )
