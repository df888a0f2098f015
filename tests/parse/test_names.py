"""The names that are found at once are those that spaCy's recognizer finds."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
import spacy
from spacy.attrs import ENT_IOB, ENT_TYPE
from spacy.language import Language

from sayso.parse.load import DEFAULT_MODEL
from sayso.parse.names import NER, Names

GOLD = Path(__file__).parent.parent / "gold" / "chains"
ODD = [
    "",
    " ",
    "Geneva",
    "The United Nations General Assembly of the",
    "\n\n  Berlin \n\n New York\nCity. \t On 3 May 2020",
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The pipeline as spaCy loads it."""
    return spacy.load(DEFAULT_MODEL)


def _same(nlp: Language, texts: list[str]) -> int:
    """How many names spaCy finds in the texts, after seeing that they are the same."""
    names = Names(nlp)
    plain = list(nlp.pipe(texts))
    quick = names(list(nlp.pipe(texts, disable=[NER])))
    for one, two in zip(plain, quick, strict=True):
        assert (one.to_array([ENT_IOB, ENT_TYPE]) == two.to_array([ENT_IOB, ENT_TYPE])).all(), one.text
        assert [(e.start, e.end, e.label_) for e in one.ents] == [
            (e.start, e.end, e.label_) for e in two.ents
        ]
    return sum(len(doc.ents) for doc in plain)


def test_names_are_as_spacy_has_them(nlp: Language) -> None:
    """In reports, in texts that are hardly any, and in both together."""
    reports = tomllib.loads((GOLD / "dev.toml").read_text("utf-8"))["report"]
    assert _same(nlp, [*ODD, *(report["text"] for report in reports), *ODD]) > 100


@pytest.mark.parametrize("texts", [[], [""], ["", " "], ["Mali"]])
def test_batches_of_next_to_nothing(nlp: Language, texts: list[str]) -> None:
    """No text, none with a word, and one word."""
    _same(nlp, texts)


def test_no_name_runs_over_a_break(nlp: Language) -> None:
    """A sentence that was set to start inside of a name ends it, as in spaCy."""
    found = []
    for disable in ([], [NER]):
        doc = nlp.make_doc("They met in New York City on Monday.")
        doc[4].is_sent_start = True
        for name, pipe in nlp.pipeline:
            doc = doc if name in disable else pipe(doc)
        found.append(doc if not disable else Names(nlp)([doc])[0])
    one, two = ([(e.text, e.label_) for e in doc.ents] for doc in found)
    assert one == two
    assert "New York City" not in dict(one)


def test_other_pipelines_keep_their_recognizer() -> None:
    """One with a further part that names, or in which a part comes after the recognizer."""
    nlp = spacy.load(DEFAULT_MODEL)
    assert Names.fits(nlp)
    nlp.add_pipe("entity_ruler", before=NER)
    assert not Names.fits(nlp)
    nlp.remove_pipe("entity_ruler")
    nlp.add_pipe("merge_entities")
    assert not Names.fits(nlp)
