"""Which events are left out: those that name no one, and those whose type needs a recipient and has none."""

from collections.abc import Callable, Iterable

from sayso.events.lexicon import types, word_classes
from sayso.events.retelling import is_claim
from sayso.events.telling import Telling
from sayso.records.vocabulary import CountWhat, EventType

# Events that a report may tell without naming who did it; the manual leaves open whether to code them
# (section "Some residual issues", required entities).
_TOLD_BARE = frozenset({EventType.ASSAULT, EventType.PROTEST, EventType.COERCE})


# What somebody without a public part does with no one else is his own affair ("I support it").
_OF_PUBLIC_LIFE = frozenset(
    {
        EventType.AGREE,
        EventType.CONCEDE,
        EventType.REJECT,
        EventType.REQUEST,
        EventType.RETREAT,
        EventType.SUPPORT,
    }
)


def keep(tellings: list[Telling], is_public: Callable[[Iterable[str]], bool]) -> bool:
    """Whether an event names enough to be one; `is_public` tells of actors whether one has a part in public life."""
    actors = {i for t in tellings for i in t.found.roles.actor.ids}
    recipients = {i for t in tellings for i in t.found.roles.recipient.ids}
    kind = tellings[0].found.type
    if all(is_claim(telling) for telling in tellings):
        return False  # of what, is not told
    if (
        kind is EventType.AID
        and actors
        and any(c.what is CountWhat.MONEY for t in tellings for c in t.counts)
    ):
        return True
    if any(types()[t.found.type].requires_recipient for t in tellings):
        return bool(recipients) or len(actors) >= 2
    alone = len(actors) == 1 and not recipients and not any(t.found.governed for t in tellings)
    if alone and kind in _OF_PUBLIC_LIFE and not (is_public(actors) or any(map(_gave_up_office, tellings))):
        return False
    if kind is EventType.THREATEN and not recipients:
        return any(t.found.governed or t.found.mode or t.found.trigger.taken for t in tellings)
    if kind in (EventType.CONSULT, EventType.COOPERATE) and len(actors | recipients) < 2:
        return any(t.found.mode in ("visit", "multilateral") for t in tellings)
    if actors or recipients:
        return True
    strong = any(t.place or t.counts or _befell_somebody(t) for t in tellings)
    return kind in _TOLD_BARE and strong


def _gave_up_office(telling: Telling) -> bool:
    """Whether somebody resigns in a sentence that names an office: "resigned after X had made him minister"."""
    offices = word_classes()["official"]
    return telling.found.mode == "resign" and any(word.lemma_.lower() in offices for word in telling.sentence)


def _befell_somebody(telling: Telling) -> bool:
    """Whether it was done to a person whom the tables and the report do not know: "he was arrested"."""
    word = telling.found.roles.recipient.unnamed
    if word is None or telling.found.type is EventType.PROTEST:
        return False
    classes = word_classes()
    if telling.found.token.lemma_.lower() in classes["arrest"]:  # whoever is arrested is somebody
        return word.pos_ in ("NOUN", "PROPN", "PRON", "NUM") and word.lower_ not in classes["nobody"]
    named = word.pos_ == "PROPN" and word.ent_type_ in ("", "PERSON")
    pronoun = word.tag_ == "PRP" and word.lower_ not in ("it", "itself")
    return named or pronoun or word.lemma_.lower() in classes["person"]
