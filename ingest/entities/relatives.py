"""Who is introduced as somebody's relative: "her husband, John Roe"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.ingest.language.reading import Name

_RELATIVE = re.compile(
    r"\b(?:husband|wife|spouse|widow|widower|fianc(?:ée|ee|é|e)|(?:step|half-)?(?:son|daughter|brother|sister|mother|father)|"
    r"mom|mum|dad|twin|uncle|aunt|nephew|niece|cousin|grand(?:son|daughter|mother|father))(?:-in-law)?,?"
    r"(?:\s[A-Z][a-z]*\.?){0,2}\s+$"
)
_BEFORE = 60  # characters looked at


def relatives(text: str, names: Iterable[Name]) -> frozenset[str]:
    """The names, as written, in front of which a word for a relative stands somewhere in the article."""
    return frozenset(
        name.span.of(text)
        for name in names
        if _RELATIVE.search(text, max(0, name.span.start - _BEFORE), name.span.start)
    )
