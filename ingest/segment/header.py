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

_SENTENCE_ENDS: Final = frozenset('.!?…"”’)')
# Keys of files that stand before other things in a text: "Name: Jane Doe", "Time: 10:30".
_NO_LABELS: Final = frozenset({"name", "time", "media", "domain", "uri", "paper", "timestamp", "heading"})


def header(text: str, lines: Sequence[Line]) -> tuple[int, tuple[Field, ...]]:
    """The header that leads a text: how many of its lines, and what they say.

    In: the non-blank lines of a settled text, from where the article begins.
    Out: ``(0, ())`` where there is none. Lines count while their key is on the closed list (``metadata.ALIASES``);
    other labels between two such lines belong to the header and say nothing.
    Unsure: one such line is a header only where a blank line follows; two need none. Labels behind the last known
    one are a header's where they hold no sentence and a blank line follows them; otherwise text, as in a transcript.
    """
    fields: list[Field] = []
    count = at = 0
    for at, line in enumerate(lines[:_MOST_LINES]):
        if (at and not line.follows) or not _LABELLED.fullmatch(text, line.start, line.end):
            break
        field = _field(text, line)
        if field is None and not fields:
            break
        if field is not None:
            fields.append(field)
            count = at + 1
    else:
        at = len(lines[:_MOST_LINES])
    if len(fields) == 1 and count == 1 and (len(lines) == 1 or lines[1].follows):
        return 0, ()
    is_closed = at == len(lines) or not lines[at].follows
    is_told = is_closed and not any(text[line.end - 1] in _SENTENCE_ENDS for line in lines[count:at])
    return (at if fields and is_told else count), tuple(fields)


def header_span(lines: Sequence[Line], count: int) -> Span:
    """Where the first ``count`` lines lie."""
    return Span(lines[0].start, lines[count - 1].end)


def _field(text: str, line: Line) -> Field | None:
    match = _LABELLED.fullmatch(text, line.start, line.end)
    if match is None:
        return None
    if match["key"].strip().lower() in _NO_LABELS:
        return None
    said = fields_of({match["key"]: match["value"]}, "header")
    return replace(said[0], line=line.number) if said else None
