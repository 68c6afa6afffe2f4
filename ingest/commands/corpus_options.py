"""The options of commands that work on a corpus which is there, and of those that decide something in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from onrecord.ingest.commands.ingest import DEFAULT

database_option = click.option(
    "--db",
    "database",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=DEFAULT,
    show_default=True,
    help="The corpus.",
)
by_option = click.option(
    "--by", envvar="USER", show_envvar=True, required=True, help="Who decides: you, unless you say otherwise."
)
clock_option = click.option("--clock", help="Take this instant (2024-05-03T12:00:00Z) for now.")


def deciding(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that all decisions take."""
    why = click.option("--why", required=True, help="Why; it is kept and shown.")
    for option in (clock_option, why, by_option, database_option):
        command = option(command)
    return command
