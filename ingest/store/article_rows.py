"""The rows of one article: itself, its metadata, its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.ingest.addresses import address_key
from onrecord.ingest.records import Article

Row = tuple[Any, ...]
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")


def count_words(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))


def article_row(
    article: Article, article_id: int, document_id: int, outlets: Mapping[str, int], previous_id: int | None
) -> Row:
    """The row of ``articles``. In: ``previous_id``: the version that was read before, or None."""
    words = sum(count_words(p.span.of(article.text)) for p in article.paragraphs if p.is_read)
    return (
        article_id,
        article.key,
        article.text_key,
        document_id,
        article.source.number,
        article.title,
        article.byline,
        outlets[article.outlet] if article.outlet else None,
        article.published,
        article.url,
        address_key(article.url),
        article.language,
        words,
        previous_id,
    )


def field_rows(article: Article, article_id: int) -> Iterator[Row]:
    """The rows of ``article_fields``: every value found; chosen is the first of its name that the article uses."""
    chosen = {
        "title": article.title,
        "byline": article.byline,
        "outlet": article.outlet,
        "published": article.published,
        "url": article.url,
        "language": article.language,
    }
    seen: set[str] = set()
    for ordinal, field in enumerate(article.fields, 1):
        is_chosen = field.name not in seen and chosen.get(field.name, field.value) is not None
        if is_chosen:
            seen.add(field.name)
        yield article_id, ordinal, field.name, field.value, field.source, field.line, int(is_chosen)


def author_rows(article: Article, article_id: int, authors: Mapping[str, int]) -> Iterator[Row]:
    """The rows of ``article_authors``, each person once. In: ``authors``: row numbers by name."""
    roles = dict.fromkeys(article.authors, "author") | dict.fromkeys(article.contributors, "contributor")
    for place, (name, role) in enumerate(roles.items(), 1):
        yield article_id, place, authors[name], role


def paragraph_rows(article: Article, article_id: int, first_id: int) -> Iterator[Row]:
    """The rows of ``paragraphs``, numbered from ``first_id``; the gaps between them hold all that is no paragraph."""
    end = 0
    for number, paragraph in enumerate(article.paragraphs, first_id):
        span = paragraph.span
        gap = article.text[end : span.start]
        end = span.end
        yield (
            number,
            article_id,
            paragraph.ordinal,
            paragraph.kind,
            paragraph.rule,
            span.start,
            span.end,
            gap,
            span.of(article.text),
        )
