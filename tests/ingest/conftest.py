"""Running the commands as a user would, inside the test's own process."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from onrecord.ingest.commands import main

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
CLOCK = "2024-05-03T12:00:00Z"


@dataclass(frozen=True)
class Ran:
    """What a command left: its exit status and what it printed."""

    status: int
    out: str
    err: str


Onrecord = Callable[..., Ran]


@pytest.fixture
def onrecord(capfd: pytest.CaptureFixture[str]) -> Onrecord:
    """Run ``onrecord`` with arguments."""

    def run(*arguments: object) -> Ran:
        capfd.readouterr()
        with pytest.raises(SystemExit) as stop:
            main([str(argument) for argument in arguments])
        printed = capfd.readouterr()
        return Ran(int(stop.value.code or 0), printed.out, printed.err)

    return run


@pytest.fixture(scope="session")
def seeds_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus of the two seed articles, built once by the real command."""
    path = tmp_path_factory.mktemp("seeds") / "corpus.db"
    with pytest.raises(SystemExit) as stop:
        main(["ingest", str(SEEDS), "--db", str(path), "--clock", CLOCK])
    assert stop.value.code in {0, None}
    return path


@pytest.fixture(scope="session")
def rows() -> Callable[[Path, str], list[tuple[Any, ...]]]:
    """What a query gives on a corpus."""

    def ask(path: Path, query: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(path)) as connection:
            return connection.execute(query).fetchall()

    return ask


@pytest.fixture(scope="session")
def stored(rows: Callable[[Path, str], list[tuple[Any, ...]]]) -> Callable[[Path], dict[str, list[tuple[Any, ...]]]]:
    """Every row of every table but the two that record the runs themselves."""

    def everything(path: Path) -> dict[str, list[tuple[Any, ...]]]:
        tables = [name for (name,) in rows(path, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")]
        return {name: rows(path, f"SELECT * FROM {name}") for name in tables if name not in {"ingest_runs", "findings"}}

    return everything


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the two seed articles."""
    return SEEDS
