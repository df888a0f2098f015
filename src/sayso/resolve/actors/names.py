"""Named mentions: what the tables know, and what the parser's name finder adds."""

from typing import TYPE_CHECKING

from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.agents import agent_at, words_of
from sayso.resolve.actors.entity import Entity
from sayso.resolve.actors.found import Coding, Form, Found
from sayso.resolve.actors.lexicon import Hit, Index, find_listed
from sayso.resolve.actors.tables import ADJECTIVE, METONYM, Known

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_FORMS = {ADJECTIVE: Form.ADJECTIVE, METONYM: Form.METONYM}
_AGENTIVE = frozenset({"nsubj", "agent"})
_ORGANISATIONS = frozenset({"organisation", "media"})


def find_names(doc: "Doc", given: Index, user: Index | None) -> list[Found]:
    """The named mentions of a text in order; a name inside a longer one counts only as its modifier."""
    people = [_trimmed(ent) for ent in doc.ents if ent.label_ == "PERSON"]
    people_at = {i: (first, last) for first, last in people for i in range(first, last)}
    found, taken = [], set()
    for hit in _hits(doc, given, user):
        whole = people_at.get(hit.first)
        if whole and (whole[0] < hit.first or whole[1] > hit.last) and not _person(hit):
            continue
        if _spurious(doc, hit):
            continue
        found.append(_from_hit(doc, hit))
        taken.update(range(hit.first, hit.last))
    for ent in doc.ents:
        first, last = _trimmed(ent)
        if first < last and ent.label_ in _MAKERS and not taken.issuperset(range(first, last)):
            if ent.label_ == "PERSON" and any(i in taken for i in range(first, last)):
                found = [f for f in found if not (first <= f.first and f.last <= last)]
            made = _MAKERS[ent.label_](doc, first, last)
            if made is not None:
                found.append(made)
                taken.update(range(first, last))
    return sorted(found, key=lambda f: (f.first, -f.last))


def _hits(doc: "Doc", given: Index, user: Index | None) -> list[Hit]:
    hits = list(find_listed(doc, given))
    if user is None:
        return hits
    own = list(find_listed(doc, user))
    covered = {i for hit in own for i in range(hit.first, hit.last)}
    return own + [hit for hit in hits if hit.first not in covered and hit.last - 1 not in covered]


def _person(hit: Hit) -> bool:
    return any(known.entity.kind == ActorKind.PERSON for known in hit.known)


def _spurious(doc: "Doc", hit: Hit) -> bool:
    """Whether the words only look like the name: "May" the month, "Time" at the start of a sentence."""
    if hit.last - hit.first > 1:
        return False
    token = doc[hit.first]
    if token.ent_type_ in ("DATE", "TIME", "PERSON", "WORK_OF_ART", "EVENT", "LAW", "LANGUAGE", "PRODUCT"):
        return token.ent_type_ != "LANGUAGE" or hit.known[0].use != ADJECTIVE
    return token.pos_ not in ("PROPN", "ADJ", "NOUN", "X") or (token.ent_type_ == "" and token.is_sent_start is True and token.pos_ == "NOUN")


def _from_hit(doc: "Doc", hit: Hit) -> Found:
    known: Known = hit.known[0]
    tokens = doc[hit.first : hit.last]
    head = tokens.root
    form = _FORMS.get(known.use, Form.NAME)
    kind = known.entity.kind
    if form is Form.ADJECTIVE and head.tag_ in ("NNS", "NNPS"):
        form, kind = Form.NOMINAL, ActorKind.GROUP
        coding = Coding(country=known.entity.place, sectors=("CVL",), words=tokens.text)
        return Found(hit.first, hit.last, head.i, form, kind, None, coding, tokens.text.lower(), "people", plural=True)
    return Found(
        hit.first, hit.last, head.i, form, kind, known.entity,
        candidates=tuple(k.entity for k in hit.known) if len(hit.known) > 1 else (),
    )  # fmt: skip


def _trimmed(ent: "Span") -> tuple[int, int]:
    """An entity without its article, quotation marks and possessive ending."""
    first, last = ent.start, ent.end
    while first < last and (ent.doc[first].lower_ in ("the", "a", "an") or not ent.doc[first].text[0].isalnum()):
        first += 1
    while first < last and (ent.doc[last - 1].tag_ == "POS" or ent.doc[last - 1].lower_ in ("’s", "'s") or not ent.doc[last - 1].text[-1].isalnum()):
        if ent.doc[last - 1].text == ".":
            break
        last -= 1
    return first, last


def _a_person(doc: "Doc", first: int, last: int) -> Found | None:
    words = doc[first:last]
    if not words.text[0].isupper() or any(t.is_digit or t.pos_ == "VERB" for t in words) or words.text.isupper() and len(words) == 1 and len(words.text) < 4:
        return None
    return Found(first, last, words.root.i, Form.NAME, ActorKind.PERSON)


def _an_organisation(doc: "Doc", first: int, last: int) -> Found | None:
    """A body whose words say so ("... Agency"), or that acts in its clause."""
    words = doc[first:last]
    agent = agent_at(words_of(words.text))
    kind = ActorKind.ORGANISATION
    if agent is not None and agent[0].kind in ("organisation", "media", "group", "state"):
        kind = ActorKind.MEDIA if agent[0].kind == "media" else kind
        return Found(first, last, words.root.i, Form.NAME, kind, coding=Coding(sectors=agent[0].sectors, words=words.text))
    if agent is None and acts(words.root) and words.text[0].isupper():
        return Found(first, last, words.root.i, Form.NAME, kind)
    return None


def _a_group(doc: "Doc", first: int, last: int) -> Found | None:
    words = doc[first:last]
    if not words.text[0].isupper() or words.root.tag_ not in ("NNS", "NNPS", "NNP", "NN"):
        return None
    return Found(first, last, words.root.i, Form.NAME, ActorKind.GROUP, plural=True)


_MAKERS = {"PERSON": _a_person, "ORG": _an_organisation, "NORP": _a_group}


def acts(token: "Token") -> bool:
    """Whether a noun is the subject of an active verb, its agent after "by", or one of several such."""
    while token.dep_ in ("conj", "appos"):
        token = token.head
    if token.dep_ in _AGENTIVE:
        return True
    return token.dep_ == "pobj" and token.head.dep_ == "agent"


def entity_of(found: Found) -> Entity | None:
    """The entity that a table gives the mention."""
    return found.entity
