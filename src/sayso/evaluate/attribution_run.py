"""The product's own attribution as the scorers take it: text in, spans by role out."""

from collections.abc import Sequence

from sayso.attribute.stage import Attribute
from sayso.encode.stage import Encode
from sayso.evaluate.attribution_gold import Roles
from sayso.evaluate.attribution_report import Attribute as Method
from sayso.evaluate.bare import bare_article
from sayso.parse.spacy_en import Parse
from sayso.records.base import Words
from sayso.records.settings import Settings


def method(settings: Settings) -> Method:
    """The stages parse, encode and attribute with these settings, on the text as it stands (nothing is cut from it).

    Statements inside another statement's content are left out: PolNeAR's guidelines forbid nesting, so that its
    gold has none.
    """
    parse, encode, attribute = Parse(settings.model), Encode(settings), Attribute(settings)

    def attributions(text: str) -> Sequence[Roles]:
        parsed = parse(bare_article("gold", text))
        found = attribute(parsed, encode(parsed)).attributions
        return [
            {"source": _spans(one.source), "cue": _spans(one.cue), "content": _spans(one.content)}
            for one in found
            if one.parent is None
        ]

    return attributions


def _spans(words: Words | None) -> list[list[int]]:
    return [] if words is None else [[span.start, span.end] for span in words.spans]
