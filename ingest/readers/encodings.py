"""Text in another encoding than UTF-8: what its first bytes say for certain, and what a finding may advise.

Only a byte-order mark is certain. For all else the finding advises the encoding whose letters the bytes would be, and
names several where they are no Latin ones: which it is, only the one who has the file can tell.
"""

from __future__ import annotations

import codecs
from collections import Counter
from typing import Final

# Longer marks first: the UTF-32 mark begins with the UTF-16 one.
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
_SAMPLE: Final = 100_000
_LATIN_SHARE: Final = 0.3  # of a Latin text's letters at most so many are beyond ASCII
# Where Windows-1252 has quotation marks, dashes, dots and the euro below its letters, which begin at 0xC0.
_WINDOWS_SIGNS: Final = frozenset(b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99")
_OTHERS: Final = "KOI8-R, WINDOWS-1251, GB18030, SHIFT_JIS or whatever it was saved in"


def marked_encoding(head: bytes) -> str:
    """The encoding that a byte-order mark names, or UTF-8."""
    return next((name for mark, name in _MARKS if head.startswith(mark)), "utf-8")


def advice(data: bytes) -> str:
    """What to do with text that is no UTF-8, as a finding says it.

    Unsure: few letters beyond ASCII are Latin ones, a Mac's where they stand below 0xA0; many are of another script.
    """
    counts = Counter(data[:_SAMPLE])
    beyond = sum(count for byte, count in counts.items() if byte >= 0x80)
    letters = sum(count for byte, count in counts.items() if chr(byte).isalpha() and byte < 0x80)
    if beyond > _LATIN_SHARE * (letters + beyond):
        return (
            f"its letters are not Latin ones: convert the file from its encoding ({_OTHERS}), for instance with "
            "`iconv -f KOI8-R -t UTF-8 FILE > NEW_FILE`"
        )
    low = sum(count for byte, count in counts.items() if 0x80 <= byte < 0xA0 and byte not in _WINDOWS_SIGNS)
    name = "MACINTOSH" if low * 2 > beyond else "WINDOWS-1252"
    return f"convert the file from its encoding, for instance with `iconv -f {name} -t UTF-8 FILE > NEW_FILE`"
