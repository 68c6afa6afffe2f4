"""Articles in a language without a model are stored, can be searched, and have no quotes."""

from __future__ import annotations

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
