"""Signs of the press beside a source: who writes for an outlet, what it prints, its own news, whom it quotes."""

from typing import TYPE_CHECKING

from sayso.records.statement import Attribution
from sayso.records.vocabulary import SourceClass
from sayso.resolve.source.nouns import nouns
from sayso.resolve.source.parts import core
from sayso.resolve.source.phrase import class_by_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CITED = frozenset(
    {
        SourceClass.PERSON,
        SourceClass.ANONYMOUS,
        SourceClass.COLLECTIVE,
        SourceClass.DOCUMENT,
        SourceClass.MEDIA,
    }
)


def tells_own_news(doc: "Doc", attribution: Attribution, kind: SourceClass) -> bool:
    """Whether a medium tells what it has found out itself, as a report calls its own: "The Gazette can reveal".

    In a report of several paragraphs: a sentence alone with "understands" may be about another's news.
    """
    cue = (attribution.cue.text or "").lower() if attribution.cue else ""
    if kind is not SourceClass.MEDIA or cue not in nouns("own news"):
        return False
    return cue.startswith("can ") or any("\n" in token.text for token in doc if token.is_space)


def is_printed(tokens: "list[Token]") -> bool:
    """Whether a source is a piece in an outlet: "an editorial in the Straits Times"."""
    piece = core(tokens)
    if not piece or piece[-1].lower_ not in nouns("piece"):
        return False
    behind = [token for token in tokens if token.i > piece[-1].i]
    return len(behind) > 1 and behind[0].lower_ in ("in", "of", "by", "on", "from")


def writes_for(tokens: "list[Token]") -> bool:
    """Whether a nameless source writes for an owner, by a word that only outlets' people have: "correspondent"."""
    head = core(tokens)
    return bool(head) and head[-1].lower_ in nouns("writes")


def quotes_others(tokens: "list[Token]") -> bool:
    """Whether a lone name quotes somebody or something, as a medium does: "Dawn, quoting a colonel, said"."""
    name = tokens[0]
    doc, at = name.doc, tokens[-1].i + 1
    if len(tokens) != 1 or not name.text[:1].isupper() or at + 2 >= len(doc):
        return False
    if doc[at].text != "," or doc[at + 1].lower_ not in nouns("quotes"):
        return False
    rest = doc[at + 2 : at + 10]
    cited = list(rest[: next((i for i, t in enumerate(rest) if t.text == ","), len(rest))])
    return bool(cited) and class_by_words(cited) in _CITED
