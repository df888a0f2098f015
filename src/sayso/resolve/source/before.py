"""The class of "it" and "they" that no actor answers to: that of the subject before."""

from typing import TYPE_CHECKING

from sayso.records.vocabulary import SourceClass
from sayso.resolve.actors.found import Form
from sayso.resolve.coreference.cluster import Cluster
from sayso.resolve.source.firms import is_personal
from sayso.resolve.source.names import class_by_report, phrase_to
from sayso.resolve.source.nouns import noun_at, nouns
from sayso.resolve.source.phrase import class_by_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

_ALONE = frozenset({SourceClass.PERSON, SourceClass.ANONYMOUS})
_THINGS = frozenset({SourceClass.ORGANISATION, SourceClass.STATE, SourceClass.MEDIA, SourceClass.DOCUMENT})
_BODIES = frozenset({SourceClass.ORGANISATION, SourceClass.STATE})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_INNER = frozenset({"relcl", "acl"})
_SENTENCES = 2


def class_before(
    token: "Token", base: str, clusters: tuple[Cluster, ...], known: "Mapping[int, SourceClass]"
) -> SourceClass | None:
    """The class of what "it" or "they" means by the words of the subject before; None where its actors tell.

    `known` gives the class of each source so far by its head token.

    Actors tell unless there are none, or "they" has found one body ("the ministry") and the subject is many.
    """
    if base not in ("it", "they"):
        return None
    if base == "it" and len(clusters) == 1 and (described := _described_by(token, clusters[0])) is not None:
        return known.get(described.i) or _of_subject(described)
    if base == "they" and any(_is_left_open(token, one, known) for one in clusters[:1]):
        return SourceClass.ANONYMOUS
    if clusters and not (base == "they" and len(clusters) == 1 and _is_one(clusters[0])):
        return None
    for subject in _subjects(token):
        if _is_many(subject) != (base == "they"):
            continue
        if (found := known.get(subject.i) or _of_subject(subject)) is None:
            continue
        if found is SourceClass.PUBLISHER:
            return _of_asked(subject.head)
        if base == "it" and found in _ALONE:
            if (body := _spoken_for(subject)) is not None:
                return body
            continue
        return None if clusters and found is not SourceClass.COLLECTIVE else found
    return _source_before(token, known) if base == "it" and not clusters else None


def _is_left_open(token: "Token", cluster: Cluster, known: "Mapping[int, SourceClass]") -> bool:
    """Whether the last words for an actor before a pronoun were a source that hides its name."""
    before = [m for m in cluster.mentions if m.form is not Form.PRONOUN and m.last <= token.i]
    last = max(before, key=lambda m: m.first, default=None)
    return last is not None and known.get(last.head) is SourceClass.ANONYMOUS


def _source_before(token: "Token", known: "Mapping[int, SourceClass]") -> SourceClass | None:
    """The class of the last source before a pronoun, if it is no person, at most two sentences back."""
    last = max((i for i in known if i < token.i), default=None)
    if last is None or known[last] in _ALONE:
        return None
    if known[last] is SourceClass.PUBLISHER:
        return _of_asked(token.doc[last].head)
    begun = sum(t.is_sent_start is True for t in token.doc[last : token.i])
    return known[last] if begun <= _SENTENCES else None


def last_body(token: "Token", known: "Mapping[int, SourceClass]") -> SourceClass | None:
    """The class of the last source before "it", if that is no person, in the same sentence or the one before."""
    last = max((i for i in known if i < token.i), default=None)
    if last is None or token.dep_ not in _SUBJECTS or known[last] not in _THINGS:
        return None
    return known[last] if _begun(token, last) <= 1 else None


def says_in_text(token: "Token") -> bool:
    """Whether what "it" says stands in a text, so that it is none itself: "it said in an emailed statement"."""
    inside = (
        t for prep in token.head.children if prep.lower_ == "in" for t in prep.children if t.dep_ == "pobj"
    )
    found = (noun_at([t.lower_], guess=False) for t in inside)
    return any(noun is not None and noun.kind == "document" for noun in found)


def body_before(token: "Token", known: "Mapping[int, SourceClass]") -> SourceClass | None:
    """The class of the last body that spoke before "the agency"; "the force" is else a state's."""
    last = max((i for i, of in known.items() if i < token.i and of in _BODIES), default=None)
    if last is not None and _begun(token, last) <= _SENTENCES:
        return known[last]
    return SourceClass.STATE if token.nbor().lower_ in nouns("state's body") else None


def _begun(token: "Token", since: int) -> int:
    """How many sentences begin between the word behind `since` and a token."""
    return sum(t.is_sent_start is True for t in token.doc[since + 1 : token.i + 1])


def _of_asked(verb: "Token") -> SourceClass | None:
    """The class of whom the writer asked: "We asked the ministry. It told us", "This newspaper asked the council"."""
    asked = next(
        (t for t in verb.children if t.dep_ in ("dobj", "dative") and t.pos_ in ("NOUN", "PROPN")), None
    )
    found = class_by_words(phrase_to(asked)) if asked is not None else None
    return None if found in _ALONE else found


def after_somebody(token: "Token") -> bool:
    """Whether the one whom the nearest subject before a pronoun names is left open: "one of the guards"."""
    for one in _clauses(token):
        phrase = [t for t in one.doc[one.left_edge.i : one.right_edge.i + 1] if t.i < token.i]
        if one.pos_ == "PROPN" and is_personal([t for t in phrase_to(one) if t.pos_ == "PROPN"]):
            return False
        found = class_by_words(phrase) if one.pos_ in ("NOUN", "NUM", "PRON") else None
        if found in _ALONE and not _is_many(one):
            return found is SourceClass.ANONYMOUS
    return False


def _spoken_for(subject: "Token") -> SourceClass | None:
    """The class of the body that one speaks for: "a spokesman for the palace"; None where none is said."""
    if subject.lower_ not in nouns("spokes"):
        return None
    preps = [t for t in subject.children if t.lower_ in ("for", "of")]
    of = [t for p in preps for t in p.children if t.dep_ == "pobj"]
    of += [t for t in subject.lefts if t.dep_ == "poss"]
    found = class_by_words(phrase_to(of[0])) if of else None
    return None if found in _ALONE else found


def _described_by(token: "Token", cluster: Cluster) -> "Token | None":
    """The subject that an adjective of a state describes, where that is all there is of it: "the Chilean miner"."""
    before = [m for m in cluster.mentions if m.form is not Form.PRONOUN and m.last <= token.i]
    if cluster.entity is None or not before:
        return None
    owner = token.doc[before[-1].head]
    if owner.dep_ == "poss" and owner.head.pos_ == "PROPN" and owner.head.dep_ in _SUBJECTS:
        return owner.head if owner.head.i < token.i else None
    if any(m.form is not Form.ADJECTIVE for m in before):
        return None
    head = token.doc[before[-1].first].head
    name = head.head if head.dep_ == "compound" else head
    return name if name.dep_ in _SUBJECTS and name.i < token.i else None


def _is_many(subject: "Token") -> bool:
    """Whether a subject is several or many: a plural, or a noun such as "the couple"."""
    if subject.lower_ in nouns("standing alone"):
        return True
    noun = noun_at([subject.lower_], guess=False)
    return subject.tag_ in ("NNS", "NNPS") or (noun is not None and noun.kind == "mass")


def _is_one(cluster: Cluster) -> bool:
    """Whether the words for an actor, but for pronouns, name one."""
    return not cluster.plural and not any(m.plural and m.form is not Form.PRONOUN for m in cluster.mentions)


def _of_subject(subject: "Token") -> SourceClass | None:
    """The class of a subject by its words; a bare name that is no person's, as "it" shows, is a body's."""
    if subject.lower_ in nouns("standing alone"):
        return SourceClass.COLLECTIVE
    doc, name = subject.doc, phrase_to(subject)
    first = min(subject.left_edge.i, name[0].i)
    tokens = [t for t in doc[first : subject.i + 1] if not t.is_space]
    if (by_words := class_by_words(tokens)) is not None:
        return by_words
    found = class_by_report(doc, tokens)
    return SourceClass.ORGANISATION if found is SourceClass.PERSON else found


def _subjects(token: "Token") -> "Iterator[Token]":
    """The subjects of clauses before a pronoun, nearest first: in its own sentence, then in the one before."""
    for one in _clauses(token):
        noun = one.pos_ in ("NOUN", "PROPN") or one.lower_ in nouns("standing alone")
        if noun and one.head.dep_ not in _INNER and not is_quoted_before(one, token):
            yield one


def is_quoted_before(subject: "Token", token: "Token") -> bool:
    """Whether a quotation around a subject closes before a token: "“Officers came quickly.” They also said"."""
    marks = (t for t in subject.doc[subject.i : token.i] if t.is_quote)
    first = next(marks, None)
    return first is not None and (
        first.text in ("”", "’", "''") or (first.text == '"' and not has_blank_before(first))
    )


def opens_report(token: "Token") -> bool:
    """Whether a pronoun stands in the quotation that opens the text, no noun before it: "“She begged me," said"."""
    before = token.doc[: token.i]
    return sum(t.is_quote for t in before) == 1 and not any(t.pos_ in ("NOUN", "PROPN") for t in before)


def has_blank_before(mark: "Token") -> bool:
    """Whether a blank or nothing stands before a straight mark, as before one that opens a quotation."""
    return mark.i == 0 or bool(mark.nbor(-1).whitespace_) or mark.nbor(-1).is_space


def _clauses(token: "Token") -> "Iterator[Token]":
    """The subjects before a token in its own sentence and the one before, pronouns among them."""
    sentences = 0
    for one in reversed(token.doc[: token.i]):
        if one.dep_ in _SUBJECTS:
            yield one
        if one.is_sent_start:
            sentences += 1
            if sentences > _SENTENCES:
                return
