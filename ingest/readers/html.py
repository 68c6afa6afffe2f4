"""HTML: one saved page is one article, its metadata taken from what the page says of itself."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Final

from onrecord.ingest.limits import PAGE_BYTES
from onrecord.ingest.readers.reader import Read, Reader
from onrecord.ingest.readers.web import Origin, decode_page, read_page
from onrecord.ingest.records import Document, Field, Finding

_SUFFIXES: Final = frozenset({".html", ".htm", ".xhtml", ".shtml"})
# Whole names of tags: <headline> and <header> are other people's XML.
_SIGNS: Final = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]")
_XHTML: Final = re.compile(rb"<(?:!doctype\s+html|html)[\s>]")


def read(document: Document, data: bytes, fields: tuple[Field, ...]) -> Read:
    """Read the article of a page.

    Out: one article with its headings and captions told; or none and the finding that says why.
    Unsure: characters that cannot be read become U+FFFD, with a finding that says how many.
    """
    page = decode_page(data)
    articles, findings = read_page(page.text, Origin(document, fields=fields))
    if articles and page.broken:
        message = (
            f"{document.path}: {page.broken} characters found that are no {page.encoding}, which the page was read as; "
            "they stand as U+FFFD, save the page again if words are missing."
        )
        findings = (*findings, Finding("characters-broken", message, document.path))
    return articles, findings


def _is_html(name: str, head: bytes) -> bool:
    if head.startswith((b"\x1f\x8b", b"PK\x03\x04", b"%PDF")):  # packed bytes may look like anything
        return False
    start = head.replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf").lower()
    markup = start.lstrip()
    signs = _XHTML if markup.startswith(b"<?xml") else _SIGNS  # XML of any kind may have a head or a body
    if markup.startswith(b"<") and signs.search(start[:1024]):
        return True
    return PurePath(name).suffix.lower() in _SUFFIXES and b"<" in start


HTML: Final = Reader("html", "an HTML page (.html, .htm)", PAGE_BYTES, _is_html, read)
