"""``onrecord ingest ADDRESS``: what is fetched is read as a file is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.ingest import pipeline
from onrecord.ingest.fetch import Fetched, Fetcher
from onrecord.ingest.records import Finding

CASES = Path(__file__).parents[1] / "cases" / "readers"
PAGE = "https://harbourtimes.example/f?id=1"


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> dict[str, Fetched]:
    """The web as the test has it; what is not there is a finding."""
    pages: dict[str, Fetched] = {}

    def fetch(_: Fetcher, url: str) -> Fetched | Finding:
        return pages.get(url) or Finding(
            "fetch-failed", f"{url}: the answer 404 found, a page expected; check it.", url
        )

    monkeypatch.setattr(Fetcher, "fetch", fetch)
    return pages


def test_a_fetched_page_is_an_article(
    web: dict[str, Fetched], onrecord: Any, rows: Callable[[Path, str], list[tuple[Any, ...]]], tmp_path: Path
) -> None:
    """With the address the page names; one that cannot be fetched is told, and the status says so."""
    web[PAGE] = Fetched(PAGE, "text/html", (CASES / "html" / "input.html").read_bytes())
    ran = onrecord("ingest", PAGE, "https://harbourtimes.example/gone", "--db", tmp_path / "c.db")
    assert ran.status == 1
    assert "not read: https://harbourtimes.example/gone" in ran.err
    assert rows(tmp_path / "c.db", "SELECT title, url FROM articles") == [
        ("Ferry to Sandvik sails again", "https://harbourtimes.example/2024/05/ferry-sails-again")
    ]
    assert rows(tmp_path / "c.db", "SELECT path, format FROM documents") == [(PAGE, "html")]


def test_the_servers_encoding_counts_and_the_address_is_kept(web: dict[str, Fetched]) -> None:
    """A page that names neither has both from the answer."""
    words = "Die Fähre nach Sandvik fährt seit Freitag um sechs Uhr wieder, sagte das Büro des Hafens."
    body = f"<html><body><h1>Fähre</h1><p>{words}</p><p>{words[::-1]}</p></body></html>".encode("iso-8859-1")
    web[PAGE] = Fetched("https://harbourtimes.example/found", "text/html; charset=ISO-8859-1", body)
    files, _ = pipeline.find([PAGE], pipeline.Options())
    (one,) = pipeline.read(files)
    assert one.articles[0].text.startswith(words)
    assert one.articles[0].url == "https://harbourtimes.example/found"


def test_nothing_is_fetched_unasked(web: dict[str, Fetched], onrecord: Any) -> None:
    """A feed's addresses are named, not followed."""
    web[PAGE] = Fetched(PAGE, "application/rss+xml", (CASES / "feed" / "input.xml").read_bytes())
    ran = onrecord("extract", PAGE, "--no-analysis")
    assert ran.out.count('"id"') == 1
