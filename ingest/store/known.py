"""Whether an article is stored already: by its key, its address or its text."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from sqlalchemy import Connection, bindparam, select

from onrecord.ingest.records import Article as ArticleRecord
from onrecord.ingest.records import Field
from onrecord.schema import Article, ArticleField, Document, Outlet

# Names under which one site serves the same pages.
_SAME_SITE = ("www.", "m.", "mobile.", "amp.")

_SAME_WORDS = (
    select(Article.article_id, Article.article_key, Article.url, Outlet.name, Document.path, Article.number)
    .join(Document, Document.document_id == Article.document_id)
    .outerjoin(Outlet, Outlet.outlet_id == Article.outlet_id)
    .where(Article.text_key == bindparam("text_key"))
    .order_by(Article.article_id)
)


@dataclass(frozen=True, slots=True)
class Known:
    """A stored article. ``fields``: its metadata as stored. ``is_same_file``: it was read from this very place."""

    article_id: int
    key: str
    fields: tuple[Field, ...]
    is_same_file: bool


def known(connection: Connection, article: ArticleRecord) -> Known | None:
    """The stored article that this one is, or None where it is new.

    It is the one with the same key, or with the same words where it comes from the same place in the same file, has
    the same address, or nothing says that somebody else published it. Of several the first that was stored.
    Unsure: the same words under two names of outlets, or, where one has none, on two hosts, are two articles: agency
    copy is published by many.
    """
    source = article.source
    found = []
    for number, key, url, outlet, path, place in connection.execute(_SAME_WORDS, {"text_key": article.text_key}):
        is_same_file = (path, place) == (source.document.path, source.number)
        is_same = is_same_file or key == article.key or (url is not None and url == article.url)
        if is_same or not _elsewhere(article, outlet, url):
            found.append((not is_same, number, key, is_same_file))
    if not found:
        return None
    _, number, key, is_same_file = min(found)
    return Known(number, key, _fields(connection, number), is_same_file)


def _elsewhere(article: ArticleRecord, outlet: str | None, url: str | None) -> bool:
    """True where outlets or addresses say that two articles were published by two."""
    hosts = _host(article.url), _host(url)
    outlets = _folded(article.outlet), _folded(outlet)
    for one, other in (outlets, hosts):
        if one is not None and one == other:
            return False
    return (None not in outlets) or (None not in hosts)


def _host(url: str | None) -> str | None:
    """The site of an address."""
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:  # brackets that hold no address
        return None
    return next((host.removeprefix(name) for name in _SAME_SITE if host.startswith(name)), host) if host else None


def _folded(name: str | None) -> str | None:
    return name.casefold() if name else None


def _fields(connection: Connection, article_id: int) -> tuple[Field, ...]:
    columns = ArticleField.name, ArticleField.value, ArticleField.source, ArticleField.line
    query = select(*columns).where(ArticleField.article_id == article_id).order_by(ArticleField.ordinal)
    return tuple(Field(*row) for row in connection.execute(query))
