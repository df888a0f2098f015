"""Several people whose names stand beside them, and bodies by a name in the plural: "Mothers Against Knives"."""

from typing import TYPE_CHECKING

from sayso.resolve.source.firms import is_personal
from sayso.resolve.source.nouns import noun_at, nouns
from sayso.resolve.source.parts import core, is_name, lowered

if TYPE_CHECKING:
    from spacy.tokens import Token

_CAUSES = frozenset({"for", "against", "without"})


def are_named(tokens: "list[Token]") -> bool:
    """Whether people have their names beside them: "two former ministers, Ada Lindt and Oto Berg"."""
    first = next((i for i, t in enumerate(tokens) if t.text in (",", ":") and i), None)
    if first is None:
        return False
    people = core(tokens[:first])
    noun = noun_at(lowered(people)) if people else None
    if noun is None or not noun.person or not noun.plural or not people[-1].text.islower():
        return False
    names = _names(tokens[first + 1 :])
    return (
        len(names) > 1 and all(is_name(name) for name in names) and any(is_personal(name) for name in names)
    )


def _names(behind: "list[Token]") -> "list[list[Token]]":
    """The words between the commas and "and" of a list."""
    found: list[list[Token]] = [[]]
    for token in behind:
        if token.text == "," or token.lower_ == "and":
            found.append([])
        elif token.text not in ("-", "–"):
            found[-1].append(token)
    return [name for name in found if name]


def is_campaign(part: "list[Token]") -> bool:
    """Whether people in capitals with a cause are a body: "Mothers Against Knives", "Farmers for Fair Trade"."""
    at = next((i for i, token in enumerate(part[:4]) if i and token.lower_ in _CAUSES), 0)
    people, after = part[:at], part[at + 1 :]
    if not people or not after or people[0].lower_ == "the" or not is_name([*people, after[0]]):
        return False
    noun = noun_at(lowered(people))
    if noun is None or not noun.plural or not noun.person or people[-1].lower_ in nouns("acts for another"):
        return False
    return part[at].text.istitle() or after[0].ent_type_ == part[at].ent_type_
