"""From a row number to the page under its stable key: tables and queries know numbers, readers should keep keys."""

from __future__ import annotations

from datasette.utils.asgi import Response

from onrecord.publish.corpus import Corpus
from onrecord.publish.page import ROW, MissingError, Page


def by_row(page: str, table: str) -> Page:
    """The page ``page/row/NUMBER``, which leads to ``page/KEY`` of the row of that number."""
    column = f"{page}_key"

    async def view(corpus: Corpus, row: str) -> Response:
        found = await corpus.row(f"SELECT {column} AS key FROM {table} WHERE {page}_id = :row", row=int(row))
        if found is None:
            raise MissingError(f"{page} number {row}")
        asked = f"?{corpus.request.query_string}" if corpus.request.query_string else ""
        return Response.redirect(corpus.path(page, found["key"]) + asked)

    return Page(rf"{page}/row/{ROW}", (table,), view)
