"""The canned queries: every file of queries/ is one, and a new one needs no line here.

A file begins with a comment block: the first line is the title, the lines after it the description. The rest is one
SELECT with named parameters, which Datasette turns into a form. A file's name is a number, which puts the queries in
order, and the query's own name, under which it is published.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from onrecord.publish.recognise import is_ours

FOLDER = Path(__file__).with_name("queries")


@dataclass(frozen=True, slots=True)
class Query:
    """One canned query. ``name`` is the end of its address."""

    name: str
    title: str
    description: str
    sql: str


def read(file: Path) -> Query:
    """One query file.

    Errors: ValueError for a file without title, description or SQL, naming the file and what it lacks.
    """
    lines = file.read_text(encoding="utf-8").strip().splitlines()
    head = 0
    while head < len(lines) and lines[head].startswith("--"):
        head += 1
    words = [line.removeprefix("--").strip() for line in lines[:head]]
    title, description, sql = words[0] if words else "", " ".join(words[1:]).strip(), "\n".join(lines[head:]).strip()
    for part, found in (("title", title), ("description", description), ("SELECT", sql)):
        if not found:
            raise ValueError(f"{file.name}: no {part}; begin with '-- Title', then '-- what it shows', then the query")
    return Query(file.stem.partition("-")[2], title, description, sql)


@cache
def registry() -> tuple[Query, ...]:
    """All queries, in their order."""
    return tuple(read(file) for file in sorted(FOLDER.glob("*.sql")))


def queries(datasette: Any, database: str) -> dict[str, dict[str, Any]]:
    """The queries as Datasette wants them; none for a database that is not ours."""
    if not is_ours(datasette, database):
        return {}
    return {
        query.name: {"sql": query.sql, "title": query.title, "description": query.description} for query in registry()
    }
