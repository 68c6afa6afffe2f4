"""A run that is killed loses nothing and doubles nothing."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from onrecord.migrations import head
from onrecord.schema.check import check

# The real command, in small batches; it kills itself, as the system would, at the n-th statement that writes rows.
COMMAND = """
import os, sys
import onrecord.ingest.pipeline as pipeline
import onrecord.ingest.store.insert as insert
from onrecord.ingest.commands import main
left = int(sys.argv.pop(1))
pipeline.STORED_TOGETHER = 3
write = insert.table_of
def counted(model):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), 9)
    return write(model)
insert.table_of = counted
main(sys.argv[1:])
"""
NEVER = 0
KEYS = (
    "SELECT article_key, title FROM articles ORDER BY 1",
    "SELECT quote_key, text FROM quotes ORDER BY 1",
    "SELECT entity_key, name, article_count, mention_count, quote_count FROM entities ORDER BY 1",
    "SELECT statement_key, quote_count FROM statements ORDER BY 1",
)


def start(folder: Path, corpus: Path, killed_at: int = NEVER) -> subprocess.Popen[bytes]:
    """An ingest of its own process, killed in the middle of writing where that is asked for."""
    arguments = [sys.executable, "-P", "-c", COMMAND, str(killed_at), "ingest", str(folder), "--db", str(corpus)]
    return subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Thirty small articles that share people, places and one utterance."""
    articles = tmp_path / "articles"
    articles.mkdir()
    for number in range(30):
        text = (
            f"Mayor Jane Roe of Springfield opened bridge number {number} on Monday, a spokesman said.\n\n"
            "“Nobody will have to swim to work any more,” Roe told reporters.\n\n"
            f"She said that {number} people had asked her for a boat.\n"
        )
        (articles / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return articles


def test_a_killed_run_goes_on_where_it_was(folder: Path, tmp_path: Path, rows: Any) -> None:
    """Killed three times while it writes and then let finish, the corpus holds what an undisturbed run gives."""
    undisturbed, killed = tmp_path / "undisturbed.db", tmp_path / "killed.db"
    assert start(folder, undisturbed).wait() == 0
    held = [0]
    for statement in (60, 90, 75):
        assert start(folder, killed, statement).wait() == -signal.SIGKILL
        ((count,),) = rows(killed, "SELECT count(*) FROM articles")
        held.append(count)
    assert held == sorted(held)
    assert 0 < held[-1] < 30, "the kills fell into the middle"
    assert start(folder, killed).wait() == 0
    for query in KEYS:
        assert rows(killed, query) == rows(undisturbed, query)
    assert check(killed, head()) == ()


def test_two_runs_at_once_share_the_work(folder: Path, tmp_path: Path, rows: Any) -> None:
    """Two ingests of one folder into one corpus end well, and every article is there once."""
    corpus = tmp_path / "corpus.db"
    both = [start(folder, corpus) for _ in range(2)]
    statuses = sorted(running.wait() for running in both)
    assert statuses == [0, 0]
    assert rows(corpus, "SELECT count(*) FROM articles") == [(30,)]
    assert check(corpus, head()) == ()
