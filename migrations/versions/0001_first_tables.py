"""The first tables: articles, quotes, entities, where they came from, the view ``said`` and full-text search.

Revision ID: 0001
Revises:
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from alembic.util import CommandError

revision = "0001"
down_revision: str | None = None
branch_labels: str | None = None
depends_on: str | None = None

TABLES = (
    "outlets",
    "authors",
    "ingest_runs",
    "documents",
    "articles",
    "article_authors",
    "article_fields",
    "paragraphs",
    "entities",
    "entity_names",
    "article_entities",
    "entity_titles",
    "entity_aliases",
    "decisions",
    "mentions",
    "statements",
    "quotes",
    "quote_spans",
    "findings",
)

# SQLite's STRICT tables know REAL; PostgreSQL's REAL would cut a coordinate to six digits.
REAL: sa.types.TypeEngine[float] = sa.REAL().with_variant(sa.Double(), "postgresql")

SPAN = "(start_char IS NULL) = (end_char IS NULL) AND 0 <= start_char AND start_char < end_char"
SPEAKER_SPAN = (
    "(speaker_start_char IS NULL) = (speaker_end_char IS NULL) "
    "AND 0 <= speaker_start_char AND speaker_start_char < speaker_end_char"
)
CUE_SPAN = "(cue_start_char IS NULL) = (cue_end_char IS NULL) AND 0 <= cue_start_char AND cue_start_char < cue_end_char"
FIELD_SOURCE = "source IN ('table', 'sidecar', 'front_matter', 'record', 'header', 'option', 'file_name', 'text')"
PARAGRAPH_KIND = "kind IN ('title', 'byline', 'dateline', 'body', 'heading', 'caption', 'credit', 'boilerplate')"
ENTITY_TYPE = "type IN ('person', 'organisation', 'place', 'facility', 'event', 'work', 'group', 'unnamed')"
CUE_CLASS = (
    "cue_class IN ('says', 'announces', 'reveals', 'claims', 'admits', 'confirms', 'denies', 'declines', 'warns', "
    "'accuses', 'criticises', 'praises', 'supports', 'opposes', 'asks', 'answers', 'demands', 'advises', 'promises', "
    "'suggests', 'calls', 'thinks', 'expects', 'knows', 'wants', 'plans', 'fears', 'feels', 'shows', 'seems')"
)
ATTRIBUTION = "attribution IN ('named', 'pronoun', 'description', 'continued', 'none')"

SAID = """CREATE VIEW said AS
SELECT
  q.quote_id AS quote_id,
  q.article_id AS article_id,
  a.title AS article_title,
  o.name AS outlet,
  a.published AS published,
  p.ordinal AS paragraph,
  q.kind AS kind,
  q.text AS quote,
  e.name AS speaker,
  q.speaker_id AS speaker_id,
  q.speaker_as_written AS speaker_as_written,
  q.cue AS cue,
  q.attribution AS attribution,
  q.confidence AS confidence,
  q.start_char AS start_char,
  q.end_char AS end_char,
  q.statement_id AS statement_id,
  q.cue_class AS cue_class
FROM quotes AS q
JOIN articles AS a ON a.article_id = q.article_id
JOIN paragraphs AS p ON p.paragraph_id = q.paragraph_id
LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id
LEFT JOIN entities AS e ON e.entity_id = q.speaker_id"""

# Full-text table -> the table it points into and that table's row number.
FULL_TEXT = (
    ("paragraphs_fts", "paragraphs", "paragraph_id"),
    ("quotes_fts", "quotes", "quote_id"),
)
CREATE_FULL_TEXT = (
    'CREATE VIRTUAL TABLE {} USING fts5(text, content="{}", content_rowid="{}", '
    'tokenize="unicode61 remove_diacritics 2")'
)


def upgrade() -> None:
    """From an empty file to the first tables."""
    _create_provenance()
    _create_articles()
    _create_entities()
    _create_quotes()
    _create_findings()
    op.execute(SAID)
    if _is_sqlite():
        for names in FULL_TEXT:
            op.execute(CREATE_FULL_TEXT.format(*names))
        op.execute("PRAGMA application_id = 1869509219")


def downgrade() -> None:
    """Back to an empty file, and only from empty tables: below this version there is no place to keep a row."""
    for table in TABLES:
        if op.get_bind().scalar(sa.text(f"SELECT 1 FROM {table} LIMIT 1")):
            raise CommandError(f"revision 0001 is the first one: going below it would delete the rows of {table}")
    if _is_sqlite():
        for index, _, _ in FULL_TEXT:
            op.execute(f"DROP TABLE {index}")
    op.execute("DROP VIEW said")
    for table in reversed(TABLES):
        op.drop_table(table)


def _is_sqlite() -> bool:
    return op.get_context().dialect.name == "sqlite"


def _create_provenance() -> None:
    op.create_table(
        "outlets",
        sa.Column("outlet_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("outlet_id", name=op.f("pk_outlets")),
        sa.UniqueConstraint("name", name=op.f("uq_outlets_name")),
        sqlite_strict=True,
    )
    op.create_table(
        "authors",
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("author_id", name=op.f("pk_authors")),
        sa.UniqueConstraint("name", name=op.f("uq_authors_name")),
        sqlite_strict=True,
    )
    op.create_table(
        "ingest_runs",
        sa.Column("ingest_run_id", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.Text(), nullable=False),
        sa.Column("finished_at", sa.Text(), nullable=True),
        sa.Column("program_version", sa.Text(), nullable=False),
        sa.Column("reader_version", sa.Text(), nullable=False),
        sa.Column("article_count", sa.Integer(), nullable=False),
        sa.Column("unchanged_count", sa.Integer(), nullable=False),
        sa.Column("updated_count", sa.Integer(), nullable=False),
        sa.Column("quote_count", sa.Integer(), nullable=False),
        sa.Column("finding_count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("ingest_run_id", name=op.f("pk_ingest_runs")),
        sqlite_strict=True,
    )
    op.create_table(
        "documents",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("ingest_run_id", sa.Integer(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("byte_count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_documents")),
        sa.UniqueConstraint("sha256", "path", name=op.f("uq_documents_sha256_path")),
        sa.ForeignKeyConstraint(
            ["ingest_run_id"], ["ingest_runs.ingest_run_id"], name=op.f("fk_documents_ingest_run_id")
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_documents_path", "documents", ["path"])


def _create_articles() -> None:
    op.create_table(
        "articles",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("article_key", sa.Text(), nullable=False),
        sa.Column("text_key", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("byline", sa.Text(), nullable=True),
        sa.Column("outlet_id", sa.Integer(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("url_key", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("word_count", sa.Integer(), nullable=False),
        sa.Column("previous_article_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_articles")),
        sa.UniqueConstraint("article_key", name=op.f("uq_articles_article_key")),
        sa.ForeignKeyConstraint(["document_id"], ["documents.document_id"], name=op.f("fk_articles_document_id")),
        sa.ForeignKeyConstraint(["outlet_id"], ["outlets.outlet_id"], name=op.f("fk_articles_outlet_id")),
        sa.ForeignKeyConstraint(
            ["previous_article_id"], ["articles.article_id"], name=op.f("fk_articles_previous_article_id")
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_articles_document_id_number", "articles", ["document_id", "number"])
    op.create_index("ix_articles_outlet_id", "articles", ["outlet_id"])
    op.create_index("ix_articles_previous_article_id", "articles", ["previous_article_id"])
    op.create_index("ix_articles_published", "articles", ["published"])
    op.create_index("ix_articles_text_key", "articles", ["text_key"])
    op.create_index("ix_articles_url", "articles", ["url"])
    op.create_index("ix_articles_url_key", "articles", ["url_key"])
    op.create_table(
        "article_authors",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", "ordinal", name=op.f("pk_article_authors")),
        sa.CheckConstraint("role IN ('author', 'contributor')", name=op.f("ck_article_authors_role")),
        sa.ForeignKeyConstraint(["article_id"], ["articles.article_id"], name=op.f("fk_article_authors_article_id")),
        sa.ForeignKeyConstraint(["author_id"], ["authors.author_id"], name=op.f("fk_article_authors_author_id")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_article_authors_author_id", "article_authors", ["author_id"])
    op.create_table(
        "article_fields",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("is_chosen", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", "ordinal", name=op.f("pk_article_fields")),
        sa.CheckConstraint(FIELD_SOURCE, name=op.f("ck_article_fields_source")),
        sa.CheckConstraint("is_chosen IN (0, 1)", name=op.f("ck_article_fields_is_chosen")),
        sa.ForeignKeyConstraint(["article_id"], ["articles.article_id"], name=op.f("fk_article_fields_article_id")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "paragraphs",
        sa.Column("paragraph_id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("start_char", sa.Integer(), nullable=False),
        sa.Column("end_char", sa.Integer(), nullable=False),
        sa.Column("gap", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("paragraph_id", name=op.f("pk_paragraphs")),
        sa.UniqueConstraint("article_id", "ordinal", name=op.f("uq_paragraphs_article_id_ordinal")),
        sa.CheckConstraint(PARAGRAPH_KIND, name=op.f("ck_paragraphs_kind")),
        sa.CheckConstraint(SPAN, name=op.f("ck_paragraphs_span")),
        sa.CheckConstraint("end_char - start_char = length(text)", name=op.f("ck_paragraphs_text_fills_span")),
        sa.ForeignKeyConstraint(["article_id"], ["articles.article_id"], name=op.f("fk_paragraphs_article_id")),
        sqlite_strict=True,
    )


def _create_entities() -> None:
    op.create_table(
        "entities",
        sa.Column("entity_id", sa.Integer(), nullable=False),
        sa.Column("entity_key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("iso_code", sa.Text(), nullable=True),
        sa.Column("geonames_id", sa.Integer(), nullable=True),
        sa.Column("wikidata_id", sa.Text(), nullable=True),
        sa.Column("latitude", REAL, nullable=True),
        sa.Column("longitude", REAL, nullable=True),
        sa.Column("article_count", sa.Integer(), nullable=False),
        sa.Column("mention_count", sa.Integer(), nullable=False),
        sa.Column("quote_count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("entity_id", name=op.f("pk_entities")),
        sa.CheckConstraint(ENTITY_TYPE, name=op.f("ck_entities_type")),
        sa.CheckConstraint("latitude BETWEEN -90 AND 90", name=op.f("ck_entities_latitude")),
        sa.CheckConstraint("longitude BETWEEN -180 AND 180", name=op.f("ck_entities_longitude")),
        sa.UniqueConstraint("entity_key", name=op.f("uq_entities_entity_key")),
        sqlite_strict=True,
    )
    op.create_index("ix_entities_name", "entities", ["name"])
    op.create_index("ix_entities_quote_count", "entities", ["quote_count"])
    op.create_index("ix_entities_wikidata_id", "entities", ["wikidata_id"])
    op.create_table(
        "entity_names",
        sa.Column("entity_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("mention_count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("entity_id", "name", name=op.f("pk_entity_names")),
        sa.ForeignKeyConstraint(["entity_id"], ["entities.entity_id"], name=op.f("fk_entity_names_entity_id")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_entity_names_name", "entity_names", ["name"])
    _create_resolution()
    op.create_table(
        "mentions",
        sa.Column("paragraph_id", sa.Integer(), nullable=False),
        sa.Column("start_char", sa.Integer(), nullable=False),
        sa.Column("end_char", sa.Integer(), nullable=False),
        sa.Column("entity_id", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("article_entity_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("paragraph_id", "start_char", name=op.f("pk_mentions")),
        sa.CheckConstraint(ENTITY_TYPE, name=op.f("ck_mentions_type")),
        sa.CheckConstraint(SPAN, name=op.f("ck_mentions_span")),
        sa.ForeignKeyConstraint(["paragraph_id"], ["paragraphs.paragraph_id"], name=op.f("fk_mentions_paragraph_id")),
        sa.ForeignKeyConstraint(["entity_id"], ["entities.entity_id"], name=op.f("fk_mentions_entity_id")),
        sa.ForeignKeyConstraint(
            ["article_entity_id"], ["article_entities.article_entity_id"], name=op.f("fk_mentions_article_entity_id")
        ),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_mentions_article_entity_id", "mentions", ["article_entity_id"])
    op.create_index("ix_mentions_entity_id_paragraph_id", "mentions", ["entity_id", "paragraph_id"])


def _create_resolution() -> None:
    op.create_table(
        "article_entities",
        sa.Column("article_entity_id", sa.Integer(), nullable=False),
        sa.Column("article_entity_key", sa.Text(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("entity_id", sa.Integer(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("is_short", sa.Integer(), nullable=False),
        sa.Column("is_settled", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("score", REAL, nullable=False),
        sa.PrimaryKeyConstraint("article_entity_id", name=op.f("pk_article_entities")),
        sa.CheckConstraint(ENTITY_TYPE, name=op.f("ck_article_entities_type")),
        sa.CheckConstraint("is_short IN (0, 1)", name=op.f("ck_article_entities_is_short")),
        sa.CheckConstraint("is_settled IN (0, 1)", name=op.f("ck_article_entities_is_settled")),
        sa.CheckConstraint("score BETWEEN 0 AND 1", name=op.f("ck_article_entities_score")),
        sa.UniqueConstraint("article_entity_key", name=op.f("uq_article_entities_article_entity_key")),
        sa.ForeignKeyConstraint(["article_id"], ["articles.article_id"], name=op.f("fk_article_entities_article_id")),
        sa.ForeignKeyConstraint(["entity_id"], ["entities.entity_id"], name=op.f("fk_article_entities_entity_id")),
        sqlite_strict=True,
    )
    op.create_index("ix_article_entities_article_id", "article_entities", ["article_id"])
    op.create_index("ix_article_entities_entity_id_article_id", "article_entities", ["entity_id", "article_id"])
    op.create_index(
        "ix_article_entities_name_key_article_entity_key", "article_entities", ["name_key", "article_entity_key"]
    )
    op.create_index("ix_article_entities_form_type_is_short", "article_entities", ["form", "type", "is_short"])
    op.create_index(
        "ix_article_entities_type_form_is_short_article_id",
        "article_entities",
        ["type", "form", "is_short", "article_id"],
        sqlite_where=sa.text("is_settled = 0"),
        postgresql_where=sa.text("is_settled = 0"),
    )
    op.create_table(
        "entity_titles",
        sa.Column("article_entity_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("article_entity_id", "title", name=op.f("pk_entity_titles")),
        sa.ForeignKeyConstraint(
            ["article_entity_id"],
            ["article_entities.article_entity_id"],
            name=op.f("fk_entity_titles_article_entity_id"),
        ),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "entity_aliases",
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("alias", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("article_count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("type", "alias", "form", name=op.f("pk_entity_aliases")),
        sa.CheckConstraint(ENTITY_TYPE, name=op.f("ck_entity_aliases_type")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_entity_aliases_type_form", "entity_aliases", ["type", "form"])
    op.create_table(
        "decisions",
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("entity_key", sa.Text(), nullable=False),
        sa.Column("other_key", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("undone_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("decision_id", name=op.f("pk_decisions")),
        sa.CheckConstraint("kind IN ('same', 'different', 'rename', 'type', 'link')", name=op.f("ck_decisions_kind")),
        sa.CheckConstraint(
            "(kind IN ('rename', 'type', 'link')) = (other_key IS NULL)", name=op.f("ck_decisions_other_key")
        ),
        sa.CheckConstraint("(kind IN ('same', 'different')) = (value IS NULL)", name=op.f("ck_decisions_value")),
        sqlite_strict=True,
    )


def _create_quotes() -> None:
    op.create_table(
        "statements",
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("statement_key", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("quote_count", sa.Integer(), nullable=False),
        sa.Column("article_count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_statements")),
        sa.UniqueConstraint("statement_key", name=op.f("uq_statements_statement_key")),
        sqlite_strict=True,
    )
    op.create_table(
        "quotes",
        sa.Column("quote_id", sa.Integer(), nullable=False),
        sa.Column("quote_key", sa.Text(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("paragraph_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("start_char", sa.Integer(), nullable=False),
        sa.Column("end_char", sa.Integer(), nullable=False),
        sa.Column("cue", sa.Text(), nullable=True),
        sa.Column("cue_start_char", sa.Integer(), nullable=True),
        sa.Column("cue_end_char", sa.Integer(), nullable=True),
        sa.Column("cue_class", sa.Text(), nullable=True),
        sa.Column("speaker_as_written", sa.Text(), nullable=True),
        sa.Column("speaker_start_char", sa.Integer(), nullable=True),
        sa.Column("speaker_end_char", sa.Integer(), nullable=True),
        sa.Column("speaker_id", sa.Integer(), nullable=True),
        sa.Column("attribution", sa.Text(), nullable=False),
        sa.Column("attribution_reason", sa.Text(), nullable=False),
        sa.Column("continues_quote_id", sa.Integer(), nullable=True),
        sa.Column("confidence", REAL, nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=True),
        sa.Column("article_entity_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("quote_id", name=op.f("pk_quotes")),
        sa.CheckConstraint("kind IN ('direct', 'mixed', 'indirect')", name=op.f("ck_quotes_kind")),
        sa.CheckConstraint(CUE_CLASS, name=op.f("ck_quotes_cue_class")),
        sa.CheckConstraint("(cue IS NULL) <= (cue_class IS NULL)", name=op.f("ck_quotes_class_has_cue")),
        sa.CheckConstraint(ATTRIBUTION, name=op.f("ck_quotes_attribution")),
        sa.CheckConstraint(SPAN, name=op.f("ck_quotes_span")),
        sa.CheckConstraint(SPEAKER_SPAN, name=op.f("ck_quotes_speaker_span")),
        sa.CheckConstraint(CUE_SPAN, name=op.f("ck_quotes_cue_span")),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name=op.f("ck_quotes_confidence")),
        sa.CheckConstraint(
            "(attribution = 'none') <= (speaker_id IS NULL)", name=op.f("ck_quotes_none_has_no_speaker")
        ),
        sa.UniqueConstraint("quote_key", name=op.f("uq_quotes_quote_key")),
        sa.ForeignKeyConstraint(["article_id"], ["articles.article_id"], name=op.f("fk_quotes_article_id")),
        sa.ForeignKeyConstraint(["paragraph_id"], ["paragraphs.paragraph_id"], name=op.f("fk_quotes_paragraph_id")),
        sa.ForeignKeyConstraint(["speaker_id"], ["entities.entity_id"], name=op.f("fk_quotes_speaker_id")),
        sa.ForeignKeyConstraint(["continues_quote_id"], ["quotes.quote_id"], name=op.f("fk_quotes_continues_quote_id")),
        sa.ForeignKeyConstraint(["statement_id"], ["statements.statement_id"], name=op.f("fk_quotes_statement_id")),
        sa.ForeignKeyConstraint(
            ["article_entity_id"], ["article_entities.article_entity_id"], name=op.f("fk_quotes_article_entity_id")
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_quotes_article_entity_id", "quotes", ["article_entity_id"])
    op.create_index("ix_quotes_article_id_start_char", "quotes", ["article_id", "start_char"])
    op.create_index("ix_quotes_paragraph_id", "quotes", ["paragraph_id"])
    op.create_index("ix_quotes_speaker_id", "quotes", ["speaker_id"])
    op.create_index("ix_quotes_statement_id", "quotes", ["statement_id"])
    op.create_table(
        "quote_spans",
        sa.Column("quote_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("paragraph_id", sa.Integer(), nullable=False),
        sa.Column("start_char", sa.Integer(), nullable=False),
        sa.Column("end_char", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("quote_id", "ordinal", name=op.f("pk_quote_spans")),
        sa.CheckConstraint(SPAN, name=op.f("ck_quote_spans_span")),
        sa.ForeignKeyConstraint(["quote_id"], ["quotes.quote_id"], name=op.f("fk_quote_spans_quote_id")),
        sa.ForeignKeyConstraint(
            ["paragraph_id"], ["paragraphs.paragraph_id"], name=op.f("fk_quote_spans_paragraph_id")
        ),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_quote_spans_paragraph_id", "quote_spans", ["paragraph_id"])


def _create_findings() -> None:
    op.create_table(
        "findings",
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.Column("finding_key", sa.Text(), nullable=False),
        sa.Column("ingest_run_id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=True),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("start_char", sa.Integer(), nullable=True),
        sa.Column("end_char", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("finding_id", name=op.f("pk_findings")),
        sa.CheckConstraint(SPAN, name=op.f("ck_findings_span")),
        sa.UniqueConstraint("finding_key", name=op.f("uq_findings_finding_key")),
        sa.ForeignKeyConstraint(
            ["ingest_run_id"], ["ingest_runs.ingest_run_id"], name=op.f("fk_findings_ingest_run_id")
        ),
        sa.ForeignKeyConstraint(["article_id"], ["articles.article_id"], name=op.f("fk_findings_article_id")),
        sqlite_strict=True,
    )
    op.create_index("ix_findings_article_id", "findings", ["article_id"])
