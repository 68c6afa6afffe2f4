"""What the uncased encoder would not see otherwise: the shape of a word, and whether it stands in quotation marks.

Both are inputs the weights were trained with, so this file and the weights belong together. What is a direct quote is
decided elsewhere, by ``quotes.marks``; here a rough answer that never fails is enough.
"""

from __future__ import annotations

import re

LOWER, CAPITAL, CAPITALS, LETTER, DIGITS, SIGN, NO_WORD = range(7)
OUTSIDE, INSIDE, MARK, NO_MARK = range(4)

_MARKS = frozenset('"\u201c\u201d\u2018\u2019\u201f\u00ab\u00bb`')
_OPENS_OR_CLOSES = re.compile("[\"\u201c\u201d\u201f\u00ab\u00bb\u2018'\u2019`]")
_BEFORE_OPENING = frozenset(" \t\r\n\u00a0([{\u2014\u2013-/:,\u2018'")
_LONGEST_SINGLE = 400  # characters between single marks; beyond that an apostrophe was taken for one


def shape_of(word: str) -> int:
    """One of LOWER, CAPITAL, CAPITALS, LETTER (one capital), DIGITS, SIGN."""
    if any(c.isdigit() for c in word):
        return DIGITS
    if not any(c.isalnum() for c in word):
        return SIGN
    if word.isupper():
        return CAPITALS if len(word) > 1 else LETTER
    return CAPITAL if word[0].isupper() else LOWER


def quoted_stretches(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the words of one paragraph stand in quotation marks, the marks included, as the encoder is told.

    In: the settled text and the paragraph's bounds.
    Out: stretches in text order. An opening mark that is never closed reaches to the end of the paragraph.
    Unsure: a single mark counts only where a second closes at least two words.
    """
    found: list[tuple[int, int]] = []
    opened: int | None = None
    closer = ""
    skip_to = start
    for mark in _OPENS_OR_CLOSES.finditer(text, start, end):
        at = mark.start()
        if at < skip_to:
            continue
        if opened is None:
            closer = _closer_of(text, at, start, end)
            if closer:
                opened, skip_to = at, at + (2 if closer == "''" else 1)
            elif (last := _single_end(text, at, start, end)) is not None:
                found.append((at, last + 1))
                skip_to = last + 1
        elif (width := _closes(text, at, closer, end)) > 0:
            if closer == '"' and _reopens(text, at, start, end):
                found.append((opened, at))
                opened = at
            else:
                found.append((opened, at + width))
                opened, skip_to = None, at + width
    if opened is not None:
        found.append((opened, end))
    return found


def mark_features(text: str, words: list[tuple[int, int]], quoted: list[tuple[int, int]]) -> list[int]:
    """OUTSIDE, INSIDE or MARK for every word of a paragraph, given its quoted stretches."""
    features: list[int] = []
    place = 0
    for start, _ in words:
        while place < len(quoted) and quoted[place][1] <= start:
            place += 1
        inside = place < len(quoted) and quoted[place][0] <= start
        is_mark = text[start] in _MARKS and (inside or text[start] != "\u2019")
        features.append(MARK if is_mark else INSIDE if inside else OUTSIDE)
    return features


def _closer_of(text: str, at: int, start: int, end: int) -> str:
    """The mark that would close what opens here; empty where nothing opens."""
    mark, two = text[at], text[at : at + 2]
    before = text[at - 1] if at > start else "\n"
    after = text[at + 1] if at + 1 < end else "\n"
    if mark in "\u201c\u201f":
        return "\u201d"
    if mark == "\u00ab":
        return "\u00bb"
    if two == "``" or (two == "''" and before in _BEFORE_OPENING and at + 2 < end and not text[at + 2].isspace()):
        return "''"
    if mark == '"' and not after.isspace():
        return '"'
    if mark == "\u201d" and not after.isspace() and before in _BEFORE_OPENING:
        return "\u201d"
    return ""


def _closes(text: str, at: int, closer: str, end: int) -> int:
    """How many characters close here: none, one, or two for TeX marks."""
    mark = text[at]
    if closer == "''":
        return 2 if text[at : min(at + 2, end)] == "''" else int(mark in '"\u201d')
    if closer == "\u201d":
        return int(mark in '"\u201d')
    return int(mark == closer or (closer == '"' and mark == "\u201d"))


def _reopens(text: str, at: int, start: int, end: int) -> bool:
    """True for a straight mark that opens again although the one before was never closed."""
    return text[at] == '"' and at > start and text[at - 1].isspace() and at + 1 < end and text[at + 1].isalnum()


def _single_end(text: str, at: int, start: int, end: int) -> int | None:
    """Where a single mark that opens here closes, at least two words on; None for an apostrophe."""
    before = text[at - 1] if at > start else "\n"
    after = text[at + 1] if at + 1 < end else "\n"
    if text[at] not in "\u2018'" or before not in _BEFORE_OPENING or not (after.isalnum() or after == "["):
        return None
    for place in range(at + 1, min(end, at + 1 + _LONGEST_SINGLE)):
        if text[place] not in "\u2019'" or text[place - 1].isspace():
            continue
        if place + 1 < end and text[place + 1].isalnum():
            continue
        inner = text[at + 1 : place]
        if any(double in inner for double in '"\u201c\u201d'):
            return None
        return place if len(inner.split()) >= 2 else None
    return None
