"""How a source stands to its content: from the cue's words, its negation, and what follows it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.attribute.dress.shown import is_own_promise, is_own_threat, named_as
from sayso.attribute.dress.silence import NEGATIONS, is_nothing_said, is_refusal
from sayso.attribute.propose.idioms import Met, named
from sayso.attribute.words.cues import Cue, cues, venue_words
from sayso.records.vocabulary import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_NO_ONE = frozenset({"neither", "no", "nobody", "none", "nor"})
_PARTS = ("verb", "passive", "noun", "adj", "adverb", "phrase")
_CLAUSE_WORDS = frozenset({"that", "whether", "if", "how", "why", "what"})
_SHORT = 14
"""Tokens of the longest wish not to be named."""
_GOES_ON = frozenset({"not", "to", "innocent"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


_JUDGEMENTS = (Stance.ACCUSES, Stance.PRAISES, Stance.DENIES)

LIKELY, SURE = 0.5, 0.9
"""From these chances on the encoder's stance counts: where the lexicon does not know the cue, where it asserts."""


def stance(
    cue: Sequence[Token],
    content: Sequence[Token],
    source: Sequence[Token],
    learnt: tuple[Stance, float] | None = None,
) -> Stance:
    """The stance that the lexicon gives the cue; `asserts` for cues that it does not know.

    In place of either `asserts` the encoder's stance stands (`learnt`, with its chance), if that is likely enough.
    """
    known = listed(cue, content, source)
    if known not in (None, Stance.ASSERTS):
        return known
    if any(_lemma(token) in cues("plain") for token in cue):
        return Stance.ASSERTS
    if known is not None and _concedes(cue):
        return known  # "does not dispute"
    if not any(token.is_alpha for token in cue):
        return Stance.ASKS if content and _is_question(content) else Stance.ASSERTS
    names = any(_lemma(token) in cues("naming") for token in cue)
    judged = names and learnt is not None and learnt[0] in _JUDGEMENTS
    least = LIKELY if known is None or judged else SURE
    return learnt[0] if learnt is not None and learnt[1] >= least else Stance.ASSERTS


def _concedes(cue: Sequence[Token]) -> bool:
    """Whether a denial is itself negated: "does not dispute"."""
    rows = (row for token in cue for row in cues("verb").get(token.lemma_.lower(), ()))
    return any(token.lower_ in NEGATIONS for token in cue) and any(r.negated == Stance.ASSERTS for r in rows)


def _is_question(content: Sequence[Token]) -> bool:
    """Whether the last words end with a question mark."""
    return next((t.text for t in reversed(content) if not t.is_quote and not t.is_space), "") == "?"


def listed(cue: Sequence[Token], content: Sequence[Token], source: Sequence[Token]) -> Stance | None:
    """The stance that the lexicon gives the cue; None for cues that it does not know.

    A source such as "Neither A nor B" negates the cue. Reluctance before a verb of speaking ("declined to
    comment") and the negation of such a verb ("would not say whether") leave the content unconfirmed.
    """
    if cue and cue[0].lower_ == "if":  # "if A is to be believed"
        return Stance.ASSERTS
    if cue and cue[-1].lower_ in cues("unheard"):  # "calls went unanswered"
        return Stance.UNCONFIRMED
    words = [token.lower_ for token in content if not token.is_punct and not token.is_quote]
    if is_nothing_said(cue, content) or words == ["no", "comment"]:  # "gave no | answer"
        return Stance.UNCONFIRMED
    if (given := _by_idiom(cue, content)) is not None:
        return given
    lemmas = [_lemma(token) for token in cue]
    if _is_for_no_name(lemmas, content):
        return Stance.ASKS  # "declined | to be named", "did not want | his name published"
    negated = any(token.lower_ in NEGATIONS for token in cue) or _by_no_one(cue, source)
    negated = negated or _has_yet_to(cue)
    if is_refusal(cue, content, negated) or _is_doubtful(cue):
        return Stance.UNCONFIRMED
    said = " ".join(token.lower_ for token in cue)
    for phrase in cues("phrase").get(said.split()[0] if said else "", ()):
        if phrase.cue == said:
            return phrase.stance
    if lemmas[-1:] and lemmas[-1] in ("know", "learn", "hear") and {"want", "ask", "demand"} & set(lemmas):
        return Stance.ASKS  # "wanted to know"
    shown = None if negated else _shown(cue, lemmas, content, source)
    if shown is not None:
        return shown
    row = _row(cue, lemmas, _frame(cue, content))
    if row is None and not negated and _unwilling(lemmas):
        return Stance.DENIES  # "refused to release the animals"
    if row is None or (row.cue == "hold" and any(t.lemma_.lower() in cues("bench") for t in source)):
        return None if row is None else Stance.ASSERTS  # "the court held that"
    if row.negated == Stance.UNCONFIRMED and _unwilling(lemmas):
        return Stance.UNCONFIRMED  # "refused to rule out"
    return row.negated or row.stance if negated else row.stance


def _is_for_no_name(lemmas: Sequence[str], content: Sequence[Token]) -> bool:
    """Whether somebody would not be named, which is a request."""
    unwilling = bool(cues("nameless wish").keys() & set(lemmas))
    if not unwilling or not content or len(content) > _SHORT:
        return False
    said = {token.lower_ for token in content}
    named = bool(said & cues("naming one").keys()) and content[0].lower_ == "to" and "be" in said
    return named or ("name" in said and bool(said & {"published", "used", "printed", "given"}))


def _lemma(token: Token) -> str:
    """The token's lemma; that of a verb in the present where the parse takes a headline's verb for something else."""
    lemma, word = token.lemma_.lower(), token.lower_
    if token.pos_ == "VERB" or lemma != word or lemma in cues("noun") or not word.endswith("s"):
        return lemma
    return next((s for s in (word[:-1], word[:-2], word[:-3] + "y") if s in cues("verb")), lemma)


def _by_idiom(cue: Sequence[Token], content: Sequence[Token]) -> Stance | None:
    """The stance of the idiom that the cue is, or begins."""
    idiom = named(cue)
    if idiom is None or not _is_of_kind(idiom, content):
        idiom = _gone_on(cue, content)
    if idiom is None:
        return None
    given = idiom.row.negated or idiom.row.stance if idiom.negated else idiom.row.stance
    if idiom.row.negated == Stance.UNCONFIRMED and _unwilling([_lemma(token) for token in cue]):
        return Stance.UNCONFIRMED  # "refused to rule out"
    if idiom.row.idiom.startswith("hit back") and _is_claim(content):
        return Stance.DENIES  # "hit back at suggestions that"
    return Stance.BELIEVES if given == Stance.ASSERTS and _is_own_belief(content) else given


def _is_claim(content: Sequence[Token]) -> bool:
    """Whether a content is first of all what others said: "suggestions that it had slept"."""
    noun = next((token for token in content if token.pos_ == "NOUN" and token.dep_ != "compound"), None)
    return noun is not None and noun.lemma_.lower() in cues("claim")


def _is_of_kind(idiom: Met, content: Sequence[Token]) -> bool:
    """Whether the content is of the kind that an idiom of one word asks for ("dodged a question")."""
    kinds = [frame.split("=")[1].split("/") for frame in idiom.row.frames if "=" in frame]
    if " " in idiom.row.idiom or not kinds:
        return True
    return any(token.lemma_.lower() in kind for kind in kinds for token in content)


def _gone_on(cue: Sequence[Token], content: Sequence[Token]) -> Met | None:
    """The denial that begins as the cue and ends in the content: "pleaded | not guilty", "begged | to differ"."""
    if not cue or not content or content[0].lower_ not in _GOES_ON:
        return None
    whole = named((*cue, *content[:4]))
    if whole is None or whole.row.stance != Stance.DENIES:
        return None
    return whole if whole.path.tokens[0] in cue and whole.path.tokens[-1] in content else None


def _unwilling(lemmas: Sequence[str]) -> bool:
    """Whether a cue says that its source would not do something."""
    return any(lemma in cues("reluctant") and lemma != "fail" for lemma in lemmas)


def _is_own_belief(content: Sequence[Token]) -> bool:
    """Whether a content is what the speaker owns to believe: "(made no secret of) his belief that"."""
    noun = next((token for token in content[:4] if token.pos_ == "NOUN"), None)
    own = noun is not None and content[0].tag_ == "PRP$" and content[0].head == noun
    rows = cues("noun").get(noun.lemma_.lower(), ()) if noun is not None and own else ()
    return any(row.stance == Stance.BELIEVES for row in rows)


def _shown(
    cue: Sequence[Token], lemmas: Sequence[str], content: Sequence[Token], source: Sequence[Token]
) -> Stance | None:
    """The stance that the content gives to a warning, an assurance, a view, a name."""
    if "warn" in lemmas and is_own_threat(content, source):
        return Stance.THREATENS
    if "warn" in lemmas and any(_warns_off(token) for token in (*cue, *content)):
        return Stance.ASKS  # "warned fans against travelling"
    if "assure" in lemmas and is_own_promise(content):
        return Stance.PROMISES
    if "swear" in lemmas and _is_past(content):
        return Stance.ASSERTS  # "swore he had not touched the ball"
    if lemmas[-1:] == ["suggest"] and _is_for_others(content):
        return Stance.ASKS  # "suggested that families leave"
    if lemmas[-1:] and lemmas[-1] in cues("bidding") and any(token.tag_ == "TO" for token in content):
        return Stance.ASKS  # "were encouraged to leave"
    if lemmas[-1:] == ["tell"] and content and content[0].lower_ in ("of", "about"):
        return Stance.ASSERTS  # "were told of the threat"
    if "offer" in lemmas and any(token.lemma_.lower() in cues("consoling") for token in (*cue, *content[:4])):
        return Stance.ASSERTS  # "offered his condolences"
    if lemmas == ["see"] and cue[0].tag_ in ("VBZ", "VBP") and any(token.tag_ == "VBG" for token in content):
        return Stance.BELIEVES  # "sees prices falling"
    return named_as(cue, content) if content else None


def _warns_off(against: Token) -> bool:
    """Whether a word is the "against" of "warned fans against travelling", wherever the parse hangs it."""
    above = against.head.head if against.head.dep_ == "dobj" else against.head
    return against.lower_ == "against" and above.lemma_ == "warn"


def _is_for_others(content: Sequence[Token]) -> bool:
    """Whether a content says what others should do, its verb being bare: "that she rest"."""
    said = next((t for t in content if t.dep_ == "ccomp" and t.head not in content), None)
    if said is None or said.tag_ not in ("VB", "VBP") or any("aux" in t.dep_ for t in said.children):
        return False
    subject = next((t for t in said.children if t.dep_ == "nsubj"), None)
    one = subject is not None and (subject.tag_ == "NNP" or subject.lower_ in ("he", "she", "it"))
    return one or (subject is not None and said.head.tag_ in ("VBD", "VBN"))


def _is_past(content: Sequence[Token]) -> bool:
    """Whether a content tells what was or is, not what one will do."""
    tensed = any(token.tag_ in ("VBD", "VBZ", "VBP") for token in content)
    return tensed and not any(token.tag_ == "MD" or token.tag_ == "TO" for token in content)


def _is_doubtful(cue: Sequence[Token]) -> bool:
    """ "unconfirmed reports": the words say that nothing bears them out."""
    nouns = (token for token in cue if token.pos_ == "NOUN")
    return any(t.lower_ in cues("doubtful") for noun in nouns for t in noun.lefts)


def _has_yet_to(cue: Sequence[Token]) -> bool:
    """ "has yet to confirm": it did not."""
    return any(one.lower_ == "yet" and two.lower_ == "to" for one, two in pairwise(cue))


def _by_no_one(cue: Sequence[Token], source: Sequence[Token]) -> bool:
    """Whether the source negates this cue: "Neither A nor B confirmed X, and denied Y" negates only the first."""
    if not source or source[0].lower_ not in _NO_ONE:
        return False
    return any(source[0].i <= child.i <= source[-1].i for token in cue for child in token.children)


def _row(cue: Sequence[Token], lemmas: list[str], frames: tuple[str, ...]) -> Cue | None:
    """The lexicon's row for the cue's last known word, the one whose frames fit the content if there is one."""
    last: tuple[Cue, ...] = ()
    for token, lemma in zip(reversed(cue), reversed(lemmas), strict=True):
        if token.dep_ == "pcomp" and any(token.head.head == other for other in cue if other.pos_ == "VERB"):
            continue  # "threatened in writing to leave": the way it was said
        if token.lemma_.lower() in venue_words() and _is_way(token, cue):
            continue  # "pledged in a statement"
        if token.dep_ == "dobj" and token.head in cue and _says_by_itself(token.head):
            continue  # "rejected claims | that"
        for part in _parts(token):
            rows = cues(part).get(lemma, ()) or cues(part).get(token.lower_, ())
            rows = tuple(row for row in rows if _is_whole(row, lemmas))
            last = last or rows
            for frame in frames:
                for row in rows:
                    if frame in row.frames:
                        return row
            if rows:
                return rows[0]
    return last[0] if last else None


def _is_whole(row: Cue, lemmas: Sequence[str]) -> bool:
    """Whether a row of several words is there: its second one, or all of a phrase ("to the mind of")."""
    return all(
        word in lemmas for word in (row.cue.split()[1:] if row.part == "phrase" else row.cue.split()[1:2])
    )


def _says_by_itself(verb: Token) -> bool:
    """Whether the verb, and not its object, shows the stance: "rejected claims", not "repeated claims"."""
    return verb.lemma_.lower() in cues("verb") and verb.lemma_.lower() not in cues("light")


def _is_way(noun: Token, cue: Sequence[Token]) -> bool:
    """Whether the noun only says where a verb of the cue was said."""
    above = noun.head
    said = above.dep_ == "prep" and above.lower_ in ("in", "on", "via", "through", "at") and above.head in cue
    return (
        said and above.head.lemma_.lower() in cues("verb") and above.head.lemma_.lower() not in cues("light")
    )


def _parts(token: Token) -> tuple[str, ...]:
    if token.pos_ in ("NOUN", "PROPN"):
        return ("noun", "verb", "adj")
    if token.pos_ == "ADJ":
        return ("adj", "verb", "noun")
    if any(child.dep_ == "auxpass" for child in token.children):
        return ("adj", "verb", "passive") if token.lower_ in cues("adj") else ("verb", "passive")
    return _PARTS


def _is_passive(cue: Sequence[Token]) -> bool:
    return any(token.dep_ == "auxpass" for token in cue)


def _frame(cue: Sequence[Token], content: Sequence[Token]) -> tuple[str, ...]:
    """The frames that the content may fill, the likeliest first."""
    words = [token for token in content if not token.is_punct and not token.is_space]
    last = cue[-1].lower_ if cue else ""
    if not words:
        return ("quote",)
    after = [token for token in words if cue and token.i > cue[-1].i]
    passive = _is_passive(cue) or (
        bool(after) and len(after) < len(words) and cue[-1].tag_ in ("VBN", "VBD") and len(cue) == 1
    )
    if after and passive and any(token.tag_ == "TO" for token in after[:2]):
        return ("infinitive", "to", "object+")  # "(the convoy) had been warned not to stop"
    behind = bool(cue) and content[0].i > cue[-1].i
    if not behind or words[0].i > content[0].i:
        return ("clause", "quote")
    to_at = next(
        (k for k, token in enumerate(words[:12]) if token.lower_ == "to" and token.tag_ == "TO"), None
    )
    if words[0].lower_ == "to":
        return ("infinitive", "to", "object+")
    if len(cue) > 1 and cue[-1].pos_ in ("ADP", "PART", "SCONJ"):
        return (last, last + "+", "object+")
    if words[0].lower_ in _CLAUSE_WORDS:
        return ("clause",)
    if words[0].lower_ in ("about", "against") and not (len(words) > 1 and words[1].like_num):
        return (words[0].lower_, "clause", "quote")
    finite = next((k for k, token in enumerate(words) if token.tag_ in _FINITE), None)
    if behind and to_at is not None and (finite is None or to_at < finite):
        return ("object+", "infinitive", "object")
    if finite is not None:
        return ("clause", "quote")
    return ("object+", "object", "quote")
