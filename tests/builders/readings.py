"""Texts with what a reader might see in them, written out, so that tests of quotes ask no model."""

from __future__ import annotations

from onrecord.ingest.language.reading import Candidate, Content, Name, Reading
from onrecord.ingest.quotes import find_quotes, quotation_marks
from onrecord.ingest.records import Paragraph, Quote
from onrecord.ingest.spans import Span


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """Every line a paragraph."""
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Paragraph(len(found), "body", "line", Span(start, start + len(line))))
        start += len(line) + 1
    return tuple(found)


def span_of(text: str, words: str) -> Span:
    """Where words stand; they must stand there once."""
    assert text.count(words) == 1, f"{words!r} is not in the text once"
    start = text.index(words)
    return Span(start, start + len(words))


def content(
    text: str,
    words: str,
    source: str | None = None,
    cue: str | None = None,
    score: float = 0.9,
    sure: float = 0.9,
    others: tuple[str, ...] = (),
) -> Content:
    """A content with at most one likely source; ``others`` have a hundredth each, nobody the rest."""
    sources = (Candidate(span_of(text, source), sure),) if source else ()
    sources += tuple(Candidate(span_of(text, other), 0.01) for other in others)
    cues = (Candidate(span_of(text, cue), 0.9),) if cue else ()
    return Content(span_of(text, words), score, sources, 1 - sum(s.score for s in sources), cues)


def speakers_in(text: str, *contents: Content, names: tuple[str, ...] = ()) -> list[tuple[str, str | None]]:
    """The quotes of a text as words and source; ``names`` are people whom the reader sees besides."""
    known = tuple(Name(span_of(text, name), "person", 1.0) for name in names)
    quotes = quotes_in(text, *contents, names=known)
    return [(" ... ".join(words_of(text, one)), one.source.of(text) if one.source else None) for one in quotes]


def quotes_in(text: str, *contents: Content, names: tuple[Name, ...] = ()) -> tuple[Quote, ...]:
    """The quotes of a text whose contents are these."""
    in_order = tuple(sorted(contents, key=lambda one: one.span))
    paragraphs = paragraphs_of(text)
    return find_quotes(text, paragraphs, quotation_marks(text, paragraphs), Reading(in_order, names))


def words_of(text: str, quote: Quote) -> list[str]:
    """The words of every piece."""
    return [span.of(text) for span in quote.spans]
