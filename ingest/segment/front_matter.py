"""Front matter: YAML between two lines of three hyphens at the very top, as trafilatura and web clippers write it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import yaml

from onrecord.ingest.metadata import fields_of
from onrecord.ingest.records import Field
from onrecord.ingest.spans import Span

_LONGEST: Final = 64_000  # characters; what is longer is an article between two rules
_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """``span``: the block with its two lines. ``fields``: what it says. ``trouble``: why it cannot be used, or None."""

    span: Span
    fields: tuple[Field, ...] = ()
    trouble: str | None = None


def front_matter(text: str) -> FrontMatter | None:
    """The front matter of a settled text, or None where there is none.

    Values are taken as written: ``date: 2024-05-03`` and ``title: No`` are words.
    Unsure: words between two lines of hyphens that are no ``key: value`` pairs are text; pairs that YAML cannot read
    are text too, with the trouble told.
    """
    opening = _OPENING.match(text)
    closing = opening and _CLOSING.search(text, opening.end(), opening.end() + _LONGEST)
    if not opening or not closing:
        return None
    span = Span(0, closing.start() + 3)
    try:
        values = yaml.BaseLoader(text[opening.end() : closing.start()]).get_single_data()
    except (yaml.YAMLError, RecursionError) as error:
        return FrontMatter(span, trouble=" ".join(str(error).split())[:200])
    return FrontMatter(span, fields_of(values, "front_matter")) if isinstance(values, dict) else None
