"""From the name of a slot to the words that fill it, for verbs and for nouns of action."""

from typing import TYPE_CHECKING

from sayso.events import phrases, syntax, verbs
from sayso.events.lexicon import word_classes
from sayso.events.said_of import doers_as_said

if TYPE_CHECKING:
    from spacy.tokens import Token


_SAID_OF = frozenset({"attr", "oprd", "acomp", "npadvmod"})


def fill(trigger: "Token", slot: str) -> "list[Token]":
    """The head tokens that fill `slot` of `trigger`; none where the slot is empty."""
    if "." in slot:
        outer, inner = slot.split(".")
        return [word for head in fill(trigger, outer) for word in phrases.under(head, inner)]
    if trigger.dep_ == "aux":
        return _of_modal(trigger, slot)
    if trigger.pos_ in ("VERB", "AUX"):
        return _of_verb(trigger, slot)
    if trigger.pos_ == "ADJ" and trigger.dep_ in ("acomp", "oprd"):
        return _of_adjective(trigger, slot)
    return _of_noun(trigger, slot)


def _of_modal(modal: "Token", slot: str) -> "list[Token]":
    """A modal of duty ("X said Y must leave"): who says it, who must, and what."""
    verb = modal.head
    match slot:
        case "subj":
            return syntax.surface_subjects(verb)
        case "comp":
            return [verb, *(c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB")]
        case "speaker":
            return _speakers(verb)
        case _:
            return []


def _speakers(verb: "Token") -> "list[Token]":
    """Who says the clause of this verb, before or after it."""
    reporting = word_classes()["reporting_verb"]
    while verb.dep_ == "conj":
        verb = verb.head
    if verb.dep_ == "ccomp" and verb.head.lemma_ in reporting:
        return syntax.surface_subjects(verb.head)
    after = [c for c in verb.children if c.dep_ in ("parataxis", "ccomp") and c.lemma_ in reporting]
    return syntax.surface_subjects(after[0]) if after else []


def _of_adjective(adjective: "Token", slot: str) -> "list[Token]":
    """An adjective said of someone ("X is ready to talk")."""
    if slot == "subj":
        return syntax.surface_subjects(adjective.head)
    if slot == "comp":
        return complements_of_adjective(adjective)
    return phrases.under(adjective, slot)


def complements_of_adjective(adjective: "Token") -> "list[Token]":
    """What someone is ready or willing to do."""
    found = [c for c in adjective.children if c.dep_ in ("xcomp", "ccomp") and c.pos_ == "VERB"]
    return found + [
        c for p in adjective.children if p.dep_ == "prep" for c in p.children if c.dep_ == "pcomp"
    ]


def _of_verb(verb: "Token", slot: str) -> "list[Token]":
    match slot:
        case "subj":
            return syntax.subjects(verb)
        case "obj":
            return syntax.objects(verb)
        case "own":
            return [word for word in syntax.objects(verb) if word.i != verb.head.i]
        case "iobj":
            return syntax.receivers(verb)
        case "comp":
            return verbs.complements(verb)
        case "todo":
            aims = [c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VB"]
            return [c for c in (*verbs.complements(verb), *aims) if any(a.lower_ == "to" for a in c.lefts)]
        case "fact":
            return verbs.facts(verb)
        case "csubj":
            return _complement_subjects(verb)
        case "aux":
            return [c for c in verb.children if c.dep_ == "aux"]
        case "neg":
            return [c for c in verb.children if c.dep_ == "neg"]
        case "condition":
            return _conditional_subjects(verb)
        case "attr":
            return [c for c in verb.children if c.dep_ in _SAID_OF or (c.dep_ == "ccomp" and c.pos_ == "ADJ")]
        case "purpose":
            return _purpose(verb)
        case "mod":
            return _modifiers(verb)
        case _:
            return _after(verb, slot)


def _after(verb: "Token", preposition: str) -> "list[Token]":
    """What follows a preposition below the verb, or below its object ("imposed sanctions on X")."""
    found = phrases.under(verb, preposition)
    things = syntax.objects(verb) if not found else []
    for thing in (*things, *(part for whole in things for part in _parts(whole))):
        found = found or phrases.under(thing, preposition)
    return found


def _parts(thing: "Token") -> "list[Token]":
    """What the thing is made of, on which the parse may hang what follows: "a team of experts to X"."""
    return phrases.under(thing, "of")


def _clause_of(word: "Token") -> "Token":
    """The verb of the clause in which the word stands."""
    while word.pos_ not in ("VERB", "AUX") and word.head != word:
        word = word.head
    return word


def _complement_subjects(verb: "Token") -> "list[Token]":
    """The subject of the complement clause: "demanded that X leave", "urged X to leave", "pushed for X to leave"."""
    small = [c for c in verb.children if c.dep_ == "ccomp" and c.pos_ == "ADJ"]
    aims = [c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VB"]
    aims = [c for c in aims if any(m.lower_ == "for" and m.dep_ == "mark" for m in c.children)]
    for clause in (*verbs.complements(verb), *small, *aims):
        own = [c for c in clause.children if c.dep_ in verbs.SUBJECTS]
        if own:
            blamed = verb.lemma_ == "allege" and own[0].dep_ == "nsubjpass"  # who suffers is not accused
            return syntax.agents(clause) if blamed else phrases.conjuncts(own[0])
    return []


def _conditional_subjects(verb: "Token") -> "list[Token]":
    """Who has to act first, or has: the subject of "until X yields", "unless X yields", "after X yielded"."""
    clauses = [c for c in verb.children if c.dep_ == "advcl"]
    first = [c for c in clauses if any(m.lower_ in word_classes()["condition"] for m in c.children)]
    return [subject for clause in first for subject in syntax.surface_subjects(clause)]


def _purpose(verb: "Token") -> "list[Token]":
    """Nouns in the verb's clause of purpose ("to replenish X's stocks"), first to last."""
    bearers = [verb, *syntax.objects(verb)]
    for bearer in bearers:
        for clause in bearer.children:
            if (
                clause.tag_ == "VB"
                and clause.i > verb.i
                and clause.dep_ in ("advcl", "relcl", "xcomp", "acl")
            ):
                nouns = (t for t in clause.subtree if t.pos_ in ("PROPN", "NOUN", "PRON"))
                return [noun for noun in nouns if not _is_told_further(noun, clause)]
    return []


def _is_told_further(noun: "Token", clause: "Token") -> bool:
    """Whether the noun stands in a clause of its own below this one: "to restore order after rebels had come"."""
    for word in noun.ancestors:
        if word == clause:
            break
        if word.dep_ in ("relcl", "advcl", "ccomp"):
            return True
    return False


def _of_noun(noun: "Token", slot: str) -> "list[Token]":
    match slot:
        case "poss":
            return [t for c in noun.children if c.dep_ == "poss" for t in phrases.conjuncts(c)]
        case "mod":
            return _modifiers(noun)
        case "light":
            return _light_subjects(noun)
        case "borne":
            verb = light_verb(noun)
            return syntax.surface_subjects(verb) if verb is not None and _is_borne(verb) else []
        case "speaker":
            return _speakers(_clause_of(noun))
        case "clause":
            return _clause_subjects(noun)
        case "csubj":
            clauses = [c for c in noun.children if c.dep_ in ("acl", "relcl", "ccomp")]
            own = [c for v in clauses for c in v.children if c.dep_ in verbs.SUBJECTS]
            return [t for c in own if c.lower_ not in syntax.RELATIVE for t in phrases.conjuncts(c)]
        case "obj" | "subj" | "comp" | "prt":
            return []
        case _:
            return _near(noun, slot)


def _modifiers(word: "Token") -> "list[Token]":
    """Names and adjectives before a word; of "US-led" the leader."""
    found = [c for c in word.lefts if c.dep_ in ("amod", "compound", "nmod", "npadvmod")]
    found += [t for c in found if c.lower_ == "led" for t in c.lefts if t.ent_type_]
    return [t for c in found for t in phrases.conjuncts(c)]


def _near(noun: "Token", preposition: str) -> "list[Token]":
    """What follows a preposition below the noun, or beside it below its light verb."""
    if preposition == "on" and phrases.is_laid_on(noun):
        return []
    found = phrases.under(noun, preposition)
    verb = light_verb(noun)
    if not found and verb is not None:
        found = phrases.under(verb, preposition)
    if not found and noun.dep_ == "conj":
        found = phrases.under(noun.head, preposition)
    if not found and verb is not None and preposition in ("on", "against") and _is_borne(verb):
        found = syntax.subjects(verb)
    if not found:
        for other in noun.children:
            if other.dep_ == "conj" and other.pos_ == "NOUN":
                return phrases.under(other, preposition)
    return found


def light_verb(noun: "Token") -> "Token | None":
    """The verb that carries the noun's action without adding to it: "launch" in "launch an attack"."""
    light = word_classes()["light_verb"]
    while noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        noun = noun.head
    if noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ in light:
        return noun.head
    if noun.dep_ == "pobj" and noun.head.lower_ in ("in", "on", "into", "with", "to", "out"):
        verb = noun.head.head
        if verb.dep_ == "prep":
            verb = verb.head
        if verb.lemma_ in word_classes()["engage_verb"]:
            return verb
    return None


def _is_borne(verb: "Token") -> bool:
    """Whether what the light verb carries is done to its subject: "faces attacks"."""
    return verb.lemma_ in word_classes()["borne_verb"]


def _light_subjects(noun: "Token") -> "list[Token]":
    said_of = doers_as_said(noun)
    if said_of:
        return said_of
    verb = light_verb(noun)
    if verb is None:
        if (
            noun.dep_ == "dobj"
            and noun.head.dep_ == "acl"
            and noun.head.lemma_ in word_classes()["light_verb"]
        ):
            return syntax.subjects(noun.head)
        return []
    return [] if _is_borne(verb) else syntax.subjects(verb)


def _clause_subjects(noun: "Token") -> "list[Token]":
    """The subject of the clause in which the noun says when or where: "agreed during talks with X"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in word_classes()["occasion"]:
        return []
    verb = noun.head.head
    for clause in verb.children:
        if clause.dep_ == "ccomp" and clause.i < noun.head.i < verb.i:
            return syntax.surface_subjects(clause)
    if verb.pos_ in ("VERB", "AUX"):
        return syntax.surface_subjects(verb)
    return []
