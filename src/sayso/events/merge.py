"""One event, once: which tellings are of the same event.

The rule is conservative, for two events wrongly made one lose more than one event told twice. Two tellings are one
event if they have the same type (a movement of troops may be the military aid told elsewhere), nothing that speaks
against it (actors, recipients, days, places, things moved), and enough that speaks for it: the same actor and the
same recipient, with the same word or kind of act; or one of them bare ("the attack") with the same word, close by.
A state, its leaders, ministries and forces count as one participant.
"""

from sayso.events.apart import is_other, other_reach
from sayso.events.family import Family
from sayso.events.lexicon import types, word_classes
from sayso.events.retelling import (
    goes_on,
    has_nameless_doers,
    is_claim_of,
    is_denial_of,
    is_retold,
    promises_support,
    same_word,
)
from sayso.events.telling import Telling
from sayso.records.vocabulary import EventType, Quad

_CLOSE = 3
_MODALS = frozenset({"could", "may", "might", "can", "would"})


def merge(tellings: list[Telling], family: Family) -> list[list[Telling]]:
    """Groups of tellings of one event, in order of their first telling."""
    groups: list[list[Telling]] = []
    by_type: dict[EventType, list[list[Telling]]] = {}
    for telling in tellings:
        rivals = [g for kind in _kinds(telling) for g in by_type.get(kind, ())]
        home = next((g for g in reversed(rivals) if _same_event(g, telling, family)), None)
        if home is None:
            home = []
            groups.append(home)
            by_type.setdefault(telling.found.type, []).append(home)
        home.append(telling)
    return groups


def _kinds(telling: Telling) -> tuple[EventType, ...]:
    kind = telling.found.type
    if kind in (EventType.MOBILIZE, EventType.AID) and telling.theme == "troops":
        return (EventType.MOBILIZE, EventType.AID)
    if promises_support(telling):
        return (kind, EventType.SUPPORT)
    return (kind, EventType.AGREE) if kind is EventType.SUPPORT else (kind,)


def _same_event(group: list[Telling], telling: Telling, family: Family) -> bool:
    if any(_is_part_of(telling, other) or _is_part_of(other, telling) for other in group):
        return True
    if any(_other_promise(other, telling) for other in group):
        return False
    if any(_speaks_against(other, telling, family) for other in group):
        return any(is_denial_of(other, telling) and not _other_day(other, telling) for other in group)
    return any(_speaks_for(other, telling, family) for other in group)


def _is_part_of(result: Telling, deed: Telling) -> bool:
    return result.found.part_of is not None and result.found.part_of == deed.found.token


def _speaks_against(one: Telling, other: Telling, family: Family) -> bool:
    """Whether something tells the two apart. What is retold or denied is so whoever is named."""
    if _other_day(one, other):
        return True
    if one.place and other.place and one.place != other.place and not _is_aid(one):
        return True
    if one.theme and other.theme and one.theme != other.theme:
        return True
    if _other_mode(one, other, family) or is_other(one, other):
        return True
    if _scale(one) != _scale(other) or _possible(one) != _possible(other):
        return True
    if is_claim_of(other, one) and has_nameless_doers(one):
        return False
    if is_retold(one, other) or is_denial_of(one, other) or _same_protest(one, other):
        return False
    if _reciprocal(one) or _reciprocal(other):
        mine, theirs = family.of(one.participants), family.of(other.participants)
        return not (mine <= theirs or theirs <= mine)
    return _apart(one.found.roles.actor.ids, other.found.roles.actor.ids, family) or _apart(
        one.found.roles.recipient.ids, other.found.roles.recipient.ids, family
    )


def _other_promise(one: Telling, other: Telling) -> bool:
    """Whether one is support and the other a promise of something else."""
    if one.found.type is other.found.type or EventType.SUPPORT not in (one.found.type, other.found.type):
        return False
    return not (promises_support(one) or promises_support(other))


def _other_day(one: Telling, other: Telling) -> bool:
    mine, theirs = one.date, other.date
    if mine is None or theirs is None or mine.span is None or theirs.span is None:
        return False
    return mine.end < theirs.start or theirs.end < mine.start


def _other_mode(one: Telling, other: Telling, family: Family) -> bool:
    """Whether two acts are of different kinds: a strike is no hunger strike, a shot no drone's attack.

    Who fires and blows up does both in one raid.
    """
    mine, theirs = one.found.mode, other.found.mode
    if reach := other_reach(one, other):
        same = family.of(one.found.roles.actor.ids) & family.of(other.found.roles.actor.ids)
        return not (same and (reach == "blast" or goes_on(one, other)))
    kinds = (EventType.PROTEST, EventType.COERCE, EventType.SANCTION)
    return one.found.type in kinds and bool(mine and theirs) and mine != theirs


def _speaks_for(one: Telling, other: Telling, family: Family) -> bool:
    shared = family.of(one.participants) & family.of(other.participants)
    alike = same_word(one, other)
    if (
        _same_protest(one, other)
        or is_retold(one, other)
        or is_denial_of(one, other)
        or is_claim_of(other, one)
        or (shared and goes_on(one, other))
    ):
        return True
    if (
        one.headline
        and other.lead
        and not other.headline
        and (_same_two(one, other) or (shared and _material(one)))
    ):
        return True
    if one.sentence == other.sentence and shared and (len(shared) >= 2 or _goes_with(one, other)):
        return True
    close = abs(one.number - other.number) <= _CLOSE
    if not one.participants and one.lead and other.participants:
        return (alike or _same_protest(one, other)) and close and _material(one)
    if not other.participants or not one.participants:
        same_thing = bool(one.theme) and one.theme == other.theme
        return (alike or same_thing) and close and not other.participants
    both = _two(one, family) and _two(other, family)
    moved = _material(one) or one.found.type is EventType.CONCEDE
    if one.theme and one.theme == other.theme and shared and (moved or alike):
        return True
    if len(shared) >= 2:
        return alike or _material(one) or one.found.type is EventType.CONSULT
    if one.found.type is EventType.CONSULT and shared and not both:
        return close or one.lead
    if one.sentence == other.sentence:
        return bool(shared) and _material(one)
    return bool(shared) and alike and (close or one.lead) and not both


def _same_two(one: Telling, other: Telling) -> bool:
    """Whether both name the same two who take part, and no one else."""
    return len(one.participants) > 1 and set(one.participants) == set(other.participants)


def _goes_with(one: Telling, other: Telling) -> bool:
    """Whether one is said by the way of the other and only one says to whom: "filed a suit, ACCUSING X of it"."""
    first, second = one.found.token, other.found.token
    bare = not (one.found.roles.recipient.ids and other.found.roles.recipient.ids)
    return bare and any(
        b.dep_ == "advcl" and b.tag_ == "VBG" and b.head == a for a, b in ((first, second), (second, first))
    )


def _same_protest(headline: Telling, other: Telling) -> bool:
    """Whether the first paragraph tells of the headline's protest by its mode: "strike", "walked off the job"."""
    mode = headline.found.mode
    protest = headline.found.type is EventType.PROTEST and mode is not None and mode == other.found.mode
    return protest and headline.headline and other.lead


def _apart(mine: tuple[str, ...], theirs: tuple[str, ...], family: Family) -> bool:
    return bool(mine and theirs) and not family.of(mine) & family.of(theirs)


def _two(telling: Telling, family: Family) -> bool:
    return len(family.of(telling.participants)) >= 2


def _reciprocal(telling: Telling) -> bool:
    return telling.found.roles.reciprocal or telling.found.type is EventType.CONSULT


def _material(telling: Telling) -> bool:
    return types()[telling.found.type].quad in (Quad.MATERIAL_CONFLICT, Quad.MATERIAL_COOPERATION)


def _is_aid(telling: Telling) -> bool:
    return telling.found.type in (EventType.AID, EventType.MOBILIZE)


def _scale(telling: Telling) -> str:
    """War and single strikes are events of different size."""
    if telling.found.type is not EventType.ASSAULT:
        return ""
    return "war" if telling.found.token.lemma_.lower() in word_classes()["war"] else "act"


def _possible(telling: Telling) -> bool:
    """Whether the telling speaks of what could be, not of what is; "said it would" looks ahead from the past."""
    token = telling.found.token
    modals = _MODALS - {"would"} if token.dep_ == "ccomp" else _MODALS
    return any(c.dep_ == "aux" and c.lower_ in modals for c in token.children)
