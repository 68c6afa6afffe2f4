"""Findings of a stream: the first are told one by one, the rest counted, so that a broken file makes no flood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.ingest import limits
from onrecord.ingest.readers.reader import Read, finding
from onrecord.ingest.records import Finding


class FirstFindings:
    """Counts the findings of one stream. ``unit``: what it consists of, line or row."""

    def __init__(self, path: str, unit: str) -> None:
        self._path, self._unit = path, unit
        self._count = 0

    def met(self, trouble: Finding, number: int) -> Iterator[Read]:
        """The piece that tells a finding of a line or row, or nothing where enough were told."""
        self._count += 1
        if self._count <= limits.LINE_FINDINGS:
            where = trouble.message.replace(f"{self._path}:", f"{self._path}, {self._unit} {number}:", 1)
            yield (), (replace(trouble, message=where),)

    def rest(self, articles: int) -> Iterator[Read]:
        """The piece that tells how many findings were not told, or that there was nothing at all."""
        untold = self._count - limits.LINE_FINDINGS
        if untold > 0:
            found = f"{untold:,} more {self._unit}s without an article"
            remedy = f"see the {self._unit}s told before"
            yield (), (finding("more-unread", self._path, found, f"an article a {self._unit}", remedy),)
        elif not articles and not self._count:
            yield (), (finding("empty", self._path, f"no {self._unit} at all", "articles", "remove or fill it"),)
