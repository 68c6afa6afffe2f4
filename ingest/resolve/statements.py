"""The identity of an utterance: the same words between quotation marks, whatever marks, case and punctuation.

Quotebank (Vaucher et al. 2021, section 3.3) folds the same way before it compares.
"""

from __future__ import annotations

import hashlib

from onrecord.ingest.forms import folded
from onrecord.ingest.records import Quote

# Fewer words are said by too many people to be one utterance ("We will see").
FEWEST_WORDS = 5


def statement_key(quote: Quote, text: str) -> str | None:
    """The key of the utterance a quote gives verbatim.

    In: the quote and its article's settled text. Out: 16 hex digits, equal for equal words.
    Unsure: None for indirect quotes and for fewer than ``FEWEST_WORDS`` words.
    """
    if quote.kind == "indirect":
        return None
    words = " ".join(folded(span.of(text)) for span in quote.spans)
    if len(words.split()) < FEWEST_WORDS:
        return None
    return hashlib.sha256(words.encode()).hexdigest()[:16]
