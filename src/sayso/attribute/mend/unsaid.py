"""What was found but is no statement: suppositions, deeds, labels, what nobody says, what announces a transcript."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.attribute.dress.stance import stance
from sayso.attribute.found import Found, meet
from sayso.attribute.mend.mending import cue_verb
from sayso.attribute.propose import resuming, silent, transcripts
from sayso.attribute.reading import WHEN, Reading, children
from sayso.attribute.words.cues import cues
from sayso.attribute.words.objects import is_taken
from sayso.attribute.words.speakers import can_speak, is_thing
from sayso.records.vocabulary import Stance

_TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
_VERDICTS = frozenset({"guilty", "liable"})
_LET_US = ("'s", "’s", "us")


def is_unsaid(reading: Reading, each: Found, found: Iterable[Found]) -> bool:
    """Whether what was found is no statement: nobody says, writes or thinks anything by these words."""
    alone = (
        _is_label,
        _is_supposed,
        _is_by_nobody,
        _is_deed,
        _is_undertaking,
        _is_count,
        _is_forborne,
        _is_only_when,
        _is_trait,
        _is_adjective,
        _is_asked,
        _is_questioning,
        _is_seen,
        _is_of_state,
        _is_condition,
        _is_verdict,
        _is_ground,
    )
    return bool(reading.within(each.cue)) and (
        any(test(reading, each) for test in alone)
        or _announces(reading, each, found)
        or _is_taken_up(each, found)
        or _is_venue(reading, each, found)
    )


def _is_label(reading: Reading, each: Found) -> bool:
    """Whether a colon stands behind the kind of article: "Breaking news: ten killed"."""
    cue, source = reading.within(each.cue), reading.within(each.source)
    return bool(source) and cue[0].text == ":" and source[0].lower_ in cues("topic")


def _is_of_state(reading: Reading, each: Found) -> bool:
    """Whether "state" stands before a thing of a state's: "governor signs state | water law"."""
    cue, content = reading.within(each.cue), reading.within(each.content)
    bare = len(cue) == 1 and cue[0].lower_ == "state" and bool(content) and content[0].i == cue[0].i + 1
    return bare and not any(t.tag_ in _TENSED or t.is_quote or t.lower_ == "that" for t in content)


def _is_verdict(reading: Reading, each: Found) -> bool:
    """Whether a court or jury only decides: "found him guilty of theft"."""
    verb, content = cue_verb(reading, each), [t.lower_ for t in reading.within(each.content)]
    words = {*content[:5], *(t.lower_ for t in reading.within(each.cue))}
    return verb is not None and verb.lemma_ in ("find", "declare") and bool(_VERDICTS & words)


def _is_ground(reading: Reading, each: Found) -> bool:
    """Whether a noun only says what one is held for: "was arrested on suspicion of murder"."""
    cue = reading.within(each.cue)
    on = cue[0].nbor(-1) if cue[0].i else cue[0]
    held = on.head.lemma_.lower() in cues("holding")
    if on.lower_ in ("for", "of") and cue[0].dep_ == "pcomp":
        return held  # "was fined for insulting the judges"
    return on.lower_ == "on" and held and not any(t.pos_ in ("VERB", "AUX") for t in cue)


def _is_condition(reading: Reading, each: Found) -> bool:
    """Whether the cue is what something else hangs on: "If they could not agree, | a judge would open the letter"."""
    verb, content = cue_verb(reading, each), reading.within(each.content)
    marked = (
        verb is not None and verb.dep_ == "advcl" and any(t.lower_ == "if" for t in children(verb, "mark"))
    )
    return verb is not None and marked and bool(content) and verb.head in content and content[0].i > verb.i


def _is_supposed(reading: Reading, each: Found) -> bool:
    """Whether the cue belongs to a supposition: "let's say you win"."""
    first = reading.within(each.cue)[0]
    opens = first.i if first.lower_ == "let" else first.i - 2
    said = [token.lower_ for token in reading.doc[max(opens, 0) : max(opens, 0) + 2]]
    return said[:1] == ["let"] and said[-1] in _LET_US


def _announces(reading: Reading, each: Found, found: Iterable[Found]) -> bool:
    """Whether the words introduce the lines of a transcript: "as follows:"."""
    lines = (other for other in found if other.rule == transcripts.RULE)
    opens = each.score is not None and reading.within(each.cue)[-1].text == ":"
    return opens and any(meet(each.content, line.source) for line in lines)


def _is_taken_up(each: Found, found: Iterable[Found]) -> bool:
    """Whether the cue is the noun that another's words take up: "a finding | the ministry rejected as one-sided"."""
    return any(
        other is not each
        and other.rule in (resuming.RULE, silent.UNANSWERED)
        and meet(each.cue, other.content)
        for other in found
    )


def _is_venue(reading: Reading, each: Found, found: Iterable[Found]) -> bool:
    """Whether the cue is where another's words were said: "said in a | statement | that"."""
    cue = reading.within(each.cue)
    noun = cue[-1]
    if each.source or len(cue) > 2 or noun.dep_ != "pobj" or noun.head.lower_ != "in":
        return False
    return any(
        o is not each and o.content == each.content and noun.head.head in reading.within(o.cue) for o in found
    )


def _is_by_nobody(reading: Reading, each: Found) -> bool:
    """Whether no one is said to have spoken: "no group has claimed it"; "no official confirmed it" tells of doubt."""
    cue, content, source = (reading.within(spans) for spans in (each.cue, each.content, each.source))
    if len(source) == 1 and source[0].lower_ == "nobody":
        return stance(cue, content, source) in (Stance.ASSERTS, Stance.ASKS)  # "nobody told us to leave"
    return len(source) > 1 and source[0].lower_ == "no" and stance(cue, content, source) is Stance.ASSERTS


def _is_deed(reading: Reading, each: Found) -> bool:
    """Whether the words tell a deed: "the storm threatens the harvest", "the war claimed ten lives"."""
    verb, source = cue_verb(reading, each), reading.within(each.source)
    done = next(iter(children(verb, "dobj")), None) if verb is not None else None
    if verb is None or done is None or not source:
        return False
    if is_taken(verb, done):
        return True
    head = next((t for t in source if t.head not in source), source[-1])
    return is_thing(head) and verb.lemma_.lower() in cues("endangering")


def _is_undertaking(reading: Reading, each: Found) -> bool:
    """Whether a noun alone tells what one does: "the mayor's decision to resign"."""
    cue, content = reading.within(each.cue), [token.lower_ for token in reading.within(each.content)[:2]]
    noun = cue[-1].pos_ == "NOUN" and cue[-1].lemma_.lower() in cues("undertaking")
    alone = noun and not any(token.pos_ in ("VERB", "AUX") for token in cue)
    return alone and (content[:1] == ["to"] or content == ["not", "to"])


def _is_count(reading: Reading, each: Found) -> bool:
    """Whether a number counts those whom a participle describes: "1,400 pledged delegates"."""
    source, content, cue = (reading.within(spans) for spans in (each.source, each.content, each.cue))
    counts = len(source) == len(content) == len(cue) == 1 and source[0].text[0].isdigit()
    near = counts and source[0].i + 1 == cue[0].i == content[0].i - 1
    return near and content[0].tag_ == "NNS" and can_speak(content[0])


def _is_forborne(reading: Reading, each: Found) -> bool:
    """Whether the words are what one stops doing or should: "please refrain from speculating that"."""
    verb = cue_verb(reading, each)
    if verb is None or verb.tag_ != "VBG" or verb.dep_ not in ("xcomp", "pcomp"):
        return False
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    linked = verb.dep_ == "xcomp" or verb.head.lower_ == "from"
    outside = not each.source or above not in reading.within(each.cue)
    return linked and outside and above.lemma_.lower() in cues("forbearing")


def _is_only_when(reading: Reading, each: Found) -> bool:
    """Whether the content tells no more than when: "the plan, first announced seven days earlier"."""
    verb, content = cue_verb(reading, each), reading.within(each.content)
    if verb is None or not all(token.ent_type_ in WHEN for token in content):
        return False
    head = next((token for token in content if token.head not in content), None)
    return head is not None and head.head == verb and head.dep_ in ("npadvmod", "advmod")


def _is_trait(reading: Reading, each: Found) -> bool:
    """Whether the words tell what one is known for."""
    cue = [token.lemma_.lower() for token in reading.within(each.cue)]
    return not each.source and "know" in cue and cue[-1] == "for"


def _is_adjective(reading: Reading, each: Found) -> bool:
    """Whether a participle only describes a thing of which no more is told: "an alleged murder weapon"."""
    cue = reading.within(each.cue)
    if each.source or len(cue) != 1 or cue[0].dep_ != "amod" or cue[0].head.i < cue[0].i:
        return False
    return cue[0].lower_.endswith("ed") or cue[0].tag_ == "VBN"


def _is_seen(reading: Reading, each: Found) -> bool:
    """Whether a medium has only seen what speaks: "the bill, seen by the Herald"; not "seen by critics as"."""
    verb, cue = cue_verb(reading, each), reading.within(each.cue)
    seen = verb is not None and verb.tag_ == "VBN" and verb.lemma_.lower() in cues("seeing")
    as_what = any(t.lower_ == "as" and t.i > cue[-1].i for t in reading.within(each.content))
    return seen and cue[-1].lower_ == "by" and not as_what


def _is_questioning(reading: Reading, each: Found) -> bool:
    """Whether people are questioned, not what is said: "police were questioning a man, 34"."""
    verb = cue_verb(reading, each)
    if verb is None or verb.lemma_.lower() != "question":
        return False
    whom = next((t for t in children(verb, "dobj") if t.i > verb.i), None)
    return whom is not None and whom.pos_ in ("NOUN", "PROPN") and can_speak(whom) and not is_thing(whom)


def _is_asked(reading: Reading, each: Found) -> bool:
    """Whether a hearer is only asked what he says: "How would you describe the town?"."""
    source, verb = reading.within(each.source), cue_verb(reading, each)
    if verb is None or len(source) != 1 or source[0].lower_ != "you" or source[0].i == source[0].sent.start:
        return False
    before = source[0].nbor(-1)
    return (
        before.pos_ == "AUX"
        and before.head in (verb, *verb.ancestors)
        and source[0].sent.text.rstrip()[-1] == "?"
    )
