"""``onrecord review``: the entities most worth a look."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.ingest.commands.ingest import DEFAULT
from onrecord.ingest.store import doubts
from onrecord.migrations import prepare


@click.command()
@click.option(
    "--db",
    "database",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=DEFAULT,
    show_default=True,
    help="The corpus.",
)
@click.option("--limit", default=20, show_default=True, help="How many to show.")
def review(database: Path, limit: int) -> int:
    """List what was joined, or kept apart, on thin evidence; most quotes at stake first.

    Each comes with the command that decides otherwise.
    """
    found = doubts(prepare(database), limit)
    if not found:
        click.echo("Nothing was joined or kept apart on thin evidence.")
    for doubt in found:
        noun = "quote" if doubt.quotes == 1 else "quotes"
        click.echo(f"{doubt.quotes} {noun}: {doubt.name} / {doubt.other_name}. {doubt.question}")
        click.echo(f"    onrecord decide {doubt.kind} {doubt.entity} {doubt.other} --db {database} --why ...")
    return 0
