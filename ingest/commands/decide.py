"""``onrecord decide``: what a person decides about entities, kept and followed."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from onrecord.ingest.commands.corpus_options import database_option, deciding
from onrecord.ingest.commands.ingest import instant_of
from onrecord.ingest.errors import DecisionError
from onrecord.ingest.identities import Decision
from onrecord.ingest.resolve import join
from onrecord.ingest.store import all_decisions, undo
from onrecord.ingest.store import decide as keep
from onrecord.migrations import prepare

SOMETHING_LEFT_OUT = 1
COLUMNS = ("decision", "entity", "other", "value", "by", "at", "why", "undone")


@click.group()
def decide() -> None:
    """Say which entities are the same, which are different, what they are called, and what they are elsewhere.

    Keys stand on the pages and in the columns entities.entity_key, article_entities.name_key and
    article_entities.article_entity_key. A decision holds at every ingest until it is undone.
    """


@decide.command()
@click.argument("entity")
@click.argument("other")
@deciding
def same(entity: str, other: str, **options: Any) -> int:
    """ENTITY and OTHER are one; OTHER's names and quotes go to ENTITY."""
    return _keep("same", entity, other, None, **options)


@decide.command()
@click.argument("entity")
@click.argument("other")
@deciding
def different(entity: str, other: str, **options: Any) -> int:
    """OTHER is not ENTITY: what goes by OTHER's name, or its naming in one article, is split off."""
    return _keep("different", entity, other, None, **options)


@decide.command()
@click.argument("entity")
@click.argument("name")
@deciding
def rename(entity: str, name: str, **options: Any) -> int:
    """ENTITY is to be called NAME."""
    return _keep("rename", entity, None, name, **options)


@decide.command(name="type")
@click.argument("entity")
@click.argument("kind")
@deciding
def type_(entity: str, kind: str, **options: Any) -> int:
    """ENTITY is a KIND: person, organisation, place, facility, event, work or group."""
    return _keep("type", entity, None, kind, **options)


@decide.command()
@click.argument("entity")
@click.argument("item")
@deciding
def link(entity: str, item: str, **options: Any) -> int:
    """ENTITY is ITEM elsewhere: an item of Wikidata (Q42), or the address of a page about it."""
    return _keep("link", entity, None, item, **options)


def _keep(kind: str, entity: str, other: str | None, value: str | None, **options: Any) -> int:
    decision = Decision(kind, entity, other, value, options["by"], instant_of(options["clock"])(), options["why"])
    numbers = keep(prepare(options["database"]), [decision], join)
    if numbers:
        click.echo(f"Decided. onrecord decide undo {numbers[0]} --db {options['database']} takes it back.")
    else:
        click.echo("That was decided before.")
    return 0


@decide.command(name="undo")
@click.argument(
    "numbers", nargs=-1, required=True, metavar="NUMBER...", callback=lambda _context, _option, given: _numbers(given)
)
@click.option("--clock", help="Take this instant (2024-05-03T12:00:00Z) for now.")
@database_option
def take_back(numbers: Sequence[int], clock: str | None, database: Path) -> int:
    """Take the decision NUMBER back; several may be given, and 13-24 stands for all from 13 to 24."""
    undo(prepare(database), numbers, instant_of(clock)(), join)
    click.echo(f"Decision {numbers[0]} is undone." if len(numbers) == 1 else f"{len(numbers)} decisions are undone.")
    return 0


def _numbers(given: Sequence[str]) -> tuple[int, ...]:
    """The numbers meant, each once. Errors: BadParameter for what is none."""
    found: dict[int, None] = {}
    for written in given:
        first, _, last = written.partition("-")
        if not (first.isdecimal() and (last or first).isdecimal()):
            raise click.BadParameter(f"{written} found, a number such as 3 or 13-24 expected")
        found |= dict.fromkeys(range(int(first), int(last or first) + 1))
    return tuple(found)


@decide.command(name="list")
@database_option
def show(database: Path) -> int:
    """Print all decisions as CSV; onrecord decide apply reads it."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("number", *COLUMNS))
    for number, one in all_decisions(prepare(database)):
        writer.writerow((number, one.kind, one.entity, one.other, one.value, one.by, one.at, one.why, one.undone_at))
    return 0


@decide.command()
@click.argument("file", type=click.File(encoding="utf-8-sig"))
@database_option
def apply(file: Any, database: Path) -> int:
    """Keep the decisions of a CSV file with the columns of the list; those that are kept already are passed over.

    Those that speak of entities this corpus does not have are left out and named; the exit status is 1 then.
    """
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
    left_out: list[DecisionError] = []
    added = keep(prepare(database), given, join, left_out)
    click.echo(f"{len(added)} of {len(given)} decisions are new.")
    for error in left_out:
        click.echo(f"left out: {error}", err=True)
    return SOMETHING_LEFT_OUT if left_out else 0
