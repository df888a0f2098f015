"""Names of places that stood in for a state: through them an event found whom it names."""

from collections.abc import Iterator

from sayso.events.grounds import Grounds, placed
from sayso.events.roles import Role
from sayso.events.telling import Telling
from sayso.records.actor import Mention
from sayso.records.stages import Resolved

BY_PLACE = "place"
"""The slot of a role that a place's name filled."""


def stand_ins(groups: list[list[Telling]], resolved: Resolved) -> tuple[Mention, ...]:
    """The places' mentions by which these events name states, as mentions of the states, in text order.

    "Raids on a camp in Chad" are on Chad: the word is Chad's there, whatever else in the report is. So is a place by
    which the event was found, though an apposition told whose it is ("Abeche, Chad's old capital").
    """
    grounds = Grounds(resolved)
    roles = (
        role for group in groups for t in group for role in (t.found.roles.actor, t.found.roles.recipient)
    )
    found = {mention for role in roles for mention in _of(role, grounds)}
    return tuple(sorted(found, key=lambda mention: (mention.span, mention.id)))


def _of(role: Role, grounds: Grounds) -> Iterator[Mention]:
    for head in role.heads:
        for word in placed(head) if role.slot == BY_PLACE else (head,):
            for id in grounds.state_at(word):
                if id in role.ids:
                    yield grounds.mention(word, id)
