"""Names of a case in a notation: "[P Jane Roe] spoke"."""

from __future__ import annotations

import re

from onrecord.ingest.language.reading import Name, NameType
from onrecord.ingest.spans import Span

KINDS: dict[str, NameType] = {
    "P": "person", "O": "organisation", "L": "place", "F": "facility", "G": "group", "W": "work",
}  # fmt: skip


def marked(text: str) -> tuple[str, tuple[Name, ...]]:
    """Read the notation of the cases: [P Jane Roe] is a person's name."""
    plain, names, end = "", [], 0
    for match in re.finditer(r"\[([POLFGW]) ([^\]]+)\]", text):
        plain += text[end : match.start()]
        names.append(Name(Span(len(plain), len(plain) + len(match[2])), KINDS[match[1]], 1.0))
        plain += match[2]
        end = match.end()
    return plain + text[end:], tuple(names)
