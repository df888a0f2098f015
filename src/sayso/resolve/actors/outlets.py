"""Outlets that no table knows: named after a noun ("the news agency Lyra"), or the report's own publisher."""

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING

from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.agents import agent_at
from sayso.resolve.actors.found import Form, Found

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LONGEST = 4


def find_outlets(doc: "Doc", taken: Set[int], publisher: str | None) -> Iterator[Found]:
    """The mentions of outlets outside the tokens `taken`: every place of a name that is once shown to be one."""
    names = dict.fromkeys(_named_by_nouns(doc, taken))
    if publisher:
        said = publisher.split()
        names[tuple(said[1:] if said[0].lower() == "the" and len(said) > 1 else said)] = None
    starts: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(names, key=len, reverse=True):
        starts.setdefault(name[0], []).append(name)
    done = -1
    for token in doc if starts else ():
        for name in starts.get(token.text, ()):
            last = token.i + len(name)
            same = tuple(t.text for t in doc[token.i : last]) == name and token.i > done
            same = same and not (len(name) == 1 and _goes_on(doc, last))
            if same and taken.isdisjoint(range(token.i, last)):
                done = last - 1
                yield Found(token.i, last, doc[token.i : last].root.i, Form.NAME, ActorKind.MEDIA)
                break


def _goes_on(doc: "Doc", last: int) -> bool:
    """Whether a name of one word is the first of a longer one: "the Daily | Herald"."""
    return last < len(doc) and doc[last].pos_ == "PROPN" and doc[last].is_title


def _named_by_nouns(doc: "Doc", taken: Set[int]) -> Iterator[tuple[str, ...]]:
    """Names in capitals right after a noun for an outlet."""
    for token in doc[1:]:
        if token.pos_ != "PROPN" or token.i in taken:
            continue
        noun = token.nbor(-1)
        if not noun.text.islower() or noun.pos_ != "NOUN":
            continue
        agent = agent_at([t.lower_ for t in doc[max(0, noun.i - 2) : noun.i + 1]])
        if agent is None or agent[0].kind != "media" or token.ent_type_ in ("DATE", "TIME"):
            continue
        last = token.i + 1
        while (
            last < len(doc) and last - token.i < _LONGEST and doc[last].pos_ == "PROPN" and last not in taken
        ):
            last += 1
        yield tuple(t.text for t in doc[token.i : last])
