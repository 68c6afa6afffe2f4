"""A batch of articles becomes rows of every table they touch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, select

from onrecord.ingest.identities import Resolved
from onrecord.ingest.store.article_entity_rows import article_entity_rows, store_aliases, title_rows
from onrecord.ingest.store.article_rows import Row, article_row, author_rows, field_rows, paragraph_rows
from onrecord.ingest.store.entity_rows import store_entities, store_statements
from onrecord.ingest.store.insert import ids_by_name, insert_rows, next_id, table_of
from onrecord.ingest.store.quote_rows import EntityIds, ParagraphIds, mention_rows, quote_rows, span_rows
from onrecord.ingest.store.versions import earlier_at, latest_version
from onrecord.schema import (
    Article,
    ArticleAuthor,
    ArticleEntity,
    ArticleField,
    Author,
    Document,
    EntityTitle,
    Mention,
    Outlet,
    Paragraph,
    Quote,
    QuoteSpan,
    fulltext,
)


def store_articles(connection: Connection, run_id: int, batch: Sequence[Resolved]) -> dict[str, int]:
    """Add articles that are not stored yet.

    Out: the row number of each article, by its key.
    """
    if not batch:
        return {}
    analyses = [one.analysis for one in batch]
    documents = _documents(connection, run_id, batch)
    earlier = earlier_at(connection, [a.article for a in analyses])
    outlets = ids_by_name(connection, Outlet, [a.article.outlet for a in analyses if a.article.outlet])
    authors = ids_by_name(
        connection, Author, [name for a in analyses for name in (*a.article.authors, *a.article.contributors)]
    )
    entity_ids = store_entities(connection, batch)
    store_aliases(connection, batch)
    article_entity_id = next_id(connection, ArticleEntity)
    statement_ids = store_statements(connection, batch)
    article_id = next_id(connection, Article)
    paragraph_id = first_paragraph = next_id(connection, Paragraph)
    quote_id = first_quote = next_id(connection, Quote)
    stored: dict[str, int] = {}
    rows: dict[type, list[Row]] = defaultdict(list)
    for one, ids in zip(batch, entity_ids, strict=True):
        entities = EntityIds(ids, article_entity_id)
        article, quotes = one.analysis.article, one.analysis.quotes
        document = article.source.document
        document_id = documents[document.sha256, document.path]
        # Stored at once: the next one may be a later version of it.
        previous_id = latest_version(connection, article, earlier)
        insert_rows(connection, Article, [article_row(article, article_id, document_id, outlets, previous_id)])
        rows[ArticleField] += field_rows(article, article_id)
        rows[ArticleAuthor] += author_rows(article, article_id, authors)
        rows[Paragraph] += paragraph_rows(article, article_id, paragraph_id)
        rows[ArticleEntity] += article_entity_rows(one, article_id, entities)
        rows[EntityTitle] += title_rows(one, entities)
        places = ParagraphIds(article, paragraph_id)
        rows[Quote] += quote_rows(one, article_id, quote_id, places, entities, statement_ids)
        rows[QuoteSpan] += span_rows(quotes, quote_id, places)
        rows[Mention] += mention_rows(one, places, entities)
        stored[article.key] = article_id
        article_id += 1
        paragraph_id += len(article.paragraphs)
        quote_id += len(quotes)
        article_entity_id += len(ids)
    for model, theirs in rows.items():
        insert_rows(connection, model, theirs)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(fulltext.add_rows("paragraphs_fts"), {"first": first_paragraph})
        connection.exec_driver_sql(fulltext.add_rows("quotes_fts"), {"first": first_quote})
    return stored


def _documents(connection: Connection, run_id: int, batch: Sequence[Resolved]) -> dict[tuple[str, str], int]:
    """The row number of each file of the batch, by SHA-256 and path; files not stored yet are added."""
    given = {(d.sha256, d.path): d for d in (one.analysis.article.source.document for one in batch)}
    columns = table_of(Document).c
    query = select(columns.sha256, columns.path, columns.document_id)
    query = query.where(columns.sha256.in_({digest for digest, _ in given}))
    known = {(row[0], row[1]): row[2] for row in connection.execute(query)}
    new = [document for key, document in given.items() if key not in known]
    numbered = list(enumerate(new, next_id(connection, Document)))
    rows = ((number, d.sha256, run_id, d.path, d.format, d.byte_count) for number, d in numbered)
    insert_rows(connection, Document, rows)
    return known | {(document.sha256, document.path): number for number, document in numbered}
