"""A stored article gets the metadata that were given later. Its key, its text and what was read from it stay."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, delete, select, update

from onrecord.ingest.addresses import address_key
from onrecord.ingest.records import Article as ArticleRecord
from onrecord.ingest.store.article_rows import author_rows, field_rows
from onrecord.ingest.store.insert import ids_by_name, insert_rows, table_of
from onrecord.ingest.store.versions import link, link_versions
from onrecord.schema import Article, ArticleAuthor, ArticleField, Author, Outlet, Paragraph


def redescribe(connection: Connection, article_id: int, article: ArticleRecord) -> None:
    """Write the metadata of an article anew.

    In: the row number of the stored article, and the article as it is told now, with the same text.
    """
    outlets = ids_by_name(connection, Outlet, [article.outlet] if article.outlet else [])
    authors = ids_by_name(connection, Author, [*article.authors, *article.contributors])
    key = address_key(article.url)
    before = connection.scalar(select(Article.url_key).where(Article.article_id == article_id))
    if before != key:
        _unlink(connection, article_id, before)
    connection.execute(
        update(Article)
        .where(table_of(Article).c.article_id == article_id)
        .values(
            title=article.title,
            byline=article.byline,
            outlet_id=outlets[article.outlet] if article.outlet else None,
            published=article.published,
            url=article.url,
            url_key=key,
        )
    )
    if before != key:
        link_versions(connection, key)
    connection.execute(delete(ArticleField).where(table_of(ArticleField).c.article_id == article_id))
    insert_rows(connection, ArticleField, field_rows(article, article_id))
    connection.execute(delete(ArticleAuthor).where(table_of(ArticleAuthor).c.article_id == article_id))
    insert_rows(connection, ArticleAuthor, author_rows(article, article_id, authors))
    _mark_title(connection, article_id, article)


def _unlink(connection: Connection, article_id: int, key: str | None) -> None:
    """Take an article out of the versions of an address that is no longer its own; what its place told stays."""
    if key is None:
        return
    columns = table_of(Article).c
    previous = connection.scalar(select(columns.previous_article_id).where(columns.article_id == article_id))
    under = select(columns.article_id).where(columns.url_key == key)
    before = connection.scalar(under.where(columns.article_id == previous))
    for number in connection.scalars(under.where(columns.previous_article_id == article_id)).all():
        link(connection, number, before)
    if before is not None:
        link(connection, article_id, None)


def _mark_title(connection: Connection, article_id: int, article: ArticleRecord) -> None:
    """A first line that is the title by what is known now is called so; quotes are read from either kind."""
    columns = table_of(Paragraph).c
    ours = columns.article_id == article_id, columns.ordinal == bindparam("place")
    statement = update(Paragraph).where(*ours, (columns.kind == "title") | (columns.kind == "body"))
    rows = [{"place": p.ordinal, "kind": p.kind, "rule": p.rule} for p in article.paragraphs if p.is_read]
    if rows:
        connection.execute(statement.values(kind=bindparam("kind"), rule=bindparam("rule")), rows)


def drop_unnamed(connection: Connection) -> None:
    """Outlets and authors that no article names any more are gone."""
    articles, authors = table_of(Article).c, table_of(ArticleAuthor).c
    published = select(articles.outlet_id).where(articles.outlet_id.is_not(None))
    connection.execute(delete(Outlet).where(table_of(Outlet).c.outlet_id.not_in(published)))
    connection.execute(delete(Author).where(table_of(Author).c.author_id.not_in(select(authors.author_id))))
