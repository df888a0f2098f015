"""The class of "he" and "she" by who spoke last, where the actor found for them was last named before that."""

from typing import TYPE_CHECKING

from sayso.records.vocabulary import SourceClass
from sayso.resolve.actors.found import Form
from sayso.resolve.actors.words import gender_of
from sayso.resolve.coreference.cluster import Cluster
from sayso.resolve.source.before import is_quoted_before
from sayso.resolve.source.names import phrase_to
from sayso.resolve.source.nouns import nouns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

_ALONE = frozenset({SourceClass.PERSON, SourceClass.ANONYMOUS})
_GENDERS = {"he": "m", "she": "f"}
_SENTENCES = 2


def class_of_speaker_before(
    token: "Token", clusters: tuple[Cluster, ...], known: "Mapping[int, SourceClass]"
) -> SourceClass | None:
    """The class of the one person who spoke last before "he" or "she", a sentence or two before; else None.

    `known` gives the class of each source so far by its head token. Nothing where the actors of the pronoun
    (`clusters`) are named later than that, or where that one is of the other gender.
    """
    wanted = _GENDERS.get(token.lower_)
    speaker = _last(token, known) if wanted is not None else None
    if speaker is None or speaker.sent == token.sent or _is_told(speaker, token):
        return None
    if known[speaker.i] is SourceClass.PUBLISHER:
        return SourceClass.PUBLISHER  # "Our reporter says ... She adds"
    named = [m for one in clusters for m in one.mentions if m.form is not Form.PRONOUN]
    if any(speaker.i < m.head < token.i for m in named):
        return None
    gender = gender_of([t.lower_ for t in phrase_to(speaker) if t.text[:1].isupper()])
    return None if gender not in (None, wanted) else known[speaker.i]


def _is_told(speaker: "Token", token: "Token") -> bool:
    """Whether a pronoun is in the speaker's own quotation, or takes up another of its kind in its own sentence."""
    marks = sum(t.is_quote for t in token.doc[speaker.i : token.i])
    again = any(t.lower_ == token.lower_ for t in token.sent if t.i < token.i)
    return marks % 2 == 1 or again


def _is_reporter(one: "Token", known: "Mapping[int, SourceClass]") -> bool:
    """Whether a source is somebody of the report's own outlet: "our reporter"."""
    return known[one.i] is SourceClass.PUBLISHER and one.lower_ in nouns("writes")


def _last(token: "Token", known: "Mapping[int, SourceClass]") -> "Token | None":
    """The last source before a token: one person, the subject of its sentence, in no quotation that is over."""
    for i in sorted((i for i in known if i < token.i), reverse=True):
        one = token.doc[i]
        if sum(t.is_sent_start is True for t in token.doc[i + 1 : token.i + 1]) > _SENTENCES:
            return None
        if one.dep_ != "nsubj" or one.head.dep_ != "ROOT" or is_quoted_before(one, token):
            continue
        single = one.pos_ in ("NOUN", "PROPN") and one.tag_ not in ("NNS", "NNPS")
        alone = (single or one.lower_ == token.lower_) and known[i] in _ALONE
        return one if alone or _is_reporter(one, known) else None
    return None
