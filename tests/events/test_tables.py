"""The tables fit each other: every class, type and mode that one names is known to the others."""

from sayso.events import lexicon
from sayso.events.cameo import cameo
from sayso.records.vocabulary import EventType


def test_conditions_name_known_classes() -> None:
    """Every "@class", shy class and topic of the triggers is a word class."""
    known = set(lexicon.word_classes())
    rows = [reading for readings in lexicon.readings().values() for reading in readings]

    named = {name for row in rows for test in row.needs + row.bars for name in test.classes}
    named |= {name for row in rows for name in (*row.row.shy, *row.row.topics)}

    assert named - known == set()


def test_triggers_use_the_manuals_modes() -> None:
    """Every mode of a trigger is a mode of its type."""
    known = set(lexicon.mode_scores())
    rows = {reading.row for readings in lexicon.readings().values() for reading in readings}

    assert {(row.type, row.mode) for row in rows if row.mode is not None} - known == set()


def test_triggers_use_the_37_contexts() -> None:
    """Every context of a trigger is one of the manual's."""
    contexts = {context for found in lexicon.context_cues().values() for context in found}
    rows = {reading.row for readings in lexicon.readings().values() for reading in readings}

    assert len(contexts) == 37
    assert {context for row in rows for context in row.context} - contexts == set()


def test_every_type_and_mode_has_codes() -> None:
    """All 16 types have a quad class and a score, and with each of their modes a CAMEO code."""
    assert set(lexicon.types()) == set(EventType)

    for kind, mode in [*lexicon.mode_scores(), *((kind, None) for kind in EventType)]:
        assert cameo(kind, mode, ()).isdigit()


def test_every_type_has_many_triggers() -> None:
    """No type hangs on a few words."""
    counts = dict.fromkeys(EventType, 0)
    for readings in lexicon.readings().values():
        for kind in {reading.row.type for reading in readings if reading.row.type is not None}:
            counts[kind] += 1

    assert min(counts.values()) >= 15
