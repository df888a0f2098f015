"""Words that come again are embedded once: a network's first layers see each word by itself.

spaCy's networks turn a word's form into a vector before they look at its neighbours, which is a quarter to a third of
their products. In a batch of reports three words of four are there already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language
    from thinc.api import Model


def once_a_word(nlp: Language) -> None:
    """Have the networks of the pipeline embed equal words of a batch once."""
    from thinc.api import chain

    for _, pipe in nlp.pipeline:
        model: Any = getattr(pipe, "model", None)
        for layer in list(model.walk()) if hasattr(model, "walk") else ():
            names = [part.name for part in layer.layers]
            if names[:2] == ["extract_features", "list2ragged"] and names[-1] == "ragged2list":
                layer.layers[2:-1] = [_once(chain(*layer.layers[2:-1]))]


def _once(inner: Model[Any, Any]) -> Model[Any, Any]:
    from thinc.api import Model

    return Model("once", _forward, layers=[inner], dims={"nO": inner.maybe_get_dim("nO")})


def _forward(model: Model[Any, Any], words: Any, is_train: bool) -> tuple[Any, Any]:
    from thinc.types import Ragged

    inner = model.layers[0]
    if is_train:
        return inner(words, is_train)
    rows: Any
    rows, places = np.unique(words.dataXd, axis=0, return_inverse=True)
    made = inner.predict(Ragged(rows, model.ops.asarray1i([len(rows)])))
    return Ragged(made.dataXd[places.reshape(-1)], words.lengths), None
