"""Versions of an article: what was read before from the same address."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from onrecord.schema import Article, Paragraph


def latest_version(connection: Connection, url: str | None) -> int | None:
    """The row number of the article that was stored last under an address, or None."""
    if url is None:
        return None
    found: int | None = connection.scalar(select(func.max(Article.article_id)).where(Article.url == url))
    return found


def has_words(connection: Connection, url: str | None, text: str) -> bool:
    """True where the latest version under an address has this very text, white space around it aside."""
    latest = latest_version(connection, url)
    if latest is None:
        return False
    pieces = select(Paragraph.gap, Paragraph.text).where(Paragraph.article_id == latest).order_by(Paragraph.ordinal)
    return "".join(gap + words for gap, words in connection.execute(pieces)).strip() == text.strip()
