"""Formats that show themselves in their first bytes, whatever the file is called."""

from __future__ import annotations

import re
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
# What holds other files and cannot be opened here -> the name in a finding and what to do.
_HOLDERS: Final = (
    (re.compile(rb"7z\xbc\xaf\x27\x1c"), "a 7z archive", "unpack it first"),
    (re.compile(rb"Rar!\x1a\x07"), "a RAR archive", "unpack it first"),
    (re.compile(rb"BZh[1-9]1AY&SY"), "a file packed with bzip2", "unpack it first"),
    (re.compile(rb"\xfd7zXZ\x00"), "a file packed with xz", "unpack it first"),
    (re.compile(rb"\x28\xb5\x2f\xfd"), "a file packed with zstd", "unpack it first"),
    (
        re.compile(rb"From \S[^\n]{0,200}\d\d:\d\d[^\n]{0,40}\n[A-Za-z-]{2,40}: "),
        "a mailbox",
        "save its messages one by one, as .eml",
    ),
)


def known_format(head: bytes) -> str | None:
    """The name of the format that a file's first bytes show, or None for what may be text."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:32].lower()
    if holder := held_in(head):
        return holder[0]
    markup = next((name for sign, name in _MARKUP if start.startswith(sign)), None)
    return markup or next((name for sign, name in _BINARY if head.startswith(sign)), None)


def held_in(head: bytes) -> tuple[str, str] | None:
    """The name of an archive or mailbox that cannot be opened here, and what to do; None for other files."""
    return next(((name, remedy) for sign, name, remedy in _HOLDERS if sign.match(head)), None)
