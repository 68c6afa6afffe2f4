"""``onrecord ingest --watch FOLDER``: what comes into a folder is read, look after look, until the user stops it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import click

from onrecord.ingest.commands.summary import show_unread, summary
from onrecord.ingest.errors import NothingToReadError
from onrecord.ingest.pipeline import find, ingest, read
from onrecord.ingest.readers import Options, SourceFile
from onrecord.ingest.records import Finding
from onrecord.ingest.watch import Stamp, Watch


def keep_ingested(
    folder: Path,
    database: Path,
    options: Options,
    clock: Callable[[], str],
    pause: Callable[[], bool],
) -> None:
    """Look at a folder again and again, and ingest what is new, changed or told otherwise in it.

    In: ``pause`` waits between two looks and says whether to go on. A file is read once two looks found it the same,
    so that one that is still being written is not cut.
    """
    click.echo(f"Watching {folder}: what comes into it goes into {database}. Stop with Ctrl+C.")
    watch = Watch()
    while True:
        files, findings = _there(folder, options)
        ready = set(watch.look({file.path: stamp for file in files if (stamp := _stamp(file)) is not None}))
        if ready:
            outcome = ingest(read(file for file in files if file.path in ready), findings, database, clock)
            click.echo(summary(outcome, database))
            show_unread(outcome)
        if not pause():
            return


def every(seconds: float) -> Callable[[], bool]:
    """A pause of so many seconds, without end."""

    def pause() -> bool:
        time.sleep(seconds)
        return True

    return pause


def _there(folder: Path, options: Options) -> tuple[tuple[SourceFile, ...], tuple[Finding, ...]]:
    try:
        return find([str(folder)], options)
    except NothingToReadError:  # the folder is empty as yet
        return (), ()


def _stamp(file: SourceFile) -> Stamp | None:
    try:
        status = Path(file.path).stat()
    except OSError:  # gone since the folder was listed
        return None
    return status.st_size, status.st_mtime_ns, file.fields
