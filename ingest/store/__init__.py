"""Records become rows: one transaction a batch, nothing written twice."""

from __future__ import annotations

from onrecord.ingest.store.corpus import Corpus, Holdings, RunSummary

__all__ = ["Corpus", "Holdings", "RunSummary"]
