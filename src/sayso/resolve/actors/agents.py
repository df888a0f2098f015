"""Nominal agents: nouns such as "police" or "defence minister", with sectors and kind."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from sayso.lexicons.load import table
from sayso.resolve.actors.rows import AgentRow


class Agent(NamedTuple):
    """A noun or phrase that acts."""

    word: str
    sectors: tuple[str, ...]
    kind: str


@cache
def _by_last_word() -> dict[str, list[tuple[tuple[str, ...], Agent]]]:
    """Agents by their last word, longest phrases first."""
    found: dict[str, list[tuple[tuple[str, ...], Agent]]] = {}
    for row in table("agents.tsv", AgentRow):
        words = tuple(row.word.replace("-", " ").split())
        found.setdefault(words[-1], []).append((words, Agent(row.word, row.sectors, row.kind)))
    for phrases in found.values():
        phrases.sort(key=lambda pair: -len(pair[0]))
    return found


def agent_at(words: list[str]) -> tuple[Agent, int] | None:
    """The longest agent that ends the lower-cased `words`, and how many words it takes.

    The last word may be a plural. Hyphens must be split off or left out.
    """
    if not words:
        return None
    for phrase, agent in _ending_with(words[-1]):
        n = len(phrase)
        if n <= len(words) and (n == 1 or tuple(words[-n:-1]) == phrase[:-1]):
            return agent, n
    return None


@lru_cache(maxsize=1 << 14)
def _ending_with(word: str) -> tuple[tuple[tuple[str, ...], Agent], ...]:
    """The agents whose last word this is or may be the plural of."""
    return tuple(pair for last in singulars(word) for pair in _by_last_word().get(last, ()))


def agent_of_name(name: str) -> Agent | None:
    """The noun that says what a name names: its last words, or those before "of" or "for" ("Ministry of Mines")."""
    parts = [name, *re.split(r"\s(?:of|for|in|to|on|against)\s", name)[:1]]
    return next((found[0] for part in parts if (found := agent_at(words_of(part)))), None)


_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "people": "people",
    "children": "child",
    "media": "media",
    "police": "police",
    "troops": "troop",
}


def singulars(word: str) -> tuple[str, ...]:
    """The word and what it may be the plural of.

    >>> singulars("ministries"), singulars("policemen")
    (('ministries', 'ministry', 'ministrie'), ('policemen', 'policeman'))
    """
    if word in _IRREGULAR:
        return (word, _IRREGULAR[word])
    if word.endswith("men"):
        return (word, word[:-3] + "man")
    if word.endswith("ies"):
        return (word, word[:-3] + "y", word[:-1])
    if word.endswith(("sses", "ches", "shes", "xes", "oes")):
        return (word, word[:-2], word[:-1])
    if word.endswith("s") and not word.endswith("ss"):
        return (word, word[:-1])
    return (word,)


_SPLIT = re.compile(r"[\s\-–]+")


def words_of(text: str) -> list[str]:
    """The lower-cased words of a phrase, hyphens split off, possessives without their ending."""
    return [
        w.strip(".,()'’\"“”")
        for w in _SPLIT.split(text.lower().replace("’s", "").replace("'s", ""))
        if w.strip(".,()'’\"“”")
    ]


@cache
def sectors_of_role(role: str) -> tuple[str, ...]:
    """The sectors of an office, from its words: of "Minister of Defence", GOV and MIL.

    The head of the phrase decides ("Speaker of the House": LEG); what follows "of" or "for" adds MIL for defence
    and decides for spies ("Director of the CIA"). GOV where no word is known.
    """
    whole = agent_at(words_of(role.replace("&", "and")))
    if whole is not None and whole[1] > 1:
        return whole[0].sectors
    head, _, rest = (role + " of ").partition(" of ")
    head = head.split(" for ")[0]
    found = agent_at(words_of(head))
    low = role.lower()
    if any(word in low for word in ("cia", "intelligence", "spy")):
        return ("SPY",)
    sectors = found[0].sectors if found and found[0].sectors != ("UNK",) else ("GOV",)
    if sectors[0] == "GOV" and ("defence" in low or "defense" in low):
        return ("GOV", "MIL")
    if found and found[0].word in ("leader", "political leader", "commander", "head", "spokesman") and rest:
        return sectors
    return sectors
