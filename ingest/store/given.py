"""Queries about some names, found one by one through an index: ``WITH given(form) AS (VALUES ...)``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, TextClause, text

_AT_ONCE = 500


def about(connection: Connection, query: str, names: Sequence[str], **values: object) -> Iterator[Any]:
    """The rows of a query for names, some at a time; it calls them ``given``, with the column ``form``."""
    for start in range(0, len(names), _AT_ONCE):
        some = names[start : start + _AT_ONCE]
        numbered = {f"name{number}": name for number, name in enumerate(some)}
        yield from connection.execute(_statement(query, len(some)), numbered | values).all()


@cache
def _statement(query: str, count: int) -> TextClause:
    """One object a number of names, so that it is compiled once."""
    return text(f"WITH given(form) AS (VALUES {', '.join(f'(:name{number})' for number in range(count))}) {query}")
