"""Paired and unpaired marks laid out as stretches of text: where each ends, and that none crosses another."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.ingest.quotes.glyphs import Mark
    from onrecord.ingest.quotes.pairing import Pairing
    from onrecord.ingest.spans import Span

_WORD = re.compile(r"\w")
_INK = re.compile(r"\S")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text between marks: the mark that opens it, its words, where it ends, and whether a mark closed it."""

    opener: Mark
    inner_start: int
    inner_end: int
    end: int
    closed: bool


@dataclass(slots=True)
class _Level:
    """The inside of a pair, or of the paragraph: it ends at ``limit``; ``loose``: unclosed openers met in it so far."""

    limit: int
    loose: list[Mark] = field(default_factory=list)

    def cut(self, opener: Mark, *, closed: bool) -> Iterator[tuple[Mark, int]]:
        """Unclosed openers that this one ends: the one of its family, and those that began after that one."""
        family = opener.glyph.family
        last = next((mark for mark in self.loose if mark.glyph.family == family), None)
        if last is None or (closed and _quoted_inside(last, opener)):
            return
        while last in self.loose:
            yield self.loose.pop(), opener.start

    def finish(self) -> Iterator[tuple[Mark, int]]:
        """Unclosed openers that run to the end of the level."""
        return ((mark, self.limit) for mark in self.loose)


def laid_out(text: str, within: Span, pairing: Pairing) -> list[Stretch]:
    """Say where each stretch ends.

    Out: in text order, outer before inner; siblings never overlap, the inner lies wholly in the outer. An unclosed
    opener runs to the next opener of its family on its level, to the end of the pair around it, or of the paragraph.
    Pairs around white space and unclosed openers without a word after them are left out.
    """
    openers: list[tuple[Mark, Mark | None]] = [*pairing.pairs, *((mark, None) for mark in pairing.loose)]
    openers.sort(key=lambda item: item[0].start)
    stretches: list[Stretch] = []
    unclosed: list[tuple[Mark, int]] = []
    levels = [_Level(within.end)]
    for opener, closer in openers:
        while len(levels) > 1 and levels[-1].limit <= opener.start:
            unclosed += levels.pop().finish()
        unclosed += levels[-1].cut(opener, closed=closer is not None)
        if closer is None:
            levels[-1].loose.append(opener)
            continue
        levels.append(_Level(closer.start))
        if ink := _INK.search(text, opener.end, closer.start):
            inner_end = _without_blanks(text, closer.start)
            stretches.append(Stretch(opener, ink.start(), inner_end, closer.end, closed=True))
    for level in levels:
        unclosed += level.finish()
    for opener, limit in unclosed:
        ink = _INK.search(text, opener.end, limit)
        if ink and _WORD.search(text, ink.start(), limit):
            end = _without_blanks(text, limit)
            stretches.append(Stretch(opener, ink.start(), end, end, closed=False))
    stretches.sort(key=lambda stretch: (stretch.opener.start, -stretch.end))
    return stretches


def _quoted_inside(unclosed: Mark, opener: Mark) -> bool:
    """True where a closed pair stands inside a quotation of several paragraphs, though its marks are of one family.

    The unclosed mark must open the paragraph, and the pair have another shape: "He called it “mad” and left. Where the
    two openers touch, one of them is a slip.
    """
    return not unclosed.before and unclosed.text != opener.text and unclosed.end < opener.start


def _without_blanks(text: str, end: int) -> int:
    """``end`` moved back over white space; something else stands before it."""
    while text[end - 1].isspace():
        end -= 1
    return end
