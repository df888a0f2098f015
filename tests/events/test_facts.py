"""The facts of an event: counts, items, date, place, codes; and one event told several times."""

from datetime import date

import pytest

from sayso.records.coded import CodedReport
from sayso.records.event import Event
from tests.conftest import coded


def only(record: CodedReport) -> Event:
    """The record's one event."""
    (event,) = record.events
    return event


def test_counts_of_troops() -> None:
    """A figure of troops sent is a fact of the aid, open above after "more than"."""
    event = only(coded("Kenya has sent more than 8,000 troops to Somalia."))

    assert [(c.what, c.low, c.high, c.text) for c in event.counts] == [
        ("troops", 8000, None, "more than 8,000 troops")
    ]


def test_counts_of_killed_and_injured() -> None:
    """What a participle counts belongs to the attack."""
    event = only(
        coded("Militants attacked a police post in Mali, killing nine officers and wounding 20 civilians.")
    )

    assert [(c.what, c.best) for c in event.counts] == [("killed", 9), ("injured", 20)]


def test_items() -> None:
    """Each thing sent is an item of its class, without the words around it."""
    event = only(coded("Iran shipped missiles, drones and other conventional weapons to Yemen."))

    assert [(item.text, item.class_) for item in event.items] == [
        ("missiles", "weapon"),
        ("drones", "aircraft"),
        ("conventional weapons", "weapon"),
    ]


def test_a_thing_told_again_in_fewer_words_is_one_item() -> None:
    """ "Weapons" after "conventional weapons" adds nothing."""
    record = coded(
        "Latvia shipped rifles and conventional weapons to Kenya on Monday.\n\n"
        "Kenya denied the shipments of weapons from Latvia."
    )

    assert [[item.text for item in event.items] for event in record.events if event.type == "AID"] == [
        ["rifles", "conventional weapons"]
    ]


def test_date_of_its_own_clause() -> None:
    """A day that dates the telling is not the day of the deed."""
    record = coded(
        "Turkish jets bombed Syria on Monday, the ministry said on Wednesday.", published="2024-11-30"
    )

    assert record.events[0].date is not None
    assert record.events[0].date.start == date(2024, 11, 25)


def test_a_year_that_tells_one_thing_from_others_dates_no_event() -> None:
    """ "The 2018 Ballot Act" was not opposed in 2018."""
    text = "The army left on Monday.\n\nThe union sued Montana over its 2018 Ballot Interference Act."
    (event,) = coded(text, published="2024-11-30").events

    assert event.date is None


def test_lead_without_date_takes_the_week_before() -> None:
    """News of headline and lead happened in the week before the report; the words are then blank."""
    day = only(coded("Hungary backed Poland.", published="2024-11-30")).date

    assert day is not None
    assert (day.start, day.end, day.precision, day.text) == (
        date(2024, 11, 24),
        date(2024, 11, 30),
        "week",
        None,
    )


def test_codes() -> None:
    """Type and mode bring quad class, PLOVER score and CAMEO code."""
    event = only(coded("Mali expelled the French ambassador."))

    assert (event.quad, event.plover_score, event.cameo) == ("material conflict", -5.5, "166")


def test_blanks_say_why() -> None:
    """A deed whose doer is not named says so."""
    event = only(coded("Two activists were arrested in Minsk."))

    assert event.actors == ()
    assert event.blanks["actors"] == "who did it is not said"


def test_one_event_told_three_times() -> None:
    """Headline, lead and a later noun are one event with three mentions."""
    record = coded(
        "Kenya attacks rebels in Somalia\n\n"
        "Kenyan troops attacked rebels in Somalia on Monday, the ministry said.\n\n"
        "The attack by Kenya on the rebels lasted an hour."
    )

    assert [len(event.mentions) for event in record.events if event.type == "ASSAULT"] == [3]


def test_two_strikes_on_two_days_stay_two() -> None:
    """The same deed on another day is another event."""
    record = coded("Israel attacked Syria on Monday. Israel attacked Syria again on Thursday.")

    assert len(record.events) == 2


def test_other_direction_stays_apart() -> None:
    """An answer in kind is another event."""
    record = coded("Israel attacked Syria. Syria attacked Israel.")

    assert len(record.events) == 2


def test_shipment_denied_is_the_shipment_told() -> None:
    """A bare noun of the same goods close by is a mention of the event, not a new one."""
    record = coded("North Korea shipped missiles to Russia. Both denied reports of weapons shipments.")

    assert [len(event.mentions) for event in record.events if event.type == "AID"] == [2]


def test_troops_and_weapons_stay_apart() -> None:
    """Aid of troops and aid of arms are two events."""
    record = coded("North Korea sent troops to Russia. North Korea shipped missiles to Russia.")

    assert len(record.events) == 2


def test_possible_deed_is_not_the_real_one() -> None:
    """What could happen is not merged with what did."""
    record = coded("Russia gave missiles to North Korea. Russia could give missiles to North Korea again.")

    assert len(record.events) == 2


def test_war_and_strike_stay_apart() -> None:
    """A war and a strike in it are events of different size."""
    record = coded("Peru condemned Russia's invasion of Ukraine. Russian strikes on Ukraine went on.")

    assert [e.mentions[0].trigger.text for e in record.events if e.type == "ASSAULT"] == [
        "invasion",
        "strikes",
    ]


def test_headline_and_lead_are_one_event_by_their_words() -> None:
    """What the lead says in the headline's words is the headline's event, whoever the two name."""
    record = coded(
        "Chadian ministers agree to reopen border crossing\n\n"
        "Officials from Niger agreed on Friday to reopen a border crossing, after a year."
    )

    assert [len(event.mentions) for event in record.events if event.type == "AGREE"] == [2]


def test_a_strike_told_by_headline_and_lead() -> None:
    """A strike and those who walk off the job are one protest where headline and lead tell them."""
    record = coded("Peru miners strike over pay\n\nMiners walked off the job in Peru on Monday.")

    assert [(e.mode, len(e.mentions)) for e in record.events] == [("strike", 2)]


def test_who_denies_the_deed_denies_the_event() -> None:
    """A denial of the known deed, by whoever is suspected, is of the event that was told."""
    record = coded(
        "Gunmen attacked a market in Mali on Thursday. Kenya denied attacking the market.",
        published="2025-06-07",
    )

    assert [(e.status, len(e.mentions), len(e.denied_by)) for e in record.events] == [("asserted", 2, 1)]


def test_they_go_on() -> None:
    """What "they" did next, to nobody else who is named, is part of the assault."""
    record = coded("Rebels attacked a village in Mali. They burned the stalls and shot everyone.")

    assert [e.mentions[0].trigger.text for e in record.events] == ["attacked"]


def test_withdrawal_promised_in_two_words() -> None:
    """The standfirst's "will pull back" and the "would withdraw" of a source are one concession."""
    record = coded("Chad will pull back armour. An official said that Chad would withdraw armoured vehicles.")

    assert [(e.type, len(e.mentions)) for e in record.events] == [("CONCEDE", 2)]


def test_a_toll_apart_from_the_deed() -> None:
    """A toll that another gives is a further figure of the assault."""
    event = only(coded("Gunmen killed 12 people in Mali. A doctor put the toll at more than 30."))

    assert [(c.what, c.low, c.high) for c in event.counts] == [("killed", 12, 12), ("killed", 30, None)]


def test_a_number_of_the_members() -> None:
    """ "More than 40 of its members" are counted as the members."""
    event = only(coded("More than 40 of its members were detained in Lima, the union said."))

    assert [(c.what, c.low, c.high) for c in event.counts] == [("arrested", 40, None)]


def test_a_vague_figure_beside_an_exact_one_is_left_out() -> None:
    """ "Thousands of troops" adds nothing to 10,000."""
    record = coded(
        "Kenya sent thousands of troops to Chad. Kenya sent more than 10,000 troops to Chad, Niger said."
    )

    assert [c.low for event in record.events for c in event.counts] == [10_000]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Gunmen attacked a market in the Nigerian town of Jos on Monday.", "Jos"),
        ("Ten people died in an attack on a market in the Nigerian town of Jos.", "Jos"),
        (
            "Gunmen attacked a market in Nigeria on Monday. Nurses in the town of Jos treated the wounded.",
            "Jos",
        ),
        (
            "Gunmen attacked a market in Nigeria on Monday. Nurses in Kano and in Jos treated the wounded.",
            "Nigeria",
        ),
        ("Gunmen attacked a market in Nigeria on Monday, police in Jos said.", "Nigeria"),
    ],
)
def test_the_town_is_the_place_where_the_clause_says_the_country(text: str, town: str) -> None:
    """The one town of that country in the sentence, else in the lead; of several none."""
    record = coded(text)
    names = {place.id: place.name for place in record.places}

    assert names[record.events[0].place] == town


def test_the_place_through_which_a_state_is_named_is_a_mention_of_it() -> None:
    """The strike is on Chad by the name of the place, whatever else in the sentence is Chad's."""
    text = "The Libyan army launched airstrikes on a depot in Chad, Chadian officials said."
    record = coded(text)

    (chad,) = (actor for actor in record.actors if actor.name == "Chad")
    assert chad.id in record.events[0].recipients
    assert "Chad" in [span.cut(text) for span in chad.mentions]


def test_support_assured_and_promised_is_one_event() -> None:
    """Who assures support, and pledges to support, has done it once."""
    record = coded(
        "Togo's president assured firm support for Benin on Tuesday.\n\n"
        "He pledged that Togo would support Benin at sea."
    )

    assert [str(event.type) for event in record.events] == ["SUPPORT"]


@pytest.mark.parametrize(
    ("text", "kind", "day", "rule"),
    [
        ("Togo pledged new aid to Benin while hosting its minister on Tuesday.", "AGREE", 26, "when.clause"),
        ("On Tuesday, Togo sued Benin over its 2018 Fishing Act.", "ACCUSE", 26, "when.clause"),
        ("Togo and Benin agreed to share data during talks on Tuesday, radio reported.", "AGREE", 26, None),
        ("Togo will send aid to Benin, the Togolese government said on Tuesday.", "AGREE", 26, "when.clause"),
        (
            "Mali. Troops shelled a town in Chad on Tuesday. The troops killed nine villagers in Chad.",
            "ASSAULT",
            26,
            None,
        ),
    ],
)
def test_days_that_the_text_gives(text: str, kind: str, day: int, rule: str | None) -> None:
    """The day of what went on at the same time, of the talks, and of the saying where it is done by saying it."""
    dates = [event.date for event in coded(text, published="2024-11-30").events if event.type == kind]

    assert {date.start.day for date in dates if date is not None} == {day}
    assert all(date is not None and rule in (None, date.why.rule) for date in dates)


def test_a_blank_date_says_which_words_do_not_date_it() -> None:
    """The day of the telling is no day of the deed, and the reason names it."""
    text = "Floods hit Lome.\n\nA spokesman for Ghana said on Tuesday that Togo has sent troops to Benin."
    (event,) = coded(text).events

    assert event.blanks["date"] == "'Tuesday' dates the telling, not what is told"


def test_headline_and_lead_of_the_same_two_are_one_event() -> None:
    """The headline's refusal is the lead's, in other words."""
    record = coded("Benin rejects Togo's offer\n\nBenin on Tuesday declined Togo's offer of talks.")

    assert [str(event.type) for event in record.events] == ["REJECT"]


def test_a_weekday_of_a_report_without_a_date_is_blank_for_that_reason() -> None:
    """Without the report's date "Tuesday" could be any, and the blank says so."""
    (event,) = coded("Togo expelled Benin's ambassador on Tuesday.", published=None).events

    assert event.blanks["date"] == "'Tuesday' names no day while the report's own date is unknown"
