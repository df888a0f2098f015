"""Matrix products of a spaCy pipeline by NumPy's BLAS on one thread.

thinc multiplies by BLIS, which takes about twice the time of NumPy's OpenBLAS on a CPU with AVX-512, and such
products are a large part of spaCy's time. The parses are the same. OpenBLAS would spread each product over all cores,
which costs more CPU time than it saves at these sizes; reports are spread over processes instead.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language


def by_numpy(nlp: Language) -> None:
    """Have every layer of the pipeline's models multiply by NumPy, where it runs on the CPU."""
    from thinc.api import NumpyOps

    products = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        model: Any = getattr(pipe, "model", None)
        for layer in model.walk() if hasattr(model, "walk") else ():
            if type(layer.ops) is NumpyOps:
                layer.ops = products


def one_thread() -> AbstractContextManager[Any]:
    """A context in which NumPy's BLAS uses one thread."""
    limited: AbstractContextManager[Any] = _pools().limit(limits=1, user_api="blas")
    return limited


@cache
def _pools() -> Any:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
