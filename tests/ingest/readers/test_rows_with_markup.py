"""Bodies and titles of rows that hold HTML, lists, or nothing; and what is said of keys that nobody asked for."""

from __future__ import annotations

import json
from typing import Any

import pytest

from onrecord.ingest.readers import SourceFile, read_bytes, read_file
from onrecord.ingest.records import Finding

PLAIN = "The ferry sails again."


def read_row(row: dict[str, Any]) -> tuple[str, dict[str, str]]:
    """Text and fields of the one article of a row."""
    (article,), _ = read_bytes("a.json", json.dumps(row).encode())
    return article.text, {field.name: field.value for field in reversed(article.fields)}


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("<p>The ferry <b>sails</b> &amp; stays.</p><p>So it is.</p>", "The ferry sails & stays.\n\nSo it is."),
        ("<div class='x'>One.<br/>Two.</div>", "One.\n\nTwo."),
        ("One.<br><br>Two.", "One.\n\nTwo."),
        ("One <a href='/x'>link</a>.\n\nTwo,\nstill two.", "One link.\n\nTwo, still two."),
        ("One <i>word</i>.\nTwo.", "One word.\n\nTwo."),
        ("<h2>Tides</h2><p>One.</p>", "Tides\n\nOne."),
        (["One.", "Two."], "One.\n\nTwo."),
    ],
)
def test_a_body_that_is_html_or_a_list_becomes_paragraphs(written: object, text: str) -> None:
    """Its markup is no part of the words."""
    assert read_row({"text": written})[0] == text


@pytest.mark.parametrize(
    "written",
    [
        "Five < six and seven > six, R&D said.",
        "Write to <jane@star.example> or see <https://star.example/>.",
        "He typed <sigh> and </sarcasm>.",
        "AT&amp;T is written so here.",
        "A line\nand its rest.\n\nTwo.",
    ],
)
def test_plain_text_with_signs_stays_as_it_stands(written: str) -> None:
    """Unsure means plain text."""
    assert read_row({"text": written})[0] == written


def test_headings_of_a_body_are_told() -> None:
    """Their place is that in the text."""
    (article,), _ = read_bytes("a.json", b'{"text": "<p>One.</p><h2>Tides</h2><p>Two.</p>"}')
    assert [(span.of(article.text), kind) for span, kind, _ in article.kinds] == [("Tides", "heading")]


@pytest.mark.parametrize(
    ("row", "fields"),
    [
        (
            {"title": "R&amp;B &#8217;n&#8217; more", "outlet": "K&uuml;ste"},
            {"title": "R&B ’n’ more", "outlet": "Küste"},
        ),
        ({"title": "The <em>Star</em> sails"}, {"title": "The Star sails"}),
        ({"title": "AT&T <3 you"}, {"title": "AT&T <3 you"}),
        ({"author": 4}, {}),
        ({"author": [4, 5]}, {}),
        ({"author": "nan", "title": "N/A", "date": None}, {}),
        ({"url": "https://s.example/?a=1&copy=2"}, {"url": "https://s.example/?a=1&copy=2"}),
    ],
)
def test_metadata_are_words_without_markup(row: dict[str, Any], fields: dict[str, str]) -> None:
    """Entities and tags are resolved; a number is nobody's name; an address stays as it is."""
    assert read_row({"text": PLAIN, **row})[1] == fields


def test_a_post_of_wordpress_needs_no_map() -> None:
    """Its keys are known."""
    row = {"id": 1, "date": "2024-05-03T10:00:00", "link": "https://s.example/a",
           "title": {"rendered": "Ferry &amp; co"}, "content": {"rendered": "<p>One.</p>\n<p>Two.</p>"},
           "author": 4}  # fmt: skip
    fields = {"title": "Ferry & co", "published": "2024-05-03T10:00:00", "url": "https://s.example/a"}
    assert read_row(row) == ("One.\n\nTwo.", fields)


def test_readability_gives_paragraphs_date_and_site() -> None:
    """Its HTML has the paragraphs that its text has lost."""
    row = {"title": "T", "textContent": "One.Two.", "content": "<div><p>One.</p><p>Two.</p></div>",
           "siteName": "The Star", "publishedTime": "2024-05-03", "byline": "Jane Doe", "lang": "en"}  # fmt: skip
    fields = {"title": "T", "byline": "Jane Doe", "outlet": "The Star", "published": "2024-05-03", "language": "en"}
    assert read_row(row) == ("One.\n\nTwo.", fields)
    assert read_row({**row, "content": None})[0] == "One.Two."


@pytest.mark.parametrize(
    ("row", "columns", "says"),
    [
        ({"body": PLAIN}, (("text", "nope"),), "no key 'nope' among those of a row (body)"),
        ({"text": None}, (), "a row whose 'text' holds no words"),
        ({"text": "  "}, (), "a row whose 'text' holds no words"),
        ({"text": 12345}, (), "a row whose 'text' holds no text (int)"),
        ({"text": [1, 2]}, (), "a row whose 'text' holds no text (list)"),
        ({"words": PLAIN}, (), "a row whose text cannot be told (its keys: words)"),
    ],
)
def test_a_row_without_text_says_what_is_wrong(tmp_path: Any, row: dict[str, Any], columns: Any, says: str) -> None:
    """The key that is missing, or what the key holds."""
    path = tmp_path / "a.json"
    path.write_text(json.dumps(row))
    articles, (finding,) = read_file(SourceFile(str(path), columns=columns))
    assert articles == ()
    assert says in finding.message


def told(*rows: dict[str, Any], name: str = "a.jsonl") -> list[Finding]:
    """The findings about keys of a file with these rows."""
    lines = "".join(json.dumps(row) + "\n" for row in rows) if name.endswith("l") else json.dumps(rows)
    articles, findings = read_bytes(name, lines.encode())
    assert len(articles) == len(rows)
    return [finding for finding in findings if finding.code == "keys-not-used"]


@pytest.mark.parametrize("name", ["a.jsonl", "a.json"])
def test_keys_that_may_tell_what_is_missing_are_named_once_a_file(name: str) -> None:
    """With the option that names them."""
    rows = [{"text": f"{PLAIN} {at}", "title": "T", "appeared": "3 May 2024", "written": "Jane"} for at in range(90)]
    (finding,) = told(*rows, name=name)
    assert "no date and no author" in finding.message
    assert "(appeared, written)" in finding.message
    assert "--map date=KEY" in finding.message


@pytest.mark.parametrize(
    "rows",
    [
        [{"text": PLAIN}],
        [{"text": PLAIN, "id": "x7", "label": "a", "category": "b", "words": 700, "image": "https://s.example/i.jpg"}],
        [{"text": PLAIN, "appeared": ""}],
        [{"text": PLAIN, "title": "T", "date": "2024", "author": "Jane Doe", "mood": "calm"}],
        [{"text": PLAIN, "appeared": "x"}, {"text": "Two.", "title": "T", "date": "2024", "author": "Jane Doe"}],
        [{"maintext": PLAIN, "date_publish": None, "filename": "a.html", "image_url": "x"}],
    ],
    ids=["no other", "no metadata", "empty", "all told", "told by another row", "a scraper's"],
)
def test_nothing_is_said_where_no_key_could_tell_it(rows: list[dict[str, Any]]) -> None:
    """A finding that is there for every file would be read by nobody."""
    assert told(*rows) == []


def test_columns_of_a_table_are_named_too() -> None:
    """The piece that tells it holds an article: the file was read."""
    articles, (finding,) = read_bytes("a.csv", b"text,when\nThe ferry sails.,3 May 2024\n")
    assert len(articles) == 1
    assert "keys that are not used (when)" in finding.message


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.json", b'[{"id": "doe", "type": "article-newspaper", "title": "T", "issued": {"date-parts": [[2024]]}}]'),
        ("a.csv", b"Key,Item Type,Publication Year,Author,Title\nX1,newspaperArticle,2024,Doe,T\n"),
    ],
)
def test_a_bibliography_is_told_what_it_is_good_for(name: str, data: bytes) -> None:
    """Its entries hold no text that an option could name."""
    articles, (finding,) = read_bytes(name, data)
    assert articles == ()
    assert finding.code == "no-bodies"
    assert "NAME.json beside its NAME.txt" in finding.message


def test_an_entry_with_its_text_is_an_article() -> None:
    """Whatever else it says."""
    row = {"type": "article", "title": "T", "issued": "2024", "text": PLAIN}
    assert read_row(row) == (PLAIN, {"title": "T", "published": "2024"})
