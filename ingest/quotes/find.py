"""The flow: contents and marks to pieces, pieces to quotes, quotes to speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.ingest.quotes.continuation import announced, continued
from onrecord.ingest.quotes.crowds import without_bystanders
from onrecord.ingest.quotes.cue_class import cue_class
from onrecord.ingest.quotes.entries import in_entries
from onrecord.ingest.quotes.headlines import without_rubrics
from onrecord.ingest.quotes.hearers import without_hearers
from onrecord.ingest.quotes.joining import joined
from onrecord.ingest.quotes.kinds import kind_of
from onrecord.ingest.quotes.pieces import pieces_of
from onrecord.ingest.quotes.quoting import with_quoted
from onrecord.ingest.quotes.scraps import without_scraps
from onrecord.ingest.quotes.signed import with_signatures
from onrecord.ingest.quotes.speakers import decided
from onrecord.ingest.quotes.tags import with_tags
from onrecord.ingest.quotes.transcripts import turns_of
from onrecord.ingest.records import Quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.ingest.language.reading import Content, Reading
    from onrecord.ingest.quotes.marks import Marked
    from onrecord.ingest.records import Paragraph
    from onrecord.ingest.spans import Span

# Quotes less probable than this are left out: where F1 on held-out articles was best.
LEAST_PROBABLE = 0.35


def find_quotes(
    article_text: str, paragraphs: Sequence[Paragraph], marked: Sequence[Marked], reading: Reading
) -> tuple[Quote, ...]:
    """Find everything that somebody is quoted as saying.

    In: the settled text, its paragraphs, their quotation marks, and what the reader sees in them.
    Out: quotes in text order; a quote in several pieces stands where its first piece does.
    Offsets: code points into the settled text. Quotation marks around a piece belong to it.
    Unsure: what is less probable than LEAST_PROBABLE, or no more than a scrap, is left out; where no mention is
    likelier than nobody, or the words go on from an earlier quote, the source is None.
    """
    read = [paragraph.span for paragraph in paragraphs if paragraph.is_read]
    turns = turns_of(article_text, read)
    pieces = pieces_of(article_text, read, marked, _put_right(article_text, read, reading), turns)
    pieces = with_signatures(article_text, read, reading.names, with_tags(article_text, pieces))
    groups = (without_scraps(article_text, group) for group in joined(article_text, marked, pieces))
    quotes = (decided(group) for group in groups if group)
    sure = [announced(article_text, read, quote) for quote in quotes if quote.probability >= LEAST_PROBABLE]
    goes_on = continued(article_text, read, sure)
    kinds = ["direct" if group.is_turn else kind_of(article_text, group.spans, marked) for group in sure]
    return tuple(
        Quote(
            kind=kind,
            spans=group.spans,
            source=group.source if earlier is None else None,
            cue=group.cue,
            continues=earlier,
            confidence=round(reading.calibration(group.probability, kind), 3),
            cue_class=cue_class(group.cue.of(article_text)) if group.cue else None,
        )
        for group, kind, earlier in zip(sure, kinds, goes_on, strict=True)
    )


def _put_right(article_text: str, read: Sequence[Span], reading: Reading) -> tuple[Content, ...]:
    """The reader's contents, their sources put right where the words around leave no doubt."""
    contents = without_rubrics(article_text, read, reading.contents)
    contents = with_quoted(article_text, reading.names, contents)
    contents = without_bystanders(article_text, contents)
    contents = without_hearers(article_text, contents)
    return in_entries(article_text, read, contents)
