"""Which opening mark goes with which closing mark, inside one paragraph.

Double marks come first, since an apostrophe is never one: a stack, in which a mark that fits nowhere costs nothing but
itself. Single marks are then paired only among those that lie inside the same pair of double marks, so that no two
pairs can cross. Both steps read the marks once, from left to right.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from onrecord.ingest.quotes.apostrophes import (
    Rank,
    Strength,
    closing_strength,
    is_inch_or_second,
    is_measure,
    opening_rank,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.ingest.quotes.glyphs import Family, Mark

_NO_END_OF_RAISED: Final = "'´‘‛"  # a quotation that ’opens so’ closes so, or the opener was an elision


@dataclass(frozen=True, slots=True)
class Pairing:
    """The marks of one paragraph put together. ``pairs``: opening and closing mark. ``loose``: openers never closed."""

    pairs: tuple[tuple[Mark, Mark], ...]
    loose: tuple[Mark, ...]


@dataclass(slots=True)
class _Open:
    """Marks that opened and are not yet closed: all of them, and those of each family."""

    stack: list[Mark] = field(default_factory=list)
    families: defaultdict[Family, list[Mark]] = field(default_factory=lambda: defaultdict(list))

    def push(self, mark: Mark) -> None:
        self.stack.append(mark)
        self.families[mark.glyph.family].append(mark)

    def pop(self) -> Mark:
        mark = self.stack.pop()
        self.families[mark.glyph.family].pop()
        return mark


def pair(text: str, marks: Sequence[Mark], carried: Mark | None, next_opens_with: str) -> Pairing:
    """Put the marks of one paragraph together.

    In: the text, the paragraph's marks in order; ``carried``: an opener of no length at the paragraph's start where
    the paragraph before ran on, used only if the first mark of its family closes; ``next_opens_with``: the first
    character of the paragraph after, since a quotation of several paragraphs opens each of them.
    Out: pairs that never cross, and the openers that nothing closed.
    Unsure: a closing mark without an opener gives nothing; an opener without a closing mark is loose only if its
    place or shape says that it opens.
    """
    if not marks:
        return Pairing((), ())
    doubles, loose = _pair_doubles(text, [mark for mark in marks if mark.glyph.family != "single"], carried)
    if all(mark.glyph.family != "single" for mark in marks):
        return Pairing(tuple(doubles), tuple(loose))
    singles, left_open = _pair_singles(text, marks, doubles, next_opens_with)
    return Pairing((*doubles, *singles), (*loose, *left_open))


def _pair_doubles(text: str, marks: Sequence[Mark], carried: Mark | None) -> tuple[list[tuple[Mark, Mark]], list[Mark]]:
    """Pair everything but single marks; what stays open is loose if it surely opens."""
    pairs: list[tuple[Mark, Mark]] = []
    loose: list[Mark] = []
    still = _Open()
    for place, mark in enumerate(marks):
        following = marks[place + 1] if place + 1 < len(marks) else None
        family = mark.glyph.family
        same = still.families[family]
        top = same[-1] if same else None
        if place == 0 and carried is not None and carried.glyph.family == family and mark.side == "right":
            pairs.append((carried, mark))
        elif _measures(text, mark, top, following, len(same)):
            continue
        elif _opens(text, mark, top, following):
            still.push(mark)
        elif top is not None:
            while (opener := still.pop()) is not top:
                loose.append(opener)
            pairs.append((top, mark))
    loose += still.stack
    return pairs, [mark for mark in loose if _surely_opens(mark)]


def _measures(text: str, mark: Mark, top: Mark | None, following: Mark | None, depth: int) -> bool:
    """True where the mark means inches or seconds: nothing is open, or another mark comes that closes what is."""
    if mark.glyph.family != "double" or not is_inch_or_second(text, mark):
        return False
    if top is None:
        return True
    closes_next = following is not None and following.glyph.shape != "opens" and following.side == "right"
    return closes_next and (depth == 1 or is_measure(text, mark))


def _opens(text: str, mark: Mark, top: Mark | None, following: Mark | None) -> bool:
    """True where a double mark opens, False where it closes (or would, were anything open)."""
    if mark.glyph.shape == "opens":
        return not _closes_despite_shape(mark, top)
    if mark.glyph.shape == "closes":
        # ”so” (Swedish), »so« (German books): at the left of a word, with nothing open or the same shape open
        return (mark.side == "left" and (top is None or top.text == mark.text)) or not mark.before
    if mark.side == "right":
        return False
    if mark.side != "left" or top is None:
        return top is None
    # '"We go, "he said': a space on the wrong side of the closing mark
    closed_next = following is not None and following.side != "left" and following.glyph.shape != "opens"
    wrong_side = text[mark.start - 2 : mark.start] in {", ", ",\u00a0"} and mark.after.islower()
    return closed_next or not wrong_side


def _closes_despite_shape(mark: Mark, top: Mark | None) -> bool:
    """True where an opening shape closes: „so“, »so«, and “so“ by mistake. With nothing open it is a stray end."""
    if mark.glyph.style not in {"curly", "guillemet", "single guillemet"}:
        return False
    if mark.side == "right" or not mark.after:
        return True
    return mark.side != "left" and top is not None and (top.text, mark.text) in {("„", "“"), ("»", "«"), ("›", "‹")}


def _surely_opens(mark: Mark) -> bool:
    """True where an unclosed mark is still believed: by its shape, its place before a word, or as the very first."""
    if mark.glyph.shape == "opens" or mark.side == "left":
        return True
    if mark.side == "spaced":
        return not mark.before
    return mark.before in ":," and mark.after.isupper()


def _pair_singles(
    text: str, marks: Sequence[Mark], doubles: Sequence[tuple[Mark, Mark]], next_opens_with: str
) -> tuple[list[tuple[Mark, Mark]], list[Mark]]:
    """Pair the single marks, level by level of the double ones; one outside all of these may stay open."""
    begins = {opener.start for opener, _ in doubles if opener.end > opener.start}
    ends = {closer.start for _, closer in doubles}
    levels = [_Singles(text) for _ in range(1 + len(doubles) - len(begins))]
    first = marks[0]
    leads = not first.before and opening_rank(text, first) >= Rank.NEUTRAL and first.glyph.family == "single"
    levels[0].goes_on = leads and next_opens_with == first.text
    done: list[tuple[Mark, Mark]] = []
    for mark in marks:
        if mark.start in ends:
            done += levels.pop().finish()
        elif mark.start in begins:
            levels.append(_Singles(text))
        elif mark.glyph.family == "single":
            levels[-1].take(mark)
    for level in levels:
        done += level.finish()
    if leads and (first.after.isupper() or first.after.isdigit()) and all(opener is not first for opener, _ in done):
        return done, [first]
    return done, levels[0].left_open(next_opens_with)


@dataclass(slots=True)
class _Singles:
    """The single marks of one level, taken one by one. ``maybe``: a weak end, used if no better one comes."""

    text: str
    goes_on: bool = False
    opener: Mark | None = None
    rank: Rank = Rank.NEVER
    maybe: Mark | None = None
    pairs: list[tuple[Mark, Mark]] = field(default_factory=list)

    def take(self, mark: Mark) -> None:
        """Let this mark open, close, or be an apostrophe."""
        rank = opening_rank(self.text, mark)
        may_close = self.maybe is not None and rank >= Rank.NEUTRAL
        if rank is not Rank.NEVER and (self.opener is None or may_close or rank >= max(self.rank, Rank.RAISED)):
            self._settle()
            self.opener, self.rank = mark, rank
            return
        if self.opener is None or (self.rank is Rank.RAISED and mark.text in _NO_END_OF_RAISED):
            return
        strength = closing_strength(self.text, mark)
        if strength is Strength.CERTAIN or (strength is Strength.FAIR and self.rank > Rank.ELISION):
            self._close(mark)
        elif strength is Strength.WEAK and self.rank >= Rank.NEUTRAL and self.maybe is None and not self.goes_on:
            self.maybe = mark

    def finish(self) -> list[tuple[Mark, Mark]]:
        """The pairs found, at the end of the level."""
        self._settle()
        return self.pairs

    def left_open(self, next_opens_with: str) -> list[Mark]:
        """After the end: the opener before a capital that the next paragraph's first mark carries on, if any."""
        if self.opener is None or self.rank < Rank.NEUTRAL or self.opener.text != next_opens_with:
            return []
        return [self.opener] if self.opener.after.isupper() else []

    def _settle(self) -> None:
        if self.maybe is not None:
            self._close(self.maybe)

    def _close(self, mark: Mark) -> None:
        if self.opener is not None:
            self.pairs.append((self.opener, mark))
        self.opener, self.rank, self.maybe, self.goes_on = None, Rank.NEVER, None, False
