"""The class that a source's own words give it, by the noun that heads it and the words around that noun."""

from typing import TYPE_CHECKING

from sayso.records.vocabulary import SourceClass
from sayso.resolve.actors.words import is_given_name, words
from sayso.resolve.scan import read_number
from sayso.resolve.source.bodies import owned
from sayso.resolve.source.firms import is_branch, is_firm_by_sound, is_owned_name, is_trader, is_traders_name
from sayso.resolve.source.lede import is_named_below
from sayso.resolve.source.marks import (
    are_leaders_of_states,
    is_armed_by_name,
    is_counterpart,
    is_definite_parent,
    is_friends_by_name,
    is_fund,
    is_hyphened_holder,
    is_named_fellow,
    is_named_parent,
    is_side,
    is_titled_person,
)
from sayso.resolve.source.nouns import CLASSES, Noun, noun_at, nouns
from sayso.resolve.source.offices import is_office, is_own_voice, shows_people
from sayso.resolve.source.parts import apposed, core, is_name, lowered, parts, takes_plural
from sayso.resolve.source.posts import is_by_post, is_the_spokesman
from sayso.resolve.source.several import are_named, is_campaign
from sayso.resolve.source.shares import is_group_of_people, is_share
from sayso.resolve.source.signs import (
    described,
    gives_name,
    is_army_by_name,
    is_firm,
    is_hidden,
    is_law,
    is_of_science,
    is_one_body,
    is_organ_by_name,
    is_outlet_by_name,
    is_partisans,
    is_party_alone,
    is_person_by_name,
    is_said_to_be_a_body,
    is_some_of,
    is_team_of_scholars,
    is_the_other,
    is_title,
    stands_alone,
    veiled,
)
from sayso.resolve.source.stations import is_outlet_by_form

if TYPE_CHECKING:
    from spacy.tokens import Token

_INDEFINITE = frozenset(
    {"a", "an", "one", "another", "some", "any", "no", "unnamed", "unidentified", "anonymous"}
)
_SOMEBODY = frozenset({"someone", "somebody"})
_ONE_MORE = frozenset({"another", "one"})
_OF_PRESS = frozenset(
    {"government", "opposition", "local", "regional", "state", "national", "independent", "daily"}
)
_FEW = 9
_LONGEST_COUNT = 3
"""Where the number may stand in "at least three witnesses"."""
_OFFICIAL = frozenset(
    {"official", "semi", "semiofficial", "semi-official", "state", "private", "independent"}
)
_OWN = frozenset({"this", "our"})
_BODIES = frozenset({"organisation", "bodies", "state", "media"})


def class_by_words(tokens: "list[Token]", indefinite: bool = False) -> SourceClass | None:
    """The class of a source by its words; None where they are a name, a pronoun, or say nothing.

    `indefinite`: the report brought the person in as somebody ("a nurse ... The nurse said").
    """
    one_more = len(tokens) == 1 and tokens[0].lower_ in _ONE_MORE
    if tokens[0].lower_ == "one" and [t.text for t in tokens[1:2]] == [","] and not _is_named_one(tokens):
        return SourceClass.ANONYMOUS  # "One, a nurse,"
    some_of = is_some_of(tokens)
    if some_of and not veiled(tokens) and (body := _of_bodies(tokens)) is not None:
        return body
    if (some_of and _is_named_one(tokens)) or are_named(tokens) or _are_persons(tokens):
        return SourceClass.PERSON
    if is_share(tokens) or (is_group_of_people(tokens) and not veiled(tokens)):
        return SourceClass.COLLECTIVE
    if some_of or one_more or is_the_other(tokens) or tokens[0].lower_ in _SOMEBODY or is_hidden(tokens[:1]):
        return SourceClass.ANONYMOUS
    if is_document(tokens):
        return SourceClass.DOCUMENT
    if is_party_alone(tokens):
        return SourceClass.ORGANISATION
    if stands_alone(tokens):
        return SourceClass.COLLECTIVE
    if is_own_voice(tokens):
        return SourceClass.PUBLISHER
    found = [one for part in parts(tokens) if (one := _of_part(part, tokens, indefinite)) is not None]
    return max(found, key=found.count) if found else None


def _are_persons(tokens: "list[Token]") -> bool:
    """Whether first words or states before posts say who is meant: "Mum-of-two Ada Lindt", "Uzbek, Tajik chiefs"."""
    return (
        is_named_parent(tokens)
        or is_definite_parent(tokens)
        or is_named_fellow(tokens)
        or are_leaders_of_states(tokens)
        or is_hyphened_holder(tokens)
    )


def _is_named_one(tokens: "list[Token]") -> bool:
    """Whether one of several has a name all the same: "one of them, Ada Lindt", "one of them, a baker named Oto"."""
    beside = apposed(tokens)
    named = is_name(core(beside)) and beside[0].lower_ not in _INDEFINITE
    return gives_name(tokens) or named


def _of_bodies(tokens: "list[Token]") -> SourceClass | None:
    """The class of one of several that are no people: "one of the firms, Karst AG"; None of people."""
    several = core(tokens[2:])
    noun = noun_at(lowered(several)) if several and tokens[0].lower_ == "one" else None
    if noun is None or noun.person or not noun.plural:
        return None
    if noun.kind in ("bodies", "armed"):
        return SourceClass.ORGANISATION
    return SourceClass.MEDIA if noun.kind == "paper" else CLASSES[noun.kind]


def is_document(tokens: "list[Token]") -> bool:
    """Whether a source ends with a document, whoever's it is: "UN and Kenyan estimates"."""
    last = tokens[-1]
    found, whole = noun_at([last.lower_], guess=False), noun_at(lowered(tokens))
    known = found is not None and found.kind == "document" and last.text.islower()
    if whole is not None and (whole.person or whole.kind in _BODIES):
        return False  # "the fashion model", "the shipping line"
    return known and not any(
        t.pos_ == "ADP" or (t.tag_ in ("WP", "WDT", "VBG") and not t.is_upper) for t in tokens
    )


def _of_part(part: "list[Token]", tokens: "list[Token]", indefinite: bool) -> SourceClass | None:
    """The class of one of the things that a source joins."""
    head = core(part)
    if not head:
        return None
    if is_person_by_name(head) or is_titled_person(head) or is_counterpart(head) or _is_ones_own(part, head):
        return SourceClass.PERSON
    if lowered(head[-2:]) == ["news", "agency"]:
        return SourceClass.MEDIA
    if is_office(part) or is_organ_by_name(head) or is_side(head):
        return SourceClass.STATE
    if is_law(head):
        return SourceClass.DOCUMENT
    if is_title(head) or is_outlet_by_name(head) or is_outlet_by_form(head):
        return SourceClass.MEDIA
    if head[-1].lower_ == "figures" and part[-1].i > head[-1].i and head[-1].nbor().tag_ == "VBN":
        return SourceClass.DOCUMENT  # "industry figures released on Monday"
    beside = core(apposed(part))
    if _is_club(head):
        return SourceClass.ORGANISATION
    if _is_body_by_name(part, head, beside):
        return SourceClass.ORGANISATION
    indefinite = indefinite or part[0].lower_ in _INDEFINITE
    noun, named = _noun(part, head, beside)
    if noun is None:
        return _of_somebody(part, head, tokens, indefinite)
    if noun.kind in ("media", "paper") and head[0].lower_ in _OWN:
        return SourceClass.PUBLISHER
    if noun.person and named and not noun.plural and _is_acronym(head[-1]):
        return SourceClass.ORGANISATION  # "the paramilitary RSF"
    if noun.person and is_firm(head) and any(t.lower_ in nouns("trade") for t in head):
        return SourceClass.ORGANISATION
    if noun.person:
        return _of_people(noun, part, tokens, named, indefinite)
    if noun.kind in ("organisation", "bodies", "state") and not named and veiled(tokens):
        return SourceClass.ANONYMOUS
    if not named and is_team_of_scholars(head):
        return SourceClass.COLLECTIVE
    owned = any(t.dep_ == "poss" or t.tag_ == "POS" for t in part)
    return _of_thing(noun, head, named, owned, indefinite)


def _is_club(head: "list[Token]") -> bool:
    """Whether a name that is a place's is a club's, for its verb is a plural's: "City have denied"."""
    return head[-1].text.istitle() and head[-1].lower_ in nouns("club's word") and takes_plural(head)


def _is_ones_own(part: "list[Token]", head: "list[Token]") -> bool:
    """Whether a full name stands beside what somebody is to a person: "her producer, Lucho Arana"."""
    beside = core(apposed(part))
    own = head[0].lower_ in ("his", "her", "my") and head[-1].lower_ in nouns("trade")
    return (
        own
        and len(beside) > 1
        and is_name(beside)
        and not (is_firm(beside) or noun_at(lowered(beside[-1:]), guess=False))
    )


def _is_based(part: "list[Token]", head: "list[Token]") -> bool:
    """Whether a name stands behind where a firm is based: "Lund-based Falk Marine"; a full name is a person's."""
    at = next((k for k, t in enumerate(part[:5]) if t.lower_ == "based"), 0)
    name = part[at + 1 : at + 4]
    if at < 2 or part[at - 1].text != "-" or head[-1] not in name:
        return False
    return all(t.text[:1].isupper() for t in name) and not is_given_name(name[0].lower_)


def _is_shop(part: "list[Token]", head: "list[Token]") -> bool:
    """Whether a name ends as those of shops do: "Marlowe's, the grocer,"."""
    at = next((k for k, t in enumerate(part) if t.tag_ == "POS"), 0)
    closed = at > 0 and [t.text for t in part[at + 1 : at + 2]] in ([], [","])
    return closed and part[at - 1] is head[-1] and all(t.text[:1].isupper() for t in part[:at])


def _is_body_by_name(part: "list[Token]", head: "list[Token]", beside: "list[Token]") -> bool:
    """Whether the name that a source is or has shows that it is a body: "Oakham & Pryce", "the owner, Karst AG"."""
    noun, _ = described(head)
    person = noun is None or noun.person
    return (
        (person and any(t.text == "&" and t.i == head[-1].i + 1 for t in part))
        or (person and (is_trader(part, head) or is_firm_by_sound(head) or is_branch(head)))
        or ((noun is None or noun.plural) and is_owned_name(part, head))
        or (noun is not None and noun.plural and is_name(head) and is_firm(head))
        or (noun is not None and noun.plural and bool(beside) and is_one_body(beside))
        or _is_shop(part, head)
        or _is_based(part, head)
        or is_partisans(part)
        or is_campaign(part)
        or is_friends_by_name(part)
        or is_armed_by_name(head)
        or is_fund(head)
        or (bool(beside) and (is_firm(beside) or (person and is_traders_name(part, head, beside))))
        or (person and bool(beside) and is_said_to_be_a_body(apposed(part)))
    )


def _noun(part: "list[Token]", head: "list[Token]", beside: "list[Token]") -> tuple[Noun | None, bool]:
    """The noun that says what a source is, its own or one said beside it, and whether a name stands with it."""
    noun, named = described(head)
    if noun is not None and noun.kind == "document" and is_name(head) and is_firm(head):
        return Noun("organisation", 1, False), False  # "Starlight Works"
    noun = _with_of(head) or noun
    if (
        noun is not None
        and noun.person
        and not named
        and head[-1].tag_ == "NNS"
        and head[-1].lower_[-1] == "s"
    ):
        noun = noun._replace(plural=True)  # "Opposition MPs"
    if noun is None and beside and beside[-1].lower_ not in nouns("relation"):
        noun, named = noun_at(lowered(beside)), True
        if noun is not None and noun.person and "one" in lowered(apposed(part))[:1]:
            noun = noun._replace(plural=False)
    elif noun is not None and not named:
        named = is_name(beside) or gives_name(part)
    if noun is None and is_firm(head):
        return Noun("organisation", 1, False), False
    return (noun if noun is None or noun.person else owned(noun, part, head, named)), named


def _with_of(head: "list[Token]") -> Noun | None:
    """The noun that goes on behind its head: "a council of elders", "the court of auditors"."""
    after = [t.lower_ for t in head[-1].doc[head[-1].i + 1 : head[-1].i + 3]]
    found = noun_at([*lowered(head), *after], guess=False) if after[:1] == ["of"] and len(after) > 1 else None
    return found if found is not None and found.size > 2 and found.kind in CLASSES else None


def _of_somebody(
    part: "list[Token]", head: "list[Token]", tokens: "list[Token]", indefinite: bool
) -> SourceClass | None:
    """The class of people by a noun that no list has, where "who" behind it or an age shows that they are people."""
    if not head[-1].text.islower() or not shows_people(part, head[-1]):
        return None
    return _of_people(Noun("person", 1, head[-1].tag_ == "NNS"), head, tokens, False, indefinite)


def _of_thing(noun: Noun, head: "list[Token]", named: bool, owned: bool, indefinite: bool) -> SourceClass:
    """The class of a body, a medium or a document."""
    if noun.kind == "paper":
        if any(t.lower_ in _OF_PRESS for t in head[:-1]):
            return SourceClass.MEDIA
        if not named and head[0].lower_ == "the" and is_of_science(head[-1]):
            return SourceClass.DOCUMENT
        indefinite = indefinite or head[0].lower_ in _INDEFINITE
        indefinite = indefinite or (not named and (owned or len(head) > 1) and head[0].lower_ != "the")
        return SourceClass.DOCUMENT if indefinite else SourceClass.MEDIA
    last = head[-1].lower_
    if is_army_by_name(head):
        return SourceClass.ORGANISATION
    if last == "agency" and len(head) == 1 and not owned:
        return SourceClass.MEDIA
    if last == "service" and owned and head[-2:][0].ent_type_ in ("NORP", "LANGUAGE"):
        return SourceClass.MEDIA
    if last in ("website", "site") and not named and (owned or _owned(head)):
        return SourceClass.DOCUMENT
    if noun.kind == "bodies" and (named or _is_proper(head) or _counts(head)):
        return SourceClass.ORGANISATION
    if named and last != "agency" and noun.kind == "organisation" and noun.size == 1 and len(head) > 1:
        return SourceClass.MEDIA if _is_agency(head) else SourceClass.ORGANISATION
    return CLASSES[noun.kind]


def _counts(head: "list[Token]") -> bool:
    """Whether bodies are so and so many: "both companies", "the two unions", "three of the agencies"."""
    before = head[0].doc[max(0, head[0].i - 2) : head[0].i]
    counted = len(before) == 2 and before[0].like_num and before[1].lower_ == "of"
    return head[0].lower_ == "both" or counted or any(t.like_num for t in head)


def _is_proper(head: "list[Token]") -> bool:
    """Whether several words end in capitals: "Lawyers Without Chains"."""
    return len(head) > 1 and head[-1].text[:1].isupper()


def _is_agency(head: "list[Token]") -> bool:
    """Whether a name stands after nothing but "the (official) agency", as that of a news agency does."""
    plain = [
        t.lower_ for t in head if (t.text[:1].islower() or t.i == head[0].i) and t.lower_ not in _OFFICIAL
    ]
    return plain[-2:] in (["the", "agency"], ["agency"])


def _owned(head: "list[Token]") -> bool:
    """Whether a website is said to be some body's."""
    before = lowered(head[:-1])
    found = noun_at(before)
    return any(t.dep_ == "poss" for t in head) or (
        found is not None and found.kind in ("state", "organisation") and found.size <= len(before)
    )


def _of_people(
    noun: Noun, part: "list[Token]", tokens: "list[Token]", named: bool, indefinite: bool
) -> SourceClass:
    """The class of people: one with a name, one without, several."""
    head = core(part)
    if (named and not noun.plural) or is_by_post(noun, part, head):
        return SourceClass.PERSON
    if veiled(tokens):
        return SourceClass.ANONYMOUS
    if not indefinite and is_the_spokesman(part, head):
        return SourceClass.PERSON
    if noun.kind == "hidden" and part[0].tag_ == "PRP$" and head[-1].lower_ in nouns("one's own"):
        return SourceClass.PERSON  # "his adviser"
    if noun.kind == "hidden":
        return (
            SourceClass.MEDIA if any(t.lower_ in words("of media") for t in head) else SourceClass.ANONYMOUS
        )
    if noun.plural and _is_team(head):
        return SourceClass.ORGANISATION
    if noun.plural:
        few = _is_few(head) or head[-1].lower_ in nouns("hidden together")
        return SourceClass.ANONYMOUS if few else SourceClass.COLLECTIVE
    if indefinite or head[0].lower_ in _INDEFINITE:
        return SourceClass.PERSON if is_named_below(part) else SourceClass.ANONYMOUS
    return SourceClass.PERSON


def _is_acronym(name: "Token") -> bool:
    """Whether a name is all capitals: "RSF"."""
    return name.is_upper and name.is_alpha and len(name) > 2 and name.ent_type_ != "PERSON"


def _is_team(head: "list[Token]") -> bool:
    """Whether a plural in capitals is a club's name: "The Cowboys dismissed it", "..., Warriors confirm"."""
    last = head[-1]
    before = last.nbor(-1).lower_ if last.i else ""
    behind = last.nbor() if last.i + 1 < len(last.doc) else last
    alone = (len(head) == 1 and before == ",") or (len(head) == 2 and before == "the")
    return alone and last.is_title and behind.text.islower()


def _is_few(head: "list[Token]") -> bool:
    """Whether a small number counts the people, who are then somebody: "two former assistants"."""
    before = head[0].doc[max(0, head[0].i - 2) : head[0].i]
    if len(before) == 2 and before[1].lower_ == "of" and before[0].like_num:
        return False  # "seven of nine analysts"
    count = next((token for token in head[:_LONGEST_COUNT] if token.like_num), None)
    number = read_number([count.lower_]) if count is not None else 0
    return 1 < number <= _FEW and head[-1].lower_ != "others"
