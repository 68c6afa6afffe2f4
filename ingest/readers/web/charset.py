"""Bytes of a page to text. Pages lie about their encoding, so what the bytes show counts before what they say.

The order is that of browsers but for one step: bytes that are valid UTF-8 are UTF-8 whatever is declared, since other
encodings' letters practically never form it.
Source: WHATWG Encoding Standard, section 4.2 (labels), and HTML Standard, section 13.2.3 (determining the encoding).
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SAMPLE: Final = 4096
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,500}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_IN_HEADER = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
# What browsers read under a label: nearly always the larger set of a vendor.
_WIDER: Final = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "ks_c_5601": "cp949",
    "big5": "big5hkscs",
}
# Names that Python does not know.
_OTHER_NAMES: Final = {
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "windows-949": "cp949",
    "ks_c_5601-1987": "cp949",
    "x-gbk": "gb18030",
    "x-euc-jp": "euc_jp",
    "unicode": "utf-8",
    "x-mac-roman": "mac_roman",
}
# The rest of UTF-8 that a broken cut or a pasted word may spoil.
_MOST_BROKEN: Final = 0.001
_DEFAULT: Final = "cp1252"


@dataclass(frozen=True, slots=True)
class Decoded:
    """``text``: of the page. ``encoding``: what it was read as. ``broken``: characters that could not be read."""

    text: str
    encoding: str
    broken: int


def decode_page(data: bytes, content_type: str = "") -> Decoded:
    """The text of a page, a byte-order mark left out.

    In: the bytes; the Content-Type that a server sent with them, if one did.
    Unsure: bytes that are no UTF-8 are what the server says, then what the page says, then Windows-1252 as in browsers;
    what cannot be read even so becomes U+FFFD and is counted.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _read(data[len(mark) :], encoding)
    said = _sixteen_bit(data[:_SAMPLE]) or _said(data, content_type)
    if said is not None and said.startswith(
        ("utf-16", "iso2022")
    ):  # the latter has seven bits and would pass for UTF-8
        return _read(data, said)
    utf8 = _read(data, "utf-8")
    if utf8.broken == 0 or (said in {None, "utf-8"} and _is_utf8_but_for_slips(data, utf8)):
        return utf8
    return _read(data, _DEFAULT if said is None or said == "utf-8" else said)


def _is_utf8_but_for_slips(data: bytes, utf8: Decoded) -> bool:
    """True for UTF-8 in which a cut or a pasted word has spoilt a few characters."""
    beyond_ascii = sum(byte > 0x7F for byte in data)
    return utf8.broken <= _MOST_BROKEN * len(data) and utf8.broken * 10 < beyond_ascii


def _said(data: bytes, content_type: str) -> str | None:
    """The encoding that server or page names, as Python calls it, or None."""
    found = _IN_HEADER.search(content_type)
    declared = _DECLARED.search(data[:_SAMPLE])
    for label in (found and found[1], declared and declared[1].decode("ascii", "replace")):
        if label and (name := _python_name(label)):
            return name
    return None


def _python_name(label: str) -> str | None:
    """Python's name of an encoding, or None where the label names none that a page can be in."""
    folded = label.strip().lower()
    try:
        name = codecs.lookup(_OTHER_NAMES.get(folded, folded)).name
        # What cannot be read from its own ASCII letters was not used for a page that says so in ASCII letters; and
        # some codecs of Python ("zip", "undefined") are none of text.
        is_usable = b"a<".decode(name) == "a<"
    except (LookupError, ValueError):
        return None
    is_escaped = name.startswith(("utf-7", "unicode", "raw", "punycode", "idna"))
    return _WIDER.get(name, name) if is_usable and not is_escaped else None


def _read(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding, 0)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return Decoded(text, encoding, text.count("\ufffd"))


def _sixteen_bit(head: bytes) -> str | None:
    """UTF-16 without a mark shows in the zero bytes of its markup."""
    half = len(head) // 2
    if half < 8:
        return None
    even, odd = head[: 2 * half : 2].count(0) / half, head[1 : 2 * half : 2].count(0) / half
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.05 else None
