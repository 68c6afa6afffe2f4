"""Records become rows: one transaction a batch, nothing written twice."""

from __future__ import annotations

from onrecord.ingest.store.corpus import Corpus, Holdings, RunSummary
from onrecord.ingest.store.decisions import all_decisions, decide, doubts, undo
from onrecord.ingest.store.known import Known
from onrecord.ingest.store.links import linkable
from onrecord.ingest.store.same import are_one

__all__ = [
    "Corpus",
    "Holdings",
    "Known",
    "RunSummary",
    "all_decisions",
    "are_one",
    "decide",
    "doubts",
    "linkable",
    "undo",
]
