"""Versions of an article: what was read before from the same address."""

from __future__ import annotations

from sqlalchemy import Connection, func, select, update
from sqlalchemy.orm import aliased

from onrecord.schema import Article


def latest_version(connection: Connection, url: str | None) -> int | None:
    """The row number of the article that was stored last under an address, or None."""
    if url is None:
        return None
    found: int | None = connection.scalar(select(func.max(Article.article_id)).where(Article.url == url))
    return found


def link_versions(connection: Connection, url: str | None) -> None:
    """Let each article under an address lead to the one that was stored before it."""
    if url is not None:
        earlier = aliased(Article)
        before = select(func.max(earlier.article_id)).where(earlier.url == url, earlier.article_id < Article.article_id)
        linked = before.correlate(Article).scalar_subquery()
        connection.execute(update(Article).where(Article.url == url).values(previous_article_id=linked))
