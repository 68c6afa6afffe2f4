"""The blocks of a page: what a browser would set on lines of their own, in the order of the page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml.html import HtmlElement

_BLOCKS: Final = frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer "
    "header hgroup h1 h2 h3 h4 h5 h6 hr html legend li main ol p pre section summary table tbody td tfoot th thead tr "
    "ul".split()
)
# What is not set at all, or is no text of an article wherever it stands.
_UNSEEN: Final = frozenset(
    "script style noscript template head iframe svg math button select option textarea input object embed canvas audio "
    "video picture map nav footer form dialog label menu".split()
)
HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SPACE = re.compile(r"\s+")
# Hints for line breaking and direction: nobody sees them, and they would hide words from search.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_NO_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Block:
    """``text``: its words, white space made single. ``element``: the innermost block element they stand in.

    ``linked``: characters inside links. ``key``: the letters and digits, folded, to compare with.
    """

    text: str
    element: HtmlElement
    linked: int
    key: str

    @property
    def tag(self) -> str:
        """The name of the element."""
        return str(self.element.tag)

    @property
    def link_share(self) -> float:
        """How much of the text is link, 0..1."""
        return self.linked / len(self.text)


def folded(text: str) -> str:
    """Letters and digits alone, without case and width: what two writings of one text share."""
    return _NO_WORD.sub("", unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).casefold())


def plain(text: str) -> str:
    """A text on one line: white space made single, invisible characters left out."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()


class _Line:
    """The words met since the last block began."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.linked = 0

    def add(self, text: str | None, *, in_link: bool) -> None:
        if text:
            self.pieces.append(text)
            self.linked += len(text.strip()) if in_link else 0

    def taken(self, element: HtmlElement) -> Iterator[Block]:
        """The block the words form, if they form one; then the line is empty."""
        text = plain("".join(self.pieces))
        if text:
            yield Block(text, element, min(self.linked, len(text)), folded(text))
        self.pieces, self.linked = [], 0


def blocks_of(root: HtmlElement) -> tuple[Block, ...]:
    """The blocks of a tree. Two line breaks with nothing between part blocks as a paragraph does; one is a blank."""
    return tuple(_walk(root))


def _walk(root: HtmlElement) -> Iterator[Block]:
    line = _Line()
    enclosing = [root]
    links = 0
    after_break = False
    line.add(root.text, in_link=False)
    # A stack of iterators in place of recursion: pages nest deeper than Python does.
    open_elements = [(root, iter(root))]
    while open_elements:
        element, children = open_elements[-1]
        child = next(children, None)
        if child is None:
            open_elements.pop()
            if element.tag in _BLOCKS:
                yield from line.taken(element)
                if element is not root:
                    enclosing.pop()
            links -= element.tag == "a"
            if element is not root:
                line.add(element.tail, in_link=links > 0)
                after_break = after_break and not (element.tail or "").strip()
            continue
        if child.tag == "br":
            if after_break:
                yield from line.taken(enclosing[-1])
            after_break = not (child.tail or "").strip()
            line.add(" ", in_link=False)
            line.add(child.tail, in_link=links > 0)
            continue
        if not isinstance(child.tag, str) or child.tag in _UNSEEN:
            line.add(child.tail, in_link=links > 0)
            continue
        if child.tag in _BLOCKS:
            yield from line.taken(enclosing[-1])
            enclosing.append(child)
        links += child.tag == "a"
        after_break = after_break and not (child.text or "").strip()
        line.add(child.text, in_link=links > 0)
        open_elements.append((child, iter(child)))
    yield from line.taken(root)
