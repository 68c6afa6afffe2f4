"""Bytes to text: UTF-8, UTF-16 by its mark, or a finding that says what to do. Nothing is guessed."""

from __future__ import annotations

import re
from typing import Final

from onrecord.ingest.readers.encodings import advice, marked_encoding
from onrecord.ingest.records import Finding

_SAMPLE: Final = 4096
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")
_CONTROL_SHARE: Final = 0.01  # texts off a wire carry a few control characters; more is no text


def decode(path: str, data: bytes) -> str | Finding:
    """The text of UTF-8 bytes, a byte-order mark still in it, or of UTF-16 with a mark; or why it cannot be had.

    In: ``path`` as the finding should name it.
    Unsure: UTF-16 without a mark is told by its zero bytes, which only scripts near Latin have; it is not read.
    """
    marked = marked_encoding(data[:4])
    is_wide = marked in {"utf-16", "utf-32"}
    other = None if is_wide else _sixteen_bit(data[:_SAMPLE])
    if other:
        message = (
            f"{path}: {other} text found, UTF-8 expected; convert it, for instance with "
            f"`iconv -f {other} -t UTF-8 FILE > NEW_FILE`."
        )
        return Finding("not-utf8", message, path)
    zero = -1 if is_wide else data.find(b"\0")
    if zero >= 0:
        message = f"{path}: a zero byte found at byte {zero}, plain text expected; this is a binary file, leave it out."
        return Finding("binary", message, path)
    try:
        text = data.decode(marked if is_wide else "utf-8")
    except UnicodeDecodeError as error:
        return _broken_wide(path, marked.upper(), error.start) if is_wide else _not_utf8(path, data, error.start)
    controls = sum(1 for _ in _CONTROL.finditer(text))
    if controls > _CONTROL_SHARE * len(text):
        message = (
            f"{path}: {controls} control characters found among {len(text)}, plain text expected; "
            "this is a binary file, leave it out."
        )
        return Finding("binary", message, path)
    return text


def _sixteen_bit(head: bytes) -> str | None:
    """The name of the 16-bit encoding that the place of zero bytes shows, or None."""
    if len(head) < 4:
        return None
    even, odd = head[::2].count(0) / len(head[::2]), head[1::2].count(0) / len(head[1::2])
    if max(even, odd) < 0.5 or min(even, odd) > 0.05:
        return None
    return "UTF-16LE" if odd > even else "UTF-16BE"


def _broken_wide(path: str, encoding: str, offset: int) -> Finding:
    message = (
        f"{path}: {encoding} text found that is broken at byte offset {offset}, whole text expected; save it anew."
    )
    return Finding("not-utf8", message, path)


def _not_utf8(path: str, data: bytes, offset: int) -> Finding:
    line = data.count(b"\n", 0, offset) + 1
    found = f"byte 0x{data[offset]:02x} found at byte offset {offset} (line {line})"
    return Finding("not-utf8", f"{path}: {found}, UTF-8 expected; {advice(data)}.", path)
