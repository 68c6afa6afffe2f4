"""Where the paragraphs of a settled text begin, as far as its line ends tell."""

from __future__ import annotations

import re

# Where a paragraph ends; a line that breaks off within a sentence, as wires have them, ends none.
_END = re.compile(r"(?<=[.!?:…\"'”’)\]])[ \t]*\n\s*|\n[ \t]*\n\s*|\n[ \t]{2,}")


def paragraph_start(text: str, offset: int, before: int = 0) -> int:
    """Where the paragraph begins that holds an offset, or the one so many before it."""
    starts = [0, *(end.end() for end in _END.finditer(text, 0, offset))]
    return starts[max(len(starts) - 1 - before, 0)]
