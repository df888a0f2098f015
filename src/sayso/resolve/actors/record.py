"""From a cluster to an Actor record: country, sectors, PLOVER code, role, key, and a reason for each blank."""

from sayso.records.actor import Actor
from sayso.records.base import Span, Why
from sayso.records.vocabulary import ActorKind
from sayso.resolve.actors.agents import words_of
from sayso.resolve.actors.fold import key_of
from sayso.resolve.actors.found import Form
from sayso.resolve.actors.offices import office_kind, role_on, sectors_of
from sayso.resolve.actors.tables import NON_STATES
from sayso.resolve.actors.words import words
from sayso.resolve.coreference.cluster import Cluster

VERSION = "1"
_SCORES = {"table": 0.95, "user": 1.0, "publisher": 1.0, "noun": 0.7, "name": 0.6, "source": 0.6}


def actor_record(id: str, cluster: Cluster, spans: tuple[Span, ...], day: str | None) -> Actor:
    """The Actor of a cluster, with its mentions at `spans`."""
    place, disagreement = _place(cluster)
    sectors = _sectors(cluster, day)
    role = _role(cluster, day)
    country = place if place not in NON_STATES else None
    code = _code(place, sectors)
    wikidata = cluster.entity.wikidata if cluster.entity is not None else None
    blanks = _blanks(cluster, place, sectors)
    if code is None:
        blanks["code"] = "neither country nor sector is known"
    if role is None:
        blanks["role"] = _no_role(cluster, day)
    if not spans:
        blanks["mentions"] = "not named in the text"
    details = [part for part in (cluster.detail, disagreement, *cluster.notes) if part]
    return Actor(
        id=id,
        key=_key(cluster, country, wikidata),
        name=cluster.name,
        kind=cluster.kind,
        country=country,
        sectors=sectors,
        code=code,
        role=role,
        wikidata=wikidata,
        mentions=spans,
        why=Why(
            stage="resolve", rule=f"actor.{cluster.rule or 'name'}", version=VERSION,
            score=_SCORES.get(cluster.rule), detail="; ".join(details),
        ),
        blanks=blanks,
    )  # fmt: skip


def _blanks(cluster: Cluster, place: str | None, sectors: tuple[str, ...]) -> dict[str, str]:
    """Why country, sectors and the Wikidata id are blank, where they are."""
    blanks: dict[str, str] = {}
    if place is None:
        blanks["country"] = "neither its words nor the tables name a country"
    elif place in NON_STATES:
        blanks["country"] = "belongs to no one country"
    if not sectors:
        whole = cluster.kind == ActorKind.STATE
        blanks["sectors"] = "a state as a whole" if whole else "no word gives a sector"
    if cluster.entity is None:
        blanks["wikidata"] = "in no table"
    elif cluster.entity.wikidata is None:
        blanks["wikidata"] = "the table has no id"
    return blanks


def _place(cluster: Cluster) -> tuple[str | None, str]:
    """The country's place in the code, and where words and table disagree."""
    known = cluster.entity.place if cluster.entity is not None else None
    said = next(
        (m.coding.country for m in cluster.mentions if m.coding.country and m.form is Form.NAME), None
    )
    if known and said and known != said and cluster.kind == ActorKind.PERSON:
        return known, f"the words say {said}, the table {known}"
    return known or cluster.country, ""


def _sectors(cluster: Cluster, day: str | None) -> tuple[str, ...]:
    if cluster.kind == ActorKind.STATE:
        own = sectors_of(cluster.entity, day) if cluster.entity is not None else ()
        metonyms = bool(cluster.mentions) and all(m.form is Form.METONYM for m in cluster.mentions)
        return own or (("GOV",) if metonyms else ())
    known = sectors_of(cluster.entity, day) if cluster.entity is not None else ()
    if cluster.former and not _in_office(cluster, day):
        return ("ELI",)
    if known and not (known == ("ELI",) and cluster.role and cluster.sectors and not _once(cluster)):
        return known
    if cluster.sectors:
        return cluster.sectors
    return ("UNK",) if cluster.kind in (ActorKind.ANONYMOUS, ActorKind.COLLECTIVE) else ()


def _in_office(cluster: Cluster, day: str | None) -> bool:
    """Whether the table or the words give an office of the day, other than the one that the words call over."""
    office = role_on(cluster.entity, day) if cluster.entity is not None else None
    now = office.role if office is not None else cluster.role
    former = ([w for w in words_of(role) if w not in words("former")] for role in cluster.former_roles())
    return now is not None and office_kind(now) not in (office_kind(" ".join(said)) for said in former)


def _once(cluster: Cluster) -> bool:
    """Whether the office that the words give is one that the table knows to be over: "President Clinton" later."""
    past = cluster.entity.offices if cluster.entity is not None else ()
    return cluster.role is not None and office_kind(cluster.role) in {office_kind(o.role) for o in past}


def _role(cluster: Cluster, day: str | None) -> str | None:
    if cluster.kind == ActorKind.MEDIA:
        return None
    office = role_on(cluster.entity, day) if cluster.entity is not None else None
    if office is None and cluster.entity is not None and day is not None and _once(cluster):
        over = sectors_of(cluster.entity, day) == ("ELI",)
        return None if over else cluster.role
    return cluster.role if office is None else office.role


def _no_role(cluster: Cluster, day: str | None) -> str:
    if cluster.kind != ActorKind.PERSON:
        return "not a person"
    if cluster.entity is None:
        return "the words give no office"
    return "the report has no date" if day is None else f"the table has no office of {day}"


def _code(place: str | None, sectors: tuple[str, ...]) -> str | None:
    """Country and main sector: "PRKGOV"; IGO is said by the place already."""
    main = next((s for s in sectors if s not in ("IGO", "NGO") or place is None), "")
    return (place or "") + main or None


def _key(cluster: Cluster, country: str | None, wikidata: str | None) -> str:
    if wikidata:
        return f"wd:{wikidata}"
    return f"{cluster.kind.value}:{country or '-'}:{key_of(cluster.name)}"
