"""An article's identity: the same article has the same key on every machine."""

from __future__ import annotations

import hashlib
import json
from typing import Final

from onrecord.ingest.addresses import address_key

KEY_LENGTH: Final = 16


def article_key(url: str | None, outlet: str | None, text: str, title: str | None = None) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of ``[address, outlet, text]`` or ``[null, outlet, text, title]``.

    In: the settled text; white space around it does not count, so that a last line end makes no other article. The
    address counts as ``address_key`` has it. ``title``: what the file's own format calls the article. It counts only
    where no address tells articles of the same words apart, such as short notices: titles are edited.
    """
    parts = [address_key(url), outlet, text.strip()]
    if url is None and title is not None:
        parts.append(title)
    canonical = json.dumps(parts, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()[:KEY_LENGTH]
