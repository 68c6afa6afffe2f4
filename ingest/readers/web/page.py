"""One page, from text to source article: the flow of this folder, to be read top to bottom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from lxml.html import HtmlElement

from onrecord.ingest.readers.reader import Read
from onrecord.ingest.readers.web.blocks import HEADINGS, Block, blocks_of
from onrecord.ingest.readers.web.body import article_blocks, captions_between
from onrecord.ingest.readers.web.clutter import clear, is_caption
from onrecord.ingest.readers.web.facts import Facts, facts_of
from onrecord.ingest.readers.web.standfirst import standfirst
from onrecord.ingest.readers.web.tree import TreeError, parse
from onrecord.ingest.records import Document, Field, Finding, ParagraphKind, SourceArticle
from onrecord.ingest.spans import Span

SOURCE: Final = "record"
_HEAD: Final = 4096  # characters in which tools leave where a page was saved from
_FEWEST: Final = 100  # letters and digits; what has less is a menu, a notice or a video's page


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a page comes from. ``document``: its file. ``number``: its place in it. ``fields``: what is known outside.

    ``url``: the address it was fetched from, or None. ``name``: what a finding calls it, else the file's path.
    """

    document: Document
    number: int = 1
    fields: tuple[Field, ...] = ()
    url: str | None = None
    name: str | None = None

    @property
    def called(self) -> str:
        """How a finding names it."""
        return self.name or self.document.path


def read_page(text: str, origin: Origin) -> Read:
    """The article of a page.

    Out: one article whose paragraphs carry the kinds the markup told, with the page's metadata behind those known from
    outside; or none and the finding that says why: no article's text found, too deep, too large.
    """
    try:
        tree = parse(text)
    except TreeError as error:
        return _refused(error.code, str(error), origin)
    facts = facts_of(tree, text[:_HEAD], origin.url)
    body = tree.find("body")
    body = tree if body is None else body
    clear(body)
    blocks = blocks_of(body)
    text_at = article_blocks(tree, blocks, facts.titles)
    if sum(len(blocks[at].key) for at in text_at) < _FEWEST:
        found = "a page without the text of an article found, running prose expected; "
        return _refused("no-article", found + "save the page of an article, with its text shown", origin)
    lead = standfirst(blocks, text_at, facts.titles, facts.descriptions)
    captions = captions_between(blocks, text_at)
    at = sorted({*text_at, *lead, *captions})
    return (_article([blocks[one] for one in at], origin, (*origin.fields, *_fields(facts)), facts.authors),), ()


def read_fragment(markup: str, origin: Origin, authors: tuple[str, ...]) -> Read:
    """The article of a piece of HTML that is known to be its text and nothing else, as feeds carry it."""
    try:
        tree = parse(f"<html><body><div>{markup}</div></body></html>")
    except TreeError as error:
        return _refused(error.code, str(error), origin)
    clear(tree)
    blocks = [block for block in blocks_of(tree) if block.key]
    if not blocks:
        return _refused("no-words", "no letter or digit found, an article expected; leave it out", origin)
    return (_article(blocks, origin, origin.fields, authors),), ()


def _article(
    blocks: Sequence[Block], origin: Origin, fields: tuple[Field, ...], authors: tuple[str, ...]
) -> SourceArticle:
    """Blocks set one below the other, an empty line between, and the kinds that their elements tell."""
    kinds: list[tuple[Span, ParagraphKind, str]] = []
    offset = 0
    for block in blocks:
        span = Span(offset, offset + len(block.text))
        if block.tag in HEADINGS or _is_in(block.element, HEADINGS):
            kinds.append((span, "heading", "html_heading"))
        elif _is_in(block.element, {"figcaption"}) or is_caption(block.element):
            kinds.append((span, "caption", "html_caption"))
        offset = span.end + 2
    text = "\n\n".join(block.text for block in blocks)
    return SourceArticle(origin.document, origin.number, text, fields, tuple(kinds), authors)


def _fields(facts: Facts) -> Iterable[Field]:
    named = (
        ("title", (facts.title,)),
        ("byline", ("; ".join(facts.authors),)),
        ("outlet", facts.outlets),
        ("published", facts.dates),
        ("url", facts.urls),
        ("language", facts.languages),
    )
    return (Field(name, value, SOURCE) for name, values in named for value in values if value)


def _is_in(element: HtmlElement, tags: Iterable[str]) -> bool:
    around: HtmlElement | None = element
    for _ in range(4):
        if around is None:
            return False
        if around.tag in tags:
            return True
        around = around.getparent()
    return False


def _refused(code: str, why: str, origin: Origin) -> Read:
    return (), (Finding(code, f"{origin.called}: {why}.", origin.document.path),)
