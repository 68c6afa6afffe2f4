"""Two versions of an utterance, word by word: what the later one left out and what it put in."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from markupsafe import Markup, escape

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
# Word by word costs the square of the length; longer texts are shown without the comparison.
_MOST_WORDS = 3000


def compared(first: str, other: str) -> Markup:
    """The other version as HTML: ``<del>`` around words only the first has, ``<ins>`` around words only the other has.

    Unsure: very long texts are given as they are.
    """
    left, right = _WORDS.findall(first), _WORDS.findall(other)
    if max(len(left), len(right)) > _MOST_WORDS:
        return escape(other)
    parts = []
    for change, start, end, begin, stop in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        out, put = "".join(left[start:end]), "".join(right[begin:stop])
        if change == "equal":
            parts.append(escape(put))
            continue
        if out:
            parts.append(Markup("<del>{}</del>").format(out))
        if put:
            parts.append(Markup("<ins>{}</ins>").format(put))
    return Markup("").join(parts)
