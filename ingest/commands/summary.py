"""The words at the end of an ingest, for a person."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.ingest.outcome import Outcome
from onrecord.schema.quotes import QUOTE_KINDS

# As many as a terminal shows at a glance.
SHOWN = 20


def summary(outcome: Outcome, database: Path) -> str:
    """What a run did, what the corpus holds, and what to type next; several lines, without the last line end."""
    run, holds = outcome.run, outcome.holdings
    if run.articles_added:
        lines = [f"Added {_many(run.articles_added, 'article')} with {_many(run.quotes_added, 'quote')}."]
    else:
        lines = ["Nothing new." if run.articles_unchanged else "No article could be read."]
    if run.articles_unchanged:
        lines[0] += f" {_many(run.articles_unchanged, 'article')} stored already."
    if run.articles_updated:
        lines[0] += f" The metadata of {_many(run.articles_updated, 'article')} brought up to date."
    if outcome.unread:
        lines.append(f"{_unread(outcome)}; the reasons stand below.")
    if outcome.undecided:
        lines.append(f"{_many(len(outcome.undecided), 'thing')} could not be decided; see the table findings.")
    kinds = ", ".join(f"{holds.quotes.get(kind, 0):,} {kind}" for kind in QUOTE_KINDS)
    lines.append(
        f"{database} now holds {_many(holds.articles, 'article')} and "
        f"{_many(sum(holds.quotes.values()), 'quote')} ({kinds}) by {_many(holds.speakers, 'named speaker')}."
    )
    lines.append(f"Next: datasette {database}")
    return "\n".join(lines)


def show_unread(outcome: Outcome) -> None:
    """Say on standard error what could not be read; of many the first, the rest stands in the table findings."""
    for finding in outcome.unread[:SHOWN]:
        click.echo(f"not read: {finding.message}", err=True)
    if len(outcome.unread) > SHOWN:
        click.echo(f"not read: {len(outcome.unread) - SHOWN:,} more; see the table findings.", err=True)


def _unread(outcome: Outcome) -> str:
    """How many files gave nothing, and how many gave articles but lines, rows or files inside that gave none."""
    parts = []
    if outcome.unread_files:
        parts.append(f"{_many(outcome.unread_files, 'file')} could not be read")
    if outcome.partly_read:
        parts.append(f"{_many(outcome.partly_read, 'file')} could be read in part only")
    return ", ".join(parts)


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
