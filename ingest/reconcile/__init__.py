"""Who the people and organisations of a corpus are elsewhere: looked up in a list, or at a reconciliation service.

What is taken is an exact name of the right type that one item alone has. Everything else is for a person to decide.
"""

from __future__ import annotations

from onrecord.ingest.reconcile.candidates import Candidate, Source, authority
from onrecord.ingest.reconcile.judging import Verdict, judge
from onrecord.ingest.reconcile.lists import read_list
from onrecord.ingest.reconcile.services import open_service

__all__ = ["Candidate", "Source", "Verdict", "authority", "judge", "open_service", "read_list"]
