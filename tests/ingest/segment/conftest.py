"""An article made of a text and what is said of it elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.ingest.records import Article, Document, Field, Finding, SourceArticle
from onrecord.ingest.segment import segment

Segment = Callable[..., tuple[Article, tuple[Finding, ...]]]


@pytest.fixture(name="read")
def segmented() -> Segment:
    """Segment a text; fields are given as (name, value, source)."""

    def read(text: str, *fields: tuple[str, str, str], form: str = "text") -> tuple[Article, tuple[Finding, ...]]:
        document = Document("news/a.txt", form, "0" * 64, len(text))
        source = SourceArticle(document, 1, text, tuple(Field(*field) for field in fields))
        return segment(source)

    return read
