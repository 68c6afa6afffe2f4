"""Quotes without full texts, for articles whose rights allow no more: one switch in the metadata file.

    {"plugins": {"onrecord": {"full_texts": false}}}

Quotes with their offsets, names, titles and links stay; the text of the articles, search in it, the file itself and SQL
of strangers (which could read the text) are closed. The pages show quotes alone. Whoever is signed in as root sees all.
"""

from __future__ import annotations

from typing import Any

from onrecord.publish.recognise import is_ours

_QUERIES = frozenset({"search-text"})
_WAYS_ROUND = frozenset({"execute-sql", "view-database-download"})


def permission(datasette: Any, actor: dict[str, Any] | None, action: str, resource: Any) -> bool | None:
    """False for what would show full texts that are withheld; None leaves the decision to others."""
    database, name = resource if isinstance(resource, tuple | list) else (resource, None)
    closed = (
        (action == "view-table" and str(name).startswith("paragraphs"))
        or (action == "view-query" and name in _QUERIES)
        or action in _WAYS_ROUND
    )
    if not closed or not is_ours(datasette, database) or (actor and actor.get("id") == "root"):
        return None
    settings = datasette.plugin_config("onrecord", database=database) or {}
    return False if settings.get("full_texts", True) is False else None
