"""Word classes and lemmas that are remembered are those that spaCy gives."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
import spacy
from spacy.attrs import DEP, ENT_TYPE, HEAD, LEMMA, MORPH, ORTH, POS, SENT_START, TAG

from sayso.parse import remembered
from sayso.parse.load import DEFAULT_MODEL, load_model
from sayso.parse.remembered import Remembered

GOLD = Path(__file__).parent.parent / "gold" / "chains"
EVERY = [ORTH, TAG, POS, MORPH, LEMMA, DEP, HEAD, ENT_TYPE, SENT_START]
ODD = [
    "Let's go. I'm gonna do it, y'all. There is a man.\n\n There's no way; it ain't so.",
    "C'mon, gotta run! \n\n  You do. \t And I did what it had.",
    "",
    " ",
]


@pytest.fixture(scope="module")
def words() -> Remembered:
    """The shipped pipeline's words."""
    return Remembered(load_model()[0])


def _texts() -> list[str]:
    reports = tomllib.loads((GOLD / "dev.toml").read_text("utf-8"))["report"]
    return [*ODD, *(report["text"] for report in reports)]


def test_every_token_is_as_spacy_has_it(words: Remembered) -> None:
    """First, and again from memory."""
    untouched, (nlp, _) = spacy.load(DEFAULT_MODEL), load_model()
    texts = _texts() * 2
    for plain, short in zip(untouched.pipe(texts), nlp.pipe(texts, disable=words.instead_of), strict=True):
        assert (words(short).to_array(EVERY) == plain.to_array(EVERY)).all(), plain.text


def test_the_memory_is_bounded(words: Remembered, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full memory starts anew, and the answers stay."""
    nlp, _ = load_model()
    monkeypatch.setattr(remembered, "MOST", 5)
    for text in _texts()[:12]:
        plain, (short,) = nlp(text), nlp.pipe([text], disable=words.instead_of)
        assert (words(short).to_array(EVERY) == plain.to_array(EVERY)).all(), text


def test_other_pipelines_keep_their_own_parts() -> None:
    """A pipeline without one of the two parts is left as it is."""
    nlp, _ = load_model()
    assert Remembered.fits(nlp)
    with nlp.select_pipes(disable=["lemmatizer"]):
        assert not Remembered.fits(nlp)
