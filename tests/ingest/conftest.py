"""Running the commands as a user would, inside the test's own process; and a service they may ask."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

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


MANIFEST = {
    "versions": ["0.1", "0.2"],
    "name": "Harbour people",
    "identifierSpace": "http://www.wikidata.org/entity/",
    "schemaSpace": "http://www.wikidata.org/prop/direct/",
    "view": {"url": "https://www.wikidata.org/wiki/{{id}}"},
}


@dataclass
class Desk:
    """A reconciliation service. ``knows``: candidates by the name asked for; ``asked``: the queries of each request.

    ``faults``: answers (status, headers, body) given before the honest ones; ``breaks_after``: so many requests,
    it answers no more.
    """

    port: int = 0
    manifest: Any = field(default_factory=lambda: dict(MANIFEST))
    knows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    asked: list[dict[str, dict[str, Any]]] = field(default_factory=list)
    faults: list[tuple[int, dict[str, str], bytes]] = field(default_factory=list)
    breaks_after: int = 1000

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}/api"

    def has(self, link: str, asked_for: str, **otherwise: Any) -> None:
        """Offer a person for a name, with full score; ``otherwise`` is what is different about the candidate."""
        types = [{"id": "Q5", "name": "human"}]
        candidate = {"id": link, "name": asked_for, "score": 100, "match": True, "type": types}
        self.knows.setdefault(asked_for, []).append(candidate | otherwise)


@pytest.fixture
def desk() -> Iterator[Desk]:
    """A reconciliation service on this machine that speaks the protocol and knows nobody yet."""
    state = Desk()

    class Handler(BaseHTTPRequestHandler):
        def _give(self, answer: Any) -> None:
            status, headers, body = state.faults.pop(0) if state.faults else (200, {}, json.dumps(answer).encode())
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def do_GET(self) -> None:
            self._give(state.manifest)

        def do_POST(self) -> None:
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            queries = json.loads(form["queries"][0])
            state.asked.append(queries)
            if len(state.asked) > state.breaks_after:
                state.faults = [(500, {}, b"")]
            self._give({name: {"result": state.knows.get(query["query"], [])} for name, query in queries.items()})

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield state
    server.shutdown()
    server.server_close()
    thread.join()
