"""How good the reading is, measured on articles that somebody labelled by hand.

``read_gold`` reads the labels; ``compared`` sets what was found in an article against them; ``measured`` makes the
figures of all articles together, with intervals; ``as_text`` and ``as_json`` write them down. Each thing is defined
where it is made: ``words``, ``segments``, their ``matching``, ``figures``.
"""

from __future__ import annotations

from onrecord.ingest.evaluation.compare import Compared, FoundName, FoundQuote, compared
from onrecord.ingest.evaluation.confidence import Confidence, Judgement, confidence_of
from onrecord.ingest.evaluation.gold import GoldArticle, GoldError, read_gold
from onrecord.ingest.evaluation.intervals import Measured, measured
from onrecord.ingest.evaluation.report import as_json, as_text

__all__ = [
    "Compared",
    "Confidence",
    "FoundName",
    "FoundQuote",
    "GoldArticle",
    "GoldError",
    "Judgement",
    "Measured",
    "as_json",
    "as_text",
    "compared",
    "confidence_of",
    "measured",
    "read_gold",
]
