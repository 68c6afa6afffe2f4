"""``onrecord check``: whether a corpus is whole and true to its texts."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.migrations import head
from onrecord.schema.check import check as run

SOMETHING_WRONG = 1


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def check(file: Path) -> int:
    """Verify FILE: the database itself, and that every quote and name is what its paragraph holds.

    The exit status is 1 where something is wrong; each problem is a line.
    """
    problems = run(file, head())
    for problem in problems:
        click.echo(str(problem), err=True)
    if problems:
        noun = "problem" if len(problems) == 1 else "problems"
        click.echo(f"{file}: {len(problems):,} {noun} found.")
        return SOMETHING_WRONG
    click.echo(f"{file}: no problem found.")
    return 0
