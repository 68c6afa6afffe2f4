"""What could not be read or decided becomes rows, each finding once however often it is met."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from onrecord.ingest.records import Finding
from onrecord.ingest.store.insert import insert_rows, next_id, stored_values, table_of
from onrecord.schema import Finding as FindingRow


def store_findings(
    connection: Connection, run_id: int, findings: Sequence[Finding], articles: Mapping[str, int]
) -> int:
    """Add the findings that are not stored yet.

    In: the run's number, the findings, and the row numbers of this batch's articles by key. Out: how many were new.
    """
    keyed = {_key(finding): finding for finding in findings}
    known = stored_values(connection, table_of(FindingRow).c.finding_key, keyed)
    new = [(key, finding) for key, finding in keyed.items() if key not in known]
    return insert_rows(
        connection,
        FindingRow,
        (
            (number, key, run_id, articles.get(f.article_key or ""), f.path, f.code, f.message, *_place(f))
            for number, (key, f) in enumerate(new, next_id(connection, FindingRow))
        ),
    )


def _key(finding: Finding) -> str:
    start, end = _place(finding)
    parts = f"{finding.article_key}\x1f{finding.path}\x1f{start}\x1f{end}\x1f{finding.code}\x1f{finding.message}"
    return hashlib.sha256(parts.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _place(finding: Finding) -> tuple[int | None, int | None]:
    return (None, None) if finding.span is None else (finding.span.start, finding.span.end)
