"""Closed vocabularies of the contract, as enums: a value outside them is an error.

Event types, modes, contexts, quad classes and sectors: PLOVER 2.0 draft manual (openeventdata/PLOVER,
CC BY-SA 4.0), chapters "Event Categories", "Contexts" and section "Sector Codes". The others are sayso's own.
"""

from enum import StrEnum


class Manner(StrEnum):
    """How a statement's words are given: quoted, reported, or both. A transcript's lines count as quoted."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class SourceClass(StrEnum):
    """What kind of source speaks."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    MEDIA = "media"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"
    COLLECTIVE = "collective"
    PUBLISHER = "publisher"


class Stance(StrEnum):
    """What a source does with the content of its statement.

    `unconfirmed`: it did not or would not confirm, could not verify, or declined to comment.
    """

    ASSERTS = "asserts"
    DENIES = "denies"
    UNCONFIRMED = "unconfirmed"
    BELIEVES = "believes"
    ASKS = "asks"
    PROMISES = "promises"
    THREATENS = "threatens"
    ACCUSES = "accuses"
    PRAISES = "praises"


class ChainRole(StrEnum):
    """A link's place in a chain of say-so, from the publisher down to the origins."""

    PUBLISHER = "publisher"
    RELAY = "relay"
    ORIGIN = "origin"


class Polarity(StrEnum):
    """Whether the text presents the event as happening or as not happening."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Time(StrEnum):
    """When the event lies, seen from the report; `historical` is background, before the story."""

    HISTORICAL = "historical"
    PAST = "past"
    ONGOING = "ongoing"
    FUTURE = "future"


class Certainty(StrEnum):
    """How sure the words are of the event."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    HYPOTHETICAL = "hypothetical"


class Status(StrEnum):
    """One word to filter events by; the rule that chooses it stands in `sayso.assess.status`."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    DENIED = "denied"
    UNCONFIRMED = "unconfirmed"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    HISTORICAL = "historical"
    NEGATED = "negated"


class AuxiliaryMode(StrEnum):
    """PLOVER's auxiliary modes (manual, section "Auxiliary modes")."""

    HISTORICAL = "historical"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATION = "negation"


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"
    GROUP = "group"
    MEDIA = "media"
    COLLECTIVE = "collective"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"


class PartKind(StrEnum):
    """A part of a report's text."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    DATELINE = "dateline"
    BYLINE = "byline"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"


class CreditKind(StrEnum):
    """What a report owes an agency: the text, a part of it, or a citation."""

    WIRE = "wire"
    CONTRIBUTED = "contributed"
    CITED = "cited"


class VenueKind(StrEnum):
    """Where or in what form something was said."""

    STATEMENT = "statement"
    INTERVIEW = "interview"
    NEWS_CONFERENCE = "news_conference"
    SPEECH = "speech"
    SOCIAL_MEDIA = "social_media"
    BROADCAST = "broadcast"
    DOCUMENT = "document"
    MEETING = "meeting"
    OTHER = "other"


class DatePrecision(StrEnum):
    """The calendar unit that a date is known to."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"


class EventType(StrEnum):
    """The sixteen PLOVER 2.0 event types."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Mode(StrEnum):
    """The modes of the sixteen types; plover_modes.tsv says which type has which, and its score."""

    VISIT = "visit"
    THIRD_PARTY = "third-party"
    MULTILATERAL = "multilateral"
    PHONE = "phone"
    WITHDRAW = "withdraw"
    RELEASE = "release"
    DISARM = "disarm"
    CEASEFIRE = "ceasefire"
    ACCESS = "access"
    RESIGN = "resign"
    ASSIST = "assist"
    CHANGE = "change"
    YIELD = "yield"
    MEET = "meet"
    DISAPPROVE = "disapprove"
    INVESTIGATE = "investigate"
    ALLEGE = "allege"
    RESTRICT = "restrict"
    ARREST = "arrest"
    RELATIONS = "relations"
    EXPEL = "expel"
    TERRITORY = "territory"
    VIOLENCE = "violence"
    DEMO = "demo"
    RIOT = "riot"
    STRIKE = "strike"
    HUNGER = "hunger"
    BOYCOTT = "boycott"
    OBSTRUCT = "obstruct"
    VANDALIZE = "vandalize"
    CONVICT = "convict"
    DISCONTINUE = "discontinue"
    TROOPS = "troops"
    WEAPONS = "weapons"
    POLICE = "police"
    MILITIA = "militia"
    SEIZE = "seize"
    CENSOR = "censor"
    CURFEW = "curfew"
    MARTIAL_LAW = "martial-law"
    DEPORT = "deport"
    WITHHOLD = "withhold"
    MISINFORMATION = "misinformation"
    CYBER = "cyber"
    ABDUCT = "abduct"
    BEAT = "beat"
    TORTURE = "torture"
    SEXUAL = "sexual"
    TARGETED = "targeted"
    DESTROY = "destroy"
    PRIMITIVE = "primitive"
    FIREARMS = "firearms"
    EXPLOSIVES = "explosives"
    SUICIDE_ATTACK = "suicide-attack"
    AERIAL = "aerial"
    DRONE = "drone"
    HEAVY_WEAPONS = "heavy-weapons"
    CROWD_CONTROL = "crowd-control"
    UNCONVENTIONAL = "unconventional"


class Context(StrEnum):
    """The 37 PLOVER contexts: what an event is about."""

    ASYLUM = "asylum"
    CBRN = "cbrn"
    CORRUPTION = "corruption"
    CRIME = "crime"
    CYBER = "cyber"
    DIPLOMATIC = "diplomatic"
    DISASTERS = "disasters"
    ECONOMIC = "economic"
    ELECTION = "election"
    ENVIRONMENT = "environment"
    EXECUTIVE = "executive"
    GENDER = "gender"
    HEALTH = "health"
    HUMAN_RIGHTS = "human_rights"
    HUMAN_SECURITY = "human_security"
    ILLEGAL_DRUGS = "illegal_drugs"
    INEQUALITY = "inequality"
    INTELLIGENCE = "intelligence"
    LEGAL = "legal"
    LEGISLATIVE = "legislative"
    LGBT = "lgbt"
    MIGRATION = "migration"
    MILITARY = "military"
    MISINFORMATION = "misinformation"
    NATURAL_RESOURCE = "natural_resource"
    PEACEKEEPING = "peacekeeping"
    POLITICAL_INSTITUTIONS = "political_institutions"
    PRO_AUTOCRACY = "pro_autocracy"
    PRO_DEMOCRACY = "pro_democracy"
    RELIGION_ETHNICITY = "religion_ethnicity"
    REPARATIONS = "reparations"
    REPRESSION = "repression"
    RIGHTS_FREEDOMS = "rights_freedoms"
    TECHNOLOGY = "technology"
    TERRITORY = "territory"
    TERRORISM = "terrorism"
    TRAFFICKING = "trafficking"


class Quad(StrEnum):
    """Quad classes of the PLOVER types."""

    VERBAL_COOPERATION = "verbal cooperation"
    MATERIAL_COOPERATION = "material cooperation"
    VERBAL_CONFLICT = "verbal conflict"
    MATERIAL_CONFLICT = "material conflict"


class CountWhat(StrEnum):
    """What a figure counts."""

    KILLED = "killed"
    INJURED = "injured"
    ARRESTED = "arrested"
    DISPLACED = "displaced"
    MISSING = "missing"
    ABDUCTED = "abducted"
    RELEASED = "released"
    TROOPS = "troops"
    PROTESTERS = "protesters"
    CASUALTIES = "casualties"
    MONEY = "money"
    WEAPONS = "weapons"
    PEOPLE = "people"
    OTHER = "other"


class ItemClass(StrEnum):
    """What kind of thing an event moves, gives or uses."""

    WEAPON = "weapon"
    AMMUNITION = "ammunition"
    VEHICLE = "vehicle"
    AIRCRAFT = "aircraft"
    VESSEL = "vessel"
    AIR_DEFENCE = "air_defence"
    MONEY = "money"
    FOOD = "food"
    MEDICINE = "medicine"
    FUEL = "fuel"
    TECHNOLOGY = "technology"
    AID = "aid"
    DOCUMENT = "document"
    OTHER = "other"
