"""One parse per report: spaCy's tokens, tags, tree, names and sentences, with the report's own breaks."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from sayso.parse.doubling import mend_lemmas
from sayso.parse.load import load_model
from sayso.parse.products import by_numpy, one_thread
from sayso.records.report import Article
from sayso.records.stages import Parsed

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from sayso.parse.names import Names
    from sayso.parse.remembered import Remembered

BATCH = 32
"""Reports that spaCy reads side by side."""


class Parse:
    """Parse articles with one spaCy model, in batches.

    A sentence never runs over the end of a paragraph, a headline or another part of the report, whatever the
    model thinks.
    """

    name = "parse.spacy"
    version = "1"
    reads = (Article,)
    gives = Parsed

    def __init__(self, model: str | None = None) -> None:
        self._model = model

    def __call__(self, article: Article) -> Parsed:
        """Parse one article."""
        return next(iter(self.many([article])))

    def many(self, articles: Iterable[Article]) -> Iterator[Parsed]:
        """Parse articles, in order, batched by spaCy."""
        nlp, names, words = _pipeline(self._model)
        left = [name for part in (names, words) if part for name in part.instead_of]
        made = ((_with_breaks(nlp.make_doc(article.report.text), article), article) for article in articles)
        with one_thread():
            stream = nlp.pipe(made, as_tuples=True, batch_size=BATCH, disable=left)
            while batch := list(islice(stream, BATCH)):
                if names:
                    names([doc for doc, _ in batch])
                for doc, article in batch:
                    yield Parsed(article=article, doc=mend_lemmas(words(doc) if words else doc))

    def digest(self) -> str:
        """The digest of the model's files."""
        return load_model(self._model)[1]


@cache
def _pipeline(model: str | None) -> "tuple[Language, Names | None, Remembered | None]":
    """The pipeline, and what does the work of its recognizer, ruler and lemmatizer, if of the usual kind."""
    from sayso.parse.names import Names
    from sayso.parse.once import once_a_word
    from sayso.parse.remembered import Remembered

    nlp = load_model(model)[0]
    by_numpy(nlp)
    once_a_word(nlp)
    return nlp, Names(nlp) if Names.fits(nlp) else None, Remembered(nlp) if Remembered.fits(nlp) else None


def _with_breaks(doc: "Doc", article: Article) -> "Doc":
    """Set a sentence start on the first token of each paragraph and part; the parser keeps to it."""
    report = article.report
    starts = {span.start for span in report.paragraphs} | {part.span.start for part in report.parts}
    due = False
    for token in doc:
        due = due or token.idx in starts
        if due and not token.is_space:
            token.is_sent_start = True
            due = False
    return doc
