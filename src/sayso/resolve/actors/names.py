"""Named mentions: what the tables know, and what the parser's name finder adds."""

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.agents import agent_at, agent_of_name, words_of
from sayso.resolve.actors.doubtful import doubtful, outlets_first, shorten, surnames
from sayso.resolve.actors.firms import shown_kinds
from sayso.resolve.actors.found import Coding, Form, Found
from sayso.resolve.actors.lexicon import Hit, Index, find_listed
from sayso.resolve.actors.outlets import find_outlets
from sayso.resolve.actors.spurious import spurious, trimmed
from sayso.resolve.actors.tables import ADJECTIVE, METONYM, states
from sayso.resolve.actors.words import gender_of, halves, is_surname, words
from sayso.resolve.elsewhere import kept
from sayso.resolve.places.candidates import people_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_FORMS = {ADJECTIVE: Form.ADJECTIVE, METONYM: Form.METONYM}
_PARTY_ROLES = frozenset(
    {"nsubj", "nsubjpass", "dobj", "agent", "poss", "appos", "conj", "dative", "ROOT", "pobj", "iobj", "attr"}
)
_NO_NAME = frozenset("0123456789[]")
"""What is in no person's name: digits, and the brackets of a changed quotation ("[W]e")."""
_DASHES = frozenset({"-", "–", "—"})
_BODIES = frozenset({"organisation", "media", "group", "state", "force"})


def find_names(
    doc: "Doc", pieces: list[tuple[str, int]], given: Index, user: Index | None, publisher: str | None = None
) -> list[Found]:
    """The named mentions of a text in order; a name inside a longer one counts only as its modifier.

    `publisher` is a name that the text may use of its own outlet.
    """
    people = {i: ent for ent in doc.ents if ent.label_ == "PERSON" for i in range(ent.start, ent.end)}
    places = _mostly_places(doc) | kept(doc, "storms", storms)
    kinds, of_people = kept(doc, "kinds", shown_kinds), surnames(doc)
    found: list[Found] = []
    taken: set[int] = set()
    for hit in _hits(doc, pieces, given, user):
        if not spurious(doc, hit, people.get(hit.first)) and not doubtful(doc, hit, of_people):
            found.append(_from_hit(doc, outlets_first(doc, hit)))
            taken.update(range(hit.first, hit.last))
    shorten(doc, found)
    found += _halves(doc, found)
    for outlet in find_outlets(doc, taken, publisher):
        found.append(outlet)
        taken.update(range(outlet.first, outlet.last))
    for ent in doc.ents:
        make = _MAKERS.get(ent.label_)
        first, last = trimmed(ent)
        if make is None or first >= last or taken.issuperset(range(first, last)) or _broken(doc, first, last):
            continue
        if ent.label_ == "PERSON" and doc[first:last].text in places:
            continue
        if ent.label_ == "PERSON" and any(i in taken for i in range(first, last)):
            if any(f.kind == ActorKind.PERSON and f.first < last and first < f.last for f in found):
                continue
            found = [f for f in found if not (first <= f.first and f.last <= last)]
        made = make(doc, first, last)
        if made is not None:
            if made.kind in (ActorKind.PERSON, ActorKind.ORGANISATION):
                made.kind = kinds.get(made.text(doc), _by_surname(made, doc))
            found.append(made)
            taken.update(range(first, last))
    return sorted(found, key=lambda f: (f.first, -f.last))


def _by_surname(found: Found, doc: "Doc") -> ActorKind:
    """The kind of a new name: a person, too, where the name finder takes a lone surname for a body."""
    word = doc[found.first]
    lone = found.last == found.first + 1 and found.coding == Coding()
    return ActorKind.PERSON if lone and is_surname(word) else found.kind


def _broken(doc: "Doc", first: int, last: int) -> bool:
    """Whether an entity runs over the end of a sentence or a dateline's dash ("Oslo - Protesters")."""
    inner = doc[first + 1 : last]
    return any(
        t.is_sent_start or t.is_space or (t.is_punct and t.text in _DASHES and _apart(t)) for t in inner
    )


def _apart(dash: "Token") -> bool:
    return bool(dash.nbor(-1).whitespace_ and dash.whitespace_)


def _mostly_places(doc: "Doc") -> set[str]:
    """Single words that the name finder takes for a place at least as often as for a person."""
    votes: Counter[str] = Counter()
    for ent in doc.ents:
        if len(ent) == 1 and ent.label_ in ("GPE", "LOC", "FAC", "PERSON"):
            votes[ent.text] += -1 if ent.label_ == "PERSON" else 1
    return {word for word, vote in votes.items() if vote >= 0}


def storms(doc: "Doc") -> set[str]:
    """The names of storms, which then go by them alone: "Hurricane Ida", "Ida"."""
    pairs = pairwise(doc)
    return {b.text for a, b in pairs if a.lower_ in words("weather") and a.is_title and b.is_title}


def _hits(doc: "Doc", pieces: list[tuple[str, int]], given: Index, user: Index | None) -> list[Hit]:
    hits = list(find_listed(doc, pieces, given))
    if user is None:
        return hits
    own = list(find_listed(doc, pieces, user))
    covered = {i for hit in own for i in range(hit.first, hit.last)}
    return own + [hit for hit in hits if hit.first not in covered and hit.last - 1 not in covered]


def _halves(doc: "Doc", names: list[Found]) -> list[Found]:
    """ "The North" in a report that names North Korea."""
    named = {id(n.entity): n.entity for n in names if n.entity is not None}
    meant = {word: states()[code] for word, code in halves().items() if id(states()[code]) in named}
    if not meant:
        return []
    return [
        Found(t.i, t.i + 1, t.i, Form.NAME, ActorKind.STATE, meant[t.lower_])
        for t in doc
        if t.lower_ in meant and t.text[0].isupper() and t.i and t.nbor(-1).lower_ == "the" and t.dep_ != "compound"
    ]  # fmt: skip


def _from_hit(doc: "Doc", hit: Hit) -> Found:
    known = hit.known[0]
    tokens = doc[hit.first : hit.last]
    head = tokens.root
    form = _FORMS.get(known.use, Form.NAME)
    kind = known.entity.kind
    if form is Form.ADJECTIVE and _people(head):
        coding = Coding(country=known.entity.place, sectors=("CVL",), words=tokens.text)
        plural = head.tag_ != "NN"
        return Found(
            hit.first, hit.last, head.i, Form.NOMINAL, ActorKind.GROUP if plural else ActorKind.PERSON, None, coding,
            tokens.text.lower(), "people", plural=plural,
        )  # fmt: skip
    if known.entity.table == "user" and head.ent_type_ == "PERSON":
        kind = ActorKind.PERSON
    candidates = tuple(k.entity for k in hit.known) if len(hit.known) > 1 else ()
    return Found(hit.first, hit.last, head.i, form, kind, known.entity, candidates=candidates)


def _people(head: "Token") -> bool:
    """Whether a demonym stands for people ("Russians", "the French"), not for a state beside a noun."""
    if head.tag_ in ("NNS", "NNPS"):
        return True
    follows = (
        head.i + 1 < len(head.doc) and head.nbor().pos_ in ("NOUN", "PROPN", "ADJ") and head.head.i > head.i
    )
    return (
        not follows
        and head.dep_ in ("nsubj", "dobj", "pobj", "nsubjpass")
        and head.pos_ in ("NOUN", "PROPN", "ADJ")
    )


def _a_person(doc: "Doc", first: int, last: int) -> Found | None:
    tokens = doc[first:last]
    while first < last and doc[first].pos_ == "ADJ" and last - first > 1 and doc[first].text[0].islower():
        first += 1
    first = _after_title(doc, _past_office(doc, first, last), last)
    if not tokens.text[0].isupper() or any(t.is_space or not _NO_NAME.isdisjoint(t.text) for t in tokens):
        return None
    if (agent := agent_at([tokens[-1].lower_])) is not None and agent[0].kind in _BODIES and last - first > 1:
        return _an_organisation(doc, first, last)
    if (body := _of_a_body(doc, last)) is not None:
        coding = Coding(sectors=body, words=doc[first : last + 1].text)
        return Found(first, last, tokens.root.i, Form.NAME, ActorKind.ORGANISATION, coding=coding)
    if words("street") & {tokens[0].lower_, tokens[-1].lower_} or (
        last - first == 1 and agent_at([tokens[0].lower_])
    ):
        return None
    if last - first == 1 and tokens.root.dep_ == "pobj" and tokens.root.head.lower_ in ("in", "at", "near"):
        return None
    if last - first == 1 and (
        tokens.root.dep_ not in _PARTY_ROLES or (tokens.text.isupper() and len(tokens.text) < 4)
    ):
        return None
    return Found(first, last, tokens.root.i, Form.NAME, ActorKind.PERSON)


def _past_office(doc: "Doc", first: int, last: int) -> int:
    """Where a name begins that has taken in the end of its office: "Minister of | Defence Ann Lee"."""
    if not first or last - first < 2:
        return first
    title = agent_at([t.lower_ for t in doc[max(0, first - 2) : first + 1]])
    return first + 1 if title is not None and title[1] > 1 else first


def _of_a_body(doc: "Doc", last: int) -> tuple[str, ...] | None:
    """The sectors of the body whose noun follows its name: "the Haqqani network"; None where none does."""
    noun = doc[last] if last < len(doc) else None
    named = noun is not None and noun.pos_ == "NOUN" and doc[last - 1].dep_ == "compound"
    if noun is None or not named or noun.lower_ not in words("network"):
        return None
    agent = agent_at([noun.lower_])
    return agent[0].sectors if agent is not None else ()


def _beside_a_person(doc: "Doc", first: int, last: int) -> bool:
    """Whether a name stands after a noun for a person and a comma: "a spokesperson, Morgan Roe, said"."""
    if first < 2 or doc[first - 1].text != "," or not 1 < last - first < 4:
        return False
    agent = agent_at([doc[first - 2].lower_])
    person = agent is not None and agent[0].kind in ("office", "person", "anonymous")
    return person and all(token.pos_ == "PROPN" and token.is_title for token in doc[first:last])


def _an_organisation(doc: "Doc", first: int, last: int) -> Found | None:
    """A body whose words say so ("... Agency"), or that acts in its clause."""
    if last - (begin := _past_office(doc, first, last)) > 1 and begin > first:
        return _a_person(doc, begin, last)
    tokens = doc[first:last]
    start = _after_title(doc, first, last)
    if start > first or (_beside_a_person(doc, first, last) and agent_of_name(tokens.text) is None):
        return Found(start, last, tokens.root.i, Form.NAME, ActorKind.PERSON)
    agent = agent_of_name(tokens.text)
    kind = ActorKind.ORGANISATION
    if agent is not None and agent.kind in _BODIES:
        kind = ActorKind.MEDIA if agent.kind == "media" else kind
        coding = Coding(sectors=agent.sectors, words=tokens.text)
        return Found(first, last, tokens.root.i, Form.NAME, kind, coding=coding)
    if (
        agent is None
        and tokens.text[0].isupper()
        and acts(tokens.root)
        and tokens[-1].lower_ not in words("street")
        and tokens[0].lower_ not in words("way")
        and not of_a_storm(tokens)
    ):
        return Found(first, last, tokens.root.i, Form.NAME, kind)
    return None


def of_a_storm(tokens: "Span") -> bool:
    """Whether a name is a storm's: "Hurricane Ida", "Tropical Storm Ida"."""
    said = [token.lower_ for token in tokens if token.lower_ != "tropical"]
    return len(said) > 1 and said[0] in words("weather")


def _after_title(doc: "Doc", first: int, last: int) -> int:
    """Where a person's name begins that the name finder took with its title ("Constable Ann Lee")."""
    start = first
    while start < last - 1:
        agent = agent_at([doc[start].lower_])
        titled = agent is not None and agent[0].kind in ("office", "person", "group")
        if not titled and doc[start].lower_.rstrip(".") not in words("title"):
            break
        start += 1
    named = gender_of([doc[start].lower_]) is not None and last - start > 1
    return start if named else first


def _a_group(doc: "Doc", first: int, last: int) -> Found | None:
    tokens = doc[first:last]
    root = tokens.root
    if not tokens.text[0].isupper() or root.tag_ not in ("NNS", "NNPS") or agent_at(words_of(tokens.text)):
        return None
    home = next((states()[e.country].place for e in people_of(tokens.text) if e.country in states()), None)
    coding = Coding(home, ("CVL",), words=tokens.text) if home else Coding()
    return Found(first, last, root.i, Form.NAME, ActorKind.GROUP, coding=coding, plural=True)


_MAKERS = {"PERSON": _a_person, "ORG": _an_organisation, "NORP": _a_group}


def acts(token: "Token") -> bool:
    """Whether a noun is the subject of an active verb, its agent after "by", or one of several such."""
    for _ in range(8):
        if token.dep_ not in ("conj", "appos"):
            break
        token = token.head
    return token.dep_ in ("nsubj", "agent") or (token.dep_ == "pobj" and token.head.dep_ == "agent")
