"""The first page where several corpora are attached: one card each."""

from __future__ import annotations

from typing import Any

from datasette.utils.asgi import Response

from onrecord.publish.corpus import Corpus
from onrecord.publish.pages.home import COUNTED, FIGURES


async def view(datasette: Any, databases: list[Any], request: Any) -> Response:
    """The corpora the reader may see, each with its figures where all that is counted may be seen."""
    shown = []
    for database in databases:
        if await datasette.permission_allowed(request.actor, "view-database", resource=database.name, default=True):
            corpus = Corpus(datasette, database, request)
            title = str(datasette.metadata("title", database=database.name, fallback=False) or database.name)
            counted = await corpus.once_a_file(FIGURES) if await corpus.may_see(COUNTED) else None
            shown.append((corpus, title, counted))
    return await Corpus(datasette, databases[0], request).page(
        "corpora.html", corpora=shown, site=str(datasette.metadata("title") or "Corpora"), corpus=None
    )
