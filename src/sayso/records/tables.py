"""The published tables: their columns, fixed in order, name, type and meaning.

Types are SQL's, as DuckDB has them. A list is one text, its parts joined by ";" (a ";" inside a part becomes ","),
so that every table opens in pandas, R, Stata and a spreadsheet alike. Ids of actors, places, statements and events
are `<report>:<version>:<id>`, so that they are unique over reports.
"""

from typing import Final, NamedTuple


class Column(NamedTuple):
    """A column: its name, its SQL type and what a cell holds."""

    name: str
    type: str
    meaning: str


def _columns(lines: str) -> tuple[Column, ...]:
    cells = (line.strip().split(" | ") for line in lines.splitlines() if line.strip())
    return tuple(Column(name, type, meaning) for name, type, meaning in cells)


_REPORT = """
report_id | VARCHAR | The report's id: the one given, else its canonical URL, else a digest of text, publisher, date
version | VARCHAR | Digest of the text: a changed text under the same id is another version
published | DATE | The day the report was published
publisher | VARCHAR | Who published it
"""

_EVENT = """
type | VARCHAR | PLOVER 2.0 event type
mode | VARCHAR | PLOVER mode of the type
quad | VARCHAR | PLOVER quad class
cameo | VARCHAR | CAMEO code
plover_score | DOUBLE | PLOVER's conflict-cooperation score, -10 to 10
"""

_STANDING = """
status | VARCHAR | To filter by: asserted, historical, alleged, planned, denied, unconfirmed, negated, hypothetical
polarity | VARCHAR | Whether the text presents the event as happening: positive, negative
time | VARCHAR | When it lies, seen from the report: historical, past, ongoing, future
certainty | VARCHAR | How sure the words are: certain, probable, possible, hypothetical
auxiliary_modes | VARCHAR | PLOVER's auxiliary modes: historical, future, hypothetical, negation (list)
"""

_DATE = """
date_start | DATE | First day of the event
date_end | DATE | Last day of the event
date_precision | VARCHAR | The calendar unit that the date is known to
"""

_WHY = """
why | VARCHAR | The reason: stage, rule or model, and what decided it
blanks | VARCHAR | Why cells are blank: a JSON object, field to reason
"""

TABLES: Final[dict[str, tuple[Column, ...]]] = {
    "reports": _columns(f"""{_REPORT}
        publisher_key | VARCHAR | Joins the publisher over reports
        title | VARCHAR | The headline
        url | VARCHAR | Where it was published
        language | VARCHAR | ISO 639-1 code
        byline | VARCHAR | Who wrote it, as the report says
        dateline_place | VARCHAR | The place in the dateline
        dateline_date | DATE | The day in the dateline
        dateline_agency | VARCHAR | The agency in the dateline
        credits | VARCHAR | News agencies that the report says it owes, each with the kind of debt (list)
        characters | INTEGER | Length of the text in code points
        statements | INTEGER | Statements found
        events | INTEGER | Events found
        text | VARCHAR | The text: headline, standfirst and body; empty with --no-text
        raw_digest | VARCHAR | SHA-256 of the bytes that were read
        text_digest | VARCHAR | SHA-256 of the text
        made_by | VARCHAR | Versions, settings, models and tables that made the rows: JSON
        blanks | VARCHAR | Why cells are blank: a JSON object, field to reason
        """),
    "statements": _columns(f"""
        statement_id | VARCHAR | The statement's id over all reports
        {_REPORT}
        source | VARCHAR | The source's literal words
        source_class | VARCHAR | person, organisation, state, media, document, anonymous, collective, publisher
        speakers | VARCHAR | Who the source is (list of names)
        speaker_keys | VARCHAR | Keys that join the speakers over reports (list)
        speaker_codes | VARCHAR | PLOVER codes of the speakers (list, "-" where there is none)
        speaker_countries | VARCHAR | ISO 3166-1 alpha-3 codes (list, "-" where there is none)
        cue | VARCHAR | The words that make it a statement
        content | VARCHAR | What is said
        quotes | VARCHAR | The words inside quotation marks (list)
        manner | VARCHAR | direct, indirect, mixed
        stance | VARCHAR | What the source does with the content: asserts, denies, unconfirmed, believes, asks, ...
        addressee | VARCHAR | To whom it was said, literally
        venue | VARCHAR | Where or in what form it was said, literally
        venue_kind | VARCHAR | statement, interview, news_conference, speech, social_media, broadcast, document, ...
        parent_id | VARCHAR | The statement in whose content it lies
        chain | VARCHAR | From publisher over relays to origins, joined by " > "; "not named": the text names nobody
        origins | VARCHAR | On whose say-so the content stands (list of names)
        origin_keys | VARCHAR | Keys of the origins (list)
        content_spans | VARCHAR | Where the content lies in the text, start-end in code points, end excluded (list)
        confidence | DOUBLE | The deciding rule's or model's confidence, 0 to 1
        {_WHY}
        """),
    "events": _columns(f"""
        event_id | VARCHAR | The event's id over all reports
        {_REPORT}
        {_EVENT}
        contexts | VARCHAR | PLOVER contexts (list)
        actors | VARCHAR | Who did it (list of names); all parties of a reciprocal event
        actor_keys | VARCHAR | Keys that join the actors over reports (list)
        actor_codes | VARCHAR | PLOVER codes of the actors (list, "-" where there is none)
        actor_countries | VARCHAR | ISO 3166-1 alpha-3 codes of the actors (list, "-" where there is none)
        recipients | VARCHAR | To whom it was done (list of names)
        recipient_keys | VARCHAR | Keys of the recipients (list)
        recipient_codes | VARCHAR | PLOVER codes of the recipients (list, "-" where there is none)
        recipient_countries | VARCHAR | ISO 3166-1 alpha-3 codes of the recipients (list, "-" where there is none)
        {_DATE}
        date_text | VARCHAR | The words that date it
        place | VARCHAR | Where, by name
        geonames | BIGINT | GeoNames id of the place
        lat | DOUBLE | Latitude, decimal degrees (WGS 84)
        lon | DOUBLE | Longitude, decimal degrees (WGS 84)
        country | VARCHAR | Country of the place, ISO 3166-1 alpha-3
        admin1 | VARCHAR | First-order division of the place
        place_precision | INTEGER | UCDP where_prec: 1 exact to 7 international waters or airspace
        killed_low | BIGINT | Killed, the lowest figure given
        killed_best | BIGINT | Killed, the first figure given
        killed_high | BIGINT | Killed, the highest figure given
        injured_low | BIGINT | Injured, the lowest figure given
        injured_best | BIGINT | Injured, the first figure given
        injured_high | BIGINT | Injured, the highest figure given
        counts | VARCHAR | All figures: JSON list of what, low, best, high, text
        items | VARCHAR | Things given, moved or used, each with its class (list)
        {_STANDING}
        say_so | VARCHAR | Who says that it happened, is planned or, if negated, did not happen (list of names)
        say_so_keys | VARCHAR | Keys of say_so (list)
        denied_by | VARCHAR | Who denies it (list of names)
        unconfirmed_by | VARCHAR | Who did not or would not confirm it (list of names)
        n_say_so | INTEGER | How many are in say_so
        n_mentions | INTEGER | How often the report tells of it
        trigger | VARCHAR | The word or words of the first mention
        sentence | VARCHAR | The sentence of the first mention
        trigger_spans | VARCHAR | Where the triggers of all mentions lie, start-end in code points (list)
        statement_ids | VARCHAR | The statements that its mentions lie in (list)
        confidence | DOUBLE | Confidence in the event and its type, 0 to 1
        alternative_type | VARCHAR | The type that came nearest
        {_WHY}
        """),
    "dyads": _columns(f"""
        event_id | VARCHAR | The event; one event may have several dyads, so count events by this
        {_REPORT}
        {_EVENT}
        actor | VARCHAR | Who did it
        actor_key | VARCHAR | Joins the actor over reports
        actor_code | VARCHAR | PLOVER code of the actor
        actor_country | VARCHAR | ISO 3166-1 alpha-3 code of the actor
        recipient | VARCHAR | To whom
        recipient_key | VARCHAR | Joins the recipient over reports
        recipient_code | VARCHAR | PLOVER code of the recipient
        recipient_country | VARCHAR | ISO 3166-1 alpha-3 code of the recipient
        reciprocal | BOOLEAN | Whether the event is mutual: it then has a row in each direction
        {_DATE}
        {_STANDING}
        """),
    "actors": _columns(f"""
        actor_id | VARCHAR | The actor's id over all reports
        {_REPORT}
        key | VARCHAR | Joins the actor over reports: Wikidata id, else kind, country and name
        name | VARCHAR | Normalised name
        kind | VARCHAR | person, state, organisation, group, media, collective, document, anonymous
        country | VARCHAR | ISO 3166-1 alpha-3 code
        sectors | VARCHAR | PLOVER sector codes (list)
        code | VARCHAR | PLOVER actor code
        role | VARCHAR | Office held at the report's date
        wikidata | VARCHAR | Wikidata id
        n_mentions | INTEGER | How often the report names it
        mention_spans | VARCHAR | Where, start-end in code points (list)
        {_WHY}
        """),
    "places": _columns(f"""
        place_id | VARCHAR | The place's id over all reports
        {_REPORT}
        name | VARCHAR | Name of the place
        geonames | BIGINT | GeoNames id
        lat | DOUBLE | Latitude, decimal degrees (WGS 84)
        lon | DOUBLE | Longitude, decimal degrees (WGS 84)
        country | VARCHAR | ISO 3166-1 alpha-3 code
        admin1 | VARCHAR | First-order division
        precision | INTEGER | UCDP where_prec: 1 exact to 7 international waters or airspace
        n_mentions | INTEGER | How often the report names it
        mention_spans | VARCHAR | Where, start-end in code points (list)
        {_WHY}
        """),
    "refusals": _columns("""
        report_id | VARCHAR | The report, where it was coded but something in it was left out
        stage | VARCHAR | The stage that refused
        what | VARCHAR | What was refused
        why | VARCHAR | Why, and what to do
        """),
}
