"""One promise that rows make each other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One promise about the rows of ``table``; ``query`` finds those that break it."""

    table: str
    query: str
