"""Publishing: what makes the bare ``datasette data/corpus.db`` good.

Hooks only; each hands over to a file of one idea. They act on files made by onrecord (see ``recognise``) and leave
every other database as it is.

    words       titles, licence, facets and labels; the words of tables and columns, from the models
    canned      the queries of queries/, one file each
    cells       links and figures in Datasette's own tables
    connection  limits, and search that takes what people type
    refusing    what is above the limits is refused in words
    withholding quotes without full texts, where rights allow no more
    routes      the pages of its own: pages/, drawn with templates/onrecord/ and static/
"""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any

from pluggy import HookimplMarker

from onrecord.publish import canned, cells, connection, menu, refusing, routes, withholding, words

hookimpl = HookimplMarker("datasette")


@hookimpl
def get_metadata(datasette: Any) -> dict[str, Any]:
    """Titles, licence, facets, labels and column descriptions of our databases."""
    return words.metadata(datasette)


@hookimpl
def canned_queries(datasette: Any, database: str) -> dict[str, dict[str, Any]]:
    """The queries of queries/."""
    return canned.queries(datasette, database)


@hookimpl
def render_cell(row: Any, value: Any, column: str, database: str, datasette: Any) -> str | None:
    """Links to our pages, readable figures, and marked matches."""
    return cells.shown(row, value, column, database, datasette)


@hookimpl
def register_routes(datasette: Any) -> list[tuple[str, Callable[..., Awaitable[Any]]]]:
    """The pages of pages/, for every database of ours that is attached."""
    return routes.routes(datasette)


@hookimpl(trylast=True)
def prepare_connection(conn: sqlite3.Connection, database: str, datasette: Any) -> None:
    """Limits and SQL functions. Last, because it replaces a function of core."""
    connection.prepare(conn, database, datasette)


@hookimpl
def permission_allowed(datasette: Any, actor: dict[str, Any] | None, action: str, resource: Any) -> bool | None:
    """Full texts are closed where the publisher says so."""
    return withholding.permission(datasette, actor, action, resource)


@hookimpl
def handle_exception(datasette: Any, request: Any, exception: Exception) -> Awaitable[Any] | None:
    """What is too large to show is no error of the server."""
    return refusing.refusal(datasette, request, exception)


@hookimpl
def extra_css_urls(database: str | None, datasette: Any) -> list[str]:
    """A calmer look for core's pages of our databases."""
    return menu.styles(database, datasette)


@hookimpl
def menu_links(datasette: Any, actor: dict[str, Any] | None) -> Callable[[], Awaitable[list[dict[str, str]]]]:
    """The way from core's pages to ours."""
    return menu.links(datasette, actor)
