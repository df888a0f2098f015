"""What the governing word does to the event that hangs on it: by its row in the table, its statement, or bare."""

from dataclasses import replace

from spacy.tokens import Token

from sayso.assess.adjectives import degree, denials, judged_by, predicates
from sayso.assess.cues import GovernorRow, MarkerRow, governor, marker, span_of
from sayso.assess.edges import Edge, edge
from sayso.assess.effects import Effect, Reading, Voice
from sayso.assess.negation import negators
from sayso.assess.relations import NOMINAL, any_of, by_relation, subjunctive
from sayso.assess.stance import stance_effect, voice_of
from sayso.records.statement import Statement
from sayso.records.vocabulary import Time

_STANDS = frozenset({Effect.ALLEGED, Effect.DENIED, Effect.UNCONFIRMED})
_ADJUNCTS = ("relcl", "advcl")
_MODIFIERS = ("relcl", "acl", "amod")
_ARGUMENTS = ("nsubj", "nsubjpass", "pobj")
_OPEN = (Effect.PROBABLE, Effect.POSSIBLE, Effect.HYPOTHETICAL)


def step_up(token: Token) -> Edge | None:
    """The step from `token` to the word that governs it.

    The parser hangs "of doing" on the one accused; then the verb governs it, if the tables know it so. A clause
    that an adjective judges is governed by it: "it is unlikely that".
    """
    step = edge(token)
    step = judged_by(step) if step is not None else None
    if step is None or step.relation != "pcomp" or step.governor.dep_ != "dobj" or _row(step) is not None:
        return step
    verb = step.governor.head
    return replace(step, governor=verb) if governor(verb.lemma_.lower(), step.form) is not None else step


def under(
    reading: Reading, token: Token, step: Edge, statement: Statement | None
) -> tuple[Reading, frozenset[int]]:
    """Apply the governing word to what hangs on it; also the words beside it that have thereby been heard."""
    above, form = step.governor, step.form
    if form == "to" and (yet := _yet(above)) is not None:
        return reading.under(Effect.NOT, span_of(yet)), frozenset()
    if form == "to" and (found := degree(above)) is not None:
        return _measured(reading, token, above, *found)
    row = _row(step)
    if row is not None or statement is not None:
        return _governed(reading, token, step, row, statement)
    effect, cue = by_relation(token, step)
    reading = reading.under(
        effect, *((span_of(cue),) if cue is not None else ()), voice=own_voice(effect, None)
    )
    if step.relation == "advcl":
        reading = reading if effect == Effect.HAPPENS else reading.shut()
        return reading, frozenset(word.i for word in negators(above))
    aside = step.relation in _MODIFIERS or (step.relation in _ARGUMENTS and token.pos_ in NOMINAL)
    return (reading.shield() if aside else reading), frozenset()


def _governed(
    reading: Reading, token: Token, step: Edge, row: GovernorRow | None, statement: Statement | None
) -> tuple[Reading, frozenset[int]]:
    above = step.governor
    no = denials(above, token)
    effect = _effect(token, step, row, negated=len(no) % 2 == 1)
    if statement is not None:
        effect = stance_effect(statement, effect if row else None)
        cues = statement.cue.spans if statement.cue else ()
        reading = reading.under(effect, *cues, voice=voice_of(effect, statement))
        words = [word.i for word in above.children if any(span.covers(span_of(word)) for span in cues)]
        return reading, frozenset([*words, *(word.i for word in no)])
    cues = (span_of(above), *(span_of(word) for word in no))
    reading = reading.under(effect, *cues, voice=own_voice(effect, above))
    if step.form == "to" and above.pos_ in ("ADJ", *NOMINAL) and effect in _OPEN:
        reading = reading.at(Time.FUTURE)
    beside = above.children if effect == Effect.UNCONFIRMED else no
    return reading, frozenset(word.i for word in beside)


def _effect(token: Token, step: Edge, row: GovernorRow | None, *, negated: bool) -> Effect:
    """What the row says, unless the event's own words say more: a wish ("that he be tried"), "any attack"."""
    effect = (row.negated if negated else row.affirmed) if row else Effect.SAID
    if effect == Effect.SAID and step.form == "that" and subjunctive(token, sure=True):
        return Effect.ASKED
    if effect == Effect.PRESUPPOSED and any_of(token) is not None:
        return Effect.NOT if negated else Effect.HYPOTHETICAL
    return effect


def _measured(
    reading: Reading, token: Token, above: Token, row: MarkerRow, word: Token
) -> tuple[Reading, frozenset[int]]:
    """ "Too weak to attack", "not big enough to destroy"."""
    no = denials(above, token)
    effect = row.negated if len(no) % 2 and row.negated is not None else row.affirmed
    cues = (*no, word, above)
    reading = reading.under(effect, *(span_of(cue) for cue in cues))
    return reading, frozenset(cue.i for cue in cues)


def _row(step: Edge) -> GovernorRow | None:
    """The table's row for the governing word; relative and adverbial clauses hang on none."""
    above, form = step.governor, step.form
    if step.relation in _ADJUNCTS and not (
        form == "to" and (above.pos_ in ("ADJ", "NOUN") or _goes_on(above))
    ):
        return None
    row = governor(above.lower_, form) or governor(above.lemma_.lower(), form)
    if row is None and form == "whether" and step.preposition is not None:  # "worries over whether"
        weaker = governor(above.lemma_.lower(), step.preposition.lower_)
        row = weaker if weaker is not None and weaker.affirmed in _OPEN else None
    if row is None and step.relation == "nsubj":
        row = next(
            (found for child in predicates(above) if (found := governor(child.lemma_.lower(), form))), None
        )
    return row


def _goes_on(verb: Token) -> bool:
    """ "They went on to attack": no purpose, though the parser may take it for one."""
    return verb.lemma_ == "go" and any(child.lower_ == "on" for child in verb.children)


def taken_up(token: Token) -> bool:
    """Whether the event is a noun of speech ("offer", "claim") that is rejected or denied: it was made."""
    if token.pos_ != "NOUN" or marker(token.lemma_.lower(), "utterance") is None:
        return False
    step = edge(token)
    row = _row(step) if step is not None else None
    return row is not None and row.affirmed in (Effect.NOT, Effect.DENIED)


def _yet(above: Token) -> Token | None:
    return next((c for c in above.children if c.lower_ == "yet" and above.lemma_ in ("have", "be")), None)


def own_voice(effect: Effect, above: Token | None) -> Voice | None:
    """The voice behind a word that is no statement's cue: its subject, owner or agent, or nobody named."""
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
