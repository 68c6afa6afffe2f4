"""The tables refuse what no corpus may hold, are named by rule, and have words for everything."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import CheckConstraint, UniqueConstraint, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from onrecord.schema import Base, create_all, fulltext, open_database, said
from onrecord.schema.picture import picture, picture_of_models

TABLES = list(Base.metadata.tables)

# What is tried -> the constraint that refuses it, as SQLite names it.
REFUSED = {
    "paragraph_kind": ("UPDATE paragraphs SET kind = 'poem'", "ck_paragraphs_kind"),
    "paragraph_backward": ("UPDATE paragraphs SET start_char = end_char", "ck_paragraphs_span"),
    "paragraph_before_the_text": ("UPDATE paragraphs SET start_char = -1", "ck_paragraphs_span"),
    "paragraph_text_too_long": ("UPDATE paragraphs SET text = text || '.'", "ck_paragraphs_text_fills_span"),
    "paragraph_twice": ("UPDATE paragraphs SET ordinal = 1", "paragraphs.article_id, paragraphs.ordinal"),
    "quote_kind": ("UPDATE quotes SET kind = 'sung'", "ck_quotes_kind"),
    "quote_empty": ("UPDATE quotes SET end_char = start_char", "ck_quotes_span"),
    "quote_attribution": ("UPDATE quotes SET attribution = 'guess'", "ck_quotes_attribution"),
    "cue_half": ("UPDATE quotes SET cue_end_char = NULL", "ck_quotes_cue_span"),
    "cue_class_unlisted": ("UPDATE quotes SET cue_class = 'shouts'", "ck_quotes_cue_class"),
    "cue_class_without_cue": (
        "UPDATE quotes SET cue_class = 'says', cue = NULL, cue_start_char = NULL, cue_end_char = NULL",
        "ck_quotes_class_has_cue",
    ),
    "cue_backward": ("UPDATE quotes SET cue_end_char = cue_start_char - 1", "ck_quotes_cue_span"),
    "speaker_half": ("UPDATE quotes SET speaker_start_char = NULL", "ck_quotes_speaker_span"),
    "more_than_sure": ("UPDATE quotes SET confidence = 1.01", "ck_quotes_confidence"),
    "less_than_unsure": ("UPDATE quotes SET confidence = -0.01", "ck_quotes_confidence"),
    "nobody_with_a_speaker": ("UPDATE quotes SET attribution = 'none'", "ck_quotes_none_has_no_speaker"),
    "quote_key_twice": ("UPDATE quotes SET quote_key = 'same'", "quotes.quote_key"),
    "quote_without_words": ("UPDATE quotes SET text = NULL", "quotes.text"),
    "quote_words_as_bytes": ("UPDATE quotes SET text = x'00'", "cannot store BLOB value in TEXT column quotes.text"),
    "offset_as_words": ("UPDATE quotes SET start_char = 'ten'", "cannot store TEXT value in INTEGER column"),
    "quote_of_no_article": ("UPDATE quotes SET article_id = 99", "FOREIGN KEY"),
    "speaker_nobody_knows": ("UPDATE quotes SET speaker_id = 99", "FOREIGN KEY"),
    "article_with_quotes_deleted": ("DELETE FROM articles", "FOREIGN KEY"),
    "piece_backward": ("UPDATE quote_spans SET end_char = 1", "ck_quote_spans_span"),
    "mention_type": ("UPDATE mentions SET type = 'ghost'", "ck_mentions_type"),
    "mention_backward": ("UPDATE mentions SET end_char = start_char", "ck_mentions_span"),
    "entity_type": ("UPDATE entities SET type = 'ghost'", "ck_entities_type"),
    "latitude": ("UPDATE entities SET latitude = 90.5", "ck_entities_latitude"),
    "longitude": ("UPDATE entities SET longitude = -180.5", "ck_entities_longitude"),
    "outlet_twice": ("INSERT INTO outlets (name) SELECT name FROM outlets", "outlets.name"),
    "author_role": ("UPDATE article_authors SET role = 'muse'", "ck_article_authors_role"),
    "field_source": ("UPDATE article_fields SET source = 'hunch'", "ck_article_fields_source"),
    "field_half_chosen": ("UPDATE article_fields SET is_chosen = 2", "ck_article_fields_is_chosen"),
    "article_entity_type": ("UPDATE article_entities SET type = 'ghost'", "ck_article_entities_type"),
    "article_entity_half_short": ("UPDATE article_entities SET is_short = 2", "ck_article_entities_is_short"),
    "article_entity_half_settled": ("UPDATE article_entities SET is_settled = 2", "ck_article_entities_is_settled"),
    "article_entity_too_sure": ("UPDATE article_entities SET score = 1.5", "ck_article_entities_score"),
    "alias_type": ("UPDATE entity_aliases SET type = 'ghost'", "ck_entity_aliases_type"),
    "decision_kind": ("UPDATE decisions SET kind = 'maybe'", "ck_decisions_kind"),
    "decision_about_one": ("UPDATE decisions SET kind = 'same', value = NULL", "ck_decisions_other_key"),
    "decision_without_value": ("UPDATE decisions SET value = NULL", "ck_decisions_value"),
    "finding_half": ("UPDATE findings SET end_char = NULL", "ck_findings_span"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_bad_row_is_refused(session: Session, case: str) -> None:
    """Each bad row is refused, and by the constraint that is there for it."""
    statement, constraint = REFUSED[case]
    with pytest.raises(IntegrityError, match=re.escape(constraint)):
        session.execute(text(statement))


def test_every_check_constraint_has_a_case() -> None:
    """A new CHECK needs a row above that it refuses."""
    names = {name for sql in picture_of_models().values() for name in re.findall(r"CONSTRAINT (ck_\w+) CHECK", sql)}
    assert names - {constraint for _, constraint in REFUSED.values()} == set()


@pytest.mark.parametrize("table", TABLES)
def test_table_and_columns_have_words(table: str) -> None:
    """Every table and column says what it holds, as a sentence: these words are published."""
    described = Base.metadata.tables[table]
    assert (described.comment or "").endswith(".")
    assert [column.name for column in described.columns if not re.fullmatch(r".{8,}[.]", column.comment or "")] == []


def test_view_columns_have_words_and_the_published_names() -> None:
    """The view's columns are the published ones, in order, each with its words."""
    assert [name for name, _, _ in said.COLUMNS] == (
        "quote_id article_id article_title outlet published paragraph kind quote speaker speaker_id speaker_as_written "
        "cue attribution confidence start_char end_char statement_id cue_class"
    ).split()
    assert [name for name, _, words in said.COLUMNS if not words.endswith(".")] == []


@pytest.mark.parametrize("table", TABLES)
def test_table_is_strict_and_its_constraints_are_named_by_rule(table: str) -> None:
    """SQLite holds every table to its types, and every constraint's name says kind, table and columns."""
    statement = picture_of_models()[table]
    assert statement.endswith("STRICT")
    assert len(
        re.findall(rf"CONSTRAINT (?:pk|uq|ck|fk)_{table}(?:_\w+)? (?:PRIMARY KEY|UNIQUE|CHECK|FOREIGN KEY)", statement)
    ) == len(Base.metadata.tables[table].constraints)
    for index in Base.metadata.tables[table].indexes:
        assert index.name == f"ix_{table}_{'_'.join(index.columns.keys())}"


SUFFIXES = {"_id": "INTEGER", "_count": "INTEGER", "_char": "INTEGER", "_at": "TEXT", "_key": "TEXT"}


@pytest.mark.parametrize("table", TABLES)
def test_column_names_keep_the_manners(table: str) -> None:
    """A name's ending tells its type, and the first column of a table with a number of its own is called after it."""
    for column in Base.metadata.tables[table].columns:
        for suffix, kind in SUFFIXES.items():
            if column.name.endswith(suffix) and column.name != "wikidata_id":
                assert str(column.type) == kind, column.name
        if column.name.startswith(("is_", "has_")):
            checks = [str(c.sqltext) for c in column.table.constraints if isinstance(c, CheckConstraint)]
            assert f"{column.name} IN (0, 1)" in checks


@pytest.mark.parametrize("table", TABLES)
def test_foreign_key_has_an_index(table: str) -> None:
    """Whoever follows a reference backwards finds an index that begins with it, small tables of lists aside."""
    described = Base.metadata.tables[table]
    begun = {index.columns.keys()[0] for index in described.indexes} | {described.primary_key.columns.keys()[0]}
    begun |= {c.columns.keys()[0] for c in described.constraints if isinstance(c, UniqueConstraint)}
    referring = {column.name for column in described.columns if column.foreign_keys}
    assert referring - begun <= {"ingest_run_id", "continues_quote_id"}


def test_full_text_tables_are_seen_by_datasette() -> None:
    """Datasette finds a full-text table by ``content="..."`` and hides what shares its name: hence *_fts."""
    for index, (content, _) in fulltext.INDEXES.items():
        assert index == f"{content}_fts"
        assert f'content="{content}"' in fulltext.create(index)


@pytest.mark.parametrize("place", [":memory:", "file"])
def test_create_all_makes_the_whole_database(tmp_path: Path, place: str) -> None:
    """Tables, view and full text are made straight from the models, in memory as on disk."""
    engine = open_database(tmp_path / "corpus.db" if place == "file" else place, for_writing=True)
    with engine.begin() as connection:
        create_all(connection)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM said")) == 0
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1
    engine.dispose()
    if place == "file":
        with closing(sqlite3.connect(tmp_path / "corpus.db")) as connection:
            assert picture(connection) == picture_of_models()


def test_rolled_back_tables_leave_nothing(tmp_path: Path) -> None:
    """Making tables is part of the transaction: what fails on the way leaves an empty file."""
    engine = open_database(tmp_path / "corpus.db", for_writing=True)
    with engine.connect() as connection:
        create_all(connection)
        connection.rollback()
        assert connection.scalar(text("SELECT count(*) FROM sqlite_master")) == 0
    engine.dispose()
