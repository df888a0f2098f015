"""Products by NumPy: the same parses, and nobody else's threads changed."""

from pathlib import Path

import numpy as np
import pytest
import spacy

from sayso.parse.load import DEFAULT_MODEL
from sayso.parse.products import by_numpy, one_thread

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "reports").glob("*.txt"))


@pytest.fixture(scope="module")
def pipelines():
    """The pipeline as spaCy loads it, and one that multiplies by NumPy."""
    plain, changed = spacy.load(DEFAULT_MODEL), spacy.load(DEFAULT_MODEL)
    by_numpy(changed)
    return plain, changed


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_the_parse_is_the_same(pipelines, file):
    """Tags, tree, entities and sentences of the example reports."""
    one, two = (nlp(file.read_text("utf-8")) for nlp in pipelines)

    assert [(t.tag_, t.dep_, t.head.i, t.ent_type_, t.is_sent_start) for t in one] == [
        (t.tag_, t.dep_, t.head.i, t.ent_type_, t.is_sent_start) for t in two
    ]


def test_threads_are_given_back():
    """Outside the context NumPy's BLAS has as many threads as before."""
    from threadpoolctl import threadpool_info

    np.ones((2, 2)) @ np.ones((2, 2))
    before = [(pool["filepath"], pool["num_threads"]) for pool in threadpool_info()]
    with one_thread():
        inside = {pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"}

    assert inside <= {1}
    assert before == [(pool["filepath"], pool["num_threads"]) for pool in threadpool_info()]
