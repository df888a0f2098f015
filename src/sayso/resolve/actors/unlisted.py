"""Names that no table and no name finder knows, where somebody does something or has it done: they stand by.

"Norway accused Tessadi of fraud": the parser's name finder may not see that a name is somebody's. A capitalised name
where a clause has a party is taken for one; it becomes an actor of the record only where an event names it.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sayso.records.actor import Actor, Mention
from sayso.records.base import Span
from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.firms import shown_kinds
from sayso.resolve.actors.names import of_a_storm, storms
from sayso.resolve.actors.record import actor_record
from sayso.resolve.actors.words import gender_of, words
from sayso.resolve.coreference.cluster import Cluster
from sayso.resolve.elsewhere import kept

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words

_LABELS = frozenset({"", "ORG", "PERSON", "NORP", "GPE"})
_PARTY = frozenset({"nsubj", "nsubjpass", "dobj", "dative"})
_TO_PARTY = frozenset({"by", "against", "with", "to", "on", "upon", "from", "for"})
_WIDEST = 6
_BACK = 2
_CONTENT = frozenset({"VERB", "NOUN", "ADJ", "AUX", "ADV"})


def unlisted(
    doc: "Doc", taken: Iterable[Span], first: int, day: str | None
) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """The actors of names that no mention (`taken`) covers, with their mentions; their ids go on from `first`."""
    covered = {offset for span in taken for offset in range(span.start, span.end)}
    found: dict[str, list[tuple[Span, Span, str]]] = {}
    winds = kept(doc, "storms", storms)
    for sentence in doc.sents:
        if _is_headline(sentence):
            continue
        for token in sentence:
            if _is_party(token) and token.idx not in covered and token.text not in winds:
                begin = _begin(token)
                named = doc[begin : token.i + 1]
                no_party = of_a_storm(named) or _of_a_way(named)
                if no_party or any(t.idx in covered for t in doc[begin : token.i]):
                    continue
                span = Span(doc[begin].idx, token.idx + len(token))
                name = named.text
                found.setdefault(name, []).append((span, Span(token.idx, span.end), token.ent_type_))
    actors, mentions, kinds = [], [], kept(doc, "kinds", shown_kinds)
    for n, (name, places) in enumerate(found.items()):
        spans = tuple(span for span, _, _ in places)
        cluster = _cluster(name, places[0][2], kinds.get(name))
        actors.append(actor_record(f"a{first + n}", cluster, spans, day))
        mentions += [Mention(span=span, head=head, id=f"a{first + n}") for span, head, _ in places]
    return tuple(actors), tuple(mentions)


def _of_a_way(name: "Words") -> bool:
    """Whether a name is a street's, or the end of one: "Rue Morgue", "Promenade des Anglais"."""
    before = name.doc[max(name.sent.start, name.start - _BACK) : name.start]
    ways = words("way")
    return name[0].lower_ in ways or any(t.lower_ in ways and t.is_title for t in before)


def _is_headline(sentence: "Words") -> bool:
    """Whether every word of content has a capital, as in a headline: there it says nothing."""
    return not any(token.pos_ in _CONTENT and token.text[0].islower() for token in sentence)


def _is_party(token: "Token") -> bool:
    """Whether a proper noun stands where a clause names who does it or to whom."""
    if token.pos_ != "PROPN" or token.ent_type_ not in _LABELS or not token.text[0].isupper():
        return False
    if token.is_upper and not any(child.lower_ == "the" for child in token.lefts):
        return False  # "DNA"
    if token.lower_ in words("nobody") or token.lower_ in words("street"):
        return False
    owns = token.dep_ == "poss" and bool(token.ent_type_)
    first = token.head if owns else token  # "recognized Tessadia's independence"
    for _ in range(_WIDEST):
        if first.dep_ != "conj":
            break
        first = first.head
    return first.dep_ in _PARTY or (first.dep_ == "pobj" and first.head.lower_ in _TO_PARTY)


def _begin(token: "Token") -> int:
    """Where the name begins: the words before the head that are names too."""
    begin = token.i
    while begin > token.sent.start and token.i - begin < _WIDEST:
        before = token.doc[begin - 1]
        joined = before.text == "-" and begin - 2 >= token.sent.start and not before.whitespace_
        named = before.pos_ == "PROPN" and before.head.i in range(begin, token.i + 1)
        if not (joined or named):
            break
        begin -= 1
    return begin


def _cluster(name: str, label: str, shown: ActorKind | None) -> Cluster:
    """Of the kind that the report shows; else a person by the name finder or a given name.

    A single name is a person's too, if neither the name finder nor its capitals speak for a body.
    """
    parts = name.split()
    person = label == "PERSON" or gender_of([parts[0].lower()]) is not None
    person = person or (len(parts) == 1 and not name.isupper() and label != "ORG")
    kind = shown or (ActorKind.PERSON if person else ActorKind.ORGANISATION)
    return Cluster(name, kind, rule="unlisted", detail="a name in no table, where a clause names a party")
