"""Where the name of a person begins and ends, when the encoder or the web page got it wrong."""

from __future__ import annotations

import re

_LINK = 40  # characters between a name and its end in the link behind it
_WORD = re.compile(r"\S+")
_INITIAL = re.compile(r"[A-Z]\.")
_INITIAL_BEFORE = re.compile(r"(?<![\w.])[A-Z]\. ?$")
# Behind two words: Catherine of Aragon is called so.
_OF_PLACE = re.compile(r"(\S+\s+(?:\S+\s+){0,2}?[^\s,]+),?\s+of\s+[A-Z]")
# A headline that a web page put right behind a name: "Jane RoeWatch live". FitzGerald and MacDonald are names.
_GLUED = re.compile(r"(?<=[^\W\d_A-Z]{3})(?<!\bFitz)(?=[A-Z])")


def person_start(text: str, start: int) -> int:
    """Where a person's name begins of whose initials the encoder left out the first: H.R. Roe, J. R. Roe."""
    if _INITIAL.match(text, start) and (left_out := _INITIAL_BEFORE.search(text, max(0, start - 4), start)):
        return left_out.start()
    return start


def person_end(text: str, start: int, end: int) -> int:
    """Where a person's name ends: before "of Ouro", before a headline glued to it, before it begins anew.

    "Jane Roe Jane Mary RoeWatch live" is a link of a web page behind a name: Jane Roe. Of the link alone nothing stays.
    """
    if of_place := _OF_PLACE.match(text, start, end):
        return of_place.end(1)
    words = list(_WORD.finditer(text, start, end))
    glued = _GLUED.search(text, words[1].start(), end) if len(words) > 1 else None
    if glued:
        end = glued.start()
        words = [word for word in words if word.start() < end]
    last = text[words[-1].start() : end] if words else ""
    if glued and last in text[max(0, start - _LINK) : start].split():
        return start
    again = next((word for word in words[:-1] if word.group() == last), None)
    return again.end() if again and len(words) > 2 else end
