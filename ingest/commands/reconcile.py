"""``onrecord reconcile``: people and organisations looked up in a list or at a reconciliation service."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from sqlalchemy import Engine
from tqdm import tqdm

from onrecord.ingest.commands.corpus_options import by_option, clock_option, database_option
from onrecord.ingest.commands.ingest import instant_of
from onrecord.ingest.commands.reconciled import Reconciled, summary, write_unsure
from onrecord.ingest.errors import ReconcileError
from onrecord.ingest.identities import Decision, Linkable
from onrecord.ingest.reconcile import Candidate, Source, authority, judge, open_service, read_list
from onrecord.ingest.resolve import join
from onrecord.ingest.store import decide, linkable
from onrecord.migrations import prepare

TYPES = ("person", "organisation")
STOPPED_SHORT = 1


@click.command()
@click.argument(
    "listed", metavar="[LIST]", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--service", metavar="URL", help="Ask this reconciliation service; names and types are sent to it.")
@database_option
@click.option("--type", "types", multiple=True, type=click.Choice(TYPES), help="Only these; both where not given.")
@click.option("--limit", type=click.IntRange(1), help="Only so many that are not linked yet, most quoted first.")
@click.option(
    "--service-type",
    "called",
    multiple=True,
    metavar="TYPE=ID",
    help="What the service calls a type, such as person=Person; of Wikidata that is known.",
)
@click.option(
    "--unsure",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write what is for you to decide; beside the corpus where it is not given.",
)
@by_option
@clock_option
def reconcile(  # noqa: PLR0913 - one argument an option
    *,
    listed: Path | None,
    service: str | None,
    database: Path,
    types: tuple[str, ...],
    limit: int | None,
    called: tuple[str, ...],
    unsure: Path | None,
    by: str,
    clock: str | None,
) -> int:
    """Link people and organisations to items of Wikidata, or of another list.

    LIST is a CSV file with the columns name, aliases (with | between them), wikidata and, if you like, type (person
    or organisation) and description; it is read offline. With --service a reconciliation service is asked instead, as
    OpenRefine would.

    Linked is who has the exact name of one item of the right type. What could be several is written to a file of
    decisions, for you to delete the wrong lines and apply the rest. Links are decisions: onrecord decide undo takes
    them back, and one that was taken back is not made again.
    """
    if (listed is None) == (service is None):
        raise click.UsageError("LIST or --service URL expected, one of the two.")
    engine = prepare(database)
    source: Source = read_list(listed) if listed else open_service(str(service), _called(called))
    done = Reconciled(source.name, by, instant_of(clock)())
    stopped = _look_up(engine, source, _not_linked(engine, source, types or TYPES, done)[:limit], done)
    unsure = unsure or database.with_name(f"{database.stem}-unsure.csv")
    if done.unsure:
        write_unsure(unsure, done)
    click.echo(summary(done, database, unsure))
    for warning in source.warnings:
        click.echo(f"onrecord: {warning}", err=True)
    if stopped:
        click.echo(f"onrecord: {stopped} What was linked before stays; the same command goes on from there.", err=True)
    return STOPPED_SHORT if stopped else 0


def _called(given: Sequence[str]) -> dict[str, str]:
    """What the service calls the types. Errors: BadParameter for what is no type with its name."""
    pairs = dict(one.partition("=")[::2] for one in given)
    if not pairs.keys() <= set(TYPES) or not all(pairs.values()):
        raise click.BadParameter(f"{' '.join(given)} found, person=ID or organisation=ID expected")
    return pairs


def _not_linked(engine: Engine, source: Source, types: Sequence[str], done: Reconciled) -> list[Linkable]:
    """Who has no link yet to what the source offers; the others are counted."""
    found = []
    for entity in linkable(engine, types):
        if source.authorities <= {authority(link) for link in entity.links}:
            done.before[entity.type] += 1
        else:
            found.append(entity)
    return found


def _look_up(engine: Engine, source: Source, entities: Sequence[Linkable], done: Reconciled) -> str | None:
    """Look everybody up and keep the links, some at a time. Out: why it ended early, or None."""
    bar = tqdm(entities, "Looking up", unit=" names", disable=not sys.stderr.isatty(), leave=False)
    with bar:
        for start in range(0, len(entities), source.at_once):
            some = entities[start : start + source.at_once]
            try:
                offered = source.candidates(some)
            except ReconcileError as error:
                return str(error)
            done.numbers += decide(engine, list(_decided(some, offered, done)), join)
            bar.update(len(some))
    return None


def _decided(
    entities: Sequence[Linkable], offered: Sequence[tuple[Candidate, ...]], done: Reconciled
) -> Iterator[Decision]:
    """The links of some entities; what is unsure or unknown is counted."""
    for entity, candidates in zip(entities, offered, strict=True):
        verdict = judge(entity, candidates)
        if verdict.chosen is not None:
            done.linked[entity.type] += 1
            yield done.decision(entity, verdict.chosen, f"{done.source} has the name: {verdict.chosen.names[0]}.")
        elif verdict.unsure:
            done.unsure.append((entity, verdict.unsure))
        else:
            done.unknown[entity.type] += 1
