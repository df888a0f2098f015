"""Lemmas of forms whose consonant is not doubled. Every sentence is invented."""

import pytest

from sayso.parse.doubling import mended_lemma
from tests.conftest import parsed


@pytest.mark.parametrize(
    ("form", "lemma", "mended"),
    [
        ("staged", "stag", "stage"),
        ("waging", "wag", "wage"),
        ("hoped", "hop", "hope"),
        ("stared", "star", "stare"),
        ("planned", "plan", None),
        ("raided", "raid", None),
        ("visited", "visit", None),
        ("bombed", "bomb", None),
        ("fixed", "fix", None),
        ("needed", "need", None),
    ],
)
def test_what_would_be_doubled_is_no_lemma(form: str, lemma: str, mended: str | None) -> None:
    """A verb of one syllable with one vowel and one consonant doubles it before "-ed" and "-ing"."""
    assert mended_lemma(form, lemma) == mended


def test_a_parse_has_the_mended_lemmas() -> None:
    """ "Staged" is of "stage"."""
    report = parsed("Miners staged a rally, and the rebels waged war.")

    assert {t.text: t.lemma_ for t in report.doc if t.pos_ == "VERB"} == {"staged": "stage", "waged": "wage"}
