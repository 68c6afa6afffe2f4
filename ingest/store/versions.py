"""Versions of an article: what was read before from the same address, or from the same place of the same file."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from sqlalchemy import Connection, func, select, update

from onrecord.ingest.addresses import address_key
from onrecord.ingest.records import Article as ArticleRecord
from onrecord.ingest.store.insert import table_of
from onrecord.ingest.store.same import are_two_titles
from onrecord.schema import Article, Document, Paragraph

# Of the long words of the shorter text as many stand in the other one where both are versions. Two articles of one day
# share a fifth.
_SHARED: Final = 0.5
# So many of the articles that stood at a place are looked at: a file may hold the news of every day.
_LOOKED_AT: Final = 5
_FILES: Final = 1000  # earlier states of the files of a batch that are looked at, the last ones first
_LONG_WORD: Final = re.compile(r"\w{4,}")


@dataclass(frozen=True, slots=True)
class Earlier:
    """What is stored at the places of files that changed: articles by path and number, the last one stored first."""

    articles: dict[tuple[str, int], list[tuple[int, str | None, str | None]]] = field(default_factory=dict)


def earlier_at(connection: Connection, articles: Iterable[ArticleRecord]) -> Earlier:
    """The stored articles that stand where these do, in files of the same path and other bytes; two queries a batch."""
    digests: dict[str, set[str]] = defaultdict(set)
    numbers: set[int] = set()
    for article in articles:
        document = article.source.document
        digests[document.path].add(document.sha256)
        numbers.add(article.source.number)
    files = table_of(Document).c
    query = select(files.document_id, files.path, files.sha256).where(files.path.in_(digests))
    rows = connection.execute(query.order_by(files.document_id.desc()))
    changed = dict(islice(((row[0], row[1]) for row in rows if digests[row[1]] != {row[2]}), _FILES))
    earlier = Earlier()
    if changed:
        columns = table_of(Article).c
        there = select(columns.article_id, columns.document_id, columns.number, columns.title, columns.url_key)
        there = there.where(columns.document_id.in_(changed), columns.number.in_(numbers))
        for row in connection.execute(there.order_by(columns.article_id.desc())):
            earlier.articles.setdefault((changed[row[1]], row[2]), []).append((row[0], row[3], row[4]))
    return earlier


def latest_version(connection: Connection, article: ArticleRecord, earlier: Earlier) -> int | None:
    """The row number of the version of an article that was stored last, or None.

    It is the one under the same address or, where one of the two has no address, the one at the same place of the same
    file if it has the same title or half of the words in common: rows of a file move when others are put before them,
    and a file may be used again for another article.
    """
    key = address_key(article.url)
    if key is not None:
        found: int | None = connection.scalar(select(func.max(Article.article_id)).where(Article.url_key == key))
        if found is not None:
            return found
    source = article.source
    for number, title, other_key in earlier.articles.get((source.document.path, source.number), [])[:_LOOKED_AT]:
        if key is not None and other_key is not None:
            continue
        is_called_so = None not in (article.title, title) and not are_two_titles(article.title, title)
        if is_called_so or _is_alike(article, _words(connection, number)):
            return number
    return None


def _is_alike(article: ArticleRecord, there: set[str]) -> bool:
    here = _long_words(p.span.of(article.text) for p in article.paragraphs if p.is_read)
    return bool(here and there) and len(here & there) >= _SHARED * min(len(here), len(there))


def _words(connection: Connection, article_id: int) -> set[str]:
    columns = table_of(Paragraph).c
    ours = columns.article_id == article_id, columns.kind.in_(("title", "body"))
    return _long_words(connection.scalars(select(columns.text).where(*ours)))


def _long_words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in _LONG_WORD.findall(text.casefold())}


def link_versions(connection: Connection, key: str | None) -> None:
    """Let each article under an address lead to the one that was stored before it.

    In: the address as it is compared. The first one under it goes on to lead where its place in a file told.
    """
    if key is None:
        return
    columns = table_of(Article).c
    query = select(columns.article_id, columns.previous_article_id).where(columns.url_key == key)
    before = None
    for number, previous in connection.execute(query.order_by(columns.article_id)).all():
        if before is not None and previous != before:
            link(connection, number, before)
        before = number


def link(connection: Connection, article_id: int, previous_id: int | None) -> None:
    """Write down which version comes before an article."""
    ours = table_of(Article).c.article_id == article_id
    connection.execute(update(Article).where(ours).values(previous_article_id=previous_id))
