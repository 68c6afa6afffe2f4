"""``onrecord ingest``: files, folders and patterns into a corpus."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import click
from tqdm import tqdm

from onrecord.ingest.commands.input_options import input_options, options_of
from onrecord.ingest.commands.summary import show_unread, summary
from onrecord.ingest.commands.watching import every, keep_ingested
from onrecord.ingest.pipeline import find, read, read_given
from onrecord.ingest.pipeline import ingest as run
from onrecord.ingest.readers import SourceFile
from onrecord.ingest.records import Finding

DEFAULT = Path("data/corpus.db")
SOMETHING_UNREAD = 1
SECONDS_BETWEEN_LOOKS = 5.0


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option(
    "--db",
    "database",
    type=click.Path(dir_okay=False, path_type=Path),
    default=DEFAULT,
    show_default=True,
    help="The corpus to add to; made where there is none.",
)
@input_options
@click.option("--clock", help="Take this instant (2024-05-03T12:00:00Z) for now, to build the same bytes twice.")
@click.option(
    "--watch",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Read what comes into this folder, until you stop it.",
)
def ingest(
    paths: tuple[str, ...], *, database: Path, clock: str | None, watch: Path | None, **given: str | None
) -> int:
    """Read articles into a corpus.

    PATH is a file, a folder, a pattern in quotes, or the address of a page or feed, which is fetched; - reads lines of
    {"id": ..., "text": ...} from standard input. What is stored already is left alone, so the same command can be run
    again, also after it was stopped. The exit status is 1 where a file could not be read.
    """
    options = options_of(**given)
    if database == DEFAULT:
        try:
            database.parent.mkdir(exist_ok=True)
        except OSError as error:
            raise click.UsageError(
                f"{database.parent}/ cannot be made ({error.strerror}); name a file with --db."
            ) from None
    if watch is not None:
        if paths:
            raise click.UsageError("--watch FOLDER found beside PATH, one of the two expected.")
        keep_ingested(watch, database, options, instant_of(clock), every(SECONDS_BETWEEN_LOOKS))
    if not paths:
        raise click.UsageError("no PATH found, a file, a folder, a pattern or an address expected.")
    if "-" in paths and len(paths) > 1:
        raise click.UsageError("- (standard input) found beside other paths, one of the two expected.")
    findings: tuple[Finding, ...] = ()
    with tqdm(desc="Reading", unit=" articles", disable=not sys.stderr.isatty(), leave=False) as bar:
        if paths == ("-",):
            taken_in = read_given(sys.stdin.buffer, options)
        else:
            files, findings = find(paths, options)
            taken_in = read(_told(files, bar))
        outcome = run(taken_in, findings, database, instant_of(clock), bar.update)
    click.echo(summary(outcome, database))
    show_unread(outcome)
    return SOMETHING_UNREAD if outcome.unread else 0


def _told(files: Sequence[SourceFile], bar: tqdm[NoReturn]) -> Iterator[SourceFile]:
    """The same files; the bar, which counts articles, says which of them is read."""
    for number, file in enumerate(files, 1):
        bar.set_description(f"Reading file {number:,} of {len(files):,}")
        yield file


def instant_of(given: str | None) -> Callable[[], str]:
    """A clock that gives the instant in UTC: now, or always the one given. Errors: BadParameter for what is none."""
    if given is None:
        return lambda: _instant(datetime.now(UTC))
    try:
        fixed = datetime.fromisoformat(given)
        instant = _instant(fixed if fixed.tzinfo else fixed.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        raise click.BadParameter(f"{given} found, an instant such as 2024-05-03T12:00:00Z expected") from None
    return lambda: instant


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
