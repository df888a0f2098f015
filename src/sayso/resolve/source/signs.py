"""What the words of a source show: its noun, whether it is named or hidden, the name of a law, medium or firm."""

from itertools import takewhile
from typing import TYPE_CHECKING

from sayso.resolve.actors.agents import agent_at
from sayso.resolve.actors.words import gender_of, words
from sayso.resolve.scan import read_number
from sayso.resolve.source.nouns import Noun, noun_at, nouns
from sayso.resolve.source.parts import core, is_name, lowered

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMING = frozenset({"named", "called"})
_BEFORE_AS = frozenset({"name", "named", "only", "known", "identified", "himself", "herself"})
_GIVING = frozenset({"gave", "gives", "giving"})
_FEW = 20
_NAMED = frozenset({"PERSON", "ORG"})


def described(head: "list[Token]") -> tuple[Noun | None, bool]:
    """The noun that says what a source is, and whether a name follows it ("the tabloid Kurier")."""
    person = len(head) > 1 and all(t.ent_type_ == "PERSON" for t in head) and head[-1].tag_ != "NNPS"
    if person and _noun(head[:1]) is None:
        return None, False
    names = 0
    while names < len(head) and (_is_name(head[: len(head) - names]) or _is_particle(head, names)):
        names += 1
    if names and names < len(head) and head[-names - 1].tag_ == "VBG":
        return None, False  # "ruling MPLA"
    if names and names < len(head) and _is_of_whole(head[-names - 1]):
        return None, False  # "the National Emergency Centre"
    if names == len(head):
        return None, False
    noun = _noun(head[: len(head) - names])
    inside = all(t.text[:1].isupper() for t in head[max(0, len(head) - names - 2) :])
    if names and noun is not None and noun.kind == "document" and inside:
        return None, False  # "the Mekong Research Forum"
    if names and noun is not None and head[-names - 1].lower_ in nouns("person by name"):
        return noun._replace(kind="person"), True  # "the model Ada Lindt"
    return noun, names > 0


def _is_of_whole(word: "Token") -> bool:
    """Whether a word in capitals is no person in a name, though there is such a noun: "National"."""
    return word.text[:1].isupper() and word.lower_ in nouns("of the whole")


def _is_name(head: "list[Token]") -> bool:
    """Whether the last word is part of a name: in capitals and no noun, or a noun that a plain one calls so."""
    last = head[-1]
    if last.is_digit and len(head) > 1 and head[-2].text[:1].isupper():
        return True  # "the broadcaster TV 2"
    if not last.text[:1].isupper():
        return False
    return _noun(head) is None or (len(head) > 2 and _is_called(head))


def _is_particle(head: "list[Token]", names: int) -> bool:
    """Whether the word before the last `names` is a small word inside a name: "Jund al Sahil"."""
    at = len(head) - names - 1
    return names > 0 and head[at].lower_ in nouns("particle") and at > 0 and head[at - 1].text[:1].isupper()


def _is_called(head: "list[Token]") -> bool:
    """Whether capitals are a name though they are a noun, after the noun of a body: "the rights group Witness"."""
    lower = [i + 1 for i, t in enumerate(head) if t.text[:1].islower() and t.lower_ not in nouns("particle")]
    first = max(lower, default=0)
    if not 0 < first < len(head) or not is_name(head[first:]):
        return False
    before = noun_at(lowered(head[:first]), guess=False)
    office = agent_at([head[first].lower_])
    title = noun_at([head[first].lower_], guess=False)
    if title is not None and title.person and head[first].text.isupper():
        return False  # "the opposition MP"
    bodies = before is not None and not before.plural and before.kind in ("organisation", "bodies", "media")
    return bodies and (office is None or office[0].kind != "office")


def _noun(head: "list[Token]") -> Noun | None:
    """The noun that closes the words; one in capitals is not guessed unless it stands alone as a plural."""
    last = head[-1]
    guess = last.text[:1].islower() or (len(head) == 1 and last.tag_ == "NNS")
    found = noun_at(lowered(head), guess)
    lone = len(head) == 1 and last.pos_ == "PROPN" and last.ent_type_ in _NAMED
    return None if lone and found is not None and found.kind == "document" and not found.plural else found


def gives_name(part: "list[Token]") -> bool:
    """Whether the words say what it is called: "a ferry named Lark"."""
    return any(
        (t.lower_ in _NAMING or _calls(part, i))
        and i + 1 < len(part)
        and part[i + 1].text[:1].isupper()
        and not _is_code(part[i + 1 :])
        for i, t in enumerate(part)
    )


def _calls(part: "list[Token]", i: int) -> bool:
    """Whether a word leads to a name: "as" of "gave his name as", the comma of "gave only her first name, Amina"."""
    before = part[i - 1].lower_ if i else ""
    if part[i].lower_ == "as":
        return before in _BEFORE_AS
    return part[i].text == "," and before == "name" and any(t.lower_ in _GIVING for t in part[:i])


def _is_code(name: "list[Token]") -> bool:
    """Whether what somebody is called hides the name: "Driver 2", "K", "Witness B"."""
    run = list(takewhile(lambda t: t.text[:1].isupper() or t.is_digit, name))
    return run[-1].is_digit or len(run[-1].text.strip(".")) == 1


def is_hidden(tokens: "list[Token]") -> bool:
    """Whether a source asks not to be named, or is "no one"."""
    if tokens and tokens[0].lower_ in ("no", "none", "nobody"):
        return True
    said = [token.lower_ for token in tokens]
    if any(phrase in " ".join(said) for phrase in nouns("veil not")):
        return False
    return "not" in said and any(word in said for word in ("named", "identified"))


def veiled(tokens: "list[Token]") -> bool:
    """Whether words beside a source hide who it is."""
    said = " ".join(token.lower_ for token in tokens)
    if any(phrase in said for phrase in nouns("veil not")):
        return False
    return (
        is_hidden(tokens)
        or any(t.lower_ in words("veiled") for t in tokens)
        or any(phrase in said for phrase in nouns("veil"))
    )


def stands_alone(tokens: "list[Token]") -> bool:
    """Whether people have no noun, only what describes them: "few in the village", "those on board"."""
    if tokens[0].lower_ not in nouns("standing alone"):
        return False
    if [t.lower_ for t in tokens[1:]] == ["of", "whom"]:
        return True
    after = tokens[1] if len(tokens) > 1 else None
    return after is None or (after.lower_ != "of" and (after.pos_ in ("ADP", "ADV") or after.tag_ == "WP"))


def is_law(head: "list[Token]") -> bool:
    """Whether the source is a law by its name: "Republic Act No. 9", and no "Law Society"."""
    if any(t.lower_ in nouns("body of law") for t in head):
        return False
    return not is_firm(head) and any(t.lower_ in words("law") and t.text[:1].isupper() for t in head[1:])


def is_title(head: "list[Token]") -> bool:
    """Whether a name ends like that of a newspaper or station: "the Hollis Courier"."""
    run = max((at for at, t in enumerate(head[:-1], 1) if t.lower_ in nouns("as firms are")), default=0)
    before = [t for t in head[run:-1] if t.lower_ != "the"]  # "the state-run Herald"
    return (
        len(head) > 1
        and head[-1].lower_ in nouns("title")
        and all(t.text[:1].isupper() for t in (*before, head[-1]))
    )


def is_firm(head: "list[Token]") -> bool:
    """Whether a name ends like that of a body: "Karst AG"."""
    return len(head) > 1 and head[-1].text[:1].isupper() and head[-1].lower_.rstrip(".") in nouns("firm")


def is_some_of(tokens: "list[Token]") -> bool:
    """Whether a source is one or a few of some people whom it does not name: "one of them", "two of his foremen"."""
    if len(tokens) < 3 or tokens[1].lower_ != "of":
        return False
    if tokens[0].lower_ == "one" or (tokens[0].lower_ in nouns("ordinal") and tokens[2].lower_ == "them"):
        return True
    number = read_number([tokens[0].lower_]) if tokens[0].like_num else 0
    noun = noun_at(lowered(tokens[2:]))
    return 1 < number <= _FEW and tokens[2].tag_ in ("PRP$", "DT", "PRP") and (noun is None or noun.person)


def is_one_body(beside: "list[Token]") -> bool:
    """Whether what is said beside a plural names one body: "the kidnappers, a faction called November"."""
    end = next((i for i, token in enumerate(beside) if token.lower_ in _NAMING), len(beside))
    noun, _ = described(beside[:end]) if end else (None, False)
    return (
        beside[0].lower_ in ("a", "an", "the")
        and noun is not None
        and noun.kind in ("organisation", "bodies")
        and not noun.plural
    )


def is_partisans(part: "list[Token]") -> bool:
    """Whether a source is a party by the name of its people: "the Greens", "Paraguay's Liberals"."""
    end = next((i for i, token in enumerate(part) if token.text == ","), len(part))
    whole = [token for token in part[:end] if not token.is_punct]
    if len(whole) > 2 and whole[-2].tag_ == "POS":
        return whole[-1].text[:1].isupper() and whole[-1].lower_ in nouns("partisans")
    said = [token for token in whole if token.ent_type_ != "NORP"]
    said = said if len(said) > 1 else whole
    if len(said) != 2 or said[0].lower_ != "the" or not said[1].text[:1].isupper():
        return False
    return said[1].lower_ in nouns("partisans")


def is_party_alone(tokens: "list[Token]") -> bool:
    """Whether a source is a party by a word without "the", as in headlines: "Labour", "Lib Dems"."""
    said = " ".join(token.lower_ for token in tokens)
    capitals = all(token.text[:1].isupper() for token in tokens)
    return capitals and (said in nouns("party's people") or said in nouns("party's word"))


def is_army_by_name(head: "list[Token]") -> bool:
    """Whether an army is a body of its own by its name, and no state's: "the Free Highlands Army"."""
    name = [token for token in head if token.lower_ != "the"]
    if (
        len(name) < 2
        or name[-1].text not in ("Army", "Forces", "Brigade")
        or not all(t.text[:1].isupper() for t in name)
    ):
        return False
    return any(token.lower_ in nouns("cause") for token in name[:-1])


def is_the_other(tokens: "list[Token]") -> bool:
    """Whether a source is the second of two whom the words leave open: "the other"."""
    return [token.lower_ for token in tokens] == ["the", "other"]


def is_organ_by_name(head: "list[Token]") -> bool:
    """Whether a name holds, in whatever tongue, the word for an organ of a state: "Instituto Nacional Electoral"."""
    name = [token for token in head if token.lower_ not in nouns("particle")]
    if any(token.lower_ in nouns("several states") for token in name):
        return False  # "the International Tribunal"
    capitals = bool(name) and all(token.text[:1].isupper() for token in name)
    capitals = capitals and (len(name) > 2 or gender_of([name[0].lower_]) is None)
    last = bool(name) and name[-1].lower_ in nouns("organ's last word")
    return capitals and (last or any(token.lower_ in nouns("organ's word") for token in name))


def is_said_to_be_a_body(beside: "list[Token]") -> bool:
    """Whether what is said beside a name or an owner is that it is a body: "TechEd, a lobby group"."""
    if beside[0].lower_ not in ("a", "an", "the") or any(t.tag_ == "POS" for t in beside):
        return False
    noun, _ = described(core(beside))
    return noun is not None and noun.kind in ("organisation", "bodies") and not noun.plural


def is_outlet_by_name(head: "list[Token]") -> bool:
    """Whether a name of another tongue is an outlet's: "La Voz de Galicia"."""
    if len(head) < 2 or not head[0].text[:1].isupper() or head[0].lower_ not in nouns("article"):
        return False
    if len(head) > 2 and head[2].lower_ not in nouns("particle"):
        return False
    return head[1].text[:1].isupper() and head[1].lower_ in nouns("outlet's word")


def is_person_by_name(head: "list[Token]") -> bool:
    """Whether a given name shows that a word which may end a body's name is a surname: "Ada Power", "Ms Mills"."""
    if not 1 < len(head) < 4 or not is_name(head) or head[-1].lower_ not in nouns("surname too"):
        return False
    first = head[0].lower_.rstrip(".")
    given = gender_of([first]) is not None and first not in nouns("town's too")
    return given or first in nouns("civil title")


def is_of_science(paper: "Token") -> bool:
    """Whether a paper is one of scholars: a study, and no newspaper, is told of before it."""
    for token in reversed(paper.doc[: paper.i]):
        if token.lower_ in nouns("of science"):
            return True
        if token.lower_ in nouns("of newspapers"):
            return False
    return False


def is_team_of_scholars(head: "list[Token]") -> bool:
    """Whether "the team" is those who made a study that the report has told of: "The team cautions that"."""
    alone = len(head) == 2 and head[0].lower_ == "the" and head[1].lower_ in ("team", "group")
    before = {token.lower_ for token in head[-1].doc[: head[-1].i]} if alone else set()
    return bool(before & nouns("of science")) and not before & nouns("of sport")
