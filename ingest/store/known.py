"""Whether an article is stored already: by its key, its address, its place or its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, bindparam, false, func, select

from onrecord.ingest.addresses import address_key
from onrecord.ingest.records import Article as ArticleRecord
from onrecord.ingest.records import Field
from onrecord.ingest.store.same import Sameness, Stored, has_other_title, sameness
from onrecord.schema import Article, ArticleField, Document, Outlet

# A notice may be the words of thousands: those with its key, its address and its place come first.
_LOOKED_AT: Final = 100
_SAME_WORDS = (
    select(
        Article.article_id,
        Article.article_key,
        Article.title,
        Article.url,
        Article.url_key,
        Outlet.name,
        Document.path,
        Document.sha256,
        Article.number,
    )
    .join(Document, Document.document_id == Article.document_id)
    .outerjoin(Outlet, Outlet.outlet_id == Article.outlet_id)
    .where(Article.text_key == bindparam("text_key"))
    .order_by(
        (Article.article_key == bindparam("key")).desc(),
        func.coalesce(Article.url_key == bindparam("url_key"), false()).desc(),
        ((Document.path == bindparam("path")) & (Article.number == bindparam("place"))).desc(),
        Article.article_id,
    )
    .limit(_LOOKED_AT)
)


@dataclass(frozen=True, slots=True)
class Known:
    """A stored article. ``fields``: its metadata as stored. ``is_same_file``: it was read from this very place.

    ``other_title``: its title, where that is another one and only the words say that both are one; else None.
    """

    article_id: int
    key: str
    fields: tuple[Field, ...]
    is_same_file: bool
    other_title: str | None = None


def known(connection: Connection, article: ArticleRecord) -> Known | None:
    """The stored article that this one is, or None where it is new (see ``sameness``).

    Of several the one that most speaks for, and of these the first that was stored.
    """
    source = article.source
    asked = {
        "text_key": article.text_key,
        "key": article.key,
        "url_key": address_key(article.url),
        "path": source.document.path,
        "place": source.number,
    }
    rows = (Stored(*row) for row in connection.execute(_SAME_WORDS, asked))
    found = [(same, other.article_id, other) for other in rows if (same := sameness(article, other)) is not None]
    if not found:
        return None
    same, number, other = min(found, key=lambda one: one[:2])
    is_doubtful = same is Sameness.WORDS and has_other_title(article, other)
    return Known(
        number,
        other.key,
        _fields(connection, number),
        is_same_file=(source.document.path, source.number) == (other.path, other.place),
        other_title=other.title if is_doubtful else None,
    )


def _fields(connection: Connection, article_id: int) -> tuple[Field, ...]:
    columns = ArticleField.name, ArticleField.value, ArticleField.source, ArticleField.line
    query = select(*columns).where(ArticleField.article_id == article_id).order_by(ArticleField.ordinal)
    return tuple(Field(*row) for row in connection.execute(query))
