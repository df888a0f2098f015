"""The small language in which triggers.tsv says who does what to whom, and when a reading holds.

A *slot* is a place in the parse. Of verbs: `subj` and `obj` (deep subject and object, whatever the voice), `own` (the
object, but not the noun that the verb's clause describes: "prisoners whom X demands"), `iobj`,
`comp` (verbs of the complement clause), `todo` (those with "to"), `fact` (those of a
clause that tells how things are), `csubj` (the complement's subject), `attr`,
`purpose`, `condition` (who must act first: "until X yields"), `aux` (an auxiliary), `neg` ("not"), `prt` (a particle)
or a preposition (`against`). Of nouns: `poss`, `mod` (a name or adjective before it), `light` (the subject of a light
verb such as "launch" over it), `borne` (that of "receive" or "face" over it), `speaker` (who says the clause),
`clause` (the subject of the clause whose occasion it is) or a preposition. `of.to` is what follows "to" below what
follows "of". A *frame* joins actor slots and recipient slots, each list best first:

- `subj>obj|against`: the subject does it to the object, else to what follows "against";
- `by|light|poss<of|poss`: the recipient is looked for first (nouns of suffering: "the arrest of X", "X's arrest");
- `subj&with`: reciprocal, all of them are actors.

A *test* is `slot` (present), `slot=word,word` (its head has one of these lemmas), `slot=@class` (a lemma of that
class), `slot:actor` (it names an actor or place, be it through a possessor) or `slot:party` (its head itself names an
actor). A value may mix words and classes; "_" in a word stands for a space.
"""

from typing import NamedTuple


class Frame(NamedTuple):
    """Slots of actors and recipients; `first` says whose are filled first."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    reciprocal: bool
    first: str


class Test(NamedTuple):
    """One condition on a slot: the lemmas or classes of its head, and whether it must name an actor or party."""

    slot: str
    words: frozenset[str]
    classes: tuple[str, ...]
    kind: str


def frame(text: str) -> Frame:
    """Read a frame.

    >>> frame("subj>obj|on").recipients
    ('obj', 'on')
    """
    for sign, first in ((">", "actor"), ("<", "recipient"), ("&", "actor")):
        if sign in text:
            left, right = text.split(sign)
            return Frame(_slots(left), _slots(right), sign == "&", first)
    return Frame(_slots(text), (), False, "actor")


def tests(text: str) -> tuple[Test, ...]:
    """Read conditions, separated by spaces; all must hold.

    >>> tests("obj=@agreement prt=off")[1].words
    frozenset({'off'})
    """
    return tuple(_test(part) for part in text.split())


def _test(part: str) -> Test:
    slot, equals, values = part.partition("=")
    slot, _, kind = slot.partition(":")
    if kind not in ("", "actor", "party"):
        raise ValueError(f"{part!r} asks for {kind!r}; a slot can be asked to be 'actor' or 'party'")
    given = values.split(",") if equals else []
    classes = tuple(value[1:] for value in given if value.startswith("@"))
    words = frozenset(value.replace("_", " ") for value in given if not value.startswith("@"))
    return Test(slot, words, classes, kind)


def _slots(text: str) -> tuple[str, ...]:
    return tuple(slot for slot in text.split("|") if slot)
