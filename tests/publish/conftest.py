"""The sample corpus, a Datasette that publishes it, and a way to ask it for a page."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from datasette.app import Datasette
from page_tags import Tags
from sample_corpus import build_sample


@pytest.fixture(scope="session")
def sample() -> dict[str, Any]:
    """What the sample corpus is made of."""
    loaded: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("sample.yaml").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="session")
def corpus_file(sample: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample corpus as a file, made with the models."""
    path = tmp_path_factory.mktemp("published") / "corpus.db"
    build_sample(sample, path)
    return path


@pytest.fixture(scope="session")
def publish() -> Iterator[Callable[..., Callable[..., Any]]]:
    """Publish files as the bare command does; what comes back asks for a path of the site."""
    opened: list[Datasette] = []

    def start(*files: Path, **options: Any) -> Callable[..., Any]:
        datasette = Datasette([str(file) for file in files], **options)
        opened.append(datasette)

        def get(path: str, **asked: Any) -> Any:
            return asyncio.run(datasette.client.get(path, **asked))

        return get

    yield start
    for datasette in opened:
        for database in datasette.databases.values():
            database.close()
        datasette.executor.shutdown()


@pytest.fixture(scope="session")
def get(corpus_file: Path, publish: Callable[..., Callable[..., Any]]) -> Callable[..., Any]:
    """A page of the sample corpus: ``get("/corpus/articles").text``."""
    return publish(corpus_file)


@pytest.fixture(scope="session")
def keys(corpus_file: Path) -> Callable[[str], list[str]]:
    """Every stable key of a table of the sample, in the order of its rows: ``keys("articles")[0]``."""
    columns = {"entities": "entity", "quotes": "quote", "articles": "article", "statements": "statement"}

    def of(table: str) -> list[str]:
        connection = sqlite3.connect(corpus_file)
        found = [row[0] for row in connection.execute(f"SELECT {columns[table]}_key FROM {table} ORDER BY rowid")]
        connection.close()
        return found

    return of


@pytest.fixture(scope="session")
def addresses(keys: Callable[[str], list[str]]) -> list[str]:
    """The address of every page of the sample, each row's own."""
    pages = ["/", "/corpus/home", "/corpus/contents", "/corpus/speakers", "/corpus/search", "/corpus/search?q=ferry"]
    pages += ["/corpus/search?q=boat&kind=direct", "/corpus/search?q=ferry&place=text", "/corpus/contents?outlet=1"]
    pages += ["/corpus/review", "/corpus/speakers?name=mara", "/corpus/search?q=%22", "/corpus/search?q=zzzz"]
    for page, table in (("article", "articles"), ("entity", "entities"), ("statement", "statements")):
        pages += [f"/corpus/{page}/{key}" for key in keys(table)]
    return pages


@pytest.fixture(scope="session")
def tags() -> type[Tags]:
    """Reads a piece of HTML: ``tags(html).text``."""
    return Tags
