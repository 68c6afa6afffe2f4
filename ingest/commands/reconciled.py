"""What ``onrecord reconcile`` did, for a person: the words at the end, and the file of what is left to decide."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.ingest.commands.decide import COLUMNS
from onrecord.ingest.identities import Decision, Linkable
from onrecord.ingest.reconcile import Candidate

_CALLED = {"person": "People", "organisation": "Organisations"}
_BESIDE = ("name", "quotes", "candidate", "description", "score")


@dataclass(slots=True)
class Reconciled:
    """A run as it goes on. Counts are by type; ``numbers``: of the decisions it made; ``unsure``: what is left."""

    source: str
    by: str
    at: str
    linked: Counter[str] = field(default_factory=Counter)
    before: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)
    unsure: list[tuple[Linkable, tuple[Candidate, ...]]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)

    def decision(self, entity: Linkable, candidate: Candidate, why: str) -> Decision:
        """A link as it is kept."""
        return Decision("link", entity.key, None, candidate.link, self.by, self.at, why)


def summary(done: Reconciled, database: Path, unsure: Path) -> str:
    """What a run did and what to do next; several lines, without the last line end."""
    lines = []
    asked = Counter(entity.type for entity, _ in done.unsure)
    for kind, name in _CALLED.items():
        whole = done.linked[kind] + done.before[kind] + done.unknown[kind] + asked[kind]
        if whole:
            lines.append(
                f"{name}: {done.linked[kind] + done.before[kind]:,} of {whole:,} linked ({done.linked[kind]:,} new), "
                f"{asked[kind]:,} unsure, {done.unknown[kind]:,} not found in {done.source}."
            )
    if not lines:
        lines.append("Nobody here has a full name that could be looked up.")
    if done.unsure:
        lines.append(f"{unsure} has what is unsure, one line a candidate: delete the wrong lines, then")
        lines.append(f"    onrecord decide apply {unsure} --db {database}")
    if done.numbers:
        first, last = done.numbers[0], done.numbers[-1]
        which = f"{first}-{last}" if last > first else f"{first}"
        lines.append(f"To take back all that was linked now: onrecord decide undo {which} --db {database}")
        lines.append("Two that are linked to one item may be one: onrecord review lists them.")
    return "\n".join(lines)


def write_unsure(path: Path, done: Reconciled) -> None:
    """Write a file that ``onrecord decide apply`` reads, with words beside each line to judge it by."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow((*COLUMNS, *_BESIDE))
        for entity, candidates in done.unsure:
            for one in candidates:
                why = f"Chosen from what {done.source} offers for “{entity.name}”: {one.names[0]}."
                kept = done.decision(entity, one, why)
                row = (kept.kind, kept.entity, "", kept.value, kept.by, kept.at, kept.why, "")
                score = "" if one.score is None else f"{one.score:g}"
                writer.writerow((*row, entity.name, entity.quotes, one.names[0], one.description, score))
