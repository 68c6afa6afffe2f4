"""Which blocks of a page are the article.

trafilatura says which words are; here its answer is laid over the blocks of the page, so that paragraphs are those of
the markup and each keeps its element. Then the answer is mended: blocks outside the element that holds the article are
dropped, paragraphs of the very same make as those found are added, and what is clutter by its name goes.
Source: Barbaresi, "Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery and Extraction"
(ACL-IJCNLP 2021 demonstrations), whose settings for precision are used.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Final

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Extractor

from onrecord.ingest.readers.web.blocks import HEADINGS, Block, folded
from onrecord.ingest.readers.web.clutter import is_caption, is_clutter

# What it gives up it says on its log, which would reach the terminal where nobody else listens; we give a finding.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())
_PRECISE: Final = Extractor(output_format="python", precision=True, comments=False)
_PROSE: Final = 60  # letters and digits; a block with more is a paragraph, one with less may be anything
_SHORT: Final = 25  # a shorter block has to be a line of its own in the answer to count as found
_HOLDS: Final = 0.9  # share of the prose that the article's element has to hold
_LIKE: Final = 3  # paragraphs found of one make, before others of that make are added
_MOST_CLUTTER: Final = 0.3  # share of the article that may stand in an element called clutter; with more, it is not


def article_blocks(tree: HtmlElement, blocks: Sequence[Block], known: frozenset[str]) -> tuple[int, ...]:
    """The places in ``blocks`` of those that are the article's.

    In: the tree, cleared of clutter, and its blocks; ``known``: folded titles, which are no part of the text.
    Unsure: a page where nothing is found gives nothing.
    """
    document = bare_extraction(deepcopy(tree), options=_PRECISE)
    text = getattr(document, "text", None)
    if not text:
        return ()
    kept = _laid_over(blocks, text.split("\n"))
    container = _container(blocks, kept)
    if container is None:
        return tuple(sorted(kept))
    inside = _inside(blocks, container)
    kept = (kept & inside) | (_alike(blocks, kept & inside))
    kept -= _unwanted(blocks, kept, container, known)
    return tuple(_without_repeats(blocks, sorted(kept)))


def captions_between(blocks: Sequence[Block], chosen: Sequence[int]) -> tuple[int, ...]:
    """The places of captions of pictures that stand between the first and the last block of the article's element."""
    container = _container(blocks, set(chosen))
    if container is None:
        return ()
    inside = _inside(blocks, container)
    between = (at for at in range(chosen[0] + 1, chosen[-1]) if at in inside)
    return tuple(at for at in between if any(one.tag == "figcaption" for one in _below(blocks[at].element, container)))


def _laid_over(blocks: Sequence[Block], lines: Sequence[str]) -> set[int]:
    keys = [folded(line) for line in lines]
    whole, single = "".join(keys), set(keys)
    return {
        at
        for at, block in enumerate(blocks)
        if block.key and (block.key in single or (len(block.key) >= _SHORT and block.key in whole))
    }


def _container(blocks: Sequence[Block], kept: set[int]) -> HtmlElement | None:
    """The innermost element that holds nearly all prose found."""
    weights: Counter[HtmlElement] = Counter()
    for at in kept:
        weight = len(blocks[at].key) if blocks[at].tag == "p" or len(blocks[at].key) > _PROSE else 0
        for element in _upwards(blocks[at].element):
            weights[element] += weight
    whole = max(weights.values(), default=0)
    holding = [element for element, weight in weights.items() if whole and weight >= _HOLDS * whole]
    return max(holding, key=_depth, default=None)


def _inside(blocks: Sequence[Block], container: HtmlElement) -> set[int]:
    return {at for at, block in enumerate(blocks) if any(element is container for element in _upwards(block.element))}


def _alike(blocks: Sequence[Block], kept: set[int]) -> set[int]:
    """Paragraphs of the same make as several found: same names of themselves and of the element they stand in."""
    prose = [blocks[at].element for at in kept if len(blocks[at].key) > _PROSE and blocks[at].tag == "p"]
    makes = Counter(_make(element) for element in prose)
    siblings = Counter((element.getparent(), element.get("class")) for element in prose)
    added = set()
    for at, block in enumerate(blocks):
        if at in kept or block.tag != "p" or len(block.key) < _SHORT or block.link_share > 0.5:
            continue
        own, around = make = _make(block.element)
        is_named = bool(own or around[1])
        if (is_named and makes[make] >= _LIKE) or siblings[block.element.getparent(), block.element.get("class")] >= 2:
            added.add(at)
    return added


def _make(element: HtmlElement) -> tuple[str, tuple[str, str]]:
    parent = element.getparent()
    around = ("", "") if parent is None else (str(parent.tag), parent.get("class") or "")
    return element.get("class") or "", around


def _unwanted(blocks: Sequence[Block], kept: set[int], container: HtmlElement, known: frozenset[str]) -> set[int]:
    total = sum(len(blocks[at].key) for at in kept)
    held: Counter[HtmlElement] = Counter()
    for at in kept:
        for element in _below(blocks[at].element, container):
            held[element] += len(blocks[at].key)
    clutter = {element for element, weight in held.items() if weight < _MOST_CLUTTER * total and is_clutter(element)}
    captions = {element for element, weight in held.items() if weight < _MOST_CLUTTER * total and is_caption(element)}
    out = set()
    for at in kept:
        block = blocks[at]
        is_link = block.link_share >= 0.8 and len(block.text) < 250
        is_title = block.tag == "h1" or block.key in known
        within = set(_below(block.element, container))
        if is_link or is_title or not within.isdisjoint(clutter) or not within.isdisjoint(captions):
            out.add(at)
    return out | _trailing_headings(blocks, kept - out)


def _trailing_headings(blocks: Sequence[Block], kept: set[int]) -> set[int]:
    """Headings at the end, under which nothing is left."""
    out: set[int] = set()
    for at in sorted(kept, reverse=True):
        if blocks[at].tag not in HEADINGS:
            break
        out.add(at)
    return out


def _without_repeats(blocks: Sequence[Block], kept: Sequence[int]) -> Iterator[int]:
    """Each block of some length once: pull quotes and mobile versions say it again."""
    seen: set[str] = set()
    for at in kept:
        key = blocks[at].key
        if len(key) < _SHORT or key not in seen:
            yield at
        seen.add(key)


def _upwards(element: HtmlElement | None) -> Iterator[HtmlElement]:
    while element is not None:
        yield element
        element = element.getparent()


def _below(element: HtmlElement, container: HtmlElement) -> Iterator[HtmlElement]:
    """The element and those around it, up to the container and without it."""
    for one in _upwards(element):
        if one is container:
            return
        yield one


def _depth(element: HtmlElement) -> int:
    return sum(1 for _ in _upwards(element))
