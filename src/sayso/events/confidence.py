"""How sure sayso is of an event: the encoder's calibrated chance of its type, or the rules' prior.

The encoder is asked where a sentence names both sides. Elsewhere the score follows from what was found and what was
not: it orders events by how much evidence their reading has, no more.
"""

from sayso.events.found import Found
from sayso.events.lexicon import types

_SLOT_COST = {"mod": 0.05, "purpose": 0.15, "clause": 0.1, "from": 0.05, "place": 0.1, "reach": 0.1}


def confidence(found: Found) -> float:
    """The confidence in one telling of an event, in 0..1."""
    if found.chance is not None:
        return round(max(0.01, min(found.chance, 0.99)), 3)
    roles = found.roles
    score = 0.88 + 0.02 * min(found.trigger.reading.weight, 3)
    score -= 0.08 * min(found.trigger.rivals, 2)
    score -= 0.05 if found.token.pos_ not in ("VERB", "AUX") else 0.0
    if not roles.actor.ids:
        score -= 0.15
    if not roles.recipient.ids and not roles.reciprocal:
        score -= 0.2 if types()[found.type].requires_recipient else 0.08
    score -= _SLOT_COST.get(roles.actor.slot, 0.0) + _SLOT_COST.get(roles.recipient.slot, 0.0)
    return round(max(0.05, min(score, 0.99)), 3)
