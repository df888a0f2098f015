"""The class of a source by the encoder: only where it is far surer than the rules."""

import numpy as np
import pytest

from sayso.records.settings import Settings
from sayso.records.stages import Attributed, Encoded
from sayso.records.statement import Statement
from sayso.records.vocabulary import SourceClass
from sayso.resolve.stage import Resolve
from tests.conftest import parsed
from tests.resolve.test_sources import attribution

_TEXT = "Kelpstone expects to employ 60 people."
_ROW = {"source": "Kelpstone", "content": "to employ 60 people"}


def _statement(chances: dict[SourceClass, float]) -> Statement:
    """The statement, resolved with an encoder that gives the source's word these chances."""
    given = parsed(_TEXT)
    ends = [token.idx + len(token) for token in given.doc]
    rows = np.log([[chances.get(kind, 0.001) for kind in SourceClass]] * len(ends))
    made = Attributed(attributions=(attribution(0, _ROW, _TEXT),))
    return Resolve(Settings())(given, made, Encoded(ends=tuple(ends), classes=rows)).statements[0]


@pytest.mark.parametrize(
    ("chances", "kind"),
    [
        ({}, SourceClass.PERSON),
        ({SourceClass.ORGANISATION: 0.8, SourceClass.PERSON: 0.1}, SourceClass.PERSON),
        ({SourceClass.ORGANISATION: 0.97, SourceClass.PERSON: 0.01}, SourceClass.ORGANISATION),
    ],
)
def test_the_encoder_overrules_where_it_is_far_surer(
    chances: dict[SourceClass, float], kind: SourceClass
) -> None:
    """A name that no table knows is a person's by the rules; the encoder must be some thirty times as sure."""
    statement = _statement(chances)
    assert statement.source is not None
    assert statement.source.class_ == kind


def test_the_reason_names_the_encoder() -> None:
    """Who overruled, and how sure it was, stands in the reason; the rules leave none of it."""
    sure = _statement({SourceClass.ORGANISATION: 0.97, SourceClass.PERSON: 0.01})
    assert "its source's class by the encoder (0.97)" in sure.why.detail
    assert "encoder" not in _statement({}).why.detail
