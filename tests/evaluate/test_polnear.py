"""Reading PolNeAR: the original folder and the JSON form give the same gold."""

import json

import pytest

from sayso.errors import UsageError
from sayso.evaluate import polnear

TEXT = "“It is late,” the clerk, who was tired, said, “so go home.”"
ANN = """\
T1\tContent-span 0 13;46 59\t“It is late,” “so go home.”
T2\tSource-span 14 23\tthe clerk
T3\tCue-span 40 44\tsaid
T4\tAttribution 40 44\tsaid
E1\tAttribution:T4 Content:T1 Source:T2 Cue:T3
#1\tAnnotatorNotes E1\tnot sure
"""
ROLES = {"source": [[14, 23]], "cue": [[40, 44]], "content": [[0, 13], [46, 59]]}


@pytest.fixture
def folder(tmp_path):
    """A split with one article and two annotators."""
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "attributions" / "a_1.ann").write_text(ANN, "utf-8")
    (tmp_path / "attributions" / "a_2.ann").write_text("", "utf-8")
    return tmp_path


def test_folder(folder):
    """The first annotator's spans come out by role, a discontinuous content in its pieces."""
    articles = polnear.read(folder)

    assert [(a.doc, a.text, a.attributions) for a in articles] == [("a", TEXT, (ROLES,))]


def test_json_lines_say_the_same_as_the_folder(folder):
    """Both forms of one article are read alike."""
    file = folder / "split.jsonl"
    file.write_text(json.dumps({"doc": "a", "text": TEXT, "attributions": [ROLES]}) + "\n", "utf-8")

    assert polnear.read(file) == polnear.read(folder)


def test_line_ends_are_counted_as_they_are(folder):
    """Offsets refer to the file's own characters, Windows line ends and all."""
    (folder / "text" / "a.txt").write_bytes(b"One.\r\nTwo.")

    assert polnear.read(folder)[0].text == "One.\r\nTwo."


def test_a_second_piece_of_content_is_content():
    """PolNeAR numbers further arguments: Content2 is a content too."""
    spans = ["T1\tContent-span 0 3\tOne", "T2\tContent-span 8 11\tTwo"]
    lines = [*spans, "E1\tAttribution:T1 Content:T1 Content2:T2"]

    assert polnear.attributions(lines) == [{"source": [], "cue": [], "content": [[0, 3], [8, 11]]}]


@pytest.mark.parametrize("content", ["no json", '{"doc": 1}', "[1, 2]"])
def test_other_files_are_refused(tmp_path, content):
    """A file of another kind is a clear error that names it."""
    file = tmp_path / "other.txt"
    file.write_text(content, "utf-8")

    with pytest.raises(UsageError, match=r"other\.txt"):
        polnear.read(file)


def test_an_empty_folder_is_refused(tmp_path):
    """A folder without annotations says what is expected."""
    with pytest.raises(UsageError, match="PolNeAR"):
        polnear.read(tmp_path)
