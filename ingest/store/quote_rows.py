"""The rows of one article's quotes and mentions."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.ingest.identities import Resolved
from onrecord.ingest.records import Article, Quote
from onrecord.ingest.spans import Span, hull
from onrecord.ingest.store.article_rows import Row
from onrecord.schema.quotes import quote_text


class ParagraphIds:
    """Finds the paragraph an offset stands in. ``first_id``: row number of the article's first paragraph."""

    def __init__(self, article: Article, first_id: int) -> None:
        self._starts = [paragraph.span.start for paragraph in article.paragraphs]
        self._first_id = first_id

    def at(self, offset: int) -> int:
        """The row number of the paragraph that holds the code point at ``offset``."""
        return self._first_id + bisect_right(self._starts, offset) - 1


@dataclass(frozen=True, slots=True)
class EntityIds:
    """Row numbers for an article's entities: ``ids`` in ``entities``; from ``first_id`` in ``article_entities``."""

    ids: Sequence[int]
    first_id: int


def words_of(quote: Quote, text: str, paragraphs: ParagraphIds) -> str:
    """The words of a quote as they are stored and cited."""
    return quote_text((paragraphs.at(span.start), span.of(text)) for span in quote.spans)


def quote_key(quote: Quote, article_key: str) -> str:
    """The stable identity of a quote: its article and its place."""
    place = ",".join(f"{span.start}-{span.end}" for span in quote.spans)
    return hashlib.sha256(f"{article_key}\x1f{place}".encode()).hexdigest()[:16]


def quote_rows(
    resolved: Resolved,
    article_id: int,
    first_id: int,
    paragraphs: ParagraphIds,
    entities: EntityIds,
    statement_ids: Mapping[str, int],
) -> Iterator[Row]:
    """The rows of ``quotes``, numbered from ``first_id`` in text order."""
    analysis = resolved.analysis
    text = analysis.article.text
    for number, (quote, speaker, statement) in enumerate(
        zip(analysis.quotes, analysis.speakers, resolved.statements, strict=True), first_id
    ):
        whole = hull(quote.spans)
        yield (
            number,
            quote_key(quote, analysis.article.key),
            article_id,
            paragraphs.at(whole.start),
            quote.kind,
            words_of(quote, text, paragraphs),
            whole.start,
            whole.end,
            *_written(text, quote.cue),
            quote.cue_class,
            *_written(text, quote.source),
            None if speaker.entity is None else entities.ids[speaker.entity],
            speaker.attribution,
            speaker.reason,
            None if quote.continues is None else first_id + quote.continues,
            round(quote.confidence * speaker.certainty, 3),
            None if statement is None else statement_ids[statement],
            None if speaker.entity is None else entities.first_id + speaker.entity,
        )


def _written(text: str, span: Span | None) -> tuple[str | None, int | None, int | None]:
    return (None, None, None) if span is None else (span.of(text), span.start, span.end)


def span_rows(quotes: Sequence[Quote], first_id: int, paragraphs: ParagraphIds) -> Iterator[Row]:
    """The rows of ``quote_spans``."""
    for number, quote in enumerate(quotes, first_id):
        for ordinal, span in enumerate(quote.spans, 1):
            yield number, ordinal, paragraphs.at(span.start), span.start, span.end


def mention_rows(resolved: Resolved, paragraphs: ParagraphIds, entities: EntityIds) -> Iterator[Row]:
    """The rows of ``mentions``."""
    for mention in resolved.analysis.mentions:
        span = mention.span
        yield (
            paragraphs.at(span.start),
            span.start,
            span.end,
            entities.ids[mention.entity],
            mention.type,
            mention.rule,
            entities.first_id + mention.entity,
        )
