"""Who the literal source of a statement is: its actors and class; and whom it was said to."""

from collections.abc import Set
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from sayso.records.base import Span, Why, Words
from sayso.records.stages import Attributed, Encoded
from sayso.records.statement import Addressee, Attribution, Source
from sayso.records.vocabulary import ActorKind, SourceClass
from sayso.resolve.actors.find import ActorFinding
from sayso.resolve.actors.fold import key_of
from sayso.resolve.actors.found import Form, Found
from sayso.resolve.actors.words import pronouns, words
from sayso.resolve.coreference.cluster import Cluster
from sayso.resolve.coreference.phrase import actors_of_phrase
from sayso.resolve.source.aged import aged
from sayso.resolve.source.choose import agent_of, class_of, relays_words, root_of
from sayso.resolve.source.names import phrase_to
from sayso.resolve.source.press import tells_own_news
from sayso.resolve.source.relative import antecedents, nearest
from sayso.resolve.source.standing import is_close
from sayso.resolve.source.we import class_of_we
from sayso.resolve.turns import Turn

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_KINDS = {
    "media": ActorKind.MEDIA,
    "collective": ActorKind.COLLECTIVE,
    "document": ActorKind.DOCUMENT,
    "organisation": ActorKind.ORGANISATION,
    "state": ActorKind.STATE,
    "group": ActorKind.COLLECTIVE,
    "force": ActorKind.GROUP,
}
_NAMED = frozenset({"table", "name", "publisher", "user"})
_ALONE = frozenset({SourceClass.PERSON, SourceClass.ANONYMOUS})
_UNREAD = Encoded()
_SURER = 33.0
"""How many times as likely as the class that the rules give the encoder must find another, to be believed; chosen on
passages that did not train it."""
_SAME = frozenset({ActorKind.ORGANISATION, ActorKind.DOCUMENT, ActorKind.MEDIA})


class Sources:
    """The sources of a report's attributions as clusters.

    Makes actors of sources that no mention covers, and adds the mentions of "I" and "we" inside quotations: they
    mean the quoted source.
    """

    def __init__(
        self,
        finding: ActorFinding,
        attributed: Attributed,
        turns: tuple[Turn, ...] = (),
        wires: Set[str] = frozenset(),
        encoded: Encoded = _UNREAD,
    ) -> None:
        """`wires`: the agencies whose text the report is, which are its own voice; `encoded`: as it was read."""
        self._encoded = encoded
        self._finding = finding
        self._wires = wires
        self._turns = turns
        self._doc = finding.doc
        self._heads = widest(finding.of)
        self._by_id = {attribution.id: attribution for attribution in attributed.attributions}
        self.speakers: dict[str, tuple[Cluster, ...]] = {}
        self._classes: dict[str, SourceClass] = {}
        self._learnt: dict[str, float] = {}
        self._by_head: dict[int, SourceClass] = {}
        self._earlier = speakers_before(finding.doc, attributed)
        for attribution in attributed.attributions:
            self._speakers_of(attribution)
        self._addressees = {
            a.id: self._named(self._tokens(a.addressee))
            for a in attributed.attributions
            if a.addressee is not None
        }
        self._first_persons(attributed)

    def source(self, attribution: Attribution, ids: dict[int, str]) -> Source | None:
        """The attribution's source with its actors and class."""
        if attribution.source is None:
            return None
        actors = tuple(dict.fromkeys(ids[id(c)] for c in self.speakers[attribution.id]))
        spans, kind = attribution.source.spans, self._classes[attribution.id]
        return Source(text=attribution.source.text, spans=spans, actors=actors, class_=kind)

    def why(self, attribution: Attribution) -> Why:
        """The attribution's reason, with the encoder's chance of the source's class where that is the encoder's."""
        if attribution.id not in self._learnt:
            return attribution.why
        learnt = f"its source's class by the encoder ({self._learnt[attribution.id]:.2f})"
        detail = "; ".join(filter(None, (attribution.why.detail, learnt)))
        return msgspec.structs.replace(attribution.why, detail=detail)

    def unknown(self, attribution: Attribution) -> str:
        """Why an attribution's source has no actors."""
        if attribution.source is None:
            return "the text leaves the speaker out"
        if _pointing(self._tokens(attribution.source)):
            return "a pronoun whose actor is not found"
        return "the source is nobody"

    def addressee(self, attribution: Attribution, ids: dict[int, str]) -> Addressee | None:
        """The attribution's addressee with its actors."""
        if attribution.addressee is None:
            return None
        actors = tuple(dict.fromkeys(ids[id(c)] for c in self._addressees[attribution.id]))
        return Addressee(text=attribution.addressee.text, spans=attribution.addressee.spans, actors=actors)

    def _speakers_of(self, attribution: Attribution, depth: int = 0) -> tuple[Cluster, ...]:
        if attribution.id in self.speakers:
            return self.speakers[attribution.id]
        if attribution.source is None:
            self.speakers[attribution.id] = ()
            return ()
        tokens = _whole(self._tokens(attribution.source))
        if tokens and (tokens[0].lower_ == "nobody" or (tokens[0].lower_ == "no" and len(tokens) > 1)):
            self.speakers[attribution.id], self._classes[attribution.id] = (), SourceClass.ANONYMOUS
            return ()
        clusters = self._labelled(attribution.source) or self._named(tokens) or self._relative(tokens)
        if not clusters and _first_person(tokens) and depth < len(self._by_id):
            parent = self._by_id.get(attribution.parent or "")
            clusters = self._speakers_of(parent, depth + 1) if parent is not None else ()
        if not clusters and _pointing(tokens):
            anothers = _first_person(tokens) and attribution.parent is not None  # no words of the publisher
            own = () if anothers else self._of_turn(tokens[0])
            clusters = own or self._of_one_before(tokens[0], depth)
        if not clusters and (one := aged(tokens, self._every())) is not None:
            clusters = (one,)
            self._mention(tokens, clusters)
        if not clusters and not _pointing(tokens):
            clusters = self._same_name(attribution.source) or (self._made(attribution.source, tokens),)
            if clusters and clusters[0].rule != "source":
                self._mention(tokens, clusters)
        elif clusters and _pointing(tokens) and tokens[0].i not in self._heads:
            self._mention(tokens, clusters)
        self.speakers[attribution.id] = clusters
        relays = relays_words(attribution)
        kind = class_of(self._finding, tokens, clusters, relays, self._by_head)
        wired = len(clusters) == 1 and clusters[0].name in self._wires and self._is_name(tokens)
        kind = self._overruled(attribution, self._of_own_words(attribution, tokens, depth) or kind)
        if tells_own_news(self._doc, attribution, kind) or (wired and kind is SourceClass.MEDIA):
            kind = SourceClass.PUBLISHER
        self._classes[attribution.id] = kind
        if (head := root_of(tokens)) is not None:
            self._by_head[head.i] = kind
        return clusters

    def _overruled(self, attribution: Attribution, kind: SourceClass) -> SourceClass:
        """The class that the encoder gives a source, where it is far surer of that than of the rules' class.

        Who publishes the report it does not know, nor what the tables say of a medium.
        """
        spans = attribution.source.spans if attribution.source is not None else ()
        chances = self._encoded.source_classes(spans)
        best = max(chances, key=lambda each: chances[each], default=kind)
        listed = kind is SourceClass.MEDIA and any(
            c.entity is not None for c in self.speakers[attribution.id]
        )
        if kind is SourceClass.PUBLISHER or listed or not chances or chances[best] <= _SURER * chances[kind]:
            return kind
        self._learnt[attribution.id] = chances[best]
        return best

    def _is_name(self, tokens: "list[Token]") -> bool:
        """Whether a source has its actor's name in it, and no other words for it: "AFP", not "state media"."""
        head = root_of(tokens)
        mention = self._heads.get(head.i) if head is not None else None
        return mention is not None and mention.form is Form.NAME

    def _of_own_words(
        self, attribution: Attribution, tokens: "list[Token]", depth: int
    ) -> SourceClass | None:
        """The class of a pronoun by whose words it stands in.

        "I" is the one who speaks, "we" those he speaks for; "he" is another, to whom a friend of his is close.
        """
        parent = self._by_id.get(attribution.parent or "")
        if parent is None or parent.source is None or depth >= len(self._by_id) or not _pointing(tokens):
            return None
        clusters = self._speakers_of(parent, depth + 1)
        own, base = self._classes.get(parent.id), pronouns().get(tokens[0].lower_)
        if own is None:
            return None
        if base in ("he", "she"):
            return SourceClass.PERSON if own in _ALONE and is_close(self._tokens(parent.source)) else None
        if base == "we":
            return class_of_we(self._tokens(parent.source), own, clusters, self._by_head)
        return own if base == "i" and own in _ALONE else None

    def _same_name(self, source: Words) -> tuple[Cluster, ...]:
        """The actor that the report names elsewhere by these very words, or a person by this surname."""
        said = source.text or ""
        key = key_of(said)
        named = [
            one for one in self._every() if one.rule in _NAMED or (one.rule == "source" and one.kind in _SAME)
        ]
        whole = [one for one in named if key_of(one.name) == key]
        last = [one for one in named if one.kind == ActorKind.PERSON and key_of(one.name).endswith(f" {key}")]
        return tuple(whole[:1] or (last if len(last) == 1 and said[:1].isupper() else ()))

    def _every(self) -> dict[Cluster, None]:
        """All actors of the report so far."""
        return dict.fromkeys(one for some in self._finding.of.values() for one in some)

    def _of_turn(self, token: "Token") -> tuple[Cluster, ...]:
        """Whom "I", "we" and "you" mean outside quotations: in an interview who speaks and who is spoken to.

        Elsewhere "I" and "we" are the publisher's own voice.
        """
        base = pronouns().get(token.lower_)
        turn = next((turn for turn in self._turns if turn.span.start <= token.idx < turn.span.end), None)
        one: Cluster | None = None
        if base in ("i", "we"):
            one = turn.speaker if turn is not None else None if self._turns else self._finding.publisher
        elif token.lower_ in words("addressed"):
            one = turn.other if turn is not None else None
        return (one,) if one is not None else ()

    def _of_one_before(self, token: "Token", depth: int) -> tuple[Cluster, ...]:
        """Whom "he" or "she" means that no actor answers to: the one who spoke before, if that is one alone."""
        before = self._earlier.get(token.i, [])
        if pronouns().get(token.lower_) not in ("he", "she") or not before or depth >= len(self._by_id):
            return ()
        same = (a for a in self._by_id.values() if a.source is not None and a.source.start == before[0].idx)
        found = next((self._speakers_of(a, depth + 1) for a in same), ())
        alone = len(found) == 1 and found[0].kind in (ActorKind.PERSON, ActorKind.ANONYMOUS)
        return found if alone else ()

    def _labelled(self, source: Words) -> tuple[Cluster, ...]:
        """Whom the label of a printed interview's turn names, where that is the source ("NG: ...")."""
        found = (turn.speaker for turn in self._turns if any(turn.label.covers(s) for s in source.spans))
        speaker = next(found, None)
        return (speaker,) if speaker is not None else ()

    def _relative(self, tokens: "list[Token]") -> tuple[Cluster, ...]:
        """Whom "who" or "which" means: the nouns that its clause describes."""
        found: dict[Cluster, None] = {}
        nouns = antecedents(tokens[0]) if tokens else []
        if nouns and not any(noun.i in self._heads for noun in nouns):
            nouns = nearest(tokens[0])
        for noun in nouns:
            mention = self._heads.get(noun.i)
            clusters = self._finding.of.get(mention, ()) if mention is not None else ()
            found.update(dict.fromkeys(clusters or (self._made(*self._phrase(noun)),)))
        if found:
            self._mention(tokens, tuple(found))
        return tuple(found)

    def _phrase(self, noun: "Token") -> "tuple[Words, list[Token]]":
        """The words of a noun with what describes it."""
        tokens = [token for token in phrase_to(noun) if not token.is_space]
        span = Span(tokens[0].idx, noun.idx + len(noun.text))
        return Words(text=span.cut(self._doc.text), spans=(span,)), tokens

    def _named(self, tokens: "list[Token]") -> tuple[Cluster, ...]:
        return actors_of_phrase(tokens, self._heads, self._finding.of)

    def _made(self, source: Words, tokens: "list[Token]") -> Cluster:
        """A new actor from the words of a source that no mention covers."""
        agent = agent_of(tokens)
        kind = _KINDS.get(agent.kind, ActorKind.ANONYMOUS) if agent is not None else ActorKind.ANONYMOUS
        head = root_of(tokens)
        if agent is None and head is not None:
            pointing = tokens[0].lower_ in words("definite") or head.pos_ == "PROPN"
            kind = ActorKind.ORGANISATION if pointing else kind
            kind = ActorKind.PERSON if head.lemma_.lower() in words("personal") else kind
        if head is not None and head.lemma_.lower() in words("document"):
            kind = ActorKind.DOCUMENT
        sectors = tuple(s for s in agent.sectors if s != "DOC") if agent is not None else ()
        name = " ".join((source.text or " ".join(t.text for t in tokens)).split())
        cluster = Cluster(name, kind, sectors=sectors, rule="source")
        if tokens:
            self._mention(tokens, (cluster,))
        return cluster

    def _mention(self, tokens: "list[Token]", clusters: tuple[Cluster, ...]) -> None:
        head = root_of(tokens) or tokens[0]
        last = next((a.i for a, b in pairwise(tokens) if b.i > a.i + 1), tokens[-1].i)
        found = Found(tokens[0].i, last + 1, head.i, Form.NOMINAL, clusters[0].kind)
        for cluster in clusters:
            cluster.mentions.append(found)
        self._finding.of[found] = clusters
        self._heads.setdefault(head.i, found)

    def _first_persons(self, attributed: Attributed) -> None:
        """ "I" and "we" inside a quotation mean its source, the innermost one's."""
        quotes = sorted(
            ((q.end - q.start, q, a.id) for a in attributed.attributions for q in a.quotes),
            key=lambda x: (x[0], -self._depth(x[2])),
        )
        bases = pronouns()
        inside = (self._doc.char_span(q.start, q.end, alignment_mode="expand") for _, q, _ in quotes)
        for token in (token for cut in inside if cut is not None for token in cut):
            if bases.get(token.lower_) in ("i", "we") and token.i not in self._heads:
                inner = next((id for _, q, id in quotes if q.start <= token.idx < q.end), None)
                if inner is not None and self.speakers[inner]:
                    self._mention([token], self.speakers[inner])
        self._labels()
        for turn in self._turns:
            said = self._doc.char_span(turn.span.start, turn.span.end, alignment_mode="expand")
            for token in said if said is not None and turn.speaker is not None else ():
                if bases.get(token.lower_) in ("i", "we") and token.i not in self._heads and turn.speaker:
                    self._mention([token], (turn.speaker,))

    def _labels(self) -> None:
        """The labels of turns name their speakers, whatever else they look like."""
        for turn in self._turns:
            speaker, label = turn.speaker, turn.label
            inside = [f for f in self._finding.of if label.start <= self._doc[f.head].idx < label.end]
            for found in inside if speaker is not None else ():
                for wrong in self._finding.of[found]:
                    wrong.mentions.remove(found)
                if speaker is not None:
                    speaker.mentions.append(found)
                    self._finding.of[found] = (speaker,)

    def _depth(self, id: str) -> int:
        """How many statements a statement stands in."""
        depth, parent = 0, self._by_id[id].parent
        while parent is not None and parent in self._by_id and depth < len(self._by_id):
            depth, parent = depth + 1, self._by_id[parent].parent
        return depth

    def _tokens(self, given: Words) -> "list[Token]":
        return tokens_at(self._doc, given)


def widest(mentions: "dict[Found, tuple[Cluster, ...]]") -> dict[int, Found]:
    """The widest mention by its head token."""
    found: dict[int, Found] = {}
    for mention in mentions:
        known = found.get(mention.head)
        if known is None or mention.last - mention.first > known.last - known.first:
            found[mention.head] = mention
    return found


def tokens_at(doc: "Doc", given: Words) -> "list[Token]":
    """The tokens of a text that the spans of `given` touch."""
    found: list[Token] = []
    for span in given.spans:
        cut = doc.char_span(span.start, span.end, alignment_mode="expand")
        found += [token for token in cut if not token.is_space] if cut is not None else []
    return found


def speakers_before(doc: "Doc", attributed: Attributed) -> "dict[int, list[Token]]":
    """For each pronoun that is a source, the words of the source named before it, at most two sentences back."""
    found: dict[int, list[Token]] = {}
    before: list[Token] = []
    sourced = [a.source for a in attributed.attributions if a.source is not None]
    for source in sorted(sourced, key=lambda words: words.start):
        tokens = tokens_at(doc, source)
        if len(tokens) == 1 and tokens[0].lower_ in pronouns():
            between = doc[before[0].i : tokens[0].i + 1] if before and before[0].i < tokens[0].i else None
            if between is not None and sum(t.is_sent_start is True for t in between) <= 3:
                found[tokens[0].i] = before
        elif tokens:
            before = tokens
    return found


def _whole(tokens: "list[Token]") -> "list[Token]":
    """The words of what speaks where only a part of it is named: "the ruling" of "part of the ruling"."""
    at = 1 if tokens and tokens[0].lower_ in words("definite") | {"a", "an"} else 0
    partial = len(tokens) > at + 2 and tokens[at].lower_ in words("portion") and tokens[at + 1].lower_ == "of"
    return tokens[at + 2 :] if partial else tokens


def _first_person(tokens: "list[Token]") -> bool:
    return len(tokens) == 1 and pronouns().get(tokens[0].lower_) in ("i", "we")


def _pointing(tokens: "list[Token]") -> bool:
    """Whether a source is one word that only points at somebody: "he", "you", "who", "that"."""
    if len(tokens) != 1:
        return False
    word = tokens[0]
    if word.is_upper and len(word) > 1:
        return False
    known = pronouns().keys() | words("addressed") | words("pointing")
    return word.lower_ in known or word.tag_ in ("WP", "WDT")
