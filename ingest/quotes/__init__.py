"""What is said in an article, by which words, beside which mention.

``quotation_marks`` pairs the marks of a text, ``with_double_marks`` makes of it what the reader was trained on, and
``find_quotes`` joins what the reader sees with the marks, which alone decide direct, mixed and indirect.
"""

from __future__ import annotations

from onrecord.ingest.quotes.as_trained import with_double_marks
from onrecord.ingest.quotes.find import find_quotes
from onrecord.ingest.quotes.marks import Marked, quotation_marks

__all__ = ["Marked", "find_quotes", "quotation_marks", "with_double_marks"]
