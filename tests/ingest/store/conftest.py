"""Corpora made of names alone, for what is decided about entities."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from marked_names import marked as marked_names

from onrecord.ingest.entities import find_entities
from onrecord.ingest.identities import Resolved
from onrecord.ingest.records import Analysis, Article, Document, Paragraph, Quote, SourceArticle, Speaker
from onrecord.ingest.resolve import join, resolve
from onrecord.ingest.spans import Span
from onrecord.ingest.store import Corpus
from onrecord.ingest.store.settling import Join
from onrecord.migrations import prepare

INSTANT = "2024-05-03T12:00:00Z"

EntityRow = tuple[str, str, int, int, str]


def resolved(marked: str) -> Resolved:
    """An article in the notation of the cases: [P Jane Roe] is a person's name. The first name says it all."""
    plain, names = marked_names(marked)
    key = hashlib.sha256(marked.encode()).hexdigest()[:16]
    source = SourceArticle(Document(marked, "text", hashlib.sha256(key.encode()).hexdigest(), len(plain)), 1, plain)
    paragraph = Paragraph(1, "body", "given", Span(0, len(plain)))
    article = Article(key, source, plain, (paragraph,), None, None, (), None, None, None, None, ())
    entities, mentions = find_entities(plain, names)
    quote = Quote("indirect", (Span(0, len(plain)),), None, None, None, 1.0)
    speaker = Speaker(mentions[0].entity, "named", "Named first.")
    return resolve(Analysis(article, (quote,), (speaker,), entities, mentions))


def stored(path: Path, runs: Sequence[Sequence[str]], join: Join = join) -> None:
    """Store articles, run by run, and settle each run by ``join``."""
    for number, run in enumerate(runs):
        engine = prepare(path)
        corpus = Corpus(engine, f"2024-05-03T12:00:{number:02}Z", "1", "none")
        corpus.add([resolved(marked) for marked in run])
        corpus.finish(INSTANT, join)
        engine.dispose()


def listed(path: Path) -> list[EntityRow]:
    """Every entity: key, name, articles, quotes and all it is called, by key."""
    query = """SELECT entity_key, name, article_count, quote_count,
        (SELECT group_concat(n.name || ' ' || n.mention_count, '; ') FROM (
            SELECT * FROM entity_names WHERE entity_id = e.entity_id ORDER BY name) AS n)
        FROM entities AS e ORDER BY entity_key"""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


@pytest.fixture(scope="session")
def store() -> Callable[..., None]:
    """``store(path, runs)`` puts articles into a corpus, run by run; another ``join`` may settle them."""
    return stored


@pytest.fixture(scope="session")
def entities_of() -> Callable[[Path], list[EntityRow]]:
    """``entities_of(path)`` lists key, name, articles, quotes and all names of every entity, by key."""
    return listed


@pytest.fixture(scope="session")
def groups() -> Callable[[Path], set[frozenset[str]]]:
    """``groups(path)`` gives the names that a corpus holds together, of all entities with more than one."""

    def of(path: Path) -> set[frozenset[str]]:
        query = "SELECT entity_id, name FROM entity_names ORDER BY entity_id"
        with closing(sqlite3.connect(path)) as connection:
            found: dict[int, set[str]] = {}
            for entity, name in connection.execute(query):
                found.setdefault(entity, set()).add(name)
        return {frozenset(names) for names in found.values() if len(names) > 1}

    return of
