"""A value above the limit of ``connection`` is refused in words, on our pages and on Datasette's own tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable
from typing import Any

from datasette.utils import tilde_decode
from datasette.utils.asgi import Response

from onrecord.publish import figures
from onrecord.publish.connection import LONGEST_VALUE
from onrecord.publish.corpus import Corpus
from onrecord.publish.recognise import corpora


def refusal(datasette: Any, request: Any, exception: Exception) -> Awaitable[Response] | None:
    """The answer to a question that met a value too long; None leaves every other error to Datasette.

    A data error (SQLITE_TOOBIG) is what SQLite gives for such a value and for nothing else that a SELECT can meet.
    """
    if not isinstance(exception, sqlite3.DataError):
        return None
    asked = tilde_decode(request.url_vars.get("database") or "")
    ours = [database for database in corpora(datasette) if database.route == asked or not asked]
    return _answer(Corpus(datasette, ours[0], request)) if ours else None


async def _answer(corpus: Corpus) -> Response:
    if corpus.request.path.endswith(".json"):
        too_long = f"It holds a single value of more than {figures.size(LONGEST_VALUE)}"
        error = f"{too_long}; ?_nocol=text&_nosuggest=1 leaves the texts out"
        return Response.json({"ok": False, "error": error, "status": 403, "title": None}, status=403)
    return await corpus.page("large.html", status=403, limit=LONGEST_VALUE)
