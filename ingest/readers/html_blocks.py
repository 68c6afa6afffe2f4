"""HTML cut into its blocks: paragraphs, headings, captions, cells, each with the classes that stand over it.

For the pages of press databases and the HTML inside feeds and wires, where all of it is the article. What of a page on
the web is the article is another question, and another reader's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from onrecord.ingest.records import ParagraphKind
from onrecord.ingest.spans import Span

# Elements that go on in the line they stand in; every other one begins a block.
_INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark money person org location chron "
    "num q s samp small span strike strong sub sup time tt u var hlt virtloc event function object.title "
    "postaddr pronounce alt-code copyrite frac".split()
)
_EMPTY: Final = frozenset("br hr img wbr input col".split())
_SKIPPED: Final = frozenset("script style noscript head template svg iframe form button".split())
_HEADINGS: Final = frozenset("h1 h2 h3 h4 h5 h6 hl2".split())
_CAPTIONS: Final = frozenset({"figcaption", "caption", "media-caption"})

Kinds = tuple[tuple[Span, ParagraphKind, str], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, caption or cell.

    ``tag``: its own element; ``classes``: of all elements around and in it; ``text``: white space folded, unless its
    layout counts.
    """

    tag: str
    classes: frozenset[str]
    text: str


@dataclass(slots=True)
class _Cutter:
    blocks: list[Block] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    inline: set[str] = field(default_factory=set)

    def close(self, tag: str, classes: frozenset[str]) -> None:
        written = "".join(self.parts)
        text = written.strip("\n ") if tag == "pre" else " ".join(written.split())
        if text:
            self.blocks.append(Block(tag, classes | self.inline, text))
        self.parts.clear()
        self.inline.clear()


def html_root(html: str | bytes) -> etree._Element | None:
    """The root of HTML however broken, or None where there is nothing in it.

    In: text, or bytes: UTF-8 where they are that (pages saved by a program often name another encoding), otherwise
    what the page itself names.
    """
    data = html.encode("utf-8", "replace") if isinstance(html, str) else html
    parser = etree.HTMLParser(
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
        encoding="utf-8" if _is_utf8(data) else None,
    )
    if not data.strip():
        return None
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):  # nothing but white space or markup that never ends
        return None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def blocks_below(root: etree._Element | None) -> tuple[Block, ...]:
    """The blocks of an element, in order."""
    if root is None:
        return ()
    cutter = _Cutter()
    stack: list[tuple[str, frozenset[str]]] = [("body", frozenset())]
    skipped: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""
        if skipped is None and event == "start":
            if tag in _SKIPPED:
                skipped = element
                continue
            _begin(cutter, stack, tag, frozenset((element.get("class") or "").lower().split()))
            cutter.parts.append(element.text or "")
        elif event == "end" and skipped in {None, element}:
            if skipped is None and tag not in _INLINE | _EMPTY:
                cutter.close(*stack.pop())
            skipped = None
            cutter.parts.append("" if element is root else element.tail or "")
    cutter.close(*stack[-1])
    return tuple(cutter.blocks)


def _begin(cutter: _Cutter, stack: list[tuple[str, frozenset[str]]], tag: str, classes: frozenset[str]) -> None:
    """An element begins: a line break or another block closes what stood before."""
    if tag in _INLINE:
        cutter.inline |= classes
        return
    cutter.close(*stack[-1])
    if tag not in _EMPTY:
        stack.append((tag, stack[-1][1] | classes))


def html_blocks(html: str | bytes) -> tuple[Block, ...]:
    """The blocks of a piece of HTML, in order."""
    return blocks_below(html_root(html))


def kind_of(block: Block) -> tuple[ParagraphKind, str] | None:
    """What the block's element says it is, with the rule; None for a paragraph."""
    if block.tag in _HEADINGS:
        return "heading", "heading_tag"
    return ("caption", "caption_tag") if block.tag in _CAPTIONS else None


def as_text(blocks: Iterable[Block]) -> tuple[str, Kinds]:
    """The blocks as one text, parted by blank lines, and the stretches whose kind their elements tell."""
    return joined((block.text, kind_of(block)) for block in blocks)


def joined(pieces: Iterable[tuple[str, tuple[ParagraphKind, str] | None]]) -> tuple[str, Kinds]:
    """Pieces of text as one text, parted by blank lines, and the stretches of those whose kind is told."""
    texts: list[str] = []
    told: list[tuple[Span, ParagraphKind, str]] = []
    start = 0
    for text, kind in pieces:
        if kind:
            told.append((Span(start, start + len(text)), *kind))
        texts.append(text)
        start += len(text) + 2
    return "\n\n".join(texts), tuple(told)
