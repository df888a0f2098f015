"""The stage resolve: who, where, when, how many; and who the sources of statements are."""

from sayso.records.settings import Settings
from sayso.records.stages import Attributed, Parsed, Resolved
from sayso.resolve.actors.find import find_actors
from sayso.resolve.dates.find import find_timexes
from sayso.resolve.figures import find_figures
from sayso.resolve.places.find import find_places
from sayso.resolve.sources import Sources
from sayso.resolve.chains import statements


class Resolve:
    """Find places, times and figures; find, link and code actors; say who speaks in each statement."""

    name = "resolve"
    version = "1"
    reads = (Parsed, Attributed)
    gives = Resolved

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def __call__(self, parsed: Parsed, attributed: Attributed) -> Resolved:
        """Resolve one report."""
        places = find_places(parsed)
        timexes = find_timexes(parsed)
        figures = find_figures(parsed, timexes)
        finding = find_actors(parsed, places.is_locative)
        sources = Sources(finding, attributed)
        actors, mentions, ids = finding.records()
        return Resolved(
            actors=actors,
            places=places.places,
            statements=statements(attributed, sources, ids),
            timexes=timexes,
            figures=figures,
            mentions=tuple(sorted((*mentions, *places.mentions), key=lambda m: m.span)),
        )
