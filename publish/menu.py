"""The way from core's pages to ours: links in Datasette's menu, and one style sheet for its tables."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from onrecord.publish.links import home_path
from onrecord.publish.recognise import corpora, is_ours

STATIC = Path(__file__).with_name("static")


@cache
def _digest(file: str) -> str:
    return sha256((STATIC / file).read_bytes()).hexdigest()[:8]


def static(datasette: Any, file: str) -> str:
    """The address of one of our static files; it changes with the file, so that no browser shows an old one."""
    return f"{datasette.urls.static_plugins('onrecord', file)}?{_digest(file)}"


def styles(database: str | None, datasette: Any) -> list[str]:
    """The style sheet for core's pages of our databases; nothing for other pages."""
    # Datasette puts base_url before what begins with a slash.
    return [f"/-/static-plugins/onrecord/tables.css?{_digest('tables.css')}"] if is_ours(datasette, database) else []


def links(datasette: Any, actor: dict[str, Any] | None) -> Callable[[], Awaitable[list[dict[str, str]]]]:
    """A link to the first page of every corpus the reader may see."""

    async def allowed() -> list[dict[str, str]]:
        return [
            {"href": home_path(datasette, database.name), "label": f"Read {database.name}"}
            for database in corpora(datasette)
            if await datasette.permission_allowed(actor, "view-database", resource=database.name, default=True)
        ]

    return allowed
