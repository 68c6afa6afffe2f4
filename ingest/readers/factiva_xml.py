"""Factiva as XML: many articles a file."""

from __future__ import annotations

from typing import Final

from onrecord.ingest import limits
from onrecord.ingest.readers.press import article, gathered, record
from onrecord.ingest.readers.reader import Read, Reader
from onrecord.ingest.readers.xml_tree import Element, below, first_below, first_words, local, words, xml_tree
from onrecord.ingest.records import Document, Field, Finding, SourceArticle

_BODY: Final = ("leadparagraph", "tailparagraphs")


def read(document: Document, data: bytes, fields: tuple[Field, ...]) -> Read:
    """Read every article of a Factiva XML export: lead and tail paragraphs are its text."""
    root = xml_tree(document.path, data)
    if isinstance(root, Finding):
        return (), (root,)
    articles = (_article(document, one, fields) for one in below(root, "article"))
    return gathered(document, articles, "Factiva export")


def _article(document: Document, element: Element, given: tuple[Field, ...]) -> SourceArticle | None:
    dated = first_below(element, "publicationdate")
    said = record(
        title=first_words(element, "headline"),
        outlet=first_words(element, "sourcename"),
        published=words(dated).split(" ")[0],
        byline=first_words(element, "byline", "author"),
        language=first_words(element, "baselanguage").lower(),
    )
    paragraphs = [text for part in below(element, *_BODY) for text in _paragraphs(part)]
    return article(document, 1, paragraphs, said, given)


def _paragraphs(part: Element) -> list[str]:
    """The paragraphs of lead or tail; older files hold bare text with line ends instead."""
    inside = [words(one) for one in part if isinstance(one.tag, str) and local(one) == "paragraph"]
    return [text for text in inside if text] or ["".join(map(str, part.itertext())).strip("\n ")]


def _recognises(_name: str, head: bytes) -> bool:
    return b"<ppsarticle" in head or b"http://global.factiva.com/" in head


FACTIVA_XML: Final = Reader("factiva-xml", "a Factiva export as XML", limits.EXPORT_BYTES, _recognises, read)
