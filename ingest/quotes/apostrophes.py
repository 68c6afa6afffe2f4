"""Apostrophes and primes: marks that look like quotation marks and are none.

A single mark at the edge of a word may be an elision ('90s, ’tis, rock 'n' roll), a possessive (the players’ union),
a dropped letter (goin’), feet or minutes (6'2", 40°26'), or a quotation mark. No rule decides every case, so each
single mark gets a rank as an opener and a strength as a closer, and ``pairing`` weighs them against each other.

Source: Chicago Manual of Style 17, 6.113-6.118 (apostrophes) and 10.66 (primes); AP Stylebook, "apostrophe".
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from onrecord.ingest.quotes.glyphs import Mark

# Words that English (and Dutch and Italian names) write with a leading apostrophe, and years and decades.
_ELISION = re.compile(
    r"(?:\d\d(?:s|ers)?|t(?:is|was|were|wasn|wixt|il|ill)?|s|em|cause|cos|coz|cuz|bout|round|n|neath|nuff|fraid|kay"
    r"|hood|burbs?|sup|nother|nam|ndrangheta|uns?|fro|stache|rents|cept|gainst|mongst|scuse|pon)"
    r"(?![^\W_]|[.,]\d|%)",
    re.IGNORECASE,
)
# Words that end in an apostrophe whatever follows: ol' man, cup o' tea, rock 'n' roll.
_CUT_SHORT = re.compile(r"(?:^|[^\w])(?:n|o|ol|lil|th|mo|y)$", re.IGNORECASE)
# Words whose final apostrophe is as likely a possessive or a dropped g as the end of a quotation.
_MAYBE_OWNER = re.compile(r"(?:[szxSZX]|[a-z]{2}in|\d|[A-Z]\.[A-Z]\.)$")
_FEET = re.compile(r"\d\s?['’′]\s?\d{1,2}(?:\.\d+)?\s?[½¼¾]?$")
_DEGREES = re.compile(r"\d\s?[°º]\s?(?:\d+(?:\.\d+)?\s?['’′]\s?)?\d+(?:\.\d+)?\s?$")
_DIGITS: Final = frozenset("0123456789½¼¾⅛⅜⅝⅞")
_ENDS: Final = frozenset(".,!?…;:)]}%-\u2013\u2014")


class Rank(IntEnum):
    """How readily a single mark is taken for an opening quotation mark; a higher one displaces a lower one."""

    NEVER = 0
    ELISION = 1  # '90s: opens only where a certain closing mark follows
    RAISED = 2  # ’so’: the closing shape used on both sides
    NEUTRAL = 3
    SHAPED = 4


class Strength(IntEnum):
    """How surely a single mark ends a quotation, were one open."""

    NONE = 0
    WEAK = 1  # players’ union: more likely an apostrophe
    FAIR = 2
    CERTAIN = 3  # after a full stop or comma


def opening_rank(text: str, mark: Mark) -> Rank:
    """How readily this single mark opens a quotation."""
    shaped = mark.glyph.shape == "opens"
    leads_in = mark.side == "left" or (mark.side == "glued" and mark.before in ":,")
    if not leads_in and not (shaped and mark.side == "spaced"):
        return Rank.NEVER
    if mark.text in "'’‘" and _ELISION.match(text, mark.end):
        return Rank.NEVER if mark.text == "’" else Rank.ELISION
    if shaped:
        return Rank.SHAPED
    return Rank.RAISED if mark.text == "’" else Rank.NEUTRAL


def closing_strength(text: str, mark: Mark) -> Strength:
    """How surely this single mark closes a quotation, by the word before it and what comes after."""
    if mark.text in "`‚":
        return Strength.NONE
    if mark.side == "spaced":
        return Strength.CERTAIN if mark.glyph.shape == "closes" else Strength.NONE
    if mark.side != "right":
        return Strength.NONE
    word = text[max(0, mark.start - 8) : mark.start]
    if _CUT_SHORT.search(word):
        return Strength.NONE
    if _MAYBE_OWNER.search(word):
        # a possessive is followed by what is owned, so a stop or the paragraph's end speaks against one
        return Strength.WEAK if mark.after.isspace() else Strength.FAIR
    return Strength.CERTAIN if mark.before in _ENDS else Strength.FAIR


def is_inch_or_second(text: str, mark: Mark) -> bool:
    """True where a double mark stands directly after a number, so that it may mean inches or seconds."""
    return mark.glyph.shape != "opens" and mark.side == "right" and text[mark.start - 1] in _DIGITS


def is_measure(text: str, mark: Mark) -> bool:
    """True where feet and inches or degrees and minutes stand before a double mark: 6'2", 40°26'46"."""
    head = text[max(0, mark.start - 24) : mark.start]
    return bool(_FEET.search(head) or _DEGREES.search(head))
