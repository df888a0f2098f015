"""Whether a post picks its holder out without a name: "its spokesman", "the two presidents", a headline's "mayor"."""

from typing import TYPE_CHECKING

from sayso.resolve.actors.agents import singulars
from sayso.resolve.source.nouns import Noun, noun_at, nouns
from sayso.resolve.source.parts import core, lowered

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_by_post(noun: Noun, part: "list[Token]", head: "list[Token]") -> bool:
    """Whether a post or tie picks people out though it names nobody: "its spokesman", "the two presidents"."""
    if not noun.plural:
        owner = any(t.i < head[-1].i and (t.tag_ in ("PRP$", "POS") or t.dep_ == "poss") for t in part)
        return owner and head[-1].lower_ in nouns("spokes")
    said = lowered(head)
    if any(t.i < head[-1].i and (t.tag_ in ("PRP$", "POS") or t.dep_ == "poss") for t in part) and (
        said[-1] in nouns("tie of several") or " ".join(said[-2:]) in nouns("tie of several")
    ):
        return True
    both = said[0] == "both" or (said[0] == "the" and len(said) > 2 and head[1].like_num)
    both = both or (said[0] == "the" and _of_several(part, head))
    ends = (" ".join((*said[-size:-1], one)) for size in (1, 2) for one in singulars(said[-1]))
    return both and any(end in nouns("post of several") for end in ends)


def is_the_spokesman(part: "list[Token]", head: "list[Token]") -> bool:
    """Whether "the" and a body behind pick a spokesman out: "the spokesman of the general staff"."""
    behind = [t.lower_ for t in part if t.i > head[-1].i]
    definite = head[0].lower_ == "the" and head[-1].lower_ in nouns("spokes")
    return definite and behind[:1] in (["of"], ["for"]) and len(behind) > 1


def _of_several(part: "list[Token]", head: "list[Token]") -> bool:
    """Whether a post is said to be of several places: "the mayors of Bern and Basel", "of the three states"."""
    behind = [t for t in part if t.i > head[-1].i]
    after = [t.lower_ for t in behind]
    counted = any(t.like_num or t.lower_ == "both" for t in behind[1:3])
    return after[:1] == ["of"] and ("and" in after or counted)


def is_somebody_in_headline(tokens: "list[Token]") -> bool:
    """Whether a post without an article is one of many, and nothing but the headline tells of its holder."""
    tokens = [token for token in tokens if token.text != "-"]  # "ex-guard"
    head, doc = core(tokens), tokens[0].doc
    told = tokens[len(head) : len(head) + 2]
    told_of = bool(told) and (
        told[0].lower_ in ("who", "whose")
        or (told[0].text == "," and told[-1].like_num and told[-1].lower_ != "one")
    )
    bare = (len(head) == len(tokens) or told_of) and tokens[0].tag_ in ("NN", "NNP", "JJ", "AFX")
    if not bare or any(t.is_space for t in doc) or (len(head) > 1 and not head[-1].text.islower()):
        return False
    said = lowered(head)
    noun = noun_at(said)
    if noun is None or noun.plural:
        return False
    ends = {" ".join(said[-size:]) for size in range(1, noun.size + 1)}
    return not ends & (nouns("sole post") - nouns("tie") if told_of else nouns("sole post"))
