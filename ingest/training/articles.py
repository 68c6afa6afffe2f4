"""Labelled articles, as JSON lines (.gz is read too): what people marked, with offsets into the text.

For quotes a line is ``{"id", "text", "attributions": [{"source", "cue", "content": [[start, end], ...]}], "discard"}``,
the form of PolNeAR's release; for names ``{"id", "text", "mentions": [{"start", "end", "type"}]}``. A line may have
both. What a file does not label it has no opinion on.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.ingest.records import Paragraph
from onrecord.ingest.spans import Span

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who (source) says (cue) what (content); any of them may be in pieces, source and cue may be missing."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article with its labels; None where that kind was not labelled at all.

    ``discard``: stretches the annotators left out. ``names``: span and the type in the file's own words.
    """

    name: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    attributions: tuple[Attribution, ...] | None
    discard: tuple[Span, ...]
    names: tuple[tuple[Span, str], ...] | None


def read_labelled(path: Path) -> list[Labelled]:
    """Read a file of labelled articles.

    Errors: ValueError naming file and line where a line is not what the form asks for.
    """
    articles: list[Labelled] = []
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                articles.append(_labelled(json.loads(line)))
            except (AttributeError, KeyError, TypeError, ValueError) as error:
                raise ValueError(
                    f"{path}:{number}: not a labelled article ({error}); see the form in {__name__}"
                ) from error
    return articles


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """Every line that is not blank, as a paragraph: labelled sets come without kinds."""
    found: list[Paragraph] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Paragraph(len(found), "body", "line", Span(start, start + len(line))))
        start += len(line) + 1
    return tuple(found)


def _labelled(row: dict[str, Any]) -> Labelled:
    attributions = row.get("attributions")
    mentions = row.get("mentions")
    return Labelled(
        name=row["id"],
        text=row["text"],
        paragraphs=paragraphs_of(row["text"]),
        attributions=None
        if attributions is None
        else tuple(
            Attribution(*(tuple(Span(*ends) for ends in one.get(role) or ()) for role in ("source", "cue", "content")))
            for one in attributions
        ),
        discard=tuple(Span(*ends) for ends in row.get("discard") or ()),
        names=None
        if mentions is None
        else tuple(sorted((Span(m["start"], m["end"]), str(m["type"])) for m in mentions if not m.get("nested"))),
    )
