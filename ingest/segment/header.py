"""A labelled header: leading ``Key: value`` lines such as ``Title:``, ``Author:``, ``Date:``, ended by a blank line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onrecord.ingest.metadata import fields_of
from onrecord.ingest.records import Field
from onrecord.ingest.segment.lines import Line
from onrecord.ingest.spans import Span

_MOST_LINES: Final = 20
_LABELLED = re.compile(r"(?P<key>[A-Za-z][A-Za-z_ -]{1,19}):[ \t]*(?P<value>\S.*)")


def header(text: str, lines: Sequence[Line]) -> tuple[int, tuple[Field, ...]]:
    """The header that leads a text: how many of its lines, and what they say.

    In: the non-blank lines of a settled text, from where the article begins.
    Out: ``(0, ())`` where there is none. Lines count while their key is on the closed list (``metadata.ALIASES``).
    Unsure: one such line is a header only where a blank line follows; two need none.
    """
    fields: list[Field] = []
    for at, line in enumerate(lines[:_MOST_LINES]):
        field = _field(text, line)
        if field is None or (at and not line.follows):
            break
        fields.append(field)
    count = len(fields)
    if count == 1 and (len(lines) == 1 or lines[1].follows):
        return 0, ()
    return count, tuple(fields)


def header_span(lines: Sequence[Line], count: int) -> Span:
    """Where the first ``count`` lines lie."""
    return Span(lines[0].start, lines[count - 1].end)


def _field(text: str, line: Line) -> Field | None:
    match = _LABELLED.fullmatch(text, line.start, line.end)
    if match is None:
        return None
    said = fields_of({match["key"]: match["value"]}, "header")
    return replace(said[0], line=line.number) if said else None
