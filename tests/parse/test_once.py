"""A word that comes again is embedded once, and nothing else changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language

from sayso.parse.load import DEFAULT_MODEL
from sayso.parse.once import once_a_word

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "reports").glob("*.txt"))


def test_vectors_are_the_same() -> None:
    """Of both networks, for a batch with an empty text in it; and each has one embedding changed."""
    plain, changed = spacy.load(DEFAULT_MODEL), spacy.load(DEFAULT_MODEL)
    once_a_word(changed)
    texts = ["", *(file.read_text("utf-8") for file in EXAMPLES)]
    for name in ("tok2vec", "ner"):
        before, after = (_network(nlp, name) for nlp in (plain, changed))
        assert sum(layer.name == "once" for layer in after.walk()) == 1
        one = np.vstack(before.predict([plain.make_doc(text) for text in texts]))
        two = np.vstack(after.predict([changed.make_doc(text) for text in texts]))
        assert np.allclose(one, two, atol=1e-5)


def _network(nlp: Language, name: str) -> Any:
    """The network of a part that turns words into vectors."""
    pipe: Any = nlp.get_pipe(name)
    return pipe.model if name == "tok2vec" else pipe.model.get_ref("tok2vec")


def test_a_text_without_words() -> None:
    """An empty text goes through."""
    nlp = spacy.load(DEFAULT_MODEL)
    once_a_word(nlp)
    assert len(nlp("")) == 0
