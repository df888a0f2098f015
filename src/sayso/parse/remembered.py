"""spaCy's word classes and lemmas, remembered word by word.

spaCy's attribute ruler matches some 180 patterns against each token, and its lemmatizer calls Python for each: a
seventh of a parse. Nearly all patterns look at one token alone, at its form, tag and dependency label; so the answer
for a form, tag and label is asked once and kept. The few patterns over two tokens ("there is", "let's") run as ever.
The outcome is the same as that of the two components in a row.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import DEP, LEMMA, MORPH, ORTH, POS, TAG
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.language import Language

RULER, LEMMATIZER = "attribute_ruler", "lemmatizer"
MOST = 200_000
"""Answers that are kept; then the memory starts anew."""
_GIVEN = [ORTH, TAG, DEP]
_RULED = [TAG, POS, MORPH, LEMMA]
_CLASSED = [ORTH, POS, MORPH, LEMMA]


class Remembered:
    """Does the work of a pipeline's attribute ruler and lemmatizer on docs that have gone through its other parts."""

    instead_of = (RULER, LEMMATIZER)
    """The names of the components whose work this is."""

    def __init__(self, nlp: Language) -> None:
        self._vocab = nlp.vocab
        ruler: Any = nlp.get_pipe(RULER)
        self._lemmatizer: Any = nlp.get_pipe(LEMMATIZER)
        _index_as_sets(self._lemmatizer)
        self._single = AttributeRuler(nlp.vocab, name=RULER)
        self._joint = AttributeRuler(nlp.vocab, name=RULER)
        for rule in ruler.patterns:
            longest = max(map(len, rule["patterns"]))
            (self._single if longest == 1 else self._joint).add(**rule)
        self._ruled: dict[tuple[int, ...], tuple[int, ...]] = {}
        self._lemmas: dict[tuple[int, ...], int] = {}

    @staticmethod
    def fits(nlp: Language) -> bool:
        """Whether the pipeline's ruler and lemmatizer are of the kinds whose answers hang on the word alone."""
        if not {RULER, LEMMATIZER} <= set(nlp.pipe_names):
            return False
        ruler, lemmatizer = nlp.get_pipe(RULER), nlp.get_pipe(LEMMATIZER)
        in_order = nlp.pipe_names.index(RULER) < nlp.pipe_names.index(LEMMATIZER)
        if not (in_order and isinstance(ruler, AttributeRuler) and isinstance(lemmatizer, Lemmatizer)):
            return False
        return lemmatizer.mode == "rule" and not lemmatizer.overwrite

    def __call__(self, doc: Doc) -> Doc:
        """Set tag, word class, morphology and lemma of each token; and the label of spaces, as the ruler does."""
        if max(len(self._ruled), len(self._lemmas)) > MOST:
            self._ruled.clear()
            self._lemmas.clear()
        given = list(map(tuple, doc.to_array(_GIVEN).tolist()))
        self._learn(given)
        rows = [self._ruled[key] for key in given]
        _set(doc, _RULED, [row[:-1] for row in rows])
        for at, (row, (*_, dep)) in enumerate(zip(rows, given, strict=True)):
            if row[-1] != dep:
                doc[at].dep = row[-1]
        self._joint(doc)
        return self._lemmatize(doc)

    def _learn(self, keys: Sequence[tuple[int, ...]]) -> None:
        """Have the ruler answer for what is new among (form, tag, label)."""
        new = [key for key in dict.fromkeys(keys) if key not in self._ruled]
        if new:
            told = self._single(self._words(_GIVEN, new)).to_array([*_RULED, DEP])
            self._ruled.update(zip(new, map(tuple, told.tolist()), strict=True))

    def _lemmatize(self, doc: Doc) -> Doc:
        given = list(map(tuple, doc.to_array(_CLASSED).tolist()))
        new = [key for key in dict.fromkeys(given) if not key[-1] and key not in self._lemmas]
        if new:
            told = self._lemmatizer(self._words(_CLASSED, new))
            self._lemmas.update((key, token.lemma) for key, token in zip(new, told, strict=True))
        return _set(doc, [LEMMA], [(key[-1] or self._lemmas[key],) for key in given])

    def _words(self, names: Sequence[int], rows: Sequence[tuple[int, ...]]) -> Doc:
        """A doc of words with these attributes, the form first; they have nothing to do with one another."""
        words = Doc(self._vocab, words=[self._vocab.strings[row[0]] for row in rows])
        return _set(words, names[1:], [row[1:] for row in rows])


def _index_as_sets(lemmatizer: Any) -> None:
    """Let the lemmatizer look forms up in sets: as it comes, it goes through lists of up to 57,000 words."""
    index = lemmatizer.lookups.get_table("lemma_index", {})
    for key, forms in list(index.items()):
        index[key] = frozenset(forms)


def _set(doc: Doc, names: Sequence[int], rows: Sequence[tuple[int, ...]]) -> Doc:
    """The doc with these attributes of its tokens, a row each."""
    values: Any = np.array(rows, dtype=np.uint64).reshape(-1, len(names))
    return doc.from_array(list(names), values)
