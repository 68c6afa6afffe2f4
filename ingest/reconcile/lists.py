"""A list of people and organisations that the user gives: CSV, read offline.

name,aliases,wikidata,type,description
Jane Roe,Jane M. Roe|Janie Roe,Q4242,person,mayor of Springfield
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from onrecord.ingest.errors import ReconcileError
from onrecord.ingest.identities import Linkable
from onrecord.ingest.reconcile.candidates import Candidate, authority, item
from onrecord.ingest.reconcile.judging import compared

TYPES: Final = ("person", "organisation")
_LINK_COLUMNS: Final = ("wikidata", "wikidata_id", "wikidata id", "qid", "item", "id", "link")
# How lists elsewhere call the two types.
_CALLED: Final = {
    **dict.fromkeys(("person", "people", "per", "human", "q5"), "person"),
    **dict.fromkeys(("organisation", "organization", "org", "q43229"), "organisation"),
}
_SEPARATORS: Final = ",;\t"
_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class ListSource:
    """A list in memory, found by compared name."""

    name: str
    authorities: frozenset[str]
    warnings: tuple[str, ...]
    _by_name: Mapping[tuple[str, str], Sequence[Candidate]] = field(repr=False)

    @property
    def at_once(self) -> int:
        """Enough for the progress to be seen."""
        return _AT_ONCE

    def candidates(self, entities: Sequence[Linkable]) -> list[tuple[Candidate, ...]]:
        """The lines that have a full name of each entity, in the order of the list."""
        return [tuple(self._of(entity)) for entity in entities]

    def _of(self, entity: Linkable) -> Iterator[Candidate]:
        for name in sorted(compared(entity.names, entity.type)):
            yield from self._by_name.get((entity.type, name), ())


def read_list(path: Path) -> ListSource:
    """Read a list.

    In: a CSV file in UTF-8, separated by commas, semicolons or tabs, whose first line names its columns: ``name``, an
    item of Wikidata or an address (``wikidata`` or ``id``), and if you like ``aliases`` (with | between them),
    ``type`` (person or organisation) and ``description``.
    Unsure: a line without type may be either; one of another type is passed over.
    Errors: ReconcileError where the file cannot be read, lacks a column, or has no line that can be used.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReconcileError(f"{path}: byte {error.start} is no UTF-8, a list in UTF-8 expected; convert it.") from None
    except OSError as error:
        raise ReconcileError(f"{path} cannot be read ({error.strerror}).") from None
    header = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=header.count)
    rows = csv.DictReader(text.splitlines(), delimiter=separator)
    columns = {(name or "").strip().casefold(): name for name in rows.fieldnames or ()}
    link = next((columns[name] for name in _LINK_COLUMNS if name in columns), None)
    if "name" not in columns or link is None:
        found = ", ".join(filter(None, columns)) or "none"
        raise ReconcileError(
            f"{path}: the columns {found} found, name and wikidata expected (aliases, type, description if you like)."
        )
    by_name: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    unusable, authorities = [], set()
    try:
        for row in rows:
            given = {name: (row.get(column) or "").strip() for name, column in columns.items()}
            candidate = _candidate(given, item(row[link] or ""))
            if candidate is None:
                unusable.append(rows.line_num)
                continue
            authorities.add(authority(candidate.link))
            for kind in (candidate.type,) if candidate.type else TYPES:
                for name in compared(candidate.names, kind):
                    by_name[kind, name].append(candidate)
    except csv.Error as error:
        raise ReconcileError(f"{path}, line {rows.line_num}: {error}; a CSV file expected.") from None
    if not by_name:
        raise ReconcileError(f"{path}: no line with a name and an item such as Q42 found.")
    return ListSource(path.name, frozenset(authorities), tuple(_warnings(path, unusable)), by_name)


def _warnings(path: Path, unusable: Sequence[int]) -> Iterator[str]:
    """A sentence about the lines that were passed over, numbered from 1."""
    if unusable:
        many = "1 line" if len(unusable) == 1 else f"{len(unusable):,} lines"
        yield f"{path}: {many} without a name or an item such as Q42 passed over, the first of them line {unusable[0]}."


def _candidate(given: Mapping[str, str], link: str | None) -> Candidate | None:
    """One line; None where it lacks a name or an item. A type that is neither of the two is kept and never matches."""
    if not given["name"] or link is None:
        return None
    names = (given["name"], *(alias.strip() for alias in given.get("aliases", "").split("|") if alias.strip()))
    called = given.get("type", "").casefold()
    return Candidate(link, names, _CALLED.get(called, called) or None, description=given.get("description", ""))
