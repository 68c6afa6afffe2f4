"""Direct, mixed or indirect, by the words of a quote that stand between quotation marks."""

from __future__ import annotations

import pytest

from onrecord.ingest.quotes.kinds import kind_of
from onrecord.ingest.quotes.marks import quotation_marks
from onrecord.ingest.records import Paragraph, QuoteKind
from onrecord.ingest.spans import Span


def kind(text: str, *pieces: str) -> QuoteKind:
    """The kind of the quote made of ``pieces``, each the first of its words in ``text``."""
    spans = [Span(text.index(piece), text.index(piece) + len(piece)) for piece in pieces]
    marked = quotation_marks(text, (Paragraph(0, "body", "all", Span(0, len(text))),))
    return kind_of(text, spans, marked)


@pytest.mark.parametrize(
    ("text", "pieces", "expected"),
    [
        ("“The bridge is safe,” Moss said.", ["“The bridge is safe,”"], "direct"),
        ("“The bridge is safe,” Moss said.", ["The bridge is safe"], "direct"),
        ("“The bridge is safe,” Moss said, “and new.”", ["“The bridge is safe,”", "“and new.”"], "direct"),
        ("“The bridge is safe,” Moss said, and new.", ["“The bridge is safe,”", "and new"], "mixed"),
        ("Moss said the bridge is “safe”.", ["the bridge is “safe”"], "mixed"),
        ("Moss said the bridge is safe.", ["the bridge is safe"], "indirect"),
        ("Moss said the bridge is safe. “Go!”", ["the bridge is safe"], "indirect"),
        ("“He said ‘never’ twice,” Moss said.", ["“He said ‘never’ twice,”"], "direct"),
        ("“It isn’t AT&T’s twenty-one.” Yes.", ["It isn’t AT&T’s twenty-one"], "direct"),
        ("Moss called it pro-“life”.", ["pro-“life”"], "mixed"),
        ("“Safe,” Moss said — .", [" — "], "indirect"),
        ("“The bridge is safe, Moss said.", ["The bridge is safe"], "direct"),
    ],
)
def test_a_quote_is_as_direct_as_its_words(text: str, pieces: list[str], expected: QuoteKind) -> None:
    """All words inside marks, some, or none; marks, stops and spaces at the edges do not count."""
    assert kind(text, *pieces) == expected


def test_a_word_counts_by_its_first_character() -> None:
    """A mark that ends inside a word leaves the word inside; one that begins inside leaves it outside."""
    text = "the “non”partisan and un“happy” crowd"
    assert kind(text, "non”partisan") == "mixed"
    assert kind(text, "non") == "direct"
    assert kind(text, "un") == "indirect"
    assert kind("the “pro-life vote” now", "pro-life vote” now") == "mixed"


def test_a_quote_without_pieces_is_indirect() -> None:
    """Nothing said between marks: nothing direct."""
    assert kind_of("“Go,” he said.", (), quotation_marks("“Go,” he said.", ())) == "indirect"
