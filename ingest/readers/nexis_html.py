"""LexisNexis as HTML: many articles a page, each under a line such as ``3 of 120 DOCUMENTS``."""

from __future__ import annotations

from typing import Final

from onrecord.ingest import limits
from onrecord.ingest.readers.html_blocks import html_blocks
from onrecord.ingest.readers.nexis import COUNT, old_layout
from onrecord.ingest.readers.press import gathered
from onrecord.ingest.readers.reader import Read, Reader
from onrecord.ingest.records import Document, Field

_SIGNS: Final = (b"<!-- LXNComment", b"<DOCFULL>", b'NAME="DOC_ID_0_0"')


def read(document: Document, data: bytes, fields: tuple[Field, ...]) -> Read:
    """Read every article of a LexisNexis page; fields as in the text export, which has the same layout."""
    articles: list[list[str]] = []
    for block in html_blocks(data):
        if COUNT.fullmatch(block.text):
            articles.append([])
        elif articles:
            articles[-1].append(block.text)
    found = (old_layout(document, blocks, fields) for blocks in articles)
    return gathered(document, found, "LexisNexis export")


def _recognises(_name: str, head: bytes) -> bool:
    return any(sign in head for sign in _SIGNS)


NEXIS_HTML: Final = Reader("lexisnexis-html", "a LexisNexis export as HTML", limits.EXPORT_BYTES, _recognises, read)
