"""The class of a source: by its words first, then by the rest of the report, then by its actors."""

from typing import TYPE_CHECKING

from sayso.records.statement import Attribution
from sayso.records.vocabulary import ActorKind, SourceClass
from sayso.resolve.actors.agents import Agent, agent_at
from sayso.resolve.actors.find import ActorFinding
from sayso.resolve.actors.found import Form
from sayso.resolve.actors.words import pronouns, words
from sayso.resolve.coreference.cluster import Cluster
from sayso.resolve.source_before import class_before
from sayso.resolve.source_names import class_by_report, named_in_report
from sayso.resolve.source_parts import core
from sayso.resolve.source_phrase import class_by_words, is_document
from sayso.resolve.source_pointing import pointed_at
from sayso.resolve.source_signs import described, is_hidden

if TYPE_CHECKING:
    from collections.abc import Mapping

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
_ORGANS = frozenset({"GOV", "MIL", "COP", "SPY"})
_ALONE = frozenset({SourceClass.PERSON, SourceClass.ANONYMOUS})
_NAMES = frozenset({Form.NAME, Form.METONYM, Form.ADJECTIVE})


def class_of(
    finding: ActorFinding,
    tokens: "list[Token]",
    clusters: tuple[Cluster, ...],
    relays: bool,
    known: "Mapping[int, SourceClass] | None" = None,
) -> SourceClass:
    """The class of a source with these words and actors; `relays`: its cue passes on another's words.

    `known` gives the class of each source so far by its head token.
    """
    if meant := pointed_at(tokens):
        actors = next((finding.of[one] for one in finding.of if one.head == meant[-1].i), clusters)
        return class_of(finding, meant, actors, relays)
    base = pronouns().get(tokens[0].lower_) if len(tokens) == 1 else None
    if clusters == (finding.publisher,):
        return SourceClass.PUBLISHER
    if base is not None or (clusters and len(tokens) == 1 and tokens[0].tag_ in ("WP", "WDT")):
        before = class_before(tokens[0], base or "", clusters, known or {})
        return before or _of_pronoun(finding, base or "", clusters)
    if _is_known_name(finding, tokens, clusters) and not is_document(tokens):
        return _by_actors(finding, tokens, clusters, relays)
    if (named := named_in_report(finding.doc, tokens)) is not None:
        return named
    by_words = class_by_words(
        tokens, _was_somebody(tokens) or any(_brought_in(finding, c, tokens[0].i) for c in clusters)
    )
    if by_words is SourceClass.ORGANISATION and _means_media(tokens, clusters):
        return SourceClass.MEDIA
    return (
        by_words
        or class_by_report(finding.doc, tokens, relays)
        or _by_actors(finding, tokens, clusters, relays)
    )


def _means_media(tokens: "list[Token]", clusters: tuple[Cluster, ...]) -> bool:
    """Whether "the agency" or "the group" means a medium named before."""
    last = tokens[-1]
    if last.lower_ not in words("of outlets") or len(tokens) > 2:
        return False
    if len(clusters) == 1 and clusters[0].kind == ActorKind.MEDIA:
        return True
    before = (t for t in last.doc[: last.i] if t.lower_ == last.lower_ and t.nbor().text[:1].isupper())
    return any(class_by_words([*last.doc[max(0, t.i - 1) : t.i + 2]]) is SourceClass.MEDIA for t in before)


def _of_pronoun(finding: ActorFinding, base: str, clusters: tuple[Cluster, ...]) -> SourceClass:
    """The class of what a pronoun means, as far as the pronoun can mean it."""
    if not clusters:
        return SourceClass.COLLECTIVE if base in ("we", "they") else SourceClass.PERSON
    found = _before(finding, clusters[0]) if len(clusters) == 1 else None
    found = found or _by_actors(finding, [], clusters, relays=False)
    if base in ("he", "she", "i") and found not in _ALONE:
        return SourceClass.PERSON
    if base == "it" and found in _ALONE:
        return SourceClass.ORGANISATION
    return found


def _before(finding: ActorFinding, cluster: Cluster) -> SourceClass | None:
    """The class that the first words for an actor give it."""
    if cluster.entity is not None:
        return None
    said = sorted((m for m in cluster.mentions if m.form is not Form.PRONOUN), key=lambda m: m.first)
    for mention in said:
        tokens = _with_name([t for t in finding.doc[mention.first : mention.last] if not t.is_space])
        if mention.form is Form.NAME and cluster.kind == ActorKind.PERSON:
            return SourceClass.PERSON
        if len(tokens) == 1 and tokens[0].lower_ in pronouns():
            continue
        if found := class_by_words(tokens) or class_by_report(finding.doc, tokens):
            return found
    return None


def _with_name(tokens: "list[Token]") -> "list[Token]":
    """A noun with the name right behind it that the mention leaves out: "the agency" of "the agency Lyra"."""
    last = tokens[-1]
    after = last.doc[last.i + 1] if last.i + 1 < len(last.doc) else last
    named = last.text.islower() and last.pos_ == "NOUN" and after.pos_ == "PROPN" and after.text[:1].isupper()
    return [*tokens, after] if named else tokens


def _is_known_name(finding: ActorFinding, tokens: "list[Token]", clusters: tuple[Cluster, ...]) -> bool:
    """Whether the head of a source is the name of an actor that the tables know."""
    head = core(tokens)
    if not head or not head[-1].text[:1].isupper() or described(head)[1]:
        return False
    last = head[-1].i
    return any(
        one.entity is not None and m.form in _NAMES and m.first <= last < m.last
        for one in clusters
        for m in one.mentions
    )


def _was_somebody(tokens: "list[Token]") -> bool:
    """Whether "the nurse" was "a nurse" before."""
    head = core(tokens)
    if not head or tokens[0].lower_ not in ("the", "this", "that") or not head[-1].text.islower():
        return False
    before = (t for t in head[-1].doc[: head[-1].i] if t.lower_ == head[-1].lower_)
    return any(child.lower_ in ("a", "an") for token in before for child in token.lefts)


def _brought_in(finding: ActorFinding, cluster: Cluster, before: int) -> bool:
    """Whether the report brings a nameless person in as somebody before token `before`: "a nurse"."""
    if (
        not cluster.mentions
        or any(m.form is Form.NAME for m in cluster.mentions)
        or cluster.entity is not None
    ):
        return False
    first = finding.doc[min(m.first for m in cluster.mentions)]
    return first.i <= before and first.lower_ in ("a", "an", "one", "another")


def _by_actors(
    finding: ActorFinding, tokens: "list[Token]", clusters: tuple[Cluster, ...], relays: bool
) -> SourceClass:
    """The class of most of a source's actors."""
    if not clusters:
        return SourceClass.PERSON
    classes = [_of_actor(finding, tokens, cluster) for cluster in clusters]
    if len(classes) == 2 and _is_renamed(tokens, clusters):
        return classes[1]
    common = max(classes, key=classes.count)
    unknown = clusters[0].entity is None and not clusters[0].sectors
    return SourceClass.MEDIA if relays and unknown and common == SourceClass.ORGANISATION else common


def _of_actor(finding: ActorFinding, tokens: "list[Token]", cluster: Cluster) -> SourceClass:
    """The class of one actor of a source."""
    if cluster.entity is None and (any(t.lower_ in words("veiled") for t in tokens) or is_hidden(tokens)):
        return SourceClass.ANONYMOUS
    named = cluster.entity is not None or any(m.form is Form.NAME for m in cluster.mentions)
    if cluster.kind in (ActorKind.ORGANISATION, ActorKind.GROUP) and _is_organ(finding, cluster):
        return SourceClass.STATE
    if cluster.sectors[:1] == ("REB",) and cluster.kind == ActorKind.GROUP:
        return SourceClass.ORGANISATION
    if cluster.sectors[:1] == ("CVL",) and not named:
        return _CLASSES[cluster.kind] if cluster.kind != ActorKind.PERSON else SourceClass.COLLECTIVE
    if cluster.kind == ActorKind.GROUP and (cluster.agent_kind == "force" or (named and not cluster.plural)):
        return SourceClass.ORGANISATION
    return _CLASSES[cluster.kind]


def _is_organ(finding: ActorFinding, cluster: Cluster) -> bool:
    """Whether a body is an organ of a state: an army, a ministry, the police."""
    if cluster.entity is not None:
        sectors = cluster.entity.sectors_on(finding.day)
        return bool(sectors) and sectors[0] in _ORGANS and cluster.entity.country is not None
    bodies = cluster.agent_kind in ("organisation", "force") or cluster.kind == ActorKind.ORGANISATION
    if cluster.noun in words("unstately"):
        return False
    return bodies and cluster.sectors[:1] != () and cluster.sectors[0] in _ORGANS


def _is_renamed(tokens: "list[Token]", clusters: tuple[Cluster, ...]) -> bool:
    """Whether the second actor is the name of the first ("the mine's owner, Karst AG")."""
    listed = any(t.lower_ in ("and", "or") for t in tokens)
    return (
        not listed and clusters[0].entity is None and any(m.form is Form.NAME for m in clusters[1].mentions)
    )


def relays_words(attribution: Attribution) -> bool:
    """Whether the cue says that the source passes on another's words ("quoted", "cited")."""
    cue = (attribution.cue.text or "").lower() if attribution.cue else ""
    if cue.endswith("as saying"):
        return False  # the source is the one who is quoted
    if cue.endswith("reported") and attribution.source is not None:
        clause = (attribution.content.text or "").startswith("that ")
        return clause or attribution.content.start < attribution.source.start
    return "quoted" in cue or (cue.endswith("cited") and " as saying " in (attribution.content.text or ""))


def root_of(tokens: "list[Token]") -> "Token | None":
    """The token of a phrase that the others hang on."""
    inside = {token.i for token in tokens}
    return next((t for t in tokens if t.head.i not in inside or t.head is t), None)


def agent_of(tokens: "list[Token]") -> Agent | None:
    """The agent noun that closes the phrase up to its head."""
    head = root_of(tokens)
    match = agent_at([t.lower_ for t in tokens if head is not None and t.i <= head.i and t.text != "-"])
    return match[0] if match else None
