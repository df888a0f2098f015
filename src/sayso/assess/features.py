"""What the learned part sees of an event: its word, the words beside and above it, and what the rules read."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from sayso.assess.edges import edge, is_definite
from sayso.assess.effects import Reading

STEPS: Final = 3
"""How many governing words are looked at."""

_WORDS: Final = ("aux", "auxpass", "det", "mark", "prep", "cc", "neg", "expl", "advmod", "amod", "npadvmod")
_BESIDE_ABOVE: Final = ("aux", "auxpass", "neg", "mark", "det", "advmod")


def features(word: Token, reading: Reading) -> Iterator[str]:
    """The features of the event at `word`; one may come twice."""
    yield from _read(word, reading)
    yield from _own(word)
    yield from _above(word)
    yield from _around(word)


def _read(word: Token, reading: Reading) -> Iterator[str]:
    outcome = f"{reading.polarity} {reading.certainty}"
    yield f"rules {outcome}"
    yield f"rules {outcome} {reading.time or 'open'}"
    yield f"rules {outcome} {'closed' if reading.closed else 'open'}"
    yield f"rules {outcome} {word.pos_}"
    for cue in reading.cues:
        yield f"cue {word.doc.text[cue.start : cue.end].lower()} {reading.polarity}"


def _own(word: Token) -> Iterator[str]:
    yield f"word {word.lemma_.lower()}"
    yield f"tag {word.tag_}"
    yield f"tag {word.tag_} {word.dep_}"
    yield f"relation {word.dep_}"
    for child in word.children:
        yield f"has {child.dep_}"
        if child.dep_ in _WORDS:
            yield f"has {child.dep_} {child.lower_}"
        if child.dep_ == "aux":
            yield f"aux {child.lower_} {word.tag_}"
    if not any(child.dep_.startswith("nsubj") for child in word.children):
        yield f"no subject {word.tag_}"
    if word.pos_ in ("NOUN", "PROPN"):
        yield "definite" if is_definite(word) else "indefinite"


def _above(word: Token) -> Iterator[str]:
    forms: list[str] = []
    below, step = word, edge(word)
    while step is not None and step.governor != below and len(forms) < STEPS:
        forms.append(step.form)
        height, above = len(forms), step.governor
        lemma = above.lemma_.lower()
        yield f"{height} {lemma}"
        yield f"{height} {lemma} {step.form}"
        yield f"{height} form {step.form} {step.relation}"
        yield f"{height} tag {above.tag_}"
        if height == 1:
            yield f"edge {step.form} {step.relation} {above.pos_} {word.pos_}"
        for child in above.children:
            if child.dep_ in _BESIDE_ABOVE:
                yield f"{height} has {child.dep_} {child.lower_}"
        below, step = above, edge(above)
    yield f"path {' '.join(forms)}"


def _around(word: Token) -> Iterator[str]:
    if word.sent[-1].text == "?":
        yield "question"
    above = list(word.ancestors)
    beside = [child for token in above for child in token.children]
    own = [*beside, *word.children]
    if any(child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether") for child in own):
        yield "under a condition"
    if any(child.tag_ == "MD" for child in beside):
        yield "under a modal"
    if any(child.dep_ == "neg" for child in beside):
        yield "under a negation"
    if any(child.dep_ == "aux" and child.tag_ == "TO" for child in beside):
        yield "under an infinitive"
