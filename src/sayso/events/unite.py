"""How the events of one sentence hang together: what is one with another, and what is none after all."""

from typing import TYPE_CHECKING

from sayso.events import phrases, verbs
from sayso.events.found import Found
from sayso.events.lexicon import word_classes
from sayso.events.slots import fill
from sayso.records.vocabulary import EventType

if TYPE_CHECKING:
    from spacy.tokens import Token

HOSTILE = frozenset(
    {EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.MOBILIZE, EventType.PROTEST}
)
OPEN = frozenset(
    {
        EventType.AID,
        EventType.AGREE,
        EventType.CONCEDE,
        EventType.CONSULT,
        EventType.COOPERATE,
        EventType.RETREAT,
    }
)


def within_sentence(found: list[Found], taken: set[int]) -> list[Found]:
    """The events that are left when launch and hit, deed and result, protest and demand are put together.

    `taken` are the words of triggers that others have taken up.
    """
    _unite_launch_and_hit(found, taken)
    _mark_results(found)
    _take_actor_of_clause(found)
    _drop_topics_of_protest(found, taken)
    _drop_topics_of_talks(found, taken)
    left = [event for event in found if event.token.i not in taken or event.planned]
    return [event for event in left if not _is_mere_condition(event) and not _has_blind_cause(event)]


def _is_mere_condition(event: Found) -> bool:
    """Whether it only stands in an "if" and nobody is named to do it, or it is what must not be left undone."""
    marks = {c.lower_ for c in event.token.children if c.dep_ == "mark"}
    bare = not event.roles.actor.ids and not marks.isdisjoint(word_classes()["conditional"])
    return bare or is_left_undone(event.token)


def is_left_undone(word: "Token") -> bool:
    """Whether a clause only names what must be done lest something follow: "unless X yields", "if X does not"."""
    marks = {c.lower_ for c in word.children if c.dep_ == "mark"}
    return "unless" in marks or ("if" in marks and any(c.dep_ == "neg" for c in word.children))


def _unite_launch_and_hit(found: "list[Found]", taken: set[int]) -> None:
    """What is launched and what it strikes are one assault: "fired missiles that hit the port" (manual, MOBILIZE)."""
    launched = {word.i: event for event in found for word in event.trigger.taken}
    for event in found:
        if event.type is not EventType.ASSAULT or event.token.dep_ not in ("acl", "relcl", "advcl"):
            continue
        launch = launched.get(event.token.head.i)
        if (
            launch is not None
            and launch is not event
            and launch.type in (EventType.MOBILIZE, EventType.ASSAULT)
        ):
            event.roles.actor = launch.roles.actor
            taken.add(launch.token.i)


def _mark_results(found: list[Found]) -> None:
    """Deaths and damage that an assault of the same sentence did are a part of it: "shelled X, killing Y"."""
    assaults = {event.token.i: event for event in found if event.type is EventType.ASSAULT}
    classes = word_classes()
    for event in assaults.values():
        if not any(event.token.lemma_.lower() in classes[name] for name in ("count_killed", "count_injured")):
            continue
        near = _above(event.token, assaults)
        near += [word for slot in ("subj", "in", "by") for word in fill(event.token, slot)]
        event.part_of = next((word for word in near if word.i in assaults and word.i != event.token.i), None)


def _above(word: "Token", assaults: "dict[int, Found]") -> "list[Token]":
    """What a result hangs on: the assault's verb, what that carries ("carried out ATTACKS, killing X"), or its.

    A result that is joined to another ("killing X and wounding Y") is a part of what that is a part of.
    """
    if word.dep_ == "conj" and word.head.i in assaults:
        return [assaults[word.head.i].part_of or word.head]
    if word.dep_ not in ("advcl", "acl", "relcl"):
        return []
    return [word.head, *(c for c in word.head.children if c.dep_ == "dobj" and word.dep_ == "advcl")]


def _take_actor_of_clause(found: list[Found]) -> None:
    """Who fired is who killed: "a man was killed when police opened fire"."""
    assaults = {event.token.i: event for event in found if event.type is EventType.ASSAULT}
    classes = word_classes()
    for event in assaults.values():
        harmed = any(event.token.lemma_.lower() in classes[n] for n in ("count_killed", "count_injured"))
        if not harmed or event.roles.actor.ids or event.part_of is not None:
            continue
        for clause in event.token.children:
            deed = assaults.get(clause.i) if clause.dep_ == "advcl" else None
            marks = {word.lower_ for word in clause.children if word.dep_ in ("mark", "advmod")}
            if deed is not None and marks & classes["while"]:
                event.part_of = deed.token
                event.roles.actor = deed.roles.actor if deed.roles.actor.ids else event.roles.actor


def _drop_topics_of_protest(found: list[Found], taken: set[int]) -> None:
    """What protesters demand is the topic of their protest, no event of its own (manual, PROTEST)."""
    protests = {event.token.i for event in found if event.type is EventType.PROTEST}
    for event in found:
        if event.type is EventType.REQUEST and event.token.dep_ in ("advcl", "acl", "xcomp"):
            above = (event.token.head, *event.token.head.children)
            if any(word.i in protests for word in above):
                taken.add(event.token.i)


def _drop_topics_of_talks(found: list[Found], taken: set[int]) -> None:
    """What is only talked about has not been done: "discussed the release of prisoners", "talks on a ceasefire"."""
    topic = word_classes()["topic_word"]
    for event in found:
        word = event.token
        if event.type not in OPEN or word.pos_ != "NOUN" or any(c.dep_ == "poss" for c in word.children):
            continue
        above = word.head
        if word.dep_ == "pobj" and above.lower_ in ("on", "about", "over", "of"):
            above = above.head
        elif word.dep_ != "dobj":
            continue
        if above.lemma_.lower() in topic:
            taken.add(word.i)


def _has_blind_cause(event: Found) -> bool:
    """Whether what killed or destroyed is named and is nobody who acts: a quake, a crash, a fall in prices."""
    cause = event.roles.actor.unnamed
    if event.type is not EventType.ASSAULT or event.roles.actor.ids:
        return False
    if _is_mishap(event.token) or (cause is not None and _is_at_work(cause)):
        return True
    if cause is None or cause.ent_type_:
        return False
    if cause.dep_ == "pobj" and cause.head.lower_ != "by":
        return False  # "killed in a house"
    classes = word_classes()
    lemma = cause.lemma_.lower()
    acting = (
        "armed",
        "person",
        "violence",
        "munition_noun",
        "missile",
        "aircraft",
        "weapon",
        "protester",
        "troops",
    )
    return cause.pos_ == "NOUN" and not any(lemma in classes[name] for name in acting)


def _is_mishap(verb: "Token") -> bool:
    """Whether a vehicle or a machine did it by itself: "killed when a bus HIT a lorry"."""
    classes = word_classes()
    if not classes["violence"].isdisjoint(t.lemma_.lower() for t in verb.sent):
        return False
    clauses = [c for c in verb.children if c.dep_ == "advcl"]
    clauses += [c for p in ("when", "after") for noun in phrases.under(verb, p) for c in noun.children]
    for clause in clauses:
        subject = verbs.own_subject(clause) or (clause.head if clause.dep_ == "acl" else None)
        if subject is not None and clause.lemma_ in classes["mishap_verb"]:
            lemma = subject.lemma_.lower()
            return any(lemma in classes[name] for name in ("vehicle_noun", "disaster_noun", "accident"))
    return False


def _is_at_work(blast: "Token") -> bool:
    """Whether something blew up where people work: "a blast at a paint factory"."""
    if blast.lemma_.lower() not in ("blast", "explosion"):
        return False
    where = (noun for p in ("at", "in", "inside") for noun in phrases.under(blast, p))
    return any(noun.lemma_.lower() in word_classes()["works"] for noun in where)
