"""The stage resolve: who, where, when, how many; and who the sources of statements are."""

from sayso.records.settings import Settings
from sayso.records.stages import Attributed, Encoded, Parsed, Resolved
from sayso.records.vocabulary import CreditKind
from sayso.resolve.actors.find import Surroundings, find_actors
from sayso.resolve.actors.lexicon import Index
from sayso.resolve.actors.standby import standby
from sayso.resolve.actors.unlisted import unlisted
from sayso.resolve.actors.user import user_index
from sayso.resolve.chains import statements
from sayso.resolve.dates.find import find_timexes
from sayso.resolve.figures import find_figures
from sayso.resolve.places.find import PlaceFinding, find_places
from sayso.resolve.places.metonym import Use
from sayso.resolve.places.user import UserPlaces, user_places
from sayso.resolve.source import Sources, speakers_before
from sayso.resolve.turns import turns


class Resolve:
    """Find places, times and figures; find, link and code actors; say who speaks in each statement."""

    name = "resolve"
    version = "1"
    reads = (Parsed, Attributed, Encoded)
    gives = Resolved

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def _user(self) -> Index | None:
        """The user's own actors, if a table is named."""
        if self._settings.actors is None:
            return None
        return user_index(self._settings.actors, self._settings.actors_digest)

    def _places(self) -> UserPlaces | None:
        """The user's own places, if a table is named."""
        if self._settings.places is None:
            return None
        return user_places(self._settings.places, self._settings.places_digest)

    def __call__(self, parsed: Parsed, attributed: Attributed, encoded: Encoded | None = None) -> Resolved:
        """Resolve one report; `encoded` is what the encoder has read in it, if one is asked."""
        places = find_places(parsed, self._places())
        timexes = find_timexes(parsed)
        figures = find_figures(parsed, timexes)
        given = surroundings(parsed, places, attributed)
        finding = find_actors(parsed, given, self._user())
        report, named = parsed.report, [one for some in finding.of.values() for one in some]
        said = turns(report.text, report.paragraphs, dict.fromkeys(named), finding.publisher)
        wires = {credit.agency for credit in report.credits if credit.kind is CreditKind.WIRE}
        sources = Sources(finding, attributed, said, wires, encoded or Encoded())
        actors, mentions, ids = finding.records()
        places = places.without(finding.bodies())
        waiting = standby(places.places, actors, finding.day)
        known = [mention.span for mention in (*mentions, *places.mentions)]
        others, named_too = unlisted(parsed.doc, known, len(actors) + len(waiting), finding.day)
        return Resolved(
            actors=actors,
            places=places.places,
            statements=statements(attributed, sources, ids),
            timexes=timexes,
            figures=figures,
            mentions=tuple(sorted((*mentions, *places.mentions, *named_too), key=lambda m: m.span)),
            standby=(*waiting, *others),
        )


def surroundings(parsed: Parsed, places: PlaceFinding, attributed: Attributed | None = None) -> Surroundings:
    """What places and statements tell the search for actors."""
    speakers = speakers_before(parsed.doc, attributed) if attributed is not None else {}
    countries = _countries(parsed, places)
    scenes = {
        parsed.doc[i].idx
        for toponym, read in zip(places.toponyms, places.readings, strict=True)
        for i in range(toponym.start, toponym.end)
        if read.use is not Use.PARTY
    }
    found = {offset: code for offset, code in countries.items() if offset in scenes}
    return Surroundings(places.is_locative, countries, found, speakers)


def _countries(parsed: Parsed, places: PlaceFinding) -> dict[int, str]:
    """The country of each place name, by the offset of its tokens."""
    return {
        token.idx: choice.entry.country
        for toponym, choice in zip(places.toponyms, places.choices, strict=True)
        if choice.entry is not None and choice.entry.country is not None
        for token in parsed.doc[toponym.start : toponym.end]
    }
