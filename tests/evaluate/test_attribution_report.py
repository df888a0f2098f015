"""One entry to all forms of attribution gold."""

import json

import pytest

from sayso.errors import UsageError
from sayso.evaluate.attribution_report import score

TEXT = "Rain fell , she said ."
SAID = {"source": [[12, 15]], "cue": [[16, 20]], "content": [[0, 9]]}
PRINTED = {"source": [[11, 14]], "cue": [[15, 19]], "content": [[0, 9]]}
LABELS = ["B-content", "I-content", "O", "B-source", "B-cue", "O"]


def knows(text):
    """A method that knows the one statement."""
    if "she said" not in text:
        return []
    return [SAID if text == TEXT else PRINTED]


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ({"doc": "a", "text": TEXT, "attributions": [SAID]}, "relation"),
        ({"tokens": TEXT.split(), "labels": LABELS, "id": "a"}, "exact.content"),
    ],
)
def test_both_forms_of_a_file(tmp_path, row, name):
    """The form is told by the file's first line; a perfect method scores 1 with the interval (1, 1)."""
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps(row) + "\n", "utf-8")

    found = {s.name: (s.count.f1, s.interval) for s in score(file, knows).scores}

    assert found[name] == (1.0, (1.0, 1.0))


def test_predictions_are_labels_in_the_order_of_the_file(tmp_path):
    """Each sentence has its line, also where nothing was found."""
    rows = [
        {"tokens": ["Snow", "."], "labels": ["O", "O"], "id": "b"},
        {"tokens": TEXT.split(), "labels": LABELS, "id": "a"},
    ]
    file = tmp_path / "gold.txt"
    file.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")

    lines = score(file, knows).predictions().splitlines()

    assert [json.loads(line)["labels"] for line in lines] == [["O", "O"], LABELS]


def test_predictions_of_an_article_are_its_spans(tmp_path):
    """In PolNeAR's form a line holds the article's name and its attributions, as the gold's lines do."""
    row = {"doc": "a", "text": TEXT, "attributions": []}
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps(row) + "\n", "utf-8")

    (line,) = score(file, knows).predictions().splitlines()

    assert json.loads(line) == {"doc": "a", "attributions": [dict(one) for one in knows(TEXT)]}


def test_a_missing_file_is_named(tmp_path):
    """A wrong path is a clear error."""
    with pytest.raises(UsageError, match="nowhere"):
        score(tmp_path / "nowhere.jsonl", knows)


def test_shares_of_the_gold(tmp_path):
    """An unquoted relation that is found counts; a content given to another's source counts as a wrong source."""
    text = TEXT + " “Go ,” he said ."
    told = {"source": [[29, 31]], "cue": [[32, 36]], "content": [[23, 28]]}
    row = {"doc": "a", "text": text, "attributions": [SAID, told]}
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps(row) + "\n", "utf-8")

    shares = dict(score(file, lambda _: [SAID, {**told, "source": SAID["source"]}]).shares)

    assert (shares["unquoted"].right, shares["unquoted"].gold) == (1, 1)
    assert (shares["wrong_source"].right, shares["wrong_source"].gold) == (1, 2)
