"""``check`` finds nothing in a sound corpus and every fault that is planted in it."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.migrations import head
from onrecord.schema.check import TOLD, check


def plant(path: Path, *statements: str) -> None:
    """Write into the file past everything that guards it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def digest(path: Path) -> str:
    """The digest of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_sound_corpus_has_no_problem_and_is_left_as_it_is(corpus: Path) -> None:
    """Nothing is found in a sound file, no byte of it changes, and nothing is left beside it."""
    before = digest(corpus)
    assert check(corpus, head()) == ()
    assert digest(corpus) == before
    assert [path.name for path in corpus.parent.iterdir()] == ["corpus.db"]


# What is planted -> the table and the row named, and words of the sentence.
ROWS = {
    "loose_reference": ("DELETE FROM authors", "article_authors", "", "a row that authors does not have"),
    "paragraph_text_shorter": (
        "UPDATE paragraphs SET text = substr(text, 2) WHERE paragraph_id = 12",
        "paragraphs",
        "paragraph_id 12",
        "end_char - start_char = length(text)",
    ),
    "paragraph_number_missing": (
        "UPDATE paragraphs SET ordinal = 7 WHERE paragraph_id = 13",
        "paragraphs",
        "article_id 1, ordinal 7",
        "ordinal 3",
    ),
    "paragraph_hole": (
        "UPDATE paragraphs SET gap = gap || ' ' WHERE paragraph_id = 12",
        "paragraphs",
        "paragraph_id 12",
        "start_char 21",
    ),
    "words_in_gap": (
        "UPDATE paragraphs SET gap = '\nx' WHERE paragraph_id = 12",
        "paragraphs",
        "paragraph_id 12",
        "white space only",
    ),
    "paragraph_kind": (
        "UPDATE paragraphs SET kind = 'poem' WHERE paragraph_id = 12",
        "paragraphs",
        "paragraph_id 12",
        "'poem'",
    ),
    "author_order": (
        "UPDATE article_authors SET ordinal = 2",
        "article_authors",
        "article_id 1, ordinal 2",
        "ordinal 1",
    ),
    "field_order": ("UPDATE article_fields SET ordinal = 2", "article_fields", "article_id 1, ordinal 2", "ordinal 1"),
    "field_source": ("UPDATE article_fields SET source = 'hunch'", "article_fields", "article_id 1", "'hunch'"),
    "finding_backward": ("UPDATE findings SET end_char = 0", "findings", "finding_id 1", "end_char 0"),
    "quote_kind": ("UPDATE quotes SET kind = 'sung' WHERE quote_id = 1", "quotes", "quote_id 1", "'sung'"),
    "quote_backward": (
        "UPDATE quotes SET end_char = start_char WHERE quote_id = 1",
        "quotes",
        "quote_id 1",
        "start_char < end_char",
    ),
    "quote_longer_than_pieces": (
        "UPDATE quotes SET end_char = end_char + 1 WHERE quote_id = 1",
        "quotes",
        "quote_id 1",
        "expected 20..",
    ),
    "quote_without_piece": (
        "DELETE FROM quote_spans WHERE quote_id = 1",
        "quotes",
        "quote_id 1",
        "at least one",
    ),
    "quote_other_words": (
        "UPDATE quotes SET text = 'The harbour closes' WHERE quote_id = 1",
        "quotes",
        "quote_id 1",
        "always will",
    ),
    "quote_other_paragraph": (
        "UPDATE quotes SET paragraph_id = 13 WHERE quote_id = 1",
        "quotes",
        "quote_id 1",
        "paragraph_id 12",
    ),
    "cue_other_words": ("UPDATE quotes SET cue = 'sang' WHERE quote_id = 1", "quotes", "quote_id 1", "'said'"),
    "cue_without_place": (
        "UPDATE quotes SET cue_start_char = NULL, cue_end_char = NULL WHERE quote_id = 1",
        "quotes",
        "quote_id 1",
        "'said'",
    ),
    "cue_place_without_words": ("UPDATE quotes SET cue = NULL WHERE quote_id = 1", "quotes", "quote_id 1", "'said'"),
    "cue_over_paragraphs": (
        "UPDATE quotes SET cue_start_char = 15, cue_end_char = 25 WHERE quote_id = 1",
        "quotes",
        "quote_id 1",
        "no words of one paragraph",
    ),
    "speaker_other_words": (
        "UPDATE quotes SET speaker_as_written = 'Mara' WHERE quote_id = 1",
        "quotes",
        "quote_id 1",
        "'Mara Ndjaména'",
    ),
    "unattributed_with_speaker": (
        "UPDATE quotes SET attribution = 'none' WHERE quote_id = 1",
        "quotes",
        "quote_id 1",
        "(speaker_id IS NULL)",
    ),
    "more_than_sure": (
        "UPDATE quotes SET confidence = 1.5 WHERE quote_id = 1",
        "quotes",
        "quote_id 1",
        "confidence 1.5",
    ),
    "continues_other_article": (
        "UPDATE quotes SET continues_quote_id = 1 WHERE quote_id = 3",
        "quotes",
        "quote_id 3",
        "it continues",
    ),
    "piece_number_from_2": (
        "UPDATE quote_spans SET ordinal = ordinal + 5 WHERE quote_id = 1",
        "quote_spans",
        "quote_id 1, ordinal 6",
        "ordinal 1",
    ),
    "piece_outside_paragraph": (
        "UPDATE quote_spans SET end_char = 99 WHERE quote_id = 1 AND ordinal = 2",
        "quote_spans",
        "quote_id 1, ordinal 2",
        "a span inside 20..",
    ),
    "piece_in_other_article": (
        "UPDATE quote_spans SET paragraph_id = 21 WHERE quote_id = 1 AND ordinal = 2",
        "quote_spans",
        "quote_id 1, ordinal 2",
        "a paragraph of article_id 2",
    ),
    "pieces_overlap": (
        "UPDATE quote_spans SET start_char = 30 WHERE quote_id = 1 AND ordinal = 2",
        "quote_spans",
        "quote_id 1, ordinal 2",
        "no start before",
    ),
    "mention_type": ("UPDATE mentions SET type = 'ghost'", "mentions", "paragraph_id 12", "'ghost'"),
    "mention_outside_paragraph": (
        "UPDATE mentions SET end_char = end_char + 900 WHERE paragraph_id = 12",
        "mentions",
        "paragraph_id 12",
        "a span inside",
    ),
    "mentions_overlap": (
        "INSERT INTO mentions SELECT paragraph_id, start_char + 1, end_char, entity_id, type, rule, NULL FROM mentions",
        "mentions",
        "paragraph_id 12",
        "no start before",
    ),
    "mention_of_another": (
        "UPDATE mentions SET article_entity_id = 1, entity_id = 2 WHERE paragraph_id = 12",
        "mentions",
        "paragraph_id 12",
        "found entity_id 2, expected entity_id 1",
    ),
    "mention_in_another_article": (
        "UPDATE mentions SET article_entity_id = 1 WHERE paragraph_id = 22",
        "mentions",
        "paragraph_id 22",
        "expected article_id 2",
    ),
    "speaker_of_another": (
        "UPDATE quotes SET article_entity_id = 1 WHERE quote_id = 4",
        "quotes",
        "quote_id 4",
        "found speaker_id 2, expected speaker_id 1",
    ),
    "speaker_in_another_article": (
        "UPDATE quotes SET article_entity_id = 1 WHERE quote_id = 3",
        "quotes",
        "quote_id 3",
        "expected article_id 2",
    ),
    "name_count": (
        "UPDATE entity_names SET mention_count = 9 WHERE name = 'Ndjaména'",
        "entity_names",
        "entity_id 1, name Ndjaména",
        "found mention_count 9, expected mention_count 1",
    ),
    "name_missing": (
        "DELETE FROM entity_names WHERE name = 'Ndjaména'",
        "entity_names",
        "entity_id 1, name Ndjaména",
        "found mention_count 0",
    ),
    "name_of_nothing": (
        "INSERT INTO entity_names VALUES (1, 'Nobody', 1)",
        "entity_names",
        "entity_id 1, name Nobody",
        "expected mention_count 0",
    ),
    "description_count": (
        "UPDATE entity_names SET mention_count = 9 WHERE entity_id = 2",
        "entities",
        "entity_id 2",
        "found names counted 9 times, expected described 1 times",
    ),
    "entity_mentions": (
        "UPDATE entities SET mention_count = 9 WHERE entity_id = 1",
        "entities",
        "entity_id 1",
        "expected mention_count 3",
    ),
    "entity_articles": (
        "UPDATE entities SET article_count = 9 WHERE entity_id = 1",
        "entities",
        "entity_id 1",
        "expected article_count 2",
    ),
    "entity_quotes": (
        "UPDATE entities SET quote_count = 9 WHERE entity_id = 1",
        "entities",
        "entity_id 1",
        "expected quote_count 3",
    ),
    "entity_off_the_globe": ("UPDATE entities SET latitude = 91", "entities", "entity_id 1", "latitude 91.0"),
    "statement_quotes": (
        "UPDATE statements SET quote_count = 9",
        "statements",
        "statement_id 1",
        "expected quote_count 2",
    ),
    "statement_articles": (
        "UPDATE statements SET article_count = 9",
        "statements",
        "statement_id 1",
        "expected article_count 2",
    ),
    "paragraph_not_indexed": (
        "INSERT INTO paragraphs VALUES (24, 2, 4, 'body', 'given', 110, 113, '', 'New')",
        "paragraphs_fts",
        "",
        "every row",
    ),
    "index_of_other_words": ("UPDATE quotes SET text = 'other'", "quotes_fts", "", "the words of every row of quotes"),
    "index_dropped": ("DROP INDEX ix_quotes_speaker_id", "ix_quotes_speaker_id", "", "CREATE INDEX"),
    "view_changed": ("DROP VIEW said", "said", "", "CREATE VIEW said"),
}


@pytest.mark.parametrize("fault", ROWS)
def test_planted_fault_is_found(corpus: Path, fault: str) -> None:
    """Each planted fault is told with its table, its row, and what was found or expected."""
    statement, table, row, words = ROWS[fault]
    plant(corpus, statement)
    problems = check(corpus, head())
    assert [p for p in problems if p.table == table and p.row.startswith(row) and words in str(p)], [
        *map(str, problems)
    ]


def test_rows_without_end_are_told_by_number(corpus: Path) -> None:
    """Of a fault in very many rows the first are told and the rest counted."""
    names = ", ".join(f"(1, 'Nobody {number}', 1)" for number in range(TOLD + 5))
    plant(corpus, f"INSERT INTO entity_names VALUES {names}")
    problems = check(corpus, head())
    assert len(problems) == TOLD + 1
    assert problems[-1].found == "5 more rows like the last"


@pytest.mark.parametrize("suffix", ["-wal", "-shm", "-journal"])
def test_file_left_beside_is_found(corpus: Path, suffix: str) -> None:
    """What an interrupted ingest leaves beside the file is a problem, whatever the file holds."""
    Path(f"{corpus}{suffix}").touch()
    assert [str(p) for p in check(corpus, head())] == [
        f"file: found corpus.db{suffix} beside it, expected one file: an ingest runs, or was interrupted"
    ]


def test_wal_mode_is_found_and_leaves_nothing_beside(corpus: Path) -> None:
    """A file that was not brought back to journal mode DELETE is told, and looking at it does not litter."""
    plant(corpus, "PRAGMA journal_mode = WAL")
    before = digest(corpus)
    assert [p.found for p in check(corpus, head())] == ["journal mode WAL"]
    assert digest(corpus) == before
    assert [path.name for path in corpus.parent.iterdir()] == ["corpus.db"]


def test_other_revision_is_found(corpus: Path) -> None:
    """Tables of another version are told and not looked at further."""
    assert [str(p) for p in check(corpus, "9999")] == [f"file: found revision {head()}, expected revision 9999"]


def test_strangers_file_is_found(tmp_path: Path) -> None:
    """No file, another program's file and a text file are told in one sentence each."""
    (tmp_path / "notes.txt").write_text("Buy milk. " * 20)
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE t (x)")
    for name, words in (
        ("notes.txt", "no SQLite database"),
        ("other.db", "another program"),
        ("none.db", "nothing at"),
    ):
        (problem,) = check(tmp_path / name, head())
        assert words in str(problem)


def test_damaged_file_is_found(corpus: Path) -> None:
    """A file with overwritten pages gives problems, never an exception."""
    content = bytearray(corpus.read_bytes())
    content[8192:40960] = b"\xff" * (40960 - 8192)
    corpus.write_bytes(content)
    assert check(corpus, head())
