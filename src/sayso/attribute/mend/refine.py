"""Last mends to what the proposers found, where the words leave no doubt: each looks at one attribution."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sayso.attribute.found import Found, Nearby, meet
from sayso.attribute.mend.among import among
from sayso.attribute.mend.asides import without_aside
from sayso.attribute.mend.brackets import with_open_bracket
from sayso.attribute.mend.colon import behind_colon
from sayso.attribute.mend.content import (
    after_citing,
    questions_put,
    up_to_next_deed,
    up_to_other_speaker,
    up_to_our_own,
    up_to_quotation,
    what_one_wants_to_know,
    with_verb_between,
    within_dashes,
    without_citing,
    without_crosshead,
    without_occasion,
    without_setting,
    without_silence,
    without_upshot,
)
from sayso.attribute.mend.dateline import without_dateline
from sayso.attribute.mend.edges import (
    over_hyphen,
    over_hyphen_of_source,
    past_conjunction,
    with_what_is_called,
    with_what_it_was,
    without_bare_subject,
    without_comma,
    without_hearer,
    without_stray_pronoun,
)
from sayso.attribute.mend.extent import with_place, with_what_describes
from sayso.attribute.mend.headline import (
    is_given_otherwise,
    named_by,
    of_pair,
    second_verb,
    without_meanwhile,
)
from sayso.attribute.mend.joined import up_to_own_next
from sayso.attribute.mend.mending import Mend
from sayso.attribute.mend.nested import whole_inner_quotation
from sayso.attribute.mend.noun import given_by, received, up_to_own_verb, with_claim, with_object
from sayso.attribute.mend.participle import (
    asked,
    asked_by,
    joined_passive,
    opening,
    sought_from,
    told_to,
    warned_against,
    with_bidden,
)
from sayso.attribute.mend.relative import with_antecedent
from sayso.attribute.mend.source import (
    all_peoples,
    asked_in_passing,
    before_colon,
    cleft,
    from_a_place,
    heard,
    listed,
    told,
    with_capital,
    without_manner,
    without_self,
)
from sayso.attribute.mend.subject import (
    behind_other_clause,
    behind_quotation,
    behind_where,
    of_shared_subject,
    of_so_many,
    of_the_teller,
    of_those_rallying,
    without_adverb,
    without_hour,
    without_own_deed,
    without_theme_of_source,
    without_verb,
    without_where,
)
from sayso.attribute.mend.turned import (
    accused_of,
    came_from,
    feared_for,
    read_out,
    said_of_one,
    when_asked,
    without_theme,
)
from sayso.attribute.mend.unsaid import is_unsaid
from sayso.attribute.mend.veils import hearsay, with_reason, withheld, without_hearsay
from sayso.attribute.reading import Reading

MENDS: tuple[Mend, ...] = (
    without_dateline,
    without_own_deed,
    without_theme_of_source,
    without_verb,
    of_so_many,
    of_shared_subject,
    of_the_teller,
    of_those_rallying,
    behind_other_clause,
    behind_quotation,
    without_adverb,
    without_hour,
    without_where,
    behind_where,
    questions_put,
    what_one_wants_to_know,
    up_to_other_speaker,
    up_to_next_deed,
    up_to_own_next,
    after_citing,
    without_citing,
    without_silence,
    without_upshot,
    without_crosshead,
    without_setting,
    without_occasion,
    with_verb_between,
    within_dashes,
    up_to_quotation,
    behind_colon,
    up_to_our_own,
    read_out,
    cleft,
    without_self,
    said_of_one,
    feared_for,
    without_theme,
    accused_of,
    when_asked,
    asked,
    asked_by,
    opening,
    joined_passive,
    sought_from,
    told_to,
    warned_against,
    with_bidden,
    with_antecedent,
    came_from,
    up_to_own_verb,
    given_by,
    received,
    with_object,
    with_claim,
    listed,
    heard,
    told,
    with_capital,
    asked_in_passing,
    before_colon,
    from_a_place,
    all_peoples,
    without_manner,
    without_aside,
    with_place,
    with_what_describes,
    with_reason,
    second_verb,
    named_by,
    of_pair,
    without_meanwhile,
    with_open_bracket,
    whole_inner_quotation,
    over_hyphen,
    over_hyphen_of_source,
    past_conjunction,
    with_what_is_called,
    with_what_it_was,
    without_comma,
    without_stray_pronoun,
    without_bare_subject,
    without_hearer,
)
"""The mends in their order: each sees what those before it made."""


def refined(reading: Reading, found: Iterable[Found]) -> list[Found]:
    """The attributions less veils and suppositions, each mended where a mend fits, with what nobody would give."""
    made: list[Found] = []
    same: dict[Found, Found] = {}
    every = among(reading, list(found))
    near = Nearby(every)
    for each in every:
        around = near.of(each)
        if is_given_otherwise(reading, each, around) or is_unsaid(reading, each, around):
            continue
        mended = _mended(reading, each)
        if (told := hearsay(reading, mended)) is not None and not any(told.cue == o.cue for o in every):
            made.append(told)
            mended = without_hearsay(reading, mended)
        same[each] = mended
        made.append(mended)
        if (more := withheld(reading, mended)) is not None and not any(meet(more.cue, o.cue) for o in every):
            made.append(more)
    return [each for each in made if each.inside is None] + [
        replace(each, inside=same.get(each.inside, each.inside)) for each in made if each.inside is not None
    ]


def _mended(reading: Reading, found: Found) -> Found:
    for mend in MENDS:
        found = mend(reading, found)
    return found
