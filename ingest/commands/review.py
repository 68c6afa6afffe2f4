"""``onrecord review``: the entities most worth a look."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.ingest.commands.corpus_options import database_option
from onrecord.ingest.store import doubts
from onrecord.migrations import prepare


@click.command()
@database_option
@click.option("--limit", default=20, show_default=True, help="How many to show.")
def review(database: Path, limit: int) -> int:
    """List what was joined, or kept apart, on thin evidence; most at stake first.

    Each comes with the commands that change it and that confirm it; what was decided is not listed again. The page
    "Review" of the site shows the same, with quotes to compare.
    """
    found = doubts(prepare(database), limit)
    if not found:
        click.echo("Nothing was joined or kept apart on thin evidence.")
    for doubt in found:
        noun = "quote" if doubt.quotes == 1 else "quotes"
        click.echo(f"{doubt.quotes} {noun}: {doubt.name} / {doubt.other_name}. {doubt.question}")
        for kind in ("same", "different") if doubt.kind == "same" else ("different", "same"):
            click.echo(f"    onrecord decide {kind} {doubt.entity} {doubt.other} --db {database} --why ...")
    return 0
