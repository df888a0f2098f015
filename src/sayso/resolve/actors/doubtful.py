"""Names of bodies that are also somebody's or something's: "Kan said" of Naoto Kan, "Dawn broke", "N1 billion"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.agents import agent_at
from sayso.resolve.actors.found import Found
from sayso.resolve.actors.lexicon import Hit
from sayso.resolve.actors.namesakes import is_namesake
from sayso.resolve.actors.spurious import trimmed
from sayso.resolve.actors.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BODIES = frozenset({ActorKind.MEDIA, ActorKind.ORGANISATION})
_WIDEST = 4
_BACK = 3


def surnames(doc: "Doc") -> frozenset[str]:
    """The last words of people's full names in a text."""
    people = [doc[slice(*trimmed(ent))] for ent in doc.ents if ent.label_ == "PERSON"]
    full = [name for name in people if 1 < len(name) <= _WIDEST and all(t.text.istitle() for t in name)]
    return frozenset(name[-1].text for name in full)


def doubtful(doc: "Doc", hit: Hit, of_people: frozenset[str]) -> bool:
    """Whether one word is a body's name only by its letters: a person of the text has it, or it is a common one.

    It is the body's where the words around show an outlet: "the broadcaster N1", "Spiegel reported".
    """
    known, token = hit.known[0].entity, doc[hit.first]
    if hit.last - hit.first > 1 or known.kind not in _BODIES or known.table == "user":
        return False
    if token.text in words("landscape"):
        return _landscape(doc, token.text)
    if known.kind == ActorKind.ORGANISATION and is_namesake(doc, token):
        return True
    common = known.kind == ActorKind.MEDIA and token.text.rstrip(".") in words("doubtful")
    if not common and token.text not in of_people:
        return False
    return not _shown(doc, token)


def outlets_first(doc: "Doc", hit: Hit) -> Hit:
    """The hit as an outlet's alone where several bodies have the name and the words around show an outlet."""
    outlets = tuple(known for known in hit.known if known.entity.kind == ActorKind.MEDIA)
    if not outlets or len(outlets) == len(hit.known) or not _shown(doc, doc[hit.last - 1]):
        return hit
    return replace(hit, known=outlets)


def shorten(doc: "Doc", names: list[Found]) -> None:
    """Give outlets' short names to those named in full before them: "The Times" after "The New York Times"."""
    full: dict[str, Found] = {}
    for name in sorted((n for n in names if n.kind == ActorKind.MEDIA and n.entity), key=lambda n: n.first):
        last = doc[name.last - 1].text
        if name.last - name.first > 1:
            full[last] = name
        elif last in full and name.entity is not None and name.entity.name.startswith("The "):
            name.entity, name.candidates = full[last].entity, ()


def _landscape(doc: "Doc", name: str) -> bool:
    """Whether a text speaks of a river or forest by this name: "the Amazon", "Amazon rainforest"."""
    for token in doc[:-1]:
        if token.text == name:
            after = token.nbor().lower_ in words("nature")
            article = token.i > 0 and token.nbor(-1).lower_ == "the" and token.dep_ != "compound"
            if after or article:
                return True
    return False


def _shown(doc: "Doc", name: "Token") -> bool:
    """Whether a name stands where an outlet's does: beside a noun for one, before what it does, after "told"."""
    after = doc[name.i + 1] if name.i + 1 < len(doc) else name
    if name.dep_ == "compound" and name.head.i > name.i and not _outlet([name.head.lower_]):
        return False
    prints = after.lemma_.lower() in words("printing") or (name.text.isupper() and after.lemma_ == "say")
    if prints and after.tag_ in ("VBZ", "VBD") and name.dep_ != "pobj":
        return True
    back = [t.lower_ for t in doc[max(0, name.i - _BACK) : name.i]]
    if back[-1:] in (["copyright"], ["/"]):
        return True
    if back[-1:] == ["told"] or back[-2:] == ["according", "to"]:
        return name.ent_type_ not in ("PERSON", "GPE", "LOC")
    if back[-1:] and back[-1] in words("of outlets") and words("of media").intersection(back):
        return True  # "the state news firm Saba"
    beside = (
        back,
        [t.lower_ for t in doc[name.i + 1 : name.i + 2]],
        [t.lower_ for t in doc[name.i + 1 : name.i + 3]],
    )
    return after.lower_ in words("of an outlet") or any(_outlet(said) for said in beside)


def _outlet(said: list[str]) -> bool:
    """Whether words end in a noun for an outlet: a "broadcaster" may be a person as well."""
    found = agent_at(said) if said else None
    if found is None:
        return False
    return found[0].kind == "media" or (found[0].sectors[:1] == ("JRN",) and said[-1] in words("generic"))
