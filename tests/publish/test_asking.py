"""The search box: what people type is understood, and nothing they type is an error."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.publish import asking


@pytest.mark.parametrize(
    ("typed", "expression"),
    [
        ("ferry", '"ferry"'),
        ("ferry winter", '"ferry" AND "winter"'),
        ('"last ferry"', '"last ferry"'),
        ("“last ferry”", '"last ferry"'),
        ("repair*", '"repair"*'),
        ("re*", '"re"*'),
        ("r*", '"r"'),
        ('"last fer"*', '"last fer"*'),
        ("ferry -norway", '("ferry") NOT ("norway")'),
        ('ferry -"old pier" -gala', '("ferry") NOT ("old pier" OR "gala")'),
        ("ferry OR boat", '("ferry" OR "boat")'),
        ("a OR b c", '("a" OR "b") AND "c"'),
        ("NEAR(a b)", '"NEAR(a" AND "b)"'),
        ("text:a", '"text:a"'),
        ("don't", '"don\'t"'),
        ("ferry AND boat NOT norway", '("ferry" AND "boat") NOT ("norway")'),
        ("now or never", '"now" AND "or" AND "never"'),
        ("OR", ""),
        ("OR ferry", '"ferry"'),
        ("ferry OR", '"ferry"'),
        ("", ""),
        ("   ", ""),
        ('"', ""),
        ('""', ""),
        ("*", ""),
        ("-", ""),
        ("- ferry", '"ferry"'),
        ("…!?", ""),
        ("زينب", '"زينب"'),
        ("3%", '"3%"'),
    ],
)
def test_what_is_typed_becomes_a_query_of_quoted_words(typed: str, expression: str) -> None:
    """No character has a meaning for FTS5 that the reader did not mean."""
    assert asking.read(typed).expression == expression


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ('"', "no word"),
        ("-norway", "at least one word"),
        ('"last ferry', "no partner"),
        ("x" * 500, "cut"),
        ("?!", "no word"),
        ("r*", "at least 2 letters"),
    ],
)
def test_what_was_read_otherwise_is_said(typed: str, word: str) -> None:
    """A mistake is explained in a sentence."""
    assert any(word in note for note in asking.read(typed).notes)


def test_a_clear_question_has_no_notes() -> None:
    """Nobody is told what they know."""
    assert asking.read('ferry "old pier" -gala bo*').notes == ()


@pytest.fixture(scope="module")
def index() -> sqlite3.Connection:
    """A full-text index with the tokenizer of the corpus."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(text, tokenize='unicode61 remove_diacritics 2')")
    connection.execute("INSERT INTO t VALUES ('the last ferry is repaired in Norway, don''t you know')")
    return connection


@given(st.text(alphabet=st.sampled_from("ab\"“”*-+^:(){}.,OR ND\0\n'é🦭1\\"), max_size=40))
def test_no_question_is_a_syntax_error(index: sqlite3.Connection, typed: str) -> None:
    """SQLite accepts every expression made from what was typed."""
    expression = asking.read(typed).expression
    index.execute("SELECT * FROM t WHERE t MATCH ?", [expression or '""']).fetchall()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("FERRY", True),
        ("'last ferry'", True),
        ("ferry -norway", False),
        ("repa*", True),
        ("repa", False),
        ('"ferry last"', False),
        ("boat OR ferry", True),
        ("don't", True),
    ],
)
def test_search_finds_what_a_reader_expects(index: sqlite3.Connection, *, typed: str, found: bool) -> None:
    """Words, phrases, beginnings, exclusion and choice do what the page says they do."""
    rows = index.execute("SELECT 1 FROM t WHERE t MATCH ?", [asking.read(typed).expression]).fetchall()
    assert bool(rows) is found
