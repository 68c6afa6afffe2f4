"""What the database is; how it is filled is not known here.

from sqlalchemy import select
from sqlalchemy.orm import Session
from onrecord.schema import Quote, open_database

with Session(open_database("data/corpus.db")) as session:
    for quote in session.scalars(select(Quote).where(Quote.speaker.has(name="Lloyd Austin"))):
        print(quote.text, quote.article.title)
"""

from onrecord.schema.articles import Article, ArticleAuthor, ArticleField, Author, Outlet, Paragraph
from onrecord.schema.base import APPLICATION_ID, Base
from onrecord.schema.connect import create_all, open_database
from onrecord.schema.entities import Entity, EntityName, Mention
from onrecord.schema.errors import DatabaseError
from onrecord.schema.provenance import Document, Finding, IngestRun
from onrecord.schema.quotes import Quote, QuoteSpan, Statement
from onrecord.schema.resolution import ArticleEntity, Decision, EntityAlias, EntityTitle

__all__ = [
    "APPLICATION_ID",
    "Article",
    "ArticleAuthor",
    "ArticleEntity",
    "ArticleField",
    "Author",
    "Base",
    "DatabaseError",
    "Decision",
    "Document",
    "Entity",
    "EntityAlias",
    "EntityName",
    "EntityTitle",
    "Finding",
    "IngestRun",
    "Mention",
    "Outlet",
    "Paragraph",
    "Quote",
    "QuoteSpan",
    "Statement",
    "create_all",
    "open_database",
]
