"""A file that holds articles, before it is opened."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.ingest.records import Field


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read.

    ``path``: as the user gave it, with forward slashes. ``fields``: what table, sidecar, options and file name say of
    its articles, best source first. ``format``: the reader that the user names, or None to recognise it. ``columns``:
    pairs of field and key, where the user says which key or column holds what.
    """

    path: str
    fields: tuple[Field, ...] = ()
    format: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
