"""Which stretches of a text stand between quotation marks, by a plain rule of its own.

The figures by kind must not depend on the marks that are being judged, and must be the same for every system; so this
rule is kept apart from ``onrecord.ingest.quotes`` and is simpler. A quotation ends with its paragraph at the latest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.ingest.spans import Span

# What may stand before an opening mark that could as well be a closing one.
_BEFORE = frozenset(" \t\r\n\u00a0([{—–-/:,‘'")
_CLOSERS = {
    "“": ("”", '"'),
    "‟": ("”", '"'),
    "”": ("”", '"'),
    "«": ("»",),
    "``": ("''", '"', "”"),
    "''": ("''", '"', "”"),
}
_CLOSERS['"'] = ('"', "”")
_LONGEST_SINGLE = 400


def marked(text: str) -> Iterator[Span]:
    """The stretches between quotation marks, marks included, in text order.

    Unsure: a double mark that is never closed runs to the end of its paragraph; a single one then is an apostrophe.
    A straight mark that opens a word inside straight marks begins a new quotation.
    """
    for paragraph in re.finditer(r"[^\n]+", text):
        yield from _in_paragraph(text, paragraph.start(), paragraph.end())


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    opened: tuple[int, str] | None = None
    while at < end:
        before = text[at - 1] if at > start else "\n"
        after = text[at + 1] if at + 1 < end else "\n"
        width = 1
        if opened is None:
            mark = _opening(text, at, end, before)
            if mark:
                opened, width = (at, mark), len(mark)
            elif text[at] in "‘'" and before in _BEFORE and (after.isalnum() or after == "["):
                closing = _single_closed(text, at + 1, end)
                if closing is not None:
                    yield Span(at, closing + 1)
                    width = closing + 1 - at
        else:
            closer = next((mark for mark in _CLOSERS[opened[1]] if text.startswith(mark, at, end)), None)
            if closer == opened[1] == '"' and after.isalnum() and before.isspace():
                yield Span(opened[0], at)
                opened = (at, '"')
            elif closer:
                width = len(closer)
                yield Span(opened[0], at + width)
                opened = None
        at += width
    if opened is not None:
        yield Span(opened[0], end)


def _opening(text: str, at: int, end: int, before: str) -> str | None:
    """The double mark that opens at ``at``, or None."""
    one, two = text[at], text[at : min(at + 2, end)]
    if one in "“‟«":
        return one
    if two == "``":
        return two
    mark = two if two == "''" else one
    follows = text[at + len(mark)] if at + len(mark) < end else "\n"
    if follows.isspace():
        return None
    if mark == '"' or (mark in {"''", "”"} and before in _BEFORE):
        return mark
    return None


def _single_closed(text: str, start: int, end: int) -> int | None:
    """Where a single mark is closed again behind two words or more, or None."""
    for at in range(start, min(end, start + _LONGEST_SINGLE)):
        is_last = not (at + 1 < end and text[at + 1].isalnum())
        if text[at] in "’'" and is_last and not text[at - 1].isspace():
            inner = text[start:at]
            is_quotation = len(inner.split()) >= 2 and not set('"“”') & set(inner)
            return at if is_quotation else None
    return None
