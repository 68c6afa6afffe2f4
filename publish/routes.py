"""Which address shows which page, and what holds for all of them: permissions, and an answer instead of an error."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Any

from datasette.database import QueryInterrupted
from datasette.utils import tilde_decode, tilde_encode
from datasette.utils.asgi import Response
from datasette.views.index import IndexView

from onrecord.publish.corpus import Corpus
from onrecord.publish.page import TEXTS, MissingError, Page
from onrecord.publish.pages import PAGES
from onrecord.publish.pages import corpora as shelf
from onrecord.publish.pages.home import PAGES as HOME
from onrecord.publish.recognise import corpora

View = Callable[..., Awaitable[Any]]


def routes(datasette: Any) -> list[tuple[str, View]]:
    """The addresses of our pages.

    Out: pattern and view, for our databases only: another database may have a table called ``article``. Without one of
    ours there are none, and Datasette is as it was.
    """
    ours = corpora(datasette)
    if not ours:
        return []
    names = "|".join(re.escape(tilde_encode(database.route)) for database in ours)
    found = [(rf"/(?P<database>{names})/{page.pattern}$", _view(page)) for page in PAGES]
    if _wants_first_page(datasette):
        # Datasette's own first page stays at /-/, where version 1 has it too.
        found += [("/$", _first_page), (r"/-/(\.(?P<format>jsono?))?$", _plain_index)]
    return found


def _wants_first_page(datasette: Any) -> bool:
    """False where the metadata file says ``{"plugins": {"onrecord": {"first_page": false}}}``."""
    return (datasette.plugin_config("onrecord") or {}).get("first_page", True) is not False


def _view(page: Page) -> View:
    async def view(request: Any, datasette: Any) -> Response:
        database = datasette.get_database(route=tilde_decode(request.url_vars["database"]))
        return await _answer(page, datasette, database, request)

    return view


async def _answer(page: Page, datasette: Any, database: Any, request: Any) -> Response:
    for table in page.needed:
        await datasette.ensure_permissions(
            request.actor, [("view-table", (database.name, table)), ("view-database", database.name), "view-instance"]
        )
    has_texts = await Corpus(datasette, database, request).may_see((TEXTS,))
    corpus = Corpus(datasette, database, request, has_texts)
    wanted = {name: tilde_decode(value) for name, value in request.url_vars.items() if name != "database" and value}
    try:
        return await page.view(corpus, **wanted)
    except MissingError as missing:
        return await corpus.page("missing.html", status=404, what=str(missing))
    except QueryInterrupted:
        return await corpus.page("slow.html", status=503)


async def _first_page(request: Any, datasette: Any) -> Response:
    ours = corpora(datasette)
    if len(ours) == 1:
        return await _answer(HOME[0], datasette, ours[0], request)
    await datasette.ensure_permissions(request.actor, ["view-instance"])
    return await shelf.view(datasette, ours, request)


async def _plain_index(request: Any, datasette: Any) -> Response:
    return await IndexView(datasette).get(request)
