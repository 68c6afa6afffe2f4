"""What is said in an article, by which words, beside which mention.

``find_quotes`` joins what the reader sees with the quotation marks, which alone decide direct, mixed and indirect;
``quotation_marks`` is open to whoever wants the marks themselves.
"""

from __future__ import annotations

from onrecord.ingest.quotes.find import find_quotes
from onrecord.ingest.quotes.marks import Marked, quotation_marks

__all__ = ["Marked", "find_quotes", "quotation_marks"]
