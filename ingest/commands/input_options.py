"""The options of the commands that read articles: what the user says of files that do not say it themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from onrecord.ingest.readers import READERS, Options

Command = TypeVar("Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--outlet", help="Who published these articles, where they do not say so themselves."),
    click.option("--date", help="When they were published (2024, 2024-05 or 2024-05-03), where they do not say so."),
    click.option("--file-name", "pattern", help="What the file names tell, such as {outlet}_{date}_{slug}."),
    click.option(
        "--format",
        "file_format",
        type=click.Choice(sorted(reader.name for reader in READERS)),
        metavar="NAME",
        help=f"Read every file as this: {', '.join(sorted(reader.name for reader in READERS))}.",
    ),
    click.option("--map", "columns", help="Which key or column holds what, such as text=body,title=headline."),
)


def input_options(command: Command) -> Command:
    """Give a command the five options; it gets them by ``options_of``'s names."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def options_of(
    outlet: str | None, date: str | None, pattern: str | None, file_format: str | None, columns: str | None
) -> Options:
    """The options as the rooms take them. Errors: OnrecordError."""
    return Options(outlet, date, pattern, file_format, columns)
