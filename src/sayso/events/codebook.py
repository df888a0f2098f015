"""From readings to PLOVER types: the codebook's rules about what is promised, planned, demanded, refused, threatened.

A trigger that governs another one ("agreed TO SEND", "threatened TO ATTACK", "urged X TO WITHDRAW") is one event with
it; the governed trigger gives the mode, and the recipients where the governing one has none.
"""

from typing import TYPE_CHECKING

from sayso.events import phrases, verbs
from sayso.events.arguments import Arguments
from sayso.events.found import Found
from sayso.events.lexicon import word_classes
from sayso.events.roles import Role
from sayso.events.slots import fill
from sayso.events.triggers import Trigger
from sayso.events.unite import HOSTILE, within_sentence
from sayso.records.vocabulary import EventType

if TYPE_CHECKING:
    from spacy.tokens import Token

COOPERATIVE = frozenset({EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID})
YIELDING = frozenset({EventType.RETREAT, EventType.CONCEDE})
GOVERNING = frozenset(
    {EventType.AGREE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN, EventType.CONCEDE}
)


_INTO = ("iobj", "to", "with", "for", "from", "against", "on")


def settle(triggers: list[Trigger], arguments: Arguments) -> list[Found]:
    """The events of one sentence: governed triggers are taken up by those that govern them."""
    by_word = {trigger.token.i: trigger for trigger in triggers}
    taken: set[int] = set()
    found: list[Found] = []
    for trigger in triggers:
        if trigger.token.i in taken:
            continue
        governed = _governed(trigger, by_word)
        taken.update(other.token.i for other in governed)
        event = _event(trigger, governed, arguments)
        if event is not None:
            found.append(event)
    return within_sentence(found, taken)


def _governed(trigger: Trigger, by_word: dict[int, Trigger]) -> list[Trigger]:
    """The triggers in the complement of a governing trigger, its coordinated ones included."""
    kind = trigger.reading.row.type
    if kind is not None and kind not in GOVERNING:
        return []
    if trigger.token.dep_ == "aux" or trigger.token.pos_ == "ADJ":
        heads = fill(trigger.token, "comp")
    elif trigger.token.pos_ not in ("VERB", "AUX"):
        clauses = [c for c in trigger.token.children if c.dep_ in ("acl", "relcl", "ccomp")]
        heads = [c for c in clauses if c.tag_ == "VB" or any(m.dep_ == "mark" for m in c.children)]
        heads += [t for p in ("of", "for", "to") for t in _gerunds(trigger.token, p)]
    else:
        heads = list(verbs.complements(trigger.token))
        if kind is not None:
            heads += _nominal_complements(trigger)
    heads += [noun for head in heads if head.i not in by_word for noun in _carried(head)]
    found = [by_word[head.i] for head in heads if head.i in by_word and head.i != trigger.token.i]
    return [other for other in found if kind is EventType.REJECT or not _is_told_of(other)]


def _carried(verb: "Token") -> "list[Token]":
    """The nouns of action that a light verb carries ("agreed to HOLD talks")."""
    if verb.lemma_ not in word_classes()["light_verb"]:
        return []
    return [t for c in verb.children if c.dep_ == "dobj" for t in phrases.conjuncts(c)]


def _gerunds(word: "Token", preposition: str) -> "list[Token]":
    return [
        c
        for p in word.children
        if p.dep_ == "prep" and p.lower_ == preposition
        for c in p.children
        if c.dep_ in ("pcomp", "pobj")
    ]


def _nominal_complements(trigger: Trigger) -> "list[Token]":
    """Nouns that a promise, demand or refusal is about ("offered talks", "called for a ceasefire")."""
    verb = trigger.token
    found = [t for c in verb.children if c.dep_ == "dobj" for t in phrases.conjuncts(c)]
    found += [t for p in ("for", "of", "to", "on", "with", "against") for t in phrases.under(verb, p)]
    return [noun for noun in found if noun.pos_ == "NOUN"]


def _is_told_of(trigger: Trigger) -> bool:
    """Whether a noun names hostilities that are known ("its invasion of X", "the attack"), not a thing to come."""
    if trigger.token.pos_ != "NOUN" or trigger.reading.row.type not in HOSTILE:
        return False
    marks = ("the", "this", "that", "these", "those")
    return any(c.dep_ == "poss" or c.lower_ in marks for c in trigger.token.children)


def _event(trigger: Trigger, governed: list[Trigger], arguments: Arguments) -> Found | None:
    row = trigger.reading.row
    if row.type is None:
        return _planned(trigger, governed, arguments)
    roles = arguments.of(trigger)
    rival = trigger.rival.row.type if trigger.rival else None
    event = Found(trigger, row.type, row.mode, roles, "trigger", _words(trigger), rival, governed)
    inner = next((g for g in governed if g.reading.row.type is not None), None)
    if inner is not None:
        _take_up(event, inner, arguments)
    else:
        _look_into_complement(event, arguments)
    return _in_time(event, arguments)


def _look_into_complement(event: Found, arguments: Arguments) -> None:
    """Mode and recipients from a complement that is no trigger itself ("agreed to work with X")."""
    if event.type in (EventType.REQUEST, EventType.REJECT) and event.mode is None:
        event.mode = _mode_by_words(event)
    if (
        event.type not in GOVERNING
        or event.roles.recipient.ids
        or (event.roles.reciprocal and event.roles.two)
    ):
        return
    below = fill(event.token, "comp")
    if event.type is EventType.REQUEST or not below:
        return
    within = arguments.role(below[0], _INTO)
    event.roles.recipient.ids = tuple(i for i in within.ids if i not in event.roles.actor.ids)
    event.roles.recipient.slot = within.slot


def _planned(trigger: Trigger, governed: list[Trigger], arguments: Arguments) -> Found | None:
    """ "Plans to send", "wants to meet": willingness to cooperate is AGREE (manual, AGREE); hostile plans stay."""
    inner = next((g for g in governed if g.reading.row.type is not None), None)
    if inner is None or trigger.token.lemma_ not in word_classes()["plan_verb"]:
        return None
    row = inner.reading.row
    assert row.type is not None
    event = Found(inner, row.type, row.mode, arguments.of(inner), "trigger", _words(inner), planned=True)
    expected = trigger.token.lemma_ == "expect" and verbs.is_passive(trigger.token)
    if expected:
        return event  # others expect it: no willingness of his own
    if row.type in COOPERATIVE and inner.token.lemma_ not in word_classes()["performative"]:
        _become(event, EventType.AGREE, "manual, AGREE: cooperation still to come")
    elif row.type is EventType.RETREAT:
        _become(event, EventType.CONCEDE, "manual, CONCEDE: retreat still to come")
    return event


def _take_up(event: Found, inner: Trigger, arguments: Arguments) -> None:
    """Let the governed trigger decide mode and, where blank, recipients; and the type of a promise."""
    kind = inner.reading.row.type
    assert kind is not None
    within = arguments.of(inner)
    asked = () if event.type is EventType.REQUEST else within.recipient.ids
    actors = event.roles.actor.ids
    inside = (
        i for i in within.actor.ids if not arguments.is_own_state(i, actors)
    )  # "his country will back X"
    others = tuple(i for i in (*asked, *inside) if i not in actors)
    if event.type is EventType.AGREE and not is_negated(inner.token):
        if kind in HOSTILE and not _is_with_another(event):
            _become(event, EventType.THREATEN, f"manual, THREATEN: vowed {inner.token.text!r}")
        elif kind in YIELDING:
            _become(event, EventType.CONCEDE, "manual, CONCEDE: concession still to come", EventType.AGREE)
    if event.type in (EventType.REQUEST, EventType.REJECT):
        event.mode = event.mode or request_mode(kind, inner.reading.row.mode)
    elif event.type is EventType.THREATEN:
        event.mode = event.mode or threat_mode(kind, inner.reading.row.mode)
    if (
        (event.type is not EventType.REQUEST or inner.token.pos_ == "NOUN")
        and not event.roles.recipient.ids
        and not event.roles.reciprocal
    ):
        _lend(event, within.recipient, others, inner)
    if event.type is EventType.THREATEN and within.recipient.ids and event.roles.recipient.slot != "obj":
        ids = tuple(i for i in within.recipient.ids if i not in event.roles.actor.ids)
        _lend(event, within.recipient, ids, inner)
    event.detail += f" with {inner.token.text!r}"


def _lend(event: Found, role: Role, ids: tuple[str, ...], inner: Trigger) -> None:
    """Give the event the recipients of what it governs; those of a place with the words that name it."""
    event.roles.recipient.ids = ids
    if role.slot == "place" and set(ids) <= set(role.ids):
        event.roles.recipient.heads, event.roles.recipient.slot = role.heads, role.slot
    else:
        event.roles.recipient.slot = inner.token.text


def _is_with_another(event: Found) -> bool:
    """Whether it is agreed with somebody, and threatens no one: "agreed with X to deport migrants"."""
    return event.token.lemma_ == "agree" and (event.roles.two or event.roles.recipient.slot == "with")


def _in_time(event: Found, arguments: Arguments) -> Found:
    """Cooperation to come is AGREE, refused cooperation REJECT, a retreat to come CONCEDE."""
    token = event.token
    if token.pos_ not in ("VERB", "AUX") or token.dep_ == "aux":
        return event
    if event.type is EventType.AGREE and is_negated(token) and event.rule == "trigger":
        inner = next((g.reading.row.type for g in event.governed if g.reading.row.type), EventType.AID)
        _become(event, EventType.REJECT, "manual, REJECT: did not agree", mode=request_mode(inner))
        return event
    if not is_future(token):
        return event
    if event.type in COOPERATIVE:
        if is_negated(token):
            mode = request_mode(event.type)
            _become(event, EventType.REJECT, "manual, REJECT: will not do it", mode=mode)
        elif event.type is not EventType.CONSULT:  # a meeting to come is a planned meeting
            _become(event, EventType.AGREE, "manual, AGREE: cooperation still to come")
            if event.trigger.reading.row.frame == "obj>subj":  # the host agrees to a visit
                event.roles.actor, event.roles.recipient = event.roles.recipient, event.roles.actor
    elif event.type in YIELDING and is_negated(token):
        mode = request_mode(event.type, event.mode)
        _become(event, EventType.REJECT, "manual, REJECT: will not yield", mode=mode)
        if not event.roles.recipient.ids:  # "will not lift it until Y gives way"
            event.roles.recipient = arguments.other(token, ("condition",), event.roles.actor.ids)
    elif event.type is EventType.RETREAT:
        _become(event, EventType.CONCEDE, "manual, CONCEDE: retreat still to come")
    elif event.type is EventType.THREATEN and arguments.says_of_itself(event.trigger):
        event.rule = "manual, THREATEN: announces it of itself"
    elif event.type in HOSTILE and not is_negated(token) and arguments.says_of_itself(event.trigger):
        threatened = threat_mode(event.type, event.mode)
        _become(event, EventType.THREATEN, "manual, THREATEN: announces it of itself", mode=threatened)
    return event


def _become(
    event: Found, kind: EventType, rule: str, rival: EventType | None = None, mode: str | None = None
) -> None:
    event.rival, event.type, event.mode, event.rule = rival or event.type, kind, mode, rule


def request_mode(kind: EventType, mode: str | None = None) -> str:
    """The mode of a request or refusal by the type of what is asked (manual, table REQUEST modes)."""
    if kind is EventType.CONSULT:
        return "meet"
    if kind in YIELDING:
        return "change" if mode == "resign" else "yield"
    return "assist" if kind in (EventType.AID, EventType.COOPERATE, EventType.SUPPORT) else "change"


def threat_mode(kind: EventType, mode: str | None) -> str | None:
    """The mode of a threat by the type of what is threatened (manual, table THREATEN modes)."""
    if kind in (EventType.ASSAULT, EventType.MOBILIZE):
        return "violence"
    if kind is EventType.COERCE:
        return {"arrest": "arrest", "deport": "expel", "seize": "territory"}.get(mode or "", "restrict")
    if kind is EventType.SANCTION:
        return "expel" if mode == "expel" else "relations" if mode == "withdraw" else "restrict"
    return "restrict" if kind is EventType.PROTEST else "relations"


def _mode_by_words(event: Found) -> str | None:
    """The mode of a request or refusal from the words it asks about, by the word classes `mode_*`."""
    classes = word_classes()
    near = {t.lemma_.lower() for t in event.token.subtree if 0 < t.i - event.token.i < 12}
    if event.token.dep_ == "relcl":  # "the release of prisoners, which X demanded"
        near |= {t.lemma_.lower() for t in list(event.token.ancestors)[:3] if t.pos_ == "NOUN"}
    for mode in ("yield", "meet", "assist", "change"):
        if not classes[f"mode_{mode}"].isdisjoint(near):
            return mode
    return None


def is_future(verb: "Token") -> bool:
    """Whether the verb is told of as still to come: will, shall, would, "is to", "going to"."""
    for child in verb.children:
        if child.dep_ == "aux" and child.lower_ in ("will", "shall", "would", "'ll", "’ll", "wo"):
            return not any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children)
    if verb.dep_ == "xcomp" and verb.tag_ == "VB":
        head = verb.head
        return head.lemma_ in ("be", "go") and not any(c.dep_ == "neg" for c in head.children)
    return verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.pos_ == "VERB" and is_future(verb.head)


def is_negated(verb: "Token") -> bool:
    """Whether "not" or "never" stands by the verb itself."""
    return any(c.dep_ == "neg" for c in verb.children)


def _words(trigger: Trigger) -> str:
    return f"{trigger.token.lemma_!r}"
