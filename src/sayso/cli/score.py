"""`sayso score`: every accuracy figure, reproduced on public data that the user names."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any, TypeVar

import msgspec
import typer
from rich.console import Console
from rich.table import Table

from sayso.cli.help import flowing
from sayso.cli.options import Attribution, Events, Method
from sayso.errors import UsageError
from sayso.records.settings import Settings

Command = TypeVar("Command", bound=Callable[..., None])

app = typer.Typer(
    no_args_is_help=True,
    help="Score sayso on public gold data. Each command's help states its protocol.",
    epilog="Example: sayso score places LGL.xml --given-spans",
)

Gold = Annotated[Path, typer.Argument(help="The gold data, as its authors publish it.", exists=True)]
Predictions = Annotated[
    Path | None, typer.Option("--predictions", help="Write what was predicted, for others' scorers.")
]
Json = Annotated[bool, typer.Option("--json", help="The scores as JSON.")]


def _command(score: Command) -> Command:
    """Make a function a command, its help broken by the terminal."""
    app.command(help=flowing(score))(score)
    return score


@_command
def polnear(
    path: Gold,
    predictions: Predictions = None,
    attribution: Attribution = Method.MODEL,
    json: Json = False,
) -> None:
    """Attribution: exact, overlap, token and relation P/R/F1 on PolNeAR, or exact spans in the CofeNet form.

    PATH is a PolNeAR split's folder (text/*.txt, attributions/*.ann), JSON lines of it, or a CofeNet file of
    tokenised sentences. Statements inside another's content are left out: the gold has none. "unquoted" is the
    recall of relations without a quotation mark, "wrong_source" the share of the gold found with another's source.

    [bold]Example[/]

        sayso score polnear PolNeAR/data/dev
    """
    from sayso.evaluate.attribution_report import score
    from sayso.evaluate.attribution_run import method

    found = score(path, method(Settings(attribution=attribution.value)))
    if predictions is not None:
        predictions.write_text(found.predictions(), "utf-8")
    rows = {
        one.name: {
            "precision": one.count.precision,
            "recall": one.count.recall,
            "f1": one.count.f1,
            "low": one.interval[0],
            "high": one.interval[1],
        }
        for one in found.scores
    }
    shares = {name: {"share of the gold": count.recall} for name, count in found.shares}
    _print({}, {**rows, **shares}, json)


@_command
def chains(
    file: Gold,
    attribution: Attribution = Method.MODEL,
    json: Json = False,
) -> None:
    """Chains of say-so: statements found, whole chain, stance, manner, source class, on gold in TOML or JSON.

    Every figure is a share of the gold statements, and beside it of those found; the forms are those of
    tests/gold/chains. Gold on published reports needs their corpus below the folder that SAYSO_DATA names;
    reports without it are skipped.

    [bold]Example[/]

        sayso score chains tests/gold/chains/dev.toml
    """
    from sayso.evaluate.chains import score
    from sayso.evaluate.chains_gold import read, usable
    from sayso.evaluate.chains_run import coded

    def skipped(report: str, why: str) -> None:
        typer.echo(f"skipped {report}: {why}", err=True)

    given = usable(read(file), skipped)
    found = score(coded(given, Settings(attribution=attribution.value)))
    rows = {
        name: {"score": count.recall, "of_found": count.precision, "right": count.right, "gold": count.gold}
        for name, count in found.counts.items()
    }
    _print({"statements beyond the gold": found.extra}, rows, json)


@_command
def actors(file: Gold, predictions: Predictions = None, json: Json = False) -> None:
    """Actors: country and sector of phrases, on the expectations of NGEC's tests in JSON lines, in two strata.

    [bold]Example[/]

        sayso score actors actor_test_cases.jsonl
    """
    from sayso.evaluate.actors import score_actors

    found = score_actors(file, predictions)
    counts = {"cases": len(found.outcomes), "left out": len(found.excluded)}
    _print(counts, _rows(found.scores), json)
    for case, why in () if json else found.excluded:
        typer.echo(f"left out {case!r}: {why}")


@_command
def places(
    file: Gold,
    given_spans: Annotated[bool, typer.Option("--given-spans", help="Resolve the file's own spans.")] = False,
    predictions: Predictions = None,
    json: Json = False,
) -> None:
    """Places: recognition, and resolution by GeoNames id, by distance (161 km) and by country.

    FILE is LGL or GeoVirus in the XML of the Pragmatic Guide to Geoparsing Evaluation. A linked toponym that is
    not resolved counts as wrong.

    [bold]Example[/]

        sayso score places GeoVirus.xml --given-spans
    """
    from sayso.evaluate.places import score_places

    found = score_places(file, given_spans=given_spans, predictions=predictions)
    by_feature = {f"161 km, {name}": measure for name, measure in found.by_feature.items()}
    counts = {"documents": found.documents, "gold": found.gold, "linked": found.linked, "found": found.found}
    _print(counts, _rows({**found.scores, **by_feature}), json)


@_command
def dates(folder: Gold, predictions: Predictions = None, json: Json = False) -> None:
    """Dates: TempEval-3's strict, relaxed and value F1 on a folder of TimeML documents.

    [bold]Example[/]

        sayso score dates TBAQ-cleaned/TimeBank
    """
    from sayso.evaluate.dates import score_dates

    found = score_dates(folder, predictions)
    counts = {"documents": found.documents, "gold": found.gold, "found": found.found}
    _print(counts, _rows(found.scores), json)


@_command
def events(
    file: Gold,
    predictions: Predictions = None,
    method: Events = Method.MODEL,
    json: Json = False,
) -> None:
    """Events on raw sentences: pair found, with direction, with direction and type; share of swapped pairs.

    FILE is a PLV table (.tsv) or sentences with S and T tags (cameo_ner), without marks in the text.

    [bold]Example[/]

        sayso score events PLV_train.tsv
    """
    from sayso.evaluate.events import score_events

    found = score_events(file, predictions, settings=Settings(events=method.value))
    counts = {"sentences": found.sentences, "gold pairs": found.gold, "predicted events": found.predicted}
    _print(counts, _rows(found.scores), json)


@_command
def police(file: Gold, predictions: Predictions = None, json: Json = False) -> None:
    """Police: does a sentence tell that police killed, that they arrested? Every sentence of the articles counts.

    FILE is IndiaPoliceEvents in ConfliBERT's split: a sentence and five columns of 0 or 1, between tabs.

    [bold]Example[/]

        sayso score police india_police_sents/dev.tsv
    """
    from sayso.evaluate.police import score_police

    found = score_police(file, predictions)
    gold = {f"that tell of a police {name}": count for name, count in found.gold.items()}
    _print({"sentences": found.sentences, **gold}, _rows(found.scores), json)


@_command
def plv(file: Gold, predictions: Predictions = None, json: Json = False) -> None:
    """Types of marked pairs: macro F1 over PLV's 15 classes (root), its four groups (penta), and binary.

    FILE is a PLV table (.tsv) with marked sentences. The shipped encoder has been trained on PLV's training rows: on
    those the figures say nothing.

    [bold]Example[/]

        sayso score plv PLV_test.tsv --predictions types.jsonl
    """
    from sayso.evaluate.plv import score_plv

    found = score_plv(file, predictions)
    _print({"rows": found.rows}, _rows(found.scores), json)


@_command
def factuality(
    file: Gold,
    corpus: Annotated[str, typer.Option(help="A corpus's own scale: MEANTIME.")] = "",
    rules: Annotated[bool, typer.Option("--rules", help="The rules alone, without the encoder.")] = False,
    predictions: Predictions = None,
    json: Json = False,
) -> None:
    """Factuality: mean absolute error and Pearson r of -3..+3 on a .conll file of the unified corpora.

    [bold]Example[/]

        sayso score factuality meantime/dev.conll --corpus MEANTIME
    """
    from sayso.evaluate.factuality import score_factuality
    from sayso.evaluate.factuality_rules import CORPORA, graded_values, rule_values

    if corpus not in CORPORA:
        raise UsageError(f"--corpus {corpus!r}: give MEANTIME, or none for sayso's own scale")
    found = score_factuality(file, rule_values(corpus) if rules else graded_values(corpus), predictions)
    _print({"sentences": found.sentences, "events": found.events}, _rows(found.scores), json)


@_command
def stories(
    file: Gold,
    noise: Annotated[
        list[Path] | None,
        typer.Option(
            help="A CSV (date, title, text) of articles on other events; may be repeated.", exists=True
        ),
    ] = None,
    predictions: Predictions = None,
    json: Json = False,
) -> None:
    """Stories: B-cubed P/R/F1 of clustering reports by event; TF-IDF and chance beside it.

    FILE is JSON lines: event, published, title, text; a row without an event is noise. --predictions writes one
    line {"cluster": ...} a row, in the file's order.

    [bold]Example[/]

        sayso score stories newscluster.jsonl --noise wikinews_2019.csv
    """
    from sayso.evaluate.stories import score

    found = score(file, noise or ())
    if predictions is not None:
        lines = (msgspec.json.encode({"cluster": cluster}).decode() + "\n" for cluster in found.clusters)
        predictions.write_text("".join(lines), "utf-8")
    rows = {
        f"{system} {name}": measure
        for system, scores in found.systems.items()
        for name, measure in scores.items()
    }
    counts = {"articles": found.articles, "events": found.events, "noise": found.noise}
    _print(counts, _rows({**rows, "margin in f1 over tf-idf": found.margin}), json)


def _rows(measures: Mapping[str, Any]) -> dict[str, dict[str, float]]:
    return {name: {"score": m.value, "low": m.low, "high": m.high} for name, m in measures.items()}


def _print(counts: Mapping[str, int], rows: Mapping[str, Mapping[str, float]], json: bool) -> None:
    if json:
        typer.echo(msgspec.json.encode({"counts": counts, "scores": rows}).decode())
        return
    if counts:
        typer.echo(", ".join(f"{count} {what}" for what, count in counts.items()))
    columns = [
        name for name in dict.fromkeys(n for row in rows.values() for n in row) if name not in ("low", "high")
    ]
    table = Table("measure", *columns, box=None, pad_edge=False)
    if any("low" in row for row in rows.values()):
        table.add_column("95% interval")
    for name, row in rows.items():
        interval = [f"{row['low']:.3f}–{row['high']:.3f}"] if "low" in row else []
        cells = (_figure(row[column]) if column in row else "" for column in columns)
        table.add_row(name, *cells, *interval)
    Console().print(table)


def _figure(figure: float) -> str:
    """A share to three places; a count as it is."""
    return str(figure) if isinstance(figure, int) else f"{figure:.3f}"
