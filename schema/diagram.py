"""The tables as a picture: a Mermaid entity-relationship diagram, made from the models and nothing else.

Source: https://mermaid.js.org/syntax/entityRelationshipDiagram.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlalchemy import Column, Table

from onrecord.schema.base import Base


def mermaid() -> str:
    """The diagram for the README.

    Out: Mermaid text without a last line end, the same for the same models. A line a column: type, name, PK, FK or UK,
    and the beginning of its words; a line a reference, from the table pointed to.
    """
    tables = sorted(Base.metadata.tables.values(), key=lambda table: table.name)
    lines = ["erDiagram"]
    for table in tables:
        lines += _table(table)
    for table in tables:
        lines += _references(table)
    return "\n".join(lines)


def _table(table: Table) -> Iterator[str]:
    yield f"    {table.name} {{"
    for column in table.columns:
        parts = (str(column.type), column.name, _keys(column), f'"{_short(column.comment or "")}"')
        yield f"        {' '.join(part for part in parts if part)}"
    yield "    }"


def _references(table: Table) -> Iterator[str]:
    """Zero or many rows point to one row (``||``) or, where the column may be empty, to one or none (``|o``)."""
    for column in table.columns:
        for key in column.foreign_keys:
            one = "|o" if column.nullable else "||"
            yield f"    {key.column.table.name} {one}--o{{ {table.name} : {column.name}"


def _keys(column: Column[object]) -> str:
    marks = {"PK": column.primary_key, "FK": bool(column.foreign_keys), "UK": bool(column.unique)}
    return ", ".join(mark for mark, is_so in marks.items() if is_so)


def _short(words: str) -> str:
    """The first clause of a column's words, of two words at least; all of them where they list values and meanings.

    Quotation marks would end the label.
    """
    ends = [match.start() for match in re.finditer(r"[.;:](\s|$)|\s\(", words)]
    clauses = [words[:end] for end in ends if " " in words[:end] and ":" not in words[:end]]
    return (clauses[0] if clauses else words.rstrip(".")).replace('"', "'")
