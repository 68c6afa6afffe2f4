r"""Where paragraphs begin and end: at blank lines, and at single line ends where lines are not merely wrapped.

Two habits have to be told apart, and no sign in the file says which it is. In one, a paragraph is one long line and
the next line is the next paragraph. In the other, an editor broke the paragraph into lines of 60 to 100 characters and
only a blank line or an indented line begins a new one. What gives wrapping away: a line ends where the next word would
not have fitted any more, and the next line goes on in lower case. It is decided once for a text.
Limits: a text wrapped in a script without case (Arabic, Chinese) is cut into its lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from onrecord.ingest.segment.lines import Line
from onrecord.ingest.spans import Span

_WIDEST_WRAP: Final = 120  # an editor's widest setting; longer lines were not wrapped by hand or program
_LONG_SHARE: Final = 0.05  # addresses and tables may stand out of a wrapped text
_ENDS_SENTENCE: Final = frozenset(".!?:")
_HEADING = re.compile(r"#{1,6}\s")
_ITEM = re.compile(r"(?:[-*•–—]|\d{1,3}[.)])\s|>")


def cut(text: str, lines: Sequence[Line]) -> tuple[Span, ...]:
    """The blocks that lines of a text form, one span a paragraph, trimmed of outer white space."""
    if not lines:
        return ()
    width = _wrap_width(text, lines)
    if width is None:
        return tuple(Span(line.start, line.end) for line in lines)
    # Lines that go on in lower case stand at the left margin; what stands further right begins a paragraph.
    margin = Counter(line.indent for line in lines if text[line.start].islower()).most_common(1)[0][0]
    starts = [0, *(at for at, pair in enumerate(pairwise(lines), start=1) if _parts(text, *pair, width, margin))]
    ends = [*starts[1:], len(lines)]
    return tuple(Span(lines[first].start, lines[end - 1].end) for first, end in zip(starts, ends, strict=True))


def _wrap_width(text: str, lines: Sequence[Line]) -> int | None:
    """The width a text is wrapped at, or None where each line is a paragraph."""
    widths = sorted(line.width for line in lines if " " in text[line.start : line.end])
    if not widths:
        return None
    width = widths[-1 - int(len(widths) * _LONG_SHARE)]
    pairs = [pair for pair in pairwise(lines) if pair[1].follows and pair[1].indent <= pair[0].indent]
    if not pairs or width > _WIDEST_WRAP:
        return None
    full = sum(_room_left(text, *pair, width) < 0.1 * width for pair in pairs) / len(pairs)
    running = sum(_runs_on(text, *pair) for pair in pairs) / len(pairs)
    return width if running >= 0.5 or (full >= 0.6 and running >= 0.25) else None


def _parts(text: str, line: Line, following: Line, width: int, margin: int) -> bool:
    """True where a paragraph of a wrapped text ends between two lines."""
    if not following.follows or following.indent > margin:
        return True
    if _HEADING.match(text, following.start) or _HEADING.match(text, line.start):
        return True
    if _ITEM.match(text, following.start) and text[line.end - 1] in _ENDS_SENTENCE:
        return True
    return _room_left(text, line, following, width) > 0.25 * width and not text[following.start].islower()


def _room_left(text: str, line: Line, following: Line, width: int) -> int:
    """How many characters would be left in a line had the next line's first word been put into it."""
    first_word = text[following.start : following.end].split(maxsplit=1)[0]
    return width - line.width - 1 - len(first_word)


def _runs_on(text: str, line: Line, following: Line) -> bool:
    """True where a sentence goes on from one line to the next."""
    return text[following.start].islower() and text[line.end - 1] not in _ENDS_SENTENCE
