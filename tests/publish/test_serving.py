"""What holds however the files are published: under a path, side by side, empty, unchanging, too large."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from onrecord.schema import create_all, open_database

Get = Callable[..., Any]
Publish = Callable[..., Get]
Keys = Callable[[str], list[str]]


def test_the_site_works_under_another_path(corpus_file: Path, publish: Publish, tags: Any, keys: Keys) -> None:
    """With base_url, every link and form stays under it and works."""
    get = publish(corpus_file, settings={"base_url": "/archive/"})
    seen = set()
    for address in ("/", "/corpus/search?q=ferry", f"/corpus/article/{keys('articles')[0]}"):
        page = tags(get(address).text)
        links = page.all("a", "href") + page.all("form", "action") + page.all("link", "href")
        local = {link.partition("#")[0] for link in links if not link.startswith(("http", "#"))}
        assert all(link.startswith("/archive/") for link in local), local
        seen |= local
    for link in seen:
        assert get(link.removeprefix("/archive"), follow_redirects=True).status_code == 200, link


def test_several_corpora_stand_side_by_side(corpus_file: Path, publish: Publish, tmp_path: Path) -> None:
    """Each has its pages; the first page lists them, and leaves out what a reader may not see."""
    second, third = tmp_path / "second.db", tmp_path / "third.db"
    second.write_bytes(corpus_file.read_bytes())
    third.write_bytes(corpus_file.read_bytes())
    get = publish(corpus_file, second, third, metadata={"databases": {"third": {"allow": False}}})
    first_page = get("/").text
    assert "/corpus/home" in first_page
    assert "/second/home" in first_page
    assert "/third" not in first_page
    assert "/second/contents" in get("/second/home").text


def test_datasettes_own_first_page_stays(get: Get, corpus_file: Path, publish: Publish) -> None:
    """Under /-/, as in version 1; and a publisher may have it back at /."""
    assert "Powered by" in get("/-/").text
    assert set(get("/.json").json()) == {"corpus"}
    plain = publish(corpus_file, metadata={"plugins": {"onrecord": {"first_page": False}}})
    assert "Powered by" in plain("/").text
    assert plain("/corpus/home").status_code == 200


def test_keys_and_numbers_in_tables_lead_to_the_pages(get: Get, keys: Keys) -> None:
    """A reader of the table finds the article; confidence has two digits."""
    said = get("/corpus/said").text
    assert 'href="/corpus/quote/row/1"' in said
    assert '<a href="/corpus/entity/row/1">Mara Lindqvist</a>' in said
    assert '<a href="/corpus/article/row/2">Ferry saved, for now</a>' in said
    assert ">None<" not in get("/corpus/quotes").text
    quotes = get("/corpus/quotes").text
    assert f'href="/corpus/quote/{keys("quotes")[0]}"' in quotes
    assert 'href="/corpus/entity/row/1">Mara Lindqvist</a>' in quotes
    assert ">0.98</span>" in quotes


def test_a_value_that_would_fill_the_memory_is_refused(get: Get) -> None:
    """One stranger's query must not stop the server for all."""
    assert get("/corpus.json?sql=select+length(zeroblob(900000000))").status_code == 400


def test_an_empty_corpus_says_so(publish: Publish, tmp_path: Path) -> None:
    """Before the first article the pages already answer."""
    engine = open_database(tmp_path / "empty.db", for_writing=True)
    with engine.begin() as connection:
        create_all(connection)
    engine.dispose()
    get = publish(tmp_path / "empty.db")
    assert "Nothing is in here yet" in get("/").text
    for page in ("contents", "speakers", "search?q=x"):
        assert get(f"/empty/{page}").status_code == 200


def test_an_immutable_file_is_published_as_well(corpus_file: Path, publish: Publish) -> None:
    """With ``datasette -i``, for hosts where nothing changes."""
    get = publish(immutables=[str(corpus_file)])
    assert "17 quotes" in get("/").text
    assert get("/corpus/search?q=boat").status_code == 200


def test_figures_follow_the_file(publish: Publish, corpus_file: Path, tmp_path: Path) -> None:
    """What is remembered of a file is forgotten when an ingest changes it."""
    file = tmp_path / "corpus.db"
    file.write_bytes(corpus_file.read_bytes())
    get = publish(file)
    assert "2 findings" in get("/").text
    connection = sqlite3.connect(file)
    with connection:
        connection.execute("DELETE FROM findings WHERE finding_id = 2")
    connection.close()
    assert "1 finding<" in get("/").text


def test_a_paragraph_above_the_limit_is_said_to_be(
    publish: Publish, corpus_file: Path, tmp_path: Path, keys: Keys
) -> None:
    """A file without a single line break is an answer in words, not an error; the other articles are as before."""
    file = tmp_path / "corpus.db"
    file.write_bytes(corpus_file.read_bytes())
    connection = sqlite3.connect(file)
    words = "word " * 250_000
    with connection:
        connection.execute(
            "UPDATE paragraphs SET text = ?, end_char = start_char + ? WHERE paragraph_id = 1", (words, len(words))
        )
    connection.close()
    get = publish(file)
    first, second = keys("articles")[:2]
    assert get(f"/corpus/article/{first}").status_code == 403
    assert "more than 1.0 MB" in get(f"/corpus/article/{first}").text
    assert get(f"/corpus/article/{second}").status_code == 200
    assert get("/").status_code == 200
    for table in ("/corpus/paragraphs", "/corpus/paragraphs/1", "/corpus/paragraphs.json"):
        assert get(table).status_code == 403, table
        assert "a single value" in get(table).text
    assert get("/corpus/paragraphs?_nocol=text&_nosuggest=1").status_code == 200
