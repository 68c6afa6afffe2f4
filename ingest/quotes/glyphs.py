"""Which characters may be quotation marks, and which way each of them faces where it stands.

One regular expression finds the runs of mark characters; nothing else of the text is looked at. A mark says by its
shape whether it opens (``“``) or closes (``”``), or does not say (``"``); its neighbours say it too, and the two may
disagree. Apostrophes inside words are left out here; those at the edges of words are told apart in ``apostrophes``.

Source: Unicode 15, section 6.2 "Quotation Marks"; the facing of a neutral mark follows the left- and right-flanking
runs of CommonMark 0.31, section 6.2.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.ingest.spans import Span

Family = Literal["double", "single", "guillemet", "angle", "corner", "white corner"]
Style = Literal[
    "curly", "straight", "tex", "low-high", "guillemet", "corner",
    "single curly", "single straight", "single tex", "single low-high", "single guillemet",
]  # fmt: skip
Shape = Literal["opens", "closes", "neutral"]
Side = Literal["left", "right", "glued", "spaced"]


class Glyph(NamedTuple):
    """What a mark is by its shape alone. Marks of one family may close one another, however badly mixed."""

    family: Family
    shape: Shape
    style: Style


GLYPHS: Final[dict[str, Glyph]] = {
    '"': Glyph("double", "neutral", "straight"),
    "＂": Glyph("double", "neutral", "straight"),
    "“": Glyph("double", "opens", "curly"),
    "‟": Glyph("double", "opens", "curly"),
    "”": Glyph("double", "closes", "curly"),
    "‘‘": Glyph("double", "opens", "curly"),
    "’’": Glyph("double", "closes", "curly"),
    "❝": Glyph("double", "opens", "curly"),
    "❞": Glyph("double", "closes", "curly"),
    "〝": Glyph("double", "opens", "curly"),
    "〞": Glyph("double", "closes", "curly"),
    "〟": Glyph("double", "closes", "curly"),
    "„": Glyph("double", "opens", "low-high"),
    "‚‚": Glyph("double", "opens", "low-high"),
    "``": Glyph("double", "opens", "tex"),
    "''": Glyph("double", "closes", "tex"),
    "«": Glyph("guillemet", "opens", "guillemet"),
    "»": Glyph("guillemet", "closes", "guillemet"),
    "‹": Glyph("angle", "opens", "single guillemet"),
    "›": Glyph("angle", "closes", "single guillemet"),
    "「": Glyph("corner", "opens", "corner"),
    "」": Glyph("corner", "closes", "corner"),
    "『": Glyph("white corner", "opens", "corner"),
    "』": Glyph("white corner", "closes", "corner"),
    "'": Glyph("single", "neutral", "single straight"),
    "´": Glyph("single", "neutral", "single straight"),
    "‘": Glyph("single", "opens", "single curly"),
    "‛": Glyph("single", "opens", "single curly"),
    "’": Glyph("single", "closes", "single curly"),
    "‚": Glyph("single", "opens", "single low-high"),
    "`": Glyph("single", "opens", "single tex"),
}

_EVERY = "".join(sorted({character for glyph in GLYPHS for character in glyph}))
# A run of marks, but not an apostrophe with a letter or digit on both sides. The leading character class lets the
# engine skip quickly over everything that is no mark.
_RUN = re.compile(f"[{_EVERY}](?!(?<=\\w['’‘`´])\\w)[{_EVERY}]*")
# A row of single marks makes double ones; of three, two stand outside: ''''So' he said,'' and ``I said `so'''.
_MARK = {
    "left": re.compile(r"``|''|‘‘|’’|‚‚|."),
    "right": re.compile(r"``|'(?=''(?!'))|''|‘‘|’(?=’’(?!’))|’’|‚‚|."),
}
# Where a mark after a word is followed by an opening one, there are two runs without a space between: so.”“But; l’«
_SEAM = re.compile("(?<=[\"'”’»›])(?=[“‘«‹„‚「『])")
_ELIDED = re.compile(r"(?<![^\W_])(?:[cdjlmnst]|[a-zà-ÿ]*qu)['’]$", re.IGNORECASE)
_LONGEST_RUN = 4  # ’”’ and ''" happen; longer rows of marks are ornament
# Brackets, and format characters of no width, which pages put before a mark
_OPENS_BEFORE = frozenset("([{<¿¡\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2060\u2066\u2067\u2068\u2069\ufeff")
_SENTENCE_ENDS = frozenset(".!?…,")
_STOPS = frozenset(".,;:!?)]}>…%")
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015/")


class Mark(NamedTuple):
    """One mark as it stands in the text. ``before`` and ``after``: the characters beside its run, "" at the edges.

    ``side``: left = at the left of words, so it opens; right = it closes; glued = words on both sides; spaced = none.
    """

    start: int
    end: int
    text: str
    glyph: Glyph
    side: Side
    before: str
    after: str


def marks_in(text: str, within: Span) -> Iterator[Mark]:
    """Every mark of one paragraph, in text order, with its facing.

    In: the settled text and the paragraph's span; characters outside the span are never looked at.
    Unsure: a row of more than four marks is ornament and gives nothing.
    """
    first, last = within.start, within.end
    for run in _RUN.finditer(text, first, last):
        start, end = run.span()
        if end - start > _LONGEST_RUN:
            continue
        before = text[start - 1] if start > first else ""
        after = text[end] if end < last else ""
        beyond = text[end + 1] if end + 1 < last else ""
        if end - start == 1:
            mark = run.group()
            yield Mark(start, end, mark, GLYPHS[mark], _side(before, after, beyond), before, after)
            continue
        seam = _SEAM.search(text, start, end) if before.isalnum() or before in _STOPS else None
        if seam is None:
            yield from _several(text, start, end, (before, after, beyond))
            continue
        if not _ELIDED.search(text, max(first, start - 8), seam.start()):
            yield from _several(text, start, seam.start(), (before, " ", ""))
        yield from _several(text, seam.start(), end, (" ", after, beyond))


def _several(text: str, start: int, end: int, around: tuple[str, str, str]) -> Iterator[Mark]:
    """The marks of a run of more than one, which all face the same way."""
    before, after, beyond = around
    side = _side(before, after, beyond)
    for part in _MARK["right" if side == "right" else "left"].finditer(text, start, end):
        mark = part.group()
        yield Mark(part.start(), part.end(), mark, GLYPHS[mark], side, before, after)


def _side(before: str, after: str, beyond: str) -> Side:
    """Which way a run of marks faces, from the characters beside it; ``beyond`` is the one after ``after``."""
    blank_after = not after or after.isspace()
    if not before or before.isspace() or before in _OPENS_BEFORE:
        # '" ,' is a closing mark of text with a space around every token; '"...and' and '".22' open
        stop_after = after in _STOPS and after != "…" and not (after == "." and (beyond == "." or beyond.isdigit()))
        return "spaced" if blank_after or stop_after else "left"
    if before in _DASHES:
        if blank_after or after in _STOPS:
            return "right"
        return "glued" if after in _DASHES else "left"
    if blank_after or after in _STOPS or after in _DASHES:
        return "right"
    return "right" if before in _SENTENCE_ENDS and after in _OPENS_BEFORE else "glued"  # so.“[Source]
