"""Single names whose kind the report shows. Every sentence is invented."""

import pytest

from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.firms import shown_kinds
from sayso.resolve.actors.lexicon import pieces_of, shipped
from sayso.resolve.actors.names import find_names
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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ford said in May that the mill would close.", ["Ford Motor"]),
        ("Harrison Ford said in May that the mill would close. Ford left.", []),
        ("Mr Coles said in May that the mill would close. Coles left.", []),
        ("Dell, 59, said that the mill would close.", []),
        ("Betty Sears, who runs the mill, left. Sears said it would close.", []),
        ("Target said in May that sales had fallen.", ["Target Corp"]),
        ("The Gap grew. Lund set a Target for the mill.", []),
        ("Orange County said in May that the mill would close.", []),
        ("The Ford Foundation gave money to the mill.", ["Ford Foundation"]),
    ],
)
def test_firms_and_their_namesakes(text: str, names: list[str]) -> None:
    """A name that is also a word, a place or a surname is a firm's only where the report lets it be one."""
    report = parsed(text)
    found = find_names(report.doc, pieces_of(list(report.doc)), shipped(), None)
    assert [
        n.entity.name for n in found if n.entity is not None and n.entity.table == "organisations.tsv"
    ] == names
