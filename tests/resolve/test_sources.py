"""Sources and chains on case files: whose words, of which class, by which way to the reader."""

from typing import Any

import pytest

from sayso.pipeline.coder import Coder
from sayso.records.base import Span, Why, Words, cut
from sayso.records.settings import Settings
from sayso.records.stages import Attributed, Resolved
from sayso.records.statement import Attribution
from sayso.records.vocabulary import Manner, Stance
from sayso.resolve.stage import Resolve
from tests.conftest import cases, parsed


def attribution(number: int, row: dict[str, Any], text: str) -> Attribution:
    """A statement as the case writes it: literal words, found at their first or `at` place in the text."""

    def words(key: str) -> Words | None:
        return cut(text, place(text, row[key])) if key in row else None

    content = place(text, row["content"])
    blanks = dict.fromkeys(("source", "cue", "addressee", "venue", "parent"), "not in the case")
    return Attribution(
        id=f"s{number}",
        source=words("source"),
        cue=None,
        content=cut(text, content),
        quotes=(content,) if row.get("quoted") else (),
        manner=Manner.DIRECT if row.get("quoted") else Manner.INDIRECT,
        stance=Stance.ASSERTS,
        addressee=words("addressee"),
        venue=None,
        parent=f"s{row['parent']}" if "parent" in row else None,
        why=Why(stage="test", rule="case", version="1"),
        blanks=blanks,
    )


def place(text: str, given: str) -> Span:
    """Where words stand; "words#2" is their second place."""
    words, _, number = given.partition("#")
    start = -1
    for _ in range(int(number or 1)):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def resolved(case: dict[str, Any]) -> Resolved:
    """A case's text and statements through the stage."""
    given = parsed(case["text"], publisher=case.get("publisher", "The Daily"))
    text = given.report.text
    made = tuple(attribution(number, row, text) for number, row in enumerate(case["statements"]))
    return Resolve(Settings())(given, Attributed(attributions=made))


_FILES = ("sources", "source_classes", "source_in_report", "source_taken_up", "source_spoken_for")
_KINDS = (
    "source_kinds",
    "source_kinds_further",
    "source_kinds_wider",
    "source_kinds_newsrooms",
    "source_kinds_named",
    "source_full_names",
    "source_kinds_papers",
)
_CASES = [case for name in _FILES for case in cases(f"resolve/{name}.toml")]


@pytest.mark.parametrize("case", _CASES)
def test_sources_and_chains(case: dict[str, Any]) -> None:
    """Each statement has the actors, class, addressee and chain that its case asks for."""
    result = resolved(case)

    def names(ids: tuple[str, ...]) -> list[str]:
        return [result.actor(id).name for id in ids]

    found = []
    for row, statement in zip(case["statements"], result.statements, strict=True):
        values = {
            "actors": names(statement.source.actors) if statement.source else [],
            "class": statement.source.class_.value if statement.source else "",
            "told": names(statement.addressee.actors) if statement.addressee else [],
            "chain": [names(link.actors) for link in statement.chain],
            "origins": names(statement.origins),
        }
        found.append({key: values[key] for key in values if key in row})

    asked = [
        {k: row[k] for k in ("actors", "class", "told", "chain", "origins") if k in row}
        for row in case["statements"]
    ]
    assert found == asked


@pytest.mark.parametrize("case", [case for name in _KINDS for case in cases(f"resolve/{name}.toml")])
def test_the_class_of_a_source_by_its_words(case: dict[str, Any]) -> None:
    """Each source has its case's class where it says something."""
    contents = [f"that the road was closed on day {number}" for number, _ in enumerate(case["sources"])]
    rows = [{"source": s, "content": c} for s, c in zip(case["sources"], contents, strict=True)]
    text = "\n\n".join(f"{row['source']} said {row['content']}." for row in rows)

    statements = resolved({"text": text, "statements": rows}).statements

    classes = {s.source.text: s.source.class_.value for s in statements if s.source is not None}
    assert classes == dict.fromkeys(case["sources"], case["class"])


def test_every_link_but_the_ends_is_a_relay() -> None:
    """The chain begins with the publisher, ends with the origin, and has relays between."""
    case = {
        "text": "Interfax quoted a minister as saying that the port was closed.",
        "statements": [
            {"source": "Interfax", "content": "a minister as saying that the port was closed"},
            {"source": "a minister", "content": "that the port was closed", "parent": 0},
        ],
    }

    chain = resolved(case).statements[1].chain

    assert [link.role.value for link in chain] == ["publisher", "relay", "origin"]
    assert [link.statement for link in chain] == [None, "s0", "s1"]


def test_the_label_of_a_turn_is_its_speaker() -> None:
    """In a printed interview the initials before a colon are a statement's source and mean the person named before."""
    record = Coder().code(
        "Biologist Nora Gale has studied owls for years. We spoke to Nora Gale.\n\nNG: Owls hear well.\n\n"
        "DR: Why is that?\n\nNG: Their ears differ.\n\nNG: It is likely that one ear sits higher."
    )

    names = {actor.id: actor.name for actor in record.actors}
    said = {s.content.text: [names[a] for a in s.source.actors] for s in record.statements if s.source}
    assert said["Their ears differ."] == ["Nora Gale"]
    assert said["Why is that?"] == ["DR"]
