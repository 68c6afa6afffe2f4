"""Articles in a language without a model are stored, can be searched, and have no quotes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

GERMAN = (
    "Die Fähre nach Sandvik fährt wieder, teilte das Hafenamt am Montag mit.\n\n"
    "„Das ist ein guter Tag für die Insel“, sagte die Bürgermeisterin Johanna Schmidt.\n"
)


def test_a_german_article_is_stored_without_quotes(
    tmp_path: Path, onrecord: Callable[..., Any], rows: Callable[[Path, str], list[tuple[Any, ...]]]
) -> None:
    """Its language is detected, and a finding says why nothing was read from it."""
    (tmp_path / "a.txt").write_text(GERMAN, encoding="utf-8")
    corpus = tmp_path / "c.db"
    assert onrecord("ingest", tmp_path / "a.txt", "--db", corpus).status == 0
    assert rows(corpus, "SELECT language FROM articles") == [("de",)]
    assert rows(corpus, "SELECT value, source FROM article_fields WHERE name = 'language'") == [("de", "text")]
    assert rows(corpus, "SELECT count(*) FROM quotes") == [(0,)]
    assert rows(corpus, "SELECT code FROM findings") == [("language-without-model",)]
    assert rows(corpus, "SELECT count(*) FROM paragraphs_fts WHERE paragraphs_fts MATCH 'Bürgermeisterin'") == [(1,)]


def test_a_language_that_is_plainly_wrong_is_not_believed(
    tmp_path: Path, onrecord: Callable[..., Any], rows: Callable[[Path, str], list[tuple[Any, ...]]]
) -> None:
    """German called English is no English without quotes, and English called German is read; both are told of."""
    english = (
        "The ferry to Sandvik sails again, the harbour office announced on Monday in a letter to the island.\n\n"
        "“It is a very good day for all of us,” said Jane Doe, the mayor of Sandvik, who had asked for help for months "
        "and had been told to wait until the storms of the winter were over.\n"
    )
    german = GERMAN * 2
    for name, text, said in (("a", german, "en-US"), ("b", english, "de"), ("c", english.replace("Doe", "Roe"), "en")):
        (tmp_path / f"{name}.json").write_text(json.dumps({"text": text, "language": said}), encoding="utf-8")
    corpus = tmp_path / "c.db"
    for _ in range(2):  # told again, it stays so
        assert onrecord("ingest", *(tmp_path / f"{name}.json" for name in "abc"), "--db", corpus).status == 0
    assert rows(corpus, "SELECT language FROM articles ORDER BY article_id") == [("de",), ("en",), ("en",)]
    assert rows(corpus, "SELECT DISTINCT article_id FROM quotes ORDER BY 1") == [(2,), (3,)]
    fields = "SELECT value, source, is_chosen FROM article_fields WHERE name = 'language' AND article_id = 1"
    assert rows(corpus, f"{fields} ORDER BY ordinal") == [("de", "text", 1), ("en-US", "record", 0)]
    found = rows(corpus, "SELECT article_id, code FROM findings ORDER BY article_id, code")
    assert found == [(1, "language-contradicted"), (1, "language-without-model"), (2, "language-contradicted")]
