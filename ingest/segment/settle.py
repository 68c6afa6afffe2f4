"""The one change a text goes through: what is done here is the difference between a file's text and its offsets."""

from __future__ import annotations

import re
from typing import Final

_BYTE_ORDER_MARK: Final = "\ufeff"
_REPLACEMENT: Final = "\ufffd"
# No database or encoder takes these: the zero character, and halves of a pair of surrogates.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def settle(text: str) -> str:
    r"""Settle a text: line ends become ``\n``, a byte-order mark is dropped, unstorable characters become U+FFFD.

    Offsets: everything later counts code points of what this gives.
    """
    text = text.removeprefix(_BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")
    return text if _is_storable(text) else _UNSTORABLE.sub(_REPLACEMENT, text)


def _is_storable(text: str) -> bool:
    """Nearly every text is, and encoding it tells so ten times sooner than looking at each character."""
    try:
        text.encode()
    except UnicodeEncodeError:  # half a pair of surrogates
        return False
    return "\x00" not in text
