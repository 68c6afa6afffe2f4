"""A paragraph with its quotes, cues and names marked: one pure function from text and spans to HTML.

Marks may nest, overlap and touch. The text itself never changes: taking the tags out of the result gives back exactly
the paragraph, which a property test holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

NOTHING = Markup("")


@dataclass(frozen=True, slots=True)
class Mark:
    """One stretch to be marked.

    Offsets: half-open code points into the paragraph's text. ``rank``: smaller stands outside where two marks cover the
    same words. ``attributes``: name and value; an ``id`` stands on the first piece only, should the mark be cut in two.
    ``tail``: an element without text to put after the mark's last piece, such as the anchor of a note's number.
    """

    start: int
    end: int
    rank: int
    tag: str = "span"
    attributes: tuple[tuple[str, str], ...] = ()
    tail: Markup = NOTHING


def marked(text: str, marks: Sequence[Mark]) -> Markup:
    """The text as HTML with the marks as elements, properly nested.

    Unsure: what reaches beyond the text is cut, what is empty is left out, and a link inside a link stays plain, for
    HTML knows none.
    """
    opening: dict[int, list[int]] = defaultdict(list)
    closing: dict[int, list[int]] = defaultdict(list)
    for index, mark in enumerate(marks):
        start, end = max(mark.start, 0), min(mark.end, len(text))
        if start < end:
            opening[start].append(index)
            closing[end].append(index)
    cuts = sorted({0, len(text), *opening, *closing})
    parts: list[str] = []
    active: set[int] = set()
    stack: list[int] = []
    begun: set[int] = set()
    for here, there in zip(cuts, [*cuts[1:], len(text)], strict=True):
        ended = closing.get(here, [])
        active.difference_update(ended)
        active.update(opening.get(here, ()))
        wanted = _nested(active, marks)
        kept = _shared(stack, wanted)
        parts.extend(f"</{marks[index].tag}>" for index in reversed(stack[kept:]))
        tails = [str(marks[index].tail) for index in sorted(ended)]
        # A tail must not stand inside a link: it is one itself.
        if any(marks[index].tag == "a" for index in wanted[:kept]) and any(tails):
            inside = next(place for place, index in enumerate(wanted) if marks[index].tag == "a")
            parts.extend(f"</{marks[index].tag}>" for index in reversed(wanted[inside:kept]))
            kept = inside
        parts.extend(tails)
        parts.extend(_open(marks[index], again=index in begun) for index in wanted[kept:])
        begun.update(wanted)
        stack = wanted
        parts.append(str(escape(text[here:there])))
    return Markup("".join(parts))  # noqa: S704 - every part was escaped or made here


def _nested(active: Iterable[int], marks: Sequence[Mark]) -> list[int]:
    """The active marks from outside to inside, with no link inside another."""
    ordered = sorted(active, key=lambda index: (marks[index].rank, marks[index].start, -marks[index].end, index))
    links = [index for index in ordered if marks[index].tag == "a"]
    return [index for index in ordered if index not in links[1:]]


def _shared(stack: Sequence[int], wanted: Sequence[int]) -> int:
    """How many elements may stay open, counted from outside."""
    kept = 0
    while kept < min(len(stack), len(wanted)) and stack[kept] == wanted[kept]:
        kept += 1
    return kept


def _open(mark: Mark, *, again: bool) -> str:
    attributes = "".join(
        f' {name}="{escape(value)}"' for name, value in mark.attributes if not (again and name == "id")
    )
    return f"<{mark.tag}{attributes}>"


def matched(text: str, begin: str, end: str) -> Markup:
    """A search result's text with what matched marked.

    In: text in which full-text search has put ``begin`` and ``end`` around matches. Unsure: a mark that the text itself
    holds is dropped where it has no partner.
    """
    parts: list[Markup] = []
    for index, piece in enumerate(text.split(begin)):
        hit, closed, rest = piece.partition(end)
        if index and closed:
            parts.append(Markup("<mark>{}</mark>{}").format(hit, rest.replace(end, "")))
        else:
            parts.append(escape(piece.replace(end, "")))
    return Markup("").join(parts)
