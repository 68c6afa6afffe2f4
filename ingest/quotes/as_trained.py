"""The text as the reader knows it: double quotation marks, as in the American news it was trained on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.ingest.quotes.glyphs import Style
    from onrecord.ingest.quotes.marks import Marked

# Guillemets are left out: they are read as they are, and no apostrophe looks like one.
_SINGLE: Final[frozenset[Style]] = frozenset({"single curly", "single straight", "single tex", "single low-high"})


def with_double_marks(text: str, marked: Iterable[Marked]) -> str:
    """Put double marks in place of the outermost single ones, as a British text would read in America.

    In: the settled text and its quotation marks. Out: a text of the same length, so that every offset holds in both.
    Unsure: marks inside others, guillemets and apostrophes stay as they are.
    """
    characters = list(text)
    for mark in marked:
        if mark.depth == 0 and mark.style in _SINGLE:
            characters[mark.span.start] = "“"
            if mark.closed:
                characters[mark.span.end - 1] = "”"
    return "".join(characters)
