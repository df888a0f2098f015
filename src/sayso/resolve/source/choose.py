"""The class of a source: by its words first, then by the rest of the report, then by its actors."""

from typing import TYPE_CHECKING

from sayso.records.statement import Attribution
from sayso.records.vocabulary import ActorKind, SourceClass
from sayso.resolve.actors.agents import Agent, agent_at
from sayso.resolve.actors.find import ActorFinding
from sayso.resolve.actors.found import Form
from sayso.resolve.actors.words import pronouns, words
from sayso.resolve.coreference.cluster import Cluster
from sayso.resolve.elsewhere import alike
from sayso.resolve.source.answering import class_of_answering
from sayso.resolve.source.before import body_before, class_before, last_body, says_in_text
from sayso.resolve.source.brought_in import is_brought_in, was_somebody
from sayso.resolve.source.by_actors import by_actors
from sayso.resolve.source.firms import is_branch, is_owned_person
from sayso.resolve.source.full_names import is_full_name
from sayso.resolve.source.lede import is_named_below_headline
from sayso.resolve.source.marks import is_aged_name, is_unnamed_by_age, timeless
from sayso.resolve.source.names import class_by_report, has_title, named_in_report
from sayso.resolve.source.nouns import noun_at, nouns
from sayso.resolve.source.offices import is_own_voice
from sayso.resolve.source.parts import apposed, core, is_name, lowered
from sayso.resolve.source.phrase import class_by_words, is_document
from sayso.resolve.source.pointing import longer_before, of_two_before, other_of_several, pointed_at
from sayso.resolve.source.posts import is_somebody_in_headline
from sayso.resolve.source.press import is_printed, quotes_others, writes_for
from sayso.resolve.source.pronouns import of_pronoun, opens_quotation
from sayso.resolve.source.signs import described, is_said_to_be_a_body
from sayso.resolve.source.speaker_before import class_of_speaker_before
from sayso.resolve.source.standing import (
    is_a_people,
    is_one_of_a_people,
    is_several_states,
    is_without_post,
    were_counted,
)
from sayso.resolve.source.taken_up import taken_up
from sayso.resolve.source.who import class_of_who

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

_PERSONAL = frozenset({"he", "him", "his", "she", "her", "i", "me", "my", "who"})
_BODIES = frozenset({SourceClass.ORGANISATION, SourceClass.STATE})
_NAMELESS = frozenset({SourceClass.PERSON, SourceClass.ORGANISATION})
_PEOPLE = frozenset({SourceClass.PERSON, SourceClass.COLLECTIVE})
_LISTED = frozenset({ActorKind.ORGANISATION, ActorKind.MEDIA})
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
    tokens = timeless(tokens)
    if (pointed := _pointed(finding, tokens, relays, known or {})) is not None:
        return pointed
    base = pronouns().get(tokens[0].lower_) if len(tokens) == 1 and not _is_acronym(tokens[0]) else None
    if clusters == (finding.publisher,):
        return SourceClass.PUBLISHER
    if is_several_states(tokens):
        return SourceClass.ORGANISATION
    if is_a_people(tokens):
        return SourceClass.COLLECTIVE
    if not relays and is_one_of_a_people(tokens, clusters):
        return SourceClass.PERSON
    lone = len(tokens) == 1 and tokens[0].tag_ in ("WP", "WDT") and not _is_acronym(tokens[0])
    if is_own_voice(tokens):
        return SourceClass.PUBLISHER
    if is_printed(tokens) or _writes_for_medium(finding, tokens):
        return SourceClass.MEDIA
    beside = apposed(tokens)
    said_body = bool(beside) and is_said_to_be_a_body(beside)
    full = is_full_name(tokens) and not said_body and not _is_body_of_tables(tokens, clusters)
    if is_aged_name(tokens) or full:
        return SourceClass.PERSON
    if _asks(tokens[0], lone):
        return SourceClass.ANONYMOUS
    if base is not None or (lone and (clusters or tokens[0].lower_ in ("who", "which"))):
        return _of_pointing(finding, tokens[0], base or "", clusters, known or {})
    if _is_listed(tokens, clusters) or (
        _is_known_name(finding, tokens, clusters) and not is_document(tokens)
    ):
        return by_actors(finding, tokens, clusters, relays)
    return _of_noun(finding, tokens, clusters, relays, known or {})


def _of_pointing(
    finding: ActorFinding,
    token: "Token",
    base: str,
    clusters: tuple[Cluster, ...],
    known: "Mapping[int, SourceClass]",
) -> SourceClass:
    """The class of what a pronoun means; what says something in a text is none itself."""
    in_text = base == "it" and says_in_text(token)
    if in_text:
        known = {i: kind for i, kind in known.items() if kind is not SourceClass.DOCUMENT}
    if (answering := class_of_answering(token, base, known)) is not None:
        return answering
    if base == "it" and (body := last_body(token, known)) is not None:
        return body
    before = class_before(token, base, clusters, known) or class_of_who(token, known)
    before = before or class_of_speaker_before(token, clusters, known)
    found = before or of_pronoun(finding, token, base, clusters, known)
    if in_text and found is SourceClass.DOCUMENT:
        return SourceClass.ORGANISATION
    left_open = found is SourceClass.COLLECTIVE and base == "they" and opens_quotation(token)
    return SourceClass.ANONYMOUS if left_open else found  # "“They tell us to go,” said a farmer"


def _of_noun(
    finding: ActorFinding,
    tokens: "list[Token]",
    clusters: tuple[Cluster, ...],
    relays: bool,
    known: "Mapping[int, SourceClass]",
) -> SourceClass:
    """The class of a source that is a noun or a name that no table knows."""
    if (named := named_in_report(tokens)) is not None:
        return named
    if longer := longer_before(tokens):
        return class_by_words(longer) or SourceClass.ORGANISATION
    if _is_some_body(tokens) and (body := body_before(tokens[0], known)) is not None:
        return body
    by_words = _by_words(finding, tokens, clusters)
    if by_words in (None, SourceClass.ORGANISATION) and (behind := _goes_on_with_who(tokens)) is not None:
        return behind
    if by_words is None and (by_report := _by_report(finding, tokens, clusters, relays)) is not None:
        return by_report
    return by_words or by_actors(finding, tokens, clusters, relays)


def _is_some_body(tokens: "list[Token]") -> bool:
    """Whether a source is a body that only what was said before tells: "the agency", "the force"."""
    return len(tokens) == 2 and tokens[0].lower_ == "the" and tokens[1].text in nouns("some body")


def _pointed(
    finding: ActorFinding, tokens: "list[Token]", relays: bool, known: "Mapping[int, SourceClass]"
) -> SourceClass | None:
    """The class of what "the latter", "the pair" or "both" means; None of other words."""
    if (other := other_of_several(tokens, known)) is not None:
        return other
    meant = pointed_at(tokens)
    if (of_two := of_two_before(tokens, meant, known)) is not None or not meant:
        return of_two
    actors = next((finding.of[one] for one in finding.of if one.head == meant[-1].i), ())
    found = class_of(finding, meant, actors, relays)
    return SourceClass.ORGANISATION if found is SourceClass.PERSON and _has_its(tokens, meant) else found


def _by_words(
    finding: ActorFinding, tokens: "list[Token]", clusters: tuple[Cluster, ...]
) -> SourceClass | None:
    """The class of a source by its words, and by what the report says of whom they mean."""
    by_words = class_by_words(
        tokens, was_somebody(tokens) or any(is_brought_in(finding, c, tokens[0].i) for c in clusters)
    )
    open_ = is_somebody_in_headline(tokens) or _is_somebody_below(tokens) or is_without_post(tokens, clusters)
    open_ = (open_ and not is_named_below_headline(tokens)) or is_unnamed_by_age(tokens, clusters)
    if (by_words is SourceClass.PERSON and open_) or (by_words in _PEOPLE and were_counted(tokens)):
        return SourceClass.ANONYMOUS
    of_media = (
        _means_media(tokens, clusters) or _is_named_agency(finding, tokens) or _is_outlets(finding, tokens)
    )
    return SourceClass.MEDIA if by_words in (SourceClass.DOCUMENT, *_BODIES) and of_media else by_words


def _by_report(
    finding: ActorFinding, tokens: "list[Token]", clusters: tuple[Cluster, ...], relays: bool
) -> SourceClass | None:
    """The class of a bare name by the rest of the report."""
    if (by_report := class_by_report(finding.doc, tokens, relays or quotes_others(tokens))) is None:
        return None
    thing = not (is_owned_person(tokens) or has_title(tokens)) and (
        _goes_on_with_which(tokens)
        or _is_a_thing(finding, clusters)
        or _holds_state(finding, tokens, clusters)
    )
    if by_report in _NAMELESS and not thing and (later := taken_up(tokens)) is not None:
        return later
    return SourceClass.ORGANISATION if by_report is SourceClass.PERSON and thing else by_report


def _asks(token: "Token", lone: bool) -> bool:
    """Whether "who" is the word of a question, which leaves open whom it means: "Who told you that?"."""
    if not lone or token.lower_ != "who" or not token.text[:1].isupper():
        return False
    return "?" in {t.text for t in token.sent if t.i > token.i}


def _has_its(tokens: "list[Token]", meant: "list[Token]") -> bool:
    """Whether "its" behind "the former" shows that a name without a given name before it is a body's."""
    after = {t.lower_ for t in tokens[0].sent if t.i > tokens[-1].i}
    return len(meant) == 1 and meant[0].pos_ == "PROPN" and "its" in after and not after & {"his", "her"}


def _is_acronym(token: "Token") -> bool:
    """Whether a pronoun in capitals is none: "WHO"."""
    return len(token) > 1 and token.is_upper


def _goes_on_with_which(tokens: "list[Token]") -> bool:
    """Whether "which" stands right behind the name: "Lodd Fisk, which owns the boat"."""
    size = len(core(tokens))
    return any(t.lower_ == "which" for t in tokens[size : size + 2])


def _goes_on_with_who(tokens: "list[Token]") -> SourceClass | None:
    """A person, where "who" stands right behind a bare name ("Norway's Lund, who chairs the panel").

    Where many go on so, a body: "Torpedo, who play in white".
    """
    name = core(tokens)
    last = name[-1].i if name else 0
    behind = [t for t in tokens if last < t.i <= last + 3]
    bare = bool(name) and all((t.pos_ == "PROPN" and t.text[:1].isupper()) or t.text == "-" for t in name)
    if not bare or [t.lower_ for t in behind[:2]] != [",", "who"] or _is_noun(name):
        return None
    many = any(t.tag_ == "VBP" or t.lower_ == "were" for t in behind[2:])
    return SourceClass.ORGANISATION if many else SourceClass.PERSON


def _is_noun(name: "list[Token]") -> bool:
    """Whether a name is a noun, and no surname that is one too: "Ada Mills"."""
    surname = len(name) > 1 and name[-1].lower_ in nouns("surname too")
    return not surname and noun_at(lowered(name)) is not None


def _is_a_thing(finding: ActorFinding, clusters: tuple[Cluster, ...]) -> bool:
    """Whether the report takes a name up as "it" and never as "he" or "she"."""
    said = {finding.doc[m.first].lower_ for c in clusters for m in c.mentions if m.form is Form.PRONOUN}
    return bool(said & {"it", "its"}) and not said & _PERSONAL


def _holds_state(finding: ActorFinding, tokens: "list[Token]", clusters: tuple[Cluster, ...]) -> bool:
    """Whether a body's name holds a state's or its capital's: "Health Canada", "Norway's Equinor"."""
    body = bool(clusters) and all(one.kind == ActorKind.ORGANISATION for one in clusters)
    inside = range(tokens[0].i, tokens[-1].i + 1)
    states = (m for m, of in finding.of.items() if any(one.kind == ActorKind.STATE for one in of))
    return body and any(m.first in inside and m.last - 1 in inside and m.form in _NAMES for m in states)


def _is_named_agency(finding: ActorFinding, tokens: "list[Token]") -> bool:
    """Whether "agency" in small letters follows a lone name, as a news agency's: "the semi-official Fars agency"."""
    head = core(tokens)
    if len(head) < 2 or head[-1].text != "agency":
        return False
    places = {m.head for m, of in finding.of.items() if any(one.kind == ActorKind.STATE for one in of)}
    behind = max((at for at, t in enumerate(head) if t.tag_ == "POS" or t.dep_ == "poss"), default=-1)
    name = [t for t in head[behind + 1 : -1] if t.lower_ not in words("definite") and not t.text.islower()]
    own = len(name) == 1 and head[-2] is name[0] and name[0].ent_type_ != "NORP"
    own = own and name[0].lower_ not in nouns("several states") and name[0].i not in places
    return own and name[0].pos_ == "PROPN"


def _writes_for_medium(finding: ActorFinding, tokens: "list[Token]") -> bool:
    """Whether a source is nameless and an outlet's: "Al Jazeera's correspondent in Gaza"."""
    if not writes_for(tokens) or is_name(core(apposed(tokens))):
        return False
    owners = {child.i for child in core(tokens)[-1].children if child.dep_ == "poss"}
    of = (one for m, many in finding.of.items() if m.head in owners for one in many)
    return any(one.kind == ActorKind.MEDIA for one in of)


def _is_outlets(finding: ActorFinding, tokens: "list[Token]") -> bool:
    """Whether a service is an outlet's own: "Radio Free Europe's Kyrgyz service"."""
    head = root_of(tokens)
    if head is None or head.lower_ not in words("of an outlet"):
        return False
    owners = {child.i for child in head.children if child.dep_ in ("poss", "compound", "nmod")}
    of = (one for m, many in finding.of.items() if m.head in owners for one in many)
    return any(one.kind == ActorKind.MEDIA for one in of)


def _is_somebody_below(tokens: "list[Token]") -> bool:
    """Whether a headline's bare noun is somebody whom the text below brings in: "survivor says", "a survivor"."""
    former = len(tokens) > 1 and tokens[0].lower_.rstrip("-") in nouns("former")
    tokens = [t for t in tokens[1:] if t.text != "-"] if former else tokens
    noun = tokens[0]
    if len(tokens) != 1 or noun.tag_ not in ("NN", "NNP") or any(t.is_space for t in noun.doc[: noun.i]):
        return False
    below = (t for t in alike(noun) if t.i > noun.i)
    return any(child.lower_ in ("a", "an", "one") for token in below for child in token.lefts)


def _means_media(tokens: "list[Token]", clusters: tuple[Cluster, ...]) -> bool:
    """Whether "the agency" or "the group" means a medium named before."""
    last = tokens[-1]
    if last.lower_ not in words("of outlets") or len(tokens) > 2:
        return False
    if len(clusters) == 1 and clusters[0].kind == ActorKind.MEDIA:
        return True
    before = (t for t in alike(last) if t.i < last.i and t.nbor().text[:1].isupper())
    return any(class_by_words([*last.doc[max(0, t.i - 1) : t.i + 2]]) is SourceClass.MEDIA for t in before)


def _is_known_name(finding: ActorFinding, tokens: "list[Token]", clusters: tuple[Cluster, ...]) -> bool:
    """Whether the head of a source is the name of an actor that the tables know."""
    head = core(tokens)
    if not head or (head[-1].text.isalpha() and not head[-1].text[:1].isupper()) or described(head)[1]:
        return False
    if not _is_listed(head, clusters) and _is_longer_name(tokens, head):
        return False
    last = head[-1].i
    return any(
        one.entity is not None and m.form in _NAMES and m.first <= last < m.last
        for one in clusters
        for m in one.mentions
    )


def _is_body_of_tables(tokens: "list[Token]", clusters: tuple[Cluster, ...]) -> bool:
    """Whether a source begins or ends with a name of the tables: "Rio Tinto of Oslo", "the official Fars"."""
    named = [m for c in clusters if c.entity is not None and c.kind in _LISTED for m in c.mentions]
    names = [m for m in named if m.form is Form.NAME]
    of = any(t.pos_ == "ADP" for t in tokens)
    return any(m.first <= tokens[0].i < m.last or (m.last > tokens[-1].i and not of) for m in names)


def _is_longer_name(tokens: "list[Token]", head: "list[Token]") -> bool:
    """Whether a name that ends in a place's is a body's: "TechEd Canada, a lobby group", "Sporting Lisbon"."""
    if len(head) < 2 or not head[0].text[:1].isupper():
        return False
    beside = apposed(tokens)
    said = bool(beside) and is_said_to_be_a_body(beside)
    return said or is_branch(head) or (len(head) == 2 and head[0].lower_ in nouns("body first"))


def _is_listed(tokens: "list[Token]", clusters: tuple[Cluster, ...]) -> bool:
    """Whether a source is, word for word, a name of an outlet or body that the tables know: "Statistics Canada"."""
    owner = max((at for at, t in enumerate(tokens[:-1]) if t.tag_ == "POS"), default=-1)
    rest = tokens[owner + 1 :]
    said = next((at for at, t in enumerate(rest) if t.lower_ not in nouns("before a listed name")), 0)
    first = rest[said].i
    return any(
        one.entity is not None and m.form is Form.NAME and m.first <= first and m.last > tokens[-1].i
        for one in clusters
        for m in one.mentions
        if one.kind in (ActorKind.ORGANISATION, ActorKind.MEDIA)
    )


def relays_words(attribution: Attribution) -> bool:
    """Whether the cue says that the source passes on another's words ("quoted", "cited")."""
    cue = (attribution.cue.text or "").lower() if attribution.cue else ""
    if cue.endswith("as saying"):
        return False  # the source is the one who is quoted
    if cue.endswith("reported") and attribution.source is not None:
        clause = (attribution.content.text or "").startswith("that ")
        return clause or attribution.content.start < attribution.source.start
    return (
        cue in ("quotes", "reports")
        or "quoted" in cue
        or (cue.endswith("cited") and " as saying " in (attribution.content.text or ""))
    )


def root_of(tokens: "list[Token]") -> "Token | None":
    """The token of a phrase that the others hang on."""
    inside = {token.i for token in tokens}
    return next((t for t in tokens if t.head.i not in inside or t.head == t), None)


def agent_of(tokens: "list[Token]") -> Agent | None:
    """The agent noun that closes the phrase up to its head."""
    head = root_of(tokens)
    match = agent_at([t.lower_ for t in tokens if head is not None and t.i <= head.i and t.text != "-"])
    return match[0] if match else None
