"""Records as JSON lines, without text, and the schema that describes them."""

import json

import jsonschema

from sayso.publish.jsonl import decode, encode
from sayso.publish.no_text import without_text
from sayso.publish.schema import json_schema
from tests.publish.example import record


def test_a_record_is_one_line_and_comes_back_whole() -> None:
    """What is written is read back equal, line ends in the text and all."""
    line = encode(record())

    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    assert decode(line) == record()


def test_fields_stand_in_the_contract_order() -> None:
    """The line begins with the format, as the design has it."""
    found = list(json.loads(encode(record())))

    assert found == ["format", "report", "actors", "places", "statements", "events", "refusals", "made_by"]


def test_without_text_no_word_is_left_and_the_record_holds() -> None:
    """Text, headline and words go, spans stay; the record is valid and can be read back."""
    bare = without_text(record())

    assert (bare.report.text, bare.report.title) == ("", "")
    assert {words.text for words in bare.words()} == {None}
    assert list(bare.spans()) == list(record().spans())
    assert decode(encode(bare)) == bare


def test_the_words_can_be_put_back() -> None:
    """Whoever has the text gets every word again from its span."""
    bare, whole = without_text(record()), record()

    again = [" ".join(span.cut(whole.report.text) for span in words.spans) for words in bare.words()]

    assert again == [words.text for words in whole.words()]


def test_records_fit_the_schema() -> None:
    """A record, with text and without, is valid by the JSON Schema; a wrong status is not."""
    check = jsonschema.Draft202012Validator(json_schema())
    wrong = json.loads(encode(record()))
    wrong["events"][0]["status"] = "true"

    assert check.is_valid(json.loads(encode(record())))
    assert check.is_valid(json.loads(encode(without_text(record()))))
    assert not check.is_valid(wrong)


def test_the_schema_is_stable_and_described() -> None:
    """The same schema each time, parts by name, each record with its docstring."""
    schema = json_schema()

    assert json.dumps(schema) == json.dumps(json_schema())
    assert list(schema["$defs"]) == sorted(schema["$defs"])
    assert schema["$defs"]["Event"]["description"].startswith("One event, once")
