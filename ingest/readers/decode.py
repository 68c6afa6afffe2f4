"""Bytes to text: UTF-8 or a finding that says what it is instead and how to convert it. Nothing is guessed."""

from __future__ import annotations

import re
from typing import Final

from onrecord.ingest.records import Finding

# Longer marks first: the UTF-32 mark begins with the UTF-16 one.
_MARKS: Final = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_SAMPLE: Final = 4096
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")
_CONTROL_SHARE: Final = 0.01  # texts off a wire carry a few control characters; more is no text


def decode(path: str, data: bytes) -> str | Finding:
    """The text of UTF-8 bytes, a byte-order mark still in it, or why it cannot be had.

    In: ``path`` as the finding should name it.
    Unsure: UTF-16 without a mark is told by its zero bytes, which only scripts near Latin have.
    """
    other = _sixteen_bit(data[:_SAMPLE])
    if other:
        message = (
            f"{path}: {other} text found, UTF-8 expected; convert it, for instance with "
            f"`iconv -f {other} -t UTF-8 FILE > NEW_FILE`."
        )
        return Finding("not-utf8", message, path)
    zero = data.find(b"\0")
    if zero >= 0:
        message = f"{path}: a zero byte found at byte {zero}, plain text expected; this is a binary file, leave it out."
        return Finding("binary", message, path)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(path, data, error.start)
    controls = sum(1 for _ in _CONTROL.finditer(text))
    if controls > _CONTROL_SHARE * len(text):
        message = (
            f"{path}: {controls} control characters found among {len(text)}, plain text expected; "
            "this is a binary file, leave it out."
        )
        return Finding("binary", message, path)
    return text


def _sixteen_bit(head: bytes) -> str | None:
    """The name of the 16- or 32-bit encoding that a mark or the place of zero bytes shows, or None."""
    marked = next((name for mark, name in _MARKS if head.startswith(mark)), None)
    if marked or len(head) < 4:
        return marked
    even, odd = head[::2].count(0) / len(head[::2]), head[1::2].count(0) / len(head[1::2])
    if max(even, odd) < 0.5 or min(even, odd) > 0.05:
        return None
    return "UTF-16LE" if odd > even else "UTF-16BE"


def _not_utf8(path: str, data: bytes, offset: int) -> Finding:
    line = data.count(b"\n", 0, offset) + 1
    message = (
        f"{path}: byte 0x{data[offset]:02x} found at byte offset {offset} (line {line}), UTF-8 expected; "
        "convert the file from its encoding, for instance with `iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW_FILE`."
    )
    return Finding("not-utf8", message, path)
