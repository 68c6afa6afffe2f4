"""What was fetched from the web, read as the file it would be if somebody had saved it."""

from __future__ import annotations

from onrecord.ingest.readers.read import read_bytes
from onrecord.ingest.readers.reader import Read
from onrecord.ingest.readers.web import decode_page
from onrecord.ingest.records import Field

_HTML = ("text/html", "application/xhtml+xml")


def read_fetched(url: str, content_type: str, content: bytes, fields: tuple[Field, ...] = ()) -> Read:
    """Read the articles of an answer.

    In: where it was found, redirects followed; the server's Content-Type, which may name the encoding; what is known
    from outside. Out: as ``read_bytes``; the address is the article's where the page names no other.
    """
    if content_type.partition(";")[0].strip().lower() in _HTML and "charset" in content_type.lower():
        content = decode_page(content, content_type).text.encode("utf-8", "replace")
    return read_bytes(url, content, (*fields, Field("url", url, "option")))
