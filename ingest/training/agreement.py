"""When a found stretch counts as a labelled one: by words for contents, by the head word for mentions."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.ingest.spans import Span

_WORD = re.compile(r"\w+(?:['’.\-&]\w+)*")
_BREAK = re.compile(r"[,;:()\[\]—–]|--| - ")
_SUFFIX = re.compile(r"(?:jr|sr|iii?|iv)\.?")
# A noun phrase ends before one of these.
_CUT = frozenset(
    "of for in at on from with to by about as who whom whose which that and or but nor than after before during while "
    "when where said says told is was were are has have had including among against inside outside within near like "
    "between behind under over through via".split()
)
_MAY_LEAD = frozenset({"that", "who", "which", "like", "one"})
_QUANTITY = frozenset("some many most all one both several two none those others any".split())


class Words:
    """The words of a text, and which of them lie in given spans."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.bounds = [match.span() for match in _WORD.finditer(text)]
        self._starts = [start for start, _ in self.bounds]

    def within(self, spans: Iterable[Span]) -> frozenset[int]:
        """The words that lie in the spans with at least half of their characters."""
        found: set[int] = set()
        for span in spans:
            at = max(0, bisect_left(self._starts, span.start) - 1)
            while at < len(self.bounds) and self.bounds[at][0] < span.end:
                start, end = self.bounds[at]
                if 2 * (min(end, span.end) - max(start, span.start)) >= end - start:
                    found.add(at)
                at += 1
        return frozenset(found)

    def head(self, spans: Sequence[Span]) -> int | None:
        """The head word of a mention: the last of its first noun phrase; None where there is no word."""
        for span in spans:
            words = sorted(self.within([span]))
            if words:
                return self._head(words)
        return None

    def _head(self, words: list[int]) -> int:
        head = None
        for at in words:
            word = self._lower(at)
            if head is not None:
                if _BREAK.search(self.text[self.bounds[head][1] : self.bounds[at][0]]):
                    if _SUFFIX.fullmatch(word):
                        continue
                    break
                if word in _CUT:
                    break
            elif word in _CUT and word not in _MAY_LEAD and at != words[-1]:
                continue
            head = at
            if at == words[0] and word in _QUANTITY and at != words[-1] and self._lower(words[1]) in _CUT:
                break
        return words[0] if head is None else head

    def _lower(self, at: int) -> str:
        start, end = self.bounds[at]
        return self.text[start:end].lower()


def overlap(first: frozenset[int], second: frozenset[int]) -> float:
    """Shared words by words of either (Jaccard)."""
    return len(first & second) / len(first | second) if first or second else 0.0


def same_mention(words: Words, first: Sequence[Span], second: Sequence[Span]) -> bool:
    """True where each holds the other's head word."""
    heads = words.head(first), words.head(second)
    return heads[0] in words.within(second) and heads[1] in words.within(first)
