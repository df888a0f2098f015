"""From the event's word up to the root of its sentence: each word on the way acts on the reading."""

from collections.abc import Sequence

from spacy.tokens import Token

from sayso.assess.cues import GovernorRow, governor, marker
from sayso.assess.edges import Edge, edge, is_definite
from sayso.assess.effects import Effect, Reading, Voice
from sayso.assess.modality import condition, markers
from sayso.assess.negation import negators
from sayso.assess.stance import after, stance_effect, voice_of
from sayso.assess.time import tense
from sayso.records.base import Span
from sayso.records.statement import Statement
from sayso.records.vocabulary import Time

_STANDS = frozenset({Effect.ALLEGED, Effect.DENIED, Effect.UNCONFIRMED})
_ADJUNCTS = ("relcl", "advcl")
_MODIFIERS = ("relcl", "acl", "amod")
_ARGUMENTS = ("nsubj", "nsubjpass", "pobj")
_NOMINAL = ("NOUN", "PROPN")
_OPEN = (Effect.PROBABLE, Effect.POSSIBLE, Effect.HYPOTHETICAL)


def climb(token: Token, enclosing: Sequence[Statement] = (), *, headline: bool = False) -> Reading:
    """The reading of the event whose word is `token`, by the words above it and the statements around it.

    `enclosing` are the statements in whose content the event lies, the innermost first. A statement acts
    where the way up meets its cue; one whose cue is not met (a quotation, "according to") acts at the end.
    """
    waiting = list(enclosing)
    reading = _beside(Reading(), token).at(tense(token, headline=headline))
    reading = reading.shut() if _taken_up(token) else reading
    while not reading.closed and (step := edge(token)) is not None:
        above = step.governor
        statement = _cued(above, waiting)
        reading, heard = _under(reading, token, step, statement)
        if statement is not None:
            waiting.remove(statement)
        if step.relation == "conj":
            reading = _shared(reading, token, above)
        elif not reading.closed:
            reading = _beside(reading, above, below=token, heard=heard)
        reading = reading.at(tense(above, headline=headline) if step.form != "whether" else None)
        token = above
    for statement in waiting:
        reading = after(reading, statement)
    return _at_root(reading, token)


def _cued(word: Token, waiting: Sequence[Statement]) -> Statement | None:
    at = _span(word)
    return next((s for s in waiting if s.cue is not None and s.cue.covers(at)), None)


def _beside(
    reading: Reading, token: Token, *, below: Token | None = None, heard: frozenset[int] = frozenset()
) -> Reading:
    """Apply what stands beside a word; words `heard` already (by index) are left out."""
    no = negators(token, below)
    for effect, word in markers(token, negated=bool(no), below=below):
        if word.i not in heard:
            reading = reading.under(effect, _span(word), voice=_voice(effect, None))
    for word in no:
        if word.i not in heard:
            reading = reading.under(Effect.NOT, _span(word))
    return reading


def _shared(reading: Reading, token: Token, first: Token) -> Reading:
    """What the first of two joined words shares with the second: a modal, and a negation before "or"."""
    if any(child.dep_ in ("nsubj", "nsubjpass") for child in token.children):
        return reading
    joint = {child.lower_ for child in first.children if child.dep_ == "cc"}
    if "nor" in joint:  # says no by itself
        return reading
    bare = token.tag_ == first.tag_ == "VB"
    for effect, word in markers(first, negated=False) if bare else ():
        reading = reading.under(effect, _span(word), voice=_voice(effect, None))
    for word in negators(first) if bare or "or" in joint else ():
        reading = reading.under(Effect.NOT, _span(word))
    return reading


def _under(
    reading: Reading, token: Token, step: Edge, statement: Statement | None
) -> tuple[Reading, frozenset[int]]:
    """Apply the governing word to what hangs on it; also the words beside it that have thereby been heard."""
    above, form = step.governor, step.form
    if form == "to" and (yet := _yet(above)) is not None:
        return reading.under(Effect.NOT, _span(yet)), frozenset()
    row = _row(step)
    if row is not None or statement is not None:
        return _governed(reading, token, step, row, statement)
    effect, cue = _by_relation(token, step)
    reading = reading.under(effect, *((_span(cue),) if cue is not None else ()), voice=_voice(effect, None))
    if step.relation == "advcl" and effect != Effect.HAPPENS:
        reading = reading.shut()
    aside = step.relation in _MODIFIERS or (step.relation in _ARGUMENTS and token.pos_ in _NOMINAL)
    return (reading.shield() if aside else reading), frozenset()


def _governed(
    reading: Reading, token: Token, step: Edge, row: GovernorRow | None, statement: Statement | None
) -> tuple[Reading, frozenset[int]]:
    above = step.governor
    no = negators(above, token)
    effect = (row.negated if len(no) % 2 else row.affirmed) if row else Effect.SAID
    if statement is not None:
        effect = stance_effect(statement, effect if row else None)
        cues = statement.cue.spans if statement.cue else ()
        reading = reading.under(effect, *cues, voice=voice_of(effect, statement))
        words = [word.i for word in above.children if any(span.covers(_span(word)) for span in cues)]
        return reading, frozenset([*words, *(word.i for word in no)])
    cues = (_span(above), *(_span(word) for word in no))
    reading = reading.under(effect, *cues, voice=_voice(effect, above))
    if step.form == "to" and above.pos_ in ("ADJ", *_NOMINAL) and effect in _OPEN:
        reading = reading.at(Time.FUTURE)
    beside = above.children if effect == Effect.UNCONFIRMED else no
    return reading, frozenset(word.i for word in beside)


def _row(step: Edge) -> GovernorRow | None:
    """The table's row for the governing word; relative and adverbial clauses hang on none."""
    above, form = step.governor, step.form
    if step.relation in _ADJUNCTS and not (form == "to" and above.pos_ in ("ADJ", "NOUN")):
        return None
    row = governor(above.lemma_.lower(), form)
    if row is None and step.relation == "nsubj":
        named = (child for child in above.children if child.dep_ in ("acomp", "attr", "oprd"))
        row = next((found for child in named if (found := governor(child.lemma_.lower(), form))), None)
    return row


def _taken_up(token: Token) -> bool:
    """Whether the event is a noun of speech ("offer", "claim") that is rejected or denied: it was made."""
    if token.pos_ != "NOUN" or marker(token.lemma_.lower(), "utterance") is None:
        return False
    step = edge(token)
    row = _row(step) if step is not None else None
    return row is not None and row.affirmed in (Effect.NOT, Effect.DENIED)


def _by_relation(token: Token, step: Edge) -> tuple[Effect, Token | None]:
    """The effect of a bare relation, where the governing word says nothing."""
    if step.preposition is not None:
        for word in (token.head, step.preposition):
            row = marker(word.lower_, "preposition")
            if row is not None:
                return row.affirmed, word
    match step.relation, step.form:
        case "advcl", _:
            return _adverbial(token, step.form)
        case (("relcl" | "acl" | "amod"), form) if form != "to":
            return _modifier(step.governor)
        case "ccomp" | "advcl", "that" if _subjunctive(token):
            return Effect.ASKED, None
        case (("xcomp" | "acl" | "ccomp" | "relcl"), "to"):
            return (Effect.PLANNED if step.governor.lemma_ == "be" else Effect.WANTED), step.governor
        case _, "whether":
            return Effect.HYPOTHETICAL, None
        case _ if token.pos_ in _NOMINAL and is_definite(token) and step.relation != "conj":
            return Effect.PRESUPPOSED, None
    return Effect.HAPPENS, None


def _adverbial(clause: Token, form: str) -> tuple[Effect, Token | None]:
    mark = condition(clause)
    if mark is not None:
        return Effect.HYPOTHETICAL, mark
    for child in clause.children:
        if child.dep_ == "mark":
            row = marker(child.lower_, "mark") or marker(child.lower_, "preposition")
            return (row.affirmed, child) if row else (Effect.PRESUPPOSED, None)
    return (Effect.WANTED if form == "to" else Effect.HAPPENS), None


def _subjunctive(verb: Token) -> bool:
    """ "They insist that he be tried", "that he leave": a bare verb with a subject is wished for."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    bare = helpers[0].lower_ == "be" if helpers else verb.tag_ == "VB"
    return bare and any(child.dep_.startswith("nsubj") for child in verb.children)


def _modifier(noun: Token) -> tuple[Effect, Token | None]:
    """ "The troops that fled" did flee, "any troops that flee" may not; "troops that flee" are as they."""
    for child in noun.children:
        if child.dep_ == "det" and child.lower_ in ("any", "whichever"):
            return Effect.HYPOTHETICAL, child
    taken = is_definite(noun) or noun.pos_ in ("PROPN", "NUM")
    return (Effect.PRESUPPOSED if taken else Effect.HAPPENS), None


def _at_root(reading: Reading, root: Token) -> Reading:
    if reading.closed:
        return reading
    helpers = [child for child in root.children if child.dep_ == "aux"]
    if root.tag_ == "VB" and helpers and helpers[0].tag_ == "TO":
        return reading.under(Effect.PLANNED, _span(helpers[0]))
    last = root.sent[-1]
    while last.is_space or last.is_quote:
        if last.i == root.sent.start:
            return reading
        last = last.nbor(-1)
    return reading.under(Effect.HYPOTHETICAL, _span(last)) if last.text == "?" else reading


def _yet(above: Token) -> Token | None:
    return next((c for c in above.children if c.lower_ == "yet" and above.lemma_ in ("have", "be")), None)


def _voice(effect: Effect, above: Token | None) -> Voice | None:
    if effect not in _STANDS:
        return None
    speaker = None
    if above is not None:
        speaker = next((c.idx for c in above.children if c.dep_ in ("nsubj", "poss")), None)
        if speaker is None:
            speaker = next(
                (c.idx for agent in above.children if agent.dep_ == "agent" for c in agent.children), None
            )
    return Voice(effect=effect, speaker=speaker)


def _span(token: Token) -> Span:
    return Span(token.idx, token.idx + len(token))
