"""MHTML: a page saved in one file with its pictures, as browsers do (.mhtml, .mht); the page inside is read as HTML."""

from __future__ import annotations

import email
import email.policy
import re
from pathlib import PurePath
from typing import Final, cast

from onrecord.ingest.limits import MHTML_BYTES, PAGE_BYTES
from onrecord.ingest.readers.reader import Read, Reader, refused
from onrecord.ingest.readers.web import Origin, decode_page, read_page
from onrecord.ingest.records import Document, Field

_SUFFIXES: Final = frozenset({".mhtml", ".mht"})
# A letter may have the same parts; a saved page says where it was saved from, or who saved it.
_SAVED = re.compile(rb"(?im)^(?:snapshot-content-location:|from: *<?saved by )")
_HEADER_LINE = re.compile(rb"\A(?:[A-Za-z-]{2,40}: ?\S|\s*\n)")


def read(document: Document, data: bytes, fields: tuple[Field, ...]) -> Read:
    """Read the page that an MHTML file holds: the part the file names as its own, else the first HTML.

    Out: one article, or none and the finding that says why.
    """
    # compat32 gives parts as bytes and never raises for broken headers
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    location = _one_line(message.get("Snapshot-Content-Location") or message.get("Content-Location"))
    parts = [part for part in message.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"}]
    own = [part for part in parts if location and _one_line(part.get("Content-Location")) == location]
    page = next(iter(own or parts), None)
    content = cast("bytes | None", page.get_payload(decode=True)) if page is not None else None
    if page is None or not content:
        return refused("no-page", document.path, "no HTML inside", "a page that a browser saved", "save it again")
    if len(content) > PAGE_BYTES:
        limit = f"a page of at most {PAGE_BYTES // 1_000_000} MB"
        return refused("too-large", document.path, "a larger page inside", limit, "save the article as text")
    url = location or _one_line(page.get("Content-Location"))
    decoded = decode_page(content, page.get("Content-Type") or "")
    return read_page(decoded.text, Origin(document, fields=fields, url=url or None))


def _one_line(value: object) -> str:
    return "".join(str(value).split()) if value else ""


def _is_mhtml(name: str, head: bytes) -> bool:
    if _SAVED.search(head):
        return True
    return PurePath(name).suffix.lower() in _SUFFIXES and _HEADER_LINE.match(head) is not None


MHTML: Final = Reader("mhtml", "a page saved as MHTML (.mhtml, .mht)", MHTML_BYTES, _is_mhtml, read)
