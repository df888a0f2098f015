"""Words that only look like a name of the tables: "May" the month, "Jordan" in a person's name."""

from typing import TYPE_CHECKING

from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.agents import agent_at
from sayso.resolve.actors.lexicon import Hit, prints
from sayso.resolve.actors.tables import ADJECTIVE, METONYM
from sayso.resolve.actors.words import words
from sayso.resolve.elsewhere import stands

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_NAMING = frozenset({"PROPN", "ADJ", "NOUN", "X"})
_OTHER_THINGS = frozenset({"DATE", "TIME", "WORK_OF_ART", "EVENT", "LAW", "PRODUCT", "LANGUAGE"})


def spurious(doc: "Doc", hit: Hit, person: "Span | None") -> bool:
    """Whether the words only look like the name: "May" the month, "Jordan" in a person's name."""
    known = hit.known[0].entity
    if known.table == "user" or known.kind == ActorKind.PERSON:
        return False
    token = doc[hit.first]
    if "$" in doc[hit.last - 1].text:
        return True
    if known.kind != ActorKind.STATE and _of_office(doc, hit):
        return True
    if person is not None and (hit.last - hit.first < person.end - person.start):
        first, last = trimmed(person)
        if last - first > hit.last - hit.first:
            return not _title_before(doc, hit, last)
    after = doc[hit.last] if hit.last < len(doc) else None
    if token.ent_type_ in ("GPE", "LOC") and after is not None and after.ent_iob_ == "I" and after.is_alpha:
        return True
    if hit.last - hit.first > 1:
        return False
    if (
        hit.known[0].use == METONYM
        and token.ent_type_ not in ("GPE", "")
        and token.lower_ in words("ambiguous")
    ):
        return True
    if token.ent_type_ in ("GPE", "LOC") and token.ent_iob_ == "I" and doc[hit.first - 1].pos_ == "PROPN":
        return True
    if hit.article and not _has_article(doc, hit.first):
        return True
    if known.kind == ActorKind.MEDIA and _in_longer_name(doc, hit):
        return True
    if token.ent_type_ in _OTHER_THINGS:
        return token.ent_type_ != "LANGUAGE" or hit.known[0].use != ADJECTIVE
    if _acronym(doc, hit) or _announces(doc, hit) or _opens(doc, hit):
        return False
    if token.text.islower():
        return False  # "dpa", whatever the parser takes it for
    return token.pos_ not in _NAMING or (
        token.is_sent_start is True and token.pos_ == "NOUN" and not token.ent_type_
    )


def _acronym(doc: "Doc", hit: Hit) -> bool:
    """Whether a word is in capitals and its neighbours are not: "WHO", whatever the parser takes it for."""
    near = [t for t in doc[max(0, hit.first - 2) : hit.last + 2] if t.is_alpha and t.i != hit.first]
    return len(doc[hit.first]) > 2 and doc[hit.first].is_upper and any(not t.is_upper for t in near)


def _opens(doc: "Doc", hit: Hit) -> bool:
    """Whether a body's name opens its sentence as the subject, and the text never has the word in small letters."""
    token, known = doc[hit.first], hit.known[0].entity
    body = known.kind in (ActorKind.ORGANISATION, ActorKind.MEDIA)
    subject = (
        token.is_sent_start is True and token.dep_ in ("nsubj", "nsubjpass") and not token.text.islower()
    )
    return body and subject and not stands(doc, token.lower_)


def _announces(doc: "Doc", hit: Hit) -> bool:
    """Whether a name opens its line and a colon follows, whatever the parser takes it for: "Haaretz: ..."."""
    token, after = doc[hit.first], doc[hit.last] if hit.last < len(doc) else None
    capitals = token.is_title or token.is_upper
    return token.is_sent_start is True and capitals and after is not None and after.text == ":"


def _in_longer_name(doc: "Doc", hit: Hit) -> bool:
    """Whether an outlet's name is part of another: "Party of Liberation", "Central Time", "Atlantic Council"."""
    token = doc[hit.first]
    before = doc[hit.first - 1] if hit.first else None
    after = doc[hit.last] if hit.last < len(doc) else None
    inside = token.ent_type_ == "ORG" and token.ent_iob_ == "I" and before is not None
    begun = inside and before is not None and before.lower_ not in ("the", "a") and not before.is_sent_start
    noun = before is not None and before.tag_ == "NNP" and before.dep_ == "compound" and before.head == token
    goes_on = hit.article and after is not None and after.tag_ in ("NNP", "NNPS") and after.ent_iob_ == "I"
    titled = after is not None and after.lower_ == "of" and not token.ent_type_.startswith("ORG")
    return begun or noun or goes_on or titled


def _of_office(doc: "Doc", hit: Hit) -> bool:
    """Whether the words begin the name of an office, not that of a body ("Labour Minister")."""
    if hit.last >= len(doc) or doc[hit.last].is_space:
        return False
    said = [token.lower_ for token in doc[hit.first : hit.last + 1]]
    found = agent_at(said)
    return found is not None and found[1] == len(said) and found[0].kind == "office"


def _has_article(doc: "Doc", first: int) -> bool:
    """Whether "The Sun" has its article, a capital one or a body's, and ends no longer name ("Order of the Sun")."""
    if first == 0 or doc[first - 1].lower_ != "the":
        return False
    if prints(doc, first) or _says(doc[first]):
        return True
    capital = doc[first - 1].text == "The" and not doc[first - 1].is_sent_start
    if not capital and not _party(doc[first]):
        return False
    return first < 3 or doc[first - 2].lower_ != "of" or doc[first - 3].pos_ != "PROPN"


def _says(token: "Token") -> bool:
    """Whether a name behind "The" says something: "The Namibian said"."""
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    said = after.lemma_ == "say" and token.dep_ == "nsubj" and token.nbor(-1).text == "The"
    return said and token.pos_ == "PROPN" and token.text.istitle()


def _party(token: "Token") -> bool:
    """Whether a word is a body's name that does something or is told something: not "cooler than the Sun"."""
    role = token.dep_ in ("nsubj", "dobj", "dative") or (
        token.dep_ == "pobj" and token.head.lower_ in ("by", "to")
    )
    return token.ent_type_ == "ORG" and role and token.head.lemma_ != "be"


def _title_before(doc: "Doc", hit: Hit, last: int) -> bool:
    """Whether the name finder took a state's adjective or an office into a person's name ("Iranian Ali Rezai")."""
    return hit.known[0].use == ADJECTIVE and hit.last < last


def trimmed(ent: "Span") -> tuple[int, int]:
    """An entity without its article, quotation marks and possessive ending."""
    doc, first, last = ent.doc, ent.start, ent.end
    while first < last and (doc[first].lower_ in ("the", "a", "an") or not doc[first].text[0].isalnum()):
        first += 1
    last = next((i for i in range(first, last) if doc[i].text in ("(", "[")), last)
    while first < last:
        token = doc[last - 1]
        if token.lower_ in words("join"):
            last -= 1
            continue
        if token.tag_ != "POS" and token.lower_ not in ("’s", "'s") and token.text[-1].isalnum():
            break
        if token.text == "." or (token.text[-1] == "." and len(token.text) > 1):
            break
        last -= 1
    return first, last
