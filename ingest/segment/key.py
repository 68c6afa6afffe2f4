"""An article's identity: the same article has the same key on every machine."""

from __future__ import annotations

import hashlib
import json
from typing import Final

KEY_LENGTH: Final = 16


def article_key(url: str | None, outlet: str | None, text: str) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of ``[url, outlet, text]`` as JSON.

    In: the settled text; white space around it does not count, so that a last line end makes no other article.
    """
    canonical = json.dumps([url, outlet, text.strip()], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()[:KEY_LENGTH]
