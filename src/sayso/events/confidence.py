"""How sure sayso is of an event: the rules' prior, the encoder's chance of its type, or the mean of the two.

The prior follows from what was found and what was not. The encoder is asked where a sentence names both sides. What
it finds by itself has its chance. Of an event that the table tells it says the chance of the type, and where one
sentence tells several events it knows the foremost only; the table is right in half of what it gives no chance. So
either has half a say (docs/decisions/0031).
"""

from sayso.events.found import Found
from sayso.events.lexicon import types

_SLOT_COST = {"mod": 0.05, "purpose": 0.15, "clause": 0.1, "from": 0.05, "place": 0.1, "reach": 0.1}


RULE = "encoder"
"""The rule of what the encoder decides alone."""


def confidence(found: Found) -> float:
    """The confidence in one telling of an event, in 0..1."""
    sure = _prior(found) if found.chance is None else found.chance
    if found.chance is not None and found.rule != RULE:
        sure = (_prior(found) + found.chance) / 2
    return round(max(0.05, min(sure, 0.99)), 3)


def rival_confidence(found: Found, sure: float) -> float:
    """The confidence in the runner-up's type, where the event has the confidence `sure`."""
    if found.rival_chance is None:
        return round((1.0 - sure) * 0.7, 3)
    return round(found.rival_chance if found.rule == RULE else found.rival_chance / 2, 3)


def _prior(found: Found) -> float:
    """How much evidence the reading has by the parse."""
    roles = found.roles
    score = 0.88 + 0.02 * min(found.trigger.reading.weight, 3)
    score -= 0.08 * min(found.trigger.rivals, 2)
    score -= 0.05 if found.token.pos_ not in ("VERB", "AUX") else 0.0
    if not roles.actor.ids:
        score -= 0.15
    if not roles.recipient.ids and not roles.reciprocal:
        score -= 0.2 if types()[found.type].requires_recipient else 0.08
    score -= _SLOT_COST.get(roles.actor.slot, 0.0) + _SLOT_COST.get(roles.recipient.slot, 0.0)
    return max(0.05, min(score, 0.99))
