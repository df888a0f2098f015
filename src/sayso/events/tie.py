"""How a time expression hangs together with a trigger: whether it dates the event, the telling, or something else."""

from enum import StrEnum
from typing import TYPE_CHECKING

from sayso.events.beyond import shared_with
from sayso.events.lexicon import word_classes
from sayso.events.syntax import closes_quote

if TYPE_CHECKING:
    from spacy.tokens import Token

_SAME_TIME = frozenset({"while", "when", "as"})


class Apart(StrEnum):
    """Why a time expression does not date an event."""

    TELLING = "dates the telling, not what is told"
    OTHER = "dates another happening"
    NO_DAY = "names no day"
    UNDATED = "names no day while the report's own date is unknown"


def tie(trigger: "Token", time: "Token | None", own_words: bool) -> int | Apart:
    """How many steps the time's clause is from the trigger's, or why it dates something else.

    `own_words` says that the event is done by saying it, by those who say it: then the day of the telling is its own.
    """
    if time is None:
        return Apart.NO_DAY
    if _belongs_to_a_thing(time, trigger):
        return Apart.OTHER
    clause = _clause(time.head if time.dep_ not in ("ROOT",) else time)
    if clause.i == trigger.i or trigger.i in (t.i for t in time.ancestors if t.pos_ == "NOUN"):
        return 0
    own = _clause(trigger)
    reports = clause.lemma_ in word_classes()["reporting_verb"]
    if clause.i == own.i:
        return Apart.TELLING if reports and trigger.i != clause.i and not own_words else 1
    beyond = shared_with(own)
    if beyond is not None:
        return tie(beyond, time, own_words)
    above = list(trigger.ancestors)
    if reports and clause in above and not own_words and not clause.i > time.i > trigger.i:
        return Apart.TELLING  # a time between them stands inside what is told (a common slip of the parser)
    if clause in above:
        between = above[: above.index(clause)]
        return Apart.OTHER if any(w.dep_ == "relcl" for w in (own, *between)) else 2 + above.index(clause)
    if own in list(clause.ancestors) and clause.dep_ in ("relcl", "acl", "ccomp", "advcl"):
        near = clause.head == own or closes_quote(clause, clause.head)
        return 3 if near and _is_at_the_time(clause) else Apart.OTHER
    if clause.dep_ == "xcomp" and clause.head == own and any(w.lower_ == "during" for w in time.ancestors):
        return 3  # "agreed to send aid DURING talks on Friday"
    return 6 if clause.dep_ == "conj" else Apart.OTHER


def _belongs_to_a_thing(time: "Token", trigger: "Token") -> bool:
    """Whether the time only says which thing is meant: "sued over the 2018 ACT", not "in the May deal"."""
    noun = time.head
    if time.dep_ not in ("compound", "nummod", "amod", "nmod") or noun.i == trigger.i or noun.pos_ == "VERB":
        return False
    return not (noun.dep_ == "pobj" and noun.head.lower_ in ("in", "at", "during", "on"))


def _is_at_the_time(clause: "Token") -> bool:
    """Whether a clause tells what else went on: "promised it WHILE HOSTING him on Friday"."""
    marks = {c.lower_ for c in clause.children if c.dep_ in ("mark", "advmod")}
    return clause.dep_ == "advcl" and not marks.isdisjoint(_SAME_TIME)


def _clause(word: "Token") -> "Token":
    while word.pos_ not in ("VERB", "AUX") and word.head != word:
        word = word.head
    return word
