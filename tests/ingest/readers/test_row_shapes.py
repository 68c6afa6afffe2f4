"""Rows of JSON and tables: whose they are, what holds the text, and what is refused because it holds none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.ingest.errors import OnrecordError
from onrecord.ingest.readers import Options, find_files, read_bytes, read_file

WORDS = "The ferry sails again."


def said(row: dict[str, Any]) -> tuple[str, dict[str, str]]:
    """Text and fields of the one article of a row, the first value of a field counting."""
    (article,), findings = read_bytes("a.json", json.dumps(row).encode())
    assert findings == ()
    return article.text, {field.name: field.value for field in reversed(article.fields)}


@pytest.mark.parametrize(
    ("row", "fields"),
    [
        (
            {"maintext": WORDS, "date_publish": "2024-05-03 10:00:00", "source_domain": "s.example", "authors": ["A B"],
             "title": "Ferry", "url": "https://s.example/1", "language": "en", "date_download": "2025"},
            {"title": "Ferry", "byline": "A B", "outlet": "s.example", "published": "2024-05-03 10:00:00",
             "url": "https://s.example/1", "language": "en"},
        ),
        (
            {"raw_text": "x", "text": WORDS, "hostname": "s.example", "source-hostname": "The Star", "author": "A B",
             "source": "https://s.example/1", "date": "2024-05-03", "title": "Ferry", "excerpt": "E"},
            {"title": "Ferry", "byline": "A B", "outlet": "The Star", "published": "2024-05-03",
             "url": "https://s.example/1"},
        ),
        (
            {"id": "1", "webUrl": "https://s.example/1", "webTitle": "W", "webPublicationDate": "2024-05-03T10:00:00Z",
             "fields": {"bodyText": WORDS, "headline": "Ferry", "byline": "A B", "publication": "The Star"}},
            {"title": "Ferry", "byline": "A B", "outlet": "The Star", "published": "2024-05-03T10:00:00Z",
             "url": "https://s.example/1"},
        ),
        (
            {"title": "Ferry", "plaintext": WORDS, "authors": ["A B", "C D"], "publisher": "The Star",
             "publishing_date": "2024-05-03 10:00:00+00:00", "html": {"requested_url": "https://s.example/1"}},
            {"title": "Ferry", "byline": "A B; C D", "outlet": "The Star", "published": "2024-05-03 10:00:00+00:00",
             "url": "https://s.example/1"},
        ),
        (
            {"content": "cleaned", "content_original": WORDS, "bias_text": "l", "source": "The Star", "title": "Ferry",
             "source_url": "www.s.example", "url": "https://s.example/1", "date": "2024-05-03", "authors": "A B,C D"},
            {"title": "Ferry", "byline": "A B,C D", "outlet": "The Star", "published": "2024-05-03",
             "url": "https://s.example/1"},
        ),
        ({"Body": WORDS, "Headline": "Ferry", "words": 4}, {"title": "Ferry"}),
    ],
    ids=["news-please", "trafilatura", "guardian", "fundus", "allsides", "any"],
)  # fmt: skip
def test_a_row_is_known_by_its_shape(row: dict[str, Any], fields: dict[str, str]) -> None:
    """Text and metadata come from where that writer puts them, and from nowhere else."""
    assert said(row) == (WORDS, fields)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"url": "https://x.example", "title": "T", "seendate": "20240503T100000Z", "socialimage": ""}, "GDELT"),
        ({"source": {"id": None, "name": "Star"}, "title": "T", "publishedAt": "2024", "urlToImage": None,
          "content": "Cut after 200 ... [+1234 chars]"}, "NewsAPI"),
        ({"web_url": "https://x.example", "snippet": "S", "lead_paragraph": "L", "headline": {}}, "New York"),
        ({"webUrl": "https://x.example", "webPublicationDate": "2024", "apiUrl": "https://api.example"}, "show-fields"),
        ({"id": 1, "indexed_date": "2024", "media_name": "Star", "title": "T"}, "Media Cloud"),
    ],
)  # fmt: skip
def test_an_answer_without_bodies_is_refused_with_the_way_to_them(row: dict[str, Any], says: str) -> None:
    """A headline and a first sentence are no article."""
    for given in (row, [row, row], {"status": "ok", "articles": [row]}):
        articles, (finding,) = read_bytes("a.json", json.dumps(given).encode())
        assert (articles, finding.code) == ((), "no-bodies")
        assert says in finding.message


def test_the_user_names_the_columns(tmp_path: Path) -> None:
    """For JSON, JSON lines and tables alike; a path of keys has dots."""
    options = Options(columns="text=a.words,title=t,author=who")
    row = json.dumps({"a": {"words": WORDS}, "t": "Ferry", "who": "A B", "title": "not this"})
    for name, text in (("1.json", row), ("2.jsonl", row + "\n"), ("3.csv", f"t,a.words,who\nFerry,{WORDS},A B\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    files, _ = find_files([str(tmp_path)], options)
    assert len(files) == 3
    for file in files:
        (article,), findings = read_file(file)
        assert (article.text, findings) == (WORDS, ())
        assert {field.name: field.value for field in reversed(article.fields)} == {"title": "Ferry", "byline": "A B"}


@pytest.mark.parametrize("columns", ["text", "text=", "mood=x", "=body"])
def test_columns_that_cannot_be_understood_stop_with_a_sentence(columns: str) -> None:
    """It says what may be named."""
    with pytest.raises(OnrecordError, match="text=body,title=headline"):
        Options(columns=columns)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_may_have_commas_semicolons_or_tabs(separator: str) -> None:
    """Told by its head."""
    text = separator.join(["title", "text", "date"]) + "\n" + separator.join(["Ferry", WORDS, "2024"]) + "\n"
    (article,), findings = read_bytes("a.csv", b"\xef\xbb\xbf" + text.encode())
    assert (article.text, len(article.fields), findings) == (WORDS, 2, ())
