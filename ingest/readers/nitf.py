"""NITF, the older wire format (the New York Times Annotated Corpus is NITF), also inside NewsML 1."""

from __future__ import annotations

import re
from typing import Final

from onrecord.ingest import limits
from onrecord.ingest.readers.html_blocks import as_text, blocks_below
from onrecord.ingest.readers.press import gathered, record, without_by
from onrecord.ingest.readers.reader import Read, Reader
from onrecord.ingest.readers.wires import Body, iso_moment, nitf_body, wire_article
from onrecord.ingest.readers.xml_tree import (
    Element,
    attribute,
    below,
    first_below,
    first_spaced,
    first_words,
    local,
    xml_tree,
)
from onrecord.ingest.records import Document, Field, Finding, SourceArticle

_ROOT = re.compile(rb"<(?:nitf|NewsML)[\s>]")
_RIGHTS = re.compile(r"(?i)[.,]?\s*all rights reserved\.?$")
_FORMAL: Final = "FormalName"


def read(document: Document, data: bytes, fields: tuple[Field, ...]) -> Read:
    """Read the article of an NITF file, or every item of a NewsML 1 file."""
    root = xml_tree(document.path, data)
    if isinstance(root, Finding):
        return (), (root,)
    if local(root) == "newsml":
        found = [_news_item(document, item, fields) for item in below(root, "newsitem")]
        return gathered(document, found, "NewsML file")
    return gathered(document, [_article(document, root, fields)], "NITF file")


def _article(document: Document, root: Element, given: tuple[Field, ...]) -> SourceArticle | None:
    published, place = first_below(root, "pubdata"), first_below(root, "location")
    dates = [first_below(root, name) for name in ("date.issue", "date.release")]
    said = record(
        title=first_words(root, "hl1") or first_words(root, "title"),
        byline=without_by(first_spaced(root, "byline")),
        outlet=attribute(published, "name") or _RIGHTS.sub("", attribute(first_below(root, "doc.copyright"), "holder")),
        published=iso_moment(
            attribute(published, "date.publication") or next((n for d in dates if (n := attribute(d, "norm"))), "")
        ),
        url=attribute(published, "ex-ref"),
        dateline_place="" if place is None else first_words(place, "city"),
    )
    return wire_article(document, 1, nitf_body(root), said, given)


def _news_item(document: Document, item: Element, given: tuple[Field, ...]) -> SourceArticle | None:
    provider, language = first_below(item, "provider"), first_below(item, "language")
    party = None if provider is None else first_below(provider, "party")
    said = record(
        title=first_words(item, "headline"),
        byline=without_by(first_spaced(item, "byline")),
        outlet=attribute(party, _FORMAL) or first_words(item, "providerid"),
        published=iso_moment(first_words(item, "thisrevisioncreated", "firstcreated")),
        language=attribute(language, _FORMAL),
    )
    return wire_article(document, 1, _content(item), said, given)


def _content(item: Element) -> Body:
    body = nitf_body(item)
    if body[0]:
        return body
    content = first_below(item, "datacontent")
    return as_text(blocks_below(content))


def _recognises(_name: str, head: bytes) -> bool:
    is_markup = head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")
    return is_markup and _ROOT.search(head) is not None and b"iptc.org/std/nar" not in head


NITF: Final = Reader("nitf", "NITF or NewsML 1 of news agencies", limits.EXPORT_BYTES, _recognises, read)
