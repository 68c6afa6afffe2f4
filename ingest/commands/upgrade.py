"""``onrecord upgrade``: an older corpus to the tables of this program."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.migrations import upgrade as run


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def upgrade(file: Path) -> int:
    """Bring FILE to the tables of this version, all or nothing. No row is lost."""
    before, after = run(file)
    if before == after:
        click.echo(f"{file} is up to date (revision {after}).")
    else:
        click.echo(f"{file} upgraded from revision {before or 'none'} to {after}.")
    return 0
