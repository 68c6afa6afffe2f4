"""``onrecord decide``: what a person decides about entities, kept and followed."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from onrecord.ingest.commands.ingest import DEFAULT, instant_of
from onrecord.ingest.errors import DecisionError
from onrecord.ingest.identities import Decision
from onrecord.ingest.resolve import join
from onrecord.ingest.store import all_decisions, undo
from onrecord.ingest.store import decide as keep
from onrecord.migrations import prepare

COLUMNS = ("decision", "entity", "other", "value", "by", "at", "why", "undone")


def _common(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that all decisions take."""
    for option in (
        click.option("--clock", help="Take this instant (2024-05-03T12:00:00Z) for now."),
        click.option("--why", required=True, help="Why; it is kept and shown."),
        click.option("--by", envvar="USER", required=True, help="Who decides; your user name where it is not given."),
        _database,
    ):
        command = option(command)
    return command


_database = click.option(
    "--db",
    "database",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=DEFAULT,
    show_default=True,
    help="The corpus.",
)


@click.group()
def decide() -> None:
    """Say which entities are the same, which are different, and what they are called.

    Keys stand on the pages and in the columns entities.entity_key, article_entities.name_key and
    article_entities.article_entity_key. A decision holds at every ingest until it is undone.
    """


@decide.command()
@click.argument("entity")
@click.argument("other")
@_common
def same(entity: str, other: str, **options: Any) -> int:
    """ENTITY and OTHER are one; OTHER's names and quotes go to ENTITY."""
    return _keep("same", entity, other, None, **options)


@decide.command()
@click.argument("entity")
@click.argument("other")
@_common
def different(entity: str, other: str, **options: Any) -> int:
    """OTHER is not ENTITY: what goes by OTHER's name, or its naming in one article, is split off."""
    return _keep("different", entity, other, None, **options)


@decide.command()
@click.argument("entity")
@click.argument("name")
@_common
def rename(entity: str, name: str, **options: Any) -> int:
    """ENTITY is to be called NAME."""
    return _keep("rename", entity, None, name, **options)


@decide.command(name="type")
@click.argument("entity")
@click.argument("kind")
@_common
def type_(entity: str, kind: str, **options: Any) -> int:
    """ENTITY is a KIND: person, organisation, place, facility, event, work or group."""
    return _keep("type", entity, None, kind, **options)


def _keep(kind: str, entity: str, other: str | None, value: str | None, **options: Any) -> int:
    decision = Decision(kind, entity, other, value, options["by"], instant_of(options["clock"])(), options["why"])
    keep(prepare(options["database"]), [decision], join)
    click.echo(f"Decided. onrecord decide list --db {options['database']} shows it, with the number to undo it by.")
    return 0


@decide.command(name="undo")
@click.argument("number", type=int)
@click.option("--clock", help="Take this instant (2024-05-03T12:00:00Z) for now.")
@_database
def take_back(number: int, clock: str | None, database: Path) -> int:
    """Take the decision NUMBER back."""
    undo(prepare(database), number, instant_of(clock)(), join)
    click.echo(f"Decision {number} is undone.")
    return 0


@decide.command(name="list")
@_database
def show(database: Path) -> int:
    """Print all decisions as CSV; onrecord decide apply reads it."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("number", *COLUMNS))
    for number, one in all_decisions(prepare(database)):
        writer.writerow((number, one.kind, one.entity, one.other, one.value, one.by, one.at, one.why, one.undone_at))
    return 0


@decide.command()
@click.argument("file", type=click.File(encoding="utf-8-sig"))
@_database
def apply(file: Any, database: Path) -> int:
    """Keep the decisions of a CSV file with the columns of the list; those that are kept already are passed over."""
    found = csv.DictReader(file)
    missing = set(COLUMNS) - set(found.fieldnames or ())
    if missing:
        raise DecisionError(f"{file.name} lacks the columns {', '.join(sorted(missing))}; it has {found.fieldnames}.")
    given = [
        Decision(
            row["decision"], row["entity"], row["other"] or None, row["value"] or None,
            row["by"], row["at"], row["why"], row["undone"] or None,
        )
        for row in found
    ]  # fmt: skip
    added = keep(prepare(database), given, join)
    click.echo(f"{added} of {len(given)} decisions are new.")
    return 0
