"""Formats that show themselves in their first bytes, whatever the file is called."""

from __future__ import annotations

from typing import Final

# First bytes -> what it is called in a finding. Markup is compared in lower case, after blanks and a byte-order mark.
_MARKUP: Final = (
    (b"<!doctype", "HTML or SGML"),
    (b"<html", "HTML"),
    (b"<?xml", "XML"),
    (b"<rss", "RSS"),
    (b"{\\rtf", "RTF"),
)
_BINARY: Final = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "an Office file or ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"SQLite format 3\x00", "an SQLite database"),
)


def known_format(head: bytes) -> str | None:
    """The name of the format that a file's first bytes show, or None for what may be text."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:32].lower()
    markup = next((name for sign, name in _MARKUP if start.startswith(sign)), None)
    return markup or next((name for sign, name in _BINARY if head.startswith(sign)), None)
