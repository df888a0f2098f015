"""Single names whose kind the report shows. Every sentence is invented."""

import pytest

from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.firms import shown_kinds
from tests.conftest import parsed


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Brontella said it would close a mill in Kenya.", ActorKind.ORGANISATION),
        ("Brontella said its ships would avoid Chad.", ActorKind.ORGANISATION),
        ("Kenya sued Brontella's shareholders.", ActorKind.ORGANISATION),
        ("Brontella said he would close a mill in Kenya.", ActorKind.PERSON),
        ("Brontella said it was raining.", None),
        ("Brontella sued Kenya.", None),
    ],
)
def test_what_shows_a_kind(text: str, kind: ActorKind | None) -> None:
    """How a name speaks of itself, and what it owns."""
    assert shown_kinds(parsed(text).doc).get("Brontella") == kind
