"""What an ingest did, and what it could not: findings are counted by the files they are about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.ingest.records import Finding
from onrecord.ingest.store import Holdings, RunSummary

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an ingest did.

    ``unread``: what kept files, or lines and rows of them, from being read, in order. ``unread_files``: how many files
    gave no article; ``partly_read``: how many gave some and findings besides. ``undecided``: findings on what was read.
    """

    run: RunSummary
    holdings: Holdings
    unread: tuple[Finding, ...]
    undecided: tuple[Finding, ...]
    unread_files: int
    partly_read: int


@dataclass(slots=True)
class Tally:
    """Collects findings as files go by, the pieces of a file one behind the other."""

    unread: list[Finding] = field(default_factory=list)
    undecided: list[Finding] = field(default_factory=list)
    _paths: set[str] = field(default_factory=set)
    _partly: set[str] = field(default_factory=set)
    _with_articles: str = ""

    def met(self, articles_from: str | None, findings: Sequence[Finding]) -> None:
        """Take in a piece. In: the path of its articles, None where it has none; its findings."""
        if articles_from is None:
            self.not_read(findings)
            return
        self._with_articles = articles_from
        self.undecided.extend(findings)
        if self.unread and _holds(self.unread[-1].path, articles_from):
            self._partly.add(self.unread[-1].path)

    def not_read(self, findings: Iterable[Finding]) -> None:
        """Take in what kept something from being read."""
        for finding in findings:
            self.unread.append(finding)
            self._paths.add(finding.path)
            if _holds(finding.path, self._with_articles):
                self._partly.add(finding.path)

    def outcome(self, run: RunSummary, holdings: Holdings) -> Outcome:
        """All of it. In: what the run added, and what the corpus holds now."""
        partly = len(self._partly)
        return Outcome(run, holdings, tuple(self.unread), tuple(self.undecided), len(self._paths) - partly, partly)


def _holds(path: str, other: str) -> bool:
    """True for the same file, a file of the archive, and everything on standard input, whose lines have names."""
    return path == other or other.startswith(f"{path}/") or (path == STANDARD_INPUT and other != "")
