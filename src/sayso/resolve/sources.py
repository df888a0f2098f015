"""Who the literal source of a statement is: its actors and class; and whom it was said to."""

from typing import TYPE_CHECKING

from sayso.records.base import Span, Words
from sayso.records.stages import Attributed
from sayso.records.statement import Addressee, Attribution, Source
from sayso.records.vocabulary import ActorKind, SourceClass
from sayso.resolve.actors.agents import agent_at
from sayso.resolve.actors.find import ActorFinding
from sayso.resolve.actors.found import Coding, Form, Found
from sayso.resolve.coreference.cluster import Cluster

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLASSES = {
    ActorKind.PERSON: SourceClass.PERSON,
    ActorKind.STATE: SourceClass.STATE,
    ActorKind.ORGANISATION: SourceClass.ORGANISATION,
    ActorKind.GROUP: SourceClass.COLLECTIVE,
    ActorKind.MEDIA: SourceClass.MEDIA,
    ActorKind.COLLECTIVE: SourceClass.COLLECTIVE,
    ActorKind.DOCUMENT: SourceClass.DOCUMENT,
    ActorKind.ANONYMOUS: SourceClass.ANONYMOUS,
}
_KINDS = {"media": ActorKind.MEDIA, "collective": ActorKind.COLLECTIVE, "anonymous": ActorKind.ANONYMOUS,
          "document": ActorKind.DOCUMENT, "organisation": ActorKind.ORGANISATION, "state": ActorKind.STATE,
          "group": ActorKind.COLLECTIVE}  # fmt: skip


class Sources:
    """The sources of a report's attributions as clusters; makes actors of sources that no mention covers."""

    def __init__(self, finding: ActorFinding, attributed: Attributed) -> None:
        self._finding = finding
        self._doc = finding.doc
        self._by_head: dict[int, Found] = {}
        for found in finding.of:
            known = self._by_head.get(found.head)
            if known is None or found.last - found.first > known.last - known.first:
                self._by_head[found.head] = found
        self.speakers: dict[str, tuple[Cluster, ...]] = {}
        self.addressees: dict[str, tuple[Cluster, ...]] = {}
        self.classes: dict[str, SourceClass] = {}
        for attribution in attributed.attributions:
            self._read(attribution)

    def source(self, attribution: Attribution, ids: dict[int, str]) -> Source | None:
        """The attribution's source with its actors."""
        if attribution.source is None:
            return None
        actors = tuple(dict.fromkeys(ids[id(c)] for c in self.speakers[attribution.id]))
        return Source(
            text=attribution.source.text, spans=attribution.source.spans, actors=actors,
            class_=self.classes[attribution.id],
        )  # fmt: skip

    def addressee(self, attribution: Attribution, ids: dict[int, str]) -> Addressee | None:
        """The attribution's addressee with its actors."""
        if attribution.addressee is None:
            return None
        actors = tuple(dict.fromkeys(ids[id(c)] for c in self.addressees[attribution.id]))
        return Addressee(text=attribution.addressee.text, spans=attribution.addressee.spans, actors=actors)

    def _read(self, attribution: Attribution) -> None:
        if attribution.source is not None:
            clusters = self._clusters(attribution.source) or (self._made(attribution.source),)
            self.speakers[attribution.id] = clusters
            self.classes[attribution.id] = _CLASSES[clusters[0].kind]
        else:
            self.speakers[attribution.id] = ()
        if attribution.addressee is not None:
            self.addressees[attribution.id] = self._clusters(attribution.addressee)

    def _clusters(self, words: Words) -> tuple[Cluster, ...]:
        """The actors that the words name: their heads and conjuncts, else the names inside them."""
        tokens = self._tokens(words)
        inside = {token.i for token in tokens}
        found: dict[Cluster, None] = {}
        for head in (t for t in tokens if t.head.i not in inside or t.head is t):
            for token in _with_conjuncts(head, inside):
                mention = self._by_head.get(token.i)
                if mention is not None:
                    found.update(dict.fromkeys(self._finding.of[mention]))
                elif token.pos_ in ("NOUN", "PROPN"):
                    owners = [self._by_head.get(c.i) for t in [token] for c in _owners(t) if c.i in inside]
                    for owner in owners:
                        if owner is not None:
                            found.update(dict.fromkeys(self._finding.of[owner]))
        return tuple(found)

    def _made(self, words: Words) -> Cluster:
        """A new actor from the words of a source that no mention covers."""
        tokens = self._tokens(words)
        head = tokens[0].doc[tokens[0].i : tokens[-1].i + 1].root
        match = agent_at([t.lower_ for t in tokens if t.i <= head.i and t.text != "-"])
        kind = _KINDS.get(match[0].kind, ActorKind.ANONYMOUS) if match else ActorKind.ANONYMOUS
        cluster = Cluster(words.text or "", kind, rule="source", sectors=match[0].sectors if match else ())
        if "DOC" in cluster.sectors:
            cluster.sectors = ()
        found = Found(tokens[0].i, tokens[-1].i + 1, head.i, Form.NOMINAL, kind, None, Coding())
        self._finding.of[found] = (cluster,)
        self._by_head[head.i] = found
        return cluster

    def _tokens(self, words: Words) -> "list[Token]":
        found: list[Token] = []
        for span in words.spans:
            cut = self._doc.char_span(span.start, span.end, alignment_mode="expand")
            found += [token for token in cut if not token.is_space] if cut is not None else []
        return found


def _with_conjuncts(head: "Token", inside: set[int]) -> "list[Token]":
    found = [head]
    for token in found:
        found += [c for c in token.children if c.i in inside and c.dep_ in ("conj", "appos") and c not in found]
        if token.pos_ == "ADP":
            found += [c for c in token.children if c.i in inside and c.dep_ == "pobj"]
    return found


def _owners(token: "Token") -> "list[Token]":
    """The names that a noun belongs to: "NATO and Ukrainian assessments"."""
    found: list[Token] = []
    for child in token.children:
        if child.dep_ in ("amod", "compound", "poss", "nmod", "conj"):
            found += [child, *_owners(child)]
        elif child.dep_ == "prep":
            found += [c for c in child.children if c.dep_ == "pobj"]
    return found


def span_of(tokens: "list[Token]") -> Span:
    """The span from the first to the last token."""
    return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
