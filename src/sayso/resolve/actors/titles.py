"""What stands around a name: "Danish defence minister Ida Holm", "Lee, the finance minister"."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sayso.resolve.actors.agents import Agent, agent_at
from sayso.resolve.actors.found import Coding, Found
from sayso.resolve.actors.offices import sectors_of
from sayso.resolve.actors.tables import states
from sayso.resolve.actors.words import words
from sayso.resolve.places.candidates import candidates

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST = 12
_TO = frozenset({"of", "for", "to"})
_ARTICLES = frozenset({"the", "a", "an"})
_TITLE_POS = frozenset({"NOUN", "PROPN", "ADJ"})
WEAK = frozenset({"GOV", "UNK"})
_ELITE = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "PTY", "OPP", "ELI", "IGO"})
BELONGING = frozenset({"person", "anonymous", "group", "collective", "force", "office"})


class Around:
    """The mentions of a report by token, to read the words around a name or noun."""

    def __init__(self, doc: "Doc", names: list[Found], day: str | None, countries: Mapping[int, str]) -> None:
        self.doc = doc
        self.day = day
        self.countries = countries
        self.at: dict[int, Found] = {i: name for name in names for i in range(name.first, name.last)}

    def before(self, first: int) -> tuple[int, Coding] | None:
        """Where the title before token `first` begins, and what it says; None where there is none."""
        start = self._start_of_title(first)
        if start is None:
            return self._nationality(first)
        return start, self.coding(start, first)

    def _nationality(self, first: int) -> tuple[int, Coding] | None:
        """A state's adjective before a noun and the name: "French inventor Ana Roux"."""
        start = first
        while start > 0 and first - start < 5 and self.doc[start - 1].pos_ in _TITLE_POS:
            start -= 1
            name = self.at.get(start)
            if name is not None and name.form == "adjective" and name.entity is not None:
                return name.first, Coding(name.entity.place, (), None, self.doc[name.first : first].text)
        return None

    def coding(self, first: int, last: int) -> Coding:
        """What the tokens first..last say: country, sectors and role."""
        agent = self.agent(first, last)
        country, sectors = self._owner(first, last)
        said = self.doc[first:last].text
        lower = {token.lower_ for token in self.doc[first:last]}
        former = bool(lower & words("former"))
        if agent is None:
            return Coding(country, sectors, None, said, former)
        if former:
            over = agent.sectors[0] in _ELITE or sectors[:1] != ()
            return Coding(country, ("ELI",) if over else agent.sectors, None, said, over)
        sectors = sectors or self._body_before(first, last, agent)
        if (
            sectors
            and agent.kind in BELONGING
            and (agent.sectors[0] in WEAK or agent.word in words("unnamed"))
        ):
            return Coding(country, sectors, self._role(first, last), said)
        return Coding(country, agent.sectors, self._role(first, last), said)

    def _body_before(self, first: int, last: int, agent: Agent) -> tuple[str, ...]:
        """The sectors of a body named by its noun before an official's: "intelligence agency officer"."""
        if agent.kind not in BELONGING or len(agent.word.split()) > 1:
            return ()
        said = self._words(first, last)
        at = next(
            (n for n in range(len(said) - 1, 0, -1) if agent_at(said[: n + 1]) and agent_at([said[n]])), 0
        )
        body = agent_at(said[:at]) if at else None
        return body[0].sectors if body is not None and body[0].kind in ("organisation", "force") else ()

    def _start_of_title(self, first: int) -> int | None:
        """Walk left over title words; the title must hold an agent noun next to the name or before "of"."""
        doc, at, start = self.doc, first - 1, None
        if first == 0 or doc[first - 1].lower_ in words("join"):
            return None
        stop = max(0, first - _LONGEST, doc[first].sent.start)
        while at >= stop:
            token = doc[at]
            if start is not None and token.lower_ in _TO and self._another(at, start, first):
                break
            if token.pos_ == "ADJ" and doc[at + 1].lower_ == "to":
                break  # "forces loyal to General Lee"
            if token.lower_ in words("join") or (
                token.pos_ in _TITLE_POS
                and (token.ent_type_ not in ("PERSON", "DATE", "TIME") or token.lower_ in words("title"))
            ):
                if token.pos_ in _TITLE_POS and (
                    agent_at(self._words(max(stop, at - 1), at + 1))
                    or token.lower_.rstrip(".") in words("title")
                ):
                    start = at
                at -= 1
                continue
            break
        if start is None or (first - start > 1 and not self._near(start, first)):
            return None
        return self._with_modifiers(start, stop)

    def _another(self, at: int, start: int, first: int) -> bool:
        """Whether the office at `start` is whole, and what stands before the preposition at `at` is somebody else's.

        "An adviser to President Lee" against "the minister of justice, Lee".
        """
        office = agent_at(self._words(start, first))
        longer = agent_at(self._words(max(0, at - 2), first))
        whole = longer is not None and longer[1] > len(self._words(at, first))
        return office is not None and office[0].kind == "office" and not whole

    def _near(self, start: int, first: int) -> bool:
        """Whether the words between the agent noun and the name belong to the title: none, or "of ..."."""
        between = list(self.doc[start + 1 : first])
        if (whole := agent_at(self._words(start, first))) is not None and whole[1] > 1:
            return True
        if all(token.lower_ in words("join") or token.pos_ in _TITLE_POS for token in between):
            last = between[-1].lower_
            return (
                agent_at([last]) is not None
                or last.rstrip(".") in words("title")
                or between[0].lower_ in ("of", "for", "from")
            )
        return False

    def _with_modifiers(self, start: int, stop: int) -> int:
        """Carry a title leftwards over its adjectives, compounds and owner ("Russia's", "the South Korean")."""
        doc = self.doc
        while start - 1 >= stop:
            token = doc[start - 1]
            if (
                token.pos_ in _TITLE_POS
                or token.tag_ == "POS"
                or token.lower_ in ("-", "ex", "vice", "outgoing")
            ):
                if token.ent_type_ in ("DATE", "TIME", "PERSON"):
                    break
                start -= 1
            else:
                break
        while doc[start].tag_ == "POS" or not doc[start].text[0].isalnum():
            start += 1
        return start

    def agent(self, first: int, last: int) -> Agent | None:
        """The agent of a title: the noun before "of", else the last."""
        said: list[str] = []
        best: Agent | None = None
        for token in self.doc[first:last]:
            if token.lower_ in ("of", "for", "from") and best is not None:
                whole = agent_at(said + self._words(token.i, last))
                return whole[0] if whole and whole[1] > 2 else best
            unsaid = token.text == "-" or token.tag_ == "POS"
            if unsaid or (token.i in self.at and self.at[token.i].entity is None):
                continue
            said.append(token.lower_)
            found = agent_at(said)
            best = found[0] if found else best
        return best

    def _words(self, first: int, last: int) -> list[str]:
        return [t.lower_ for t in self.doc[first:last] if t.text != "-" and t.tag_ != "POS"]

    def _owner(self, first: int, last: int) -> tuple[str | None, tuple[str, ...]]:
        """Country and sectors of the body or state that the words name."""
        country: str | None = None
        sectors: tuple[str, ...] = ()
        for i in range(first, last):
            name = self.at.get(i)
            if name is None or name.first != i or name.entity is None or name.entity.offices:
                continue
            country = country or name.entity.place
            sectors = sectors or sectors_of(name.entity, self.day)
        if country is None:
            country = next((found for i in range(first, last) if (found := self.country_at(i))), None)
        return country or self._province(first, last), sectors

    def _province(self, first: int, last: int) -> str | None:
        """The country of a province or city that the words name, as the gazetteer has it: "Kano State government".

        Only where the gazetteer's first place of that name is a province, or all are in one country.
        """
        unknown = (t for t in self.doc[first:last] if t.pos_ == "PROPN" and t.i not in self.at)
        names = [token.text for token in unknown if agent_at([token.lower_]) is None]
        found = candidates(" ".join(names)) if names else ()
        if not found or (found[0].level != "admin1" and len({entry.country for entry in found}) > 1):
            return None
        country = found[0].country
        return states()[country].place if country in states() else None

    def sectors_at(self, i: int) -> tuple[str, ...]:
        """The sectors of the body that token `i` names."""
        name = self.at.get(i)
        if name is None or name.kind in ("person", "state"):
            return ()
        return sectors_of(name.entity, self.day) if name.entity is not None else name.coding.sectors

    def country_at(self, i: int) -> str | None:
        """The country of what token `i` names: a table's entity, else a place."""
        name = self.at.get(i)
        if name is not None and name.entity is not None:
            return name.entity.place
        if name is not None and name.form == "name" and name.kind != "person" and name.coding.country:
            return name.coding.country
        return self.countries.get(self.doc[i].idx)

    def _role(self, first: int, last: int) -> str | None:
        """The office in the report's words, without article, owner and "outgoing"."""
        kept = [token for token in self.doc[first:last] if self._says_role(token)]
        while kept and kept[-1].lower_ in words("join"):
            kept.pop()
        while kept and kept[0].lower_ in words("join"):
            kept.pop(0)
        if not kept:
            return None
        if kept[-1].i - kept[0].i + 1 == len(kept):
            return " ".join(self.doc[kept[0].i : kept[-1].i + 1].text.split())
        return " ".join(token.text for token in kept)

    def _says_role(self, token: "Token") -> bool:
        name = self.at.get(token.i)
        if name is not None and name.entity is not None and name.entity.kind == "state":
            return False
        return token.tag_ != "POS" and token.lower_ not in words("notyet") and token.lower_ not in _ARTICLES
