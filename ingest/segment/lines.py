"""The non-blank lines of a settled text, with what the rules of layout ask about them."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """One non-blank line, trimmed of white space on both sides.

    ``start``, ``end``: where its words lie in the settled text. ``indent``: white space before them, in characters.
    ``follows``: True where the line before it is not blank. ``number``: from 1, blank lines counted.
    """

    start: int
    end: int
    indent: int
    follows: bool
    number: int

    @property
    def width(self) -> int:
        """From the first character of its words to the last."""
        return self.end - self.start


def lines_of(text: str, start: int = 0) -> tuple[Line, ...]:
    r"""The non-blank lines of a settled text from an offset on, which begins a line.

    White space is what ``str.isspace`` says, and only ``\n`` ends a line.
    """
    found: list[Line] = []
    follows = False
    offset = start
    first = text.count("\n", 0, start) + 1
    for number, line in enumerate(text[start:].split("\n"), start=first):
        words = line.strip()
        if words:
            indent = len(line) - len(line.lstrip())
            begin = offset + indent
            found.append(Line(begin, begin + len(words), indent, follows, number))
        follows = bool(words)
        offset += len(line) + 1
    return tuple(found)
