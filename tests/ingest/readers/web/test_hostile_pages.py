"""Input made to break a reader is refused by the limits of ingest/limits.py, with a finding and in time."""

from __future__ import annotations

import json
import time

import pytest

from onrecord.ingest.limits import FEED_BYTES, FEED_ENTRIES, JSON_LD_BYTES, NESTED_TAGS, PAGE_BYTES, PAGE_ELEMENTS
from onrecord.ingest.readers import read_bytes

WORDS = "The ferry to Sandvik left the harbour at six on Friday morning with eleven passengers and a crate of hens."
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize("tag", ["div", "span", "b", "table", "ul><li"])
def test_ten_thousand_nested_tags_are_refused(tag: str) -> None:
    """The parser would leave out what stands deeper, without a word."""
    articles, (finding,) = read_bytes("page.html", f"<html><body>{f'<{tag}>' * 10_000}<p>{WORDS}</p>".encode())
    assert articles == ()
    assert finding.code == "page-too-deep"
    assert str(NESTED_TAGS) in finding.message


def test_a_page_of_one_line_of_100_mb_is_refused() -> None:
    """By its size, before it is parsed."""
    started = time.monotonic()
    articles, (finding,) = read_bytes("page.html", b"<html><body><p>" + b"x" * 100_000_000)
    assert (articles, finding.code) == ((), "too-large")
    assert f"{PAGE_BYTES // 1_000_000} MB" in finding.message
    assert time.monotonic() - started < 5


def test_a_page_of_endless_elements_is_refused() -> None:
    """Looking at each would take minutes."""
    articles, (finding,) = read_bytes("page.html", b"<html><body>" + b"<p>a</p>" * (PAGE_ELEMENTS + 1))
    assert (articles, finding.code) == ((), "page-too-large")


@pytest.mark.parametrize(
    "body",
    [
        "<a href=x>" * 5_000 + "</a>" * 5_000,
        "<p>" + "<br>" * 50_000 + WORDS,
        "<ul>" + "<li><a href=x>y</a></li>" * 20_000 + "</ul>",
        f"<h1>{'a - ' * 20_000}</h1>",
        f"<p class='{'Aa-' * 50_000}'>{WORDS}</p>",
        "<p>" + "x" * 1_000_000 + "</p>",
        "<!--" * 100_000,
        "<" * 100_000,
        "&" * 100_000,
    ],
)
def test_pages_made_to_be_slow_are_not(body: str) -> None:
    """No rule takes more than seconds, whatever it meets."""
    started = time.monotonic()
    title = "a | " * 20_000
    data = (
        f"<html><head><title>{title}</title><meta property=og:title content='{title}'></head><body>{body}<p>{WORDS}</p>"
    )
    articles, findings = read_bytes("page.html", data.encode())
    assert bool(articles) or bool(findings)
    assert time.monotonic() - started < 20


@pytest.mark.parametrize(
    "entities",
    [
        f'<!DOCTYPE rss [<!ENTITY l0 "laugh">{LAUGHS}]>',
        f'<!DOCTYPE rss [<!ENTITY l11 "{"a" * 10_000}">]>',
        '<!DOCTYPE rss [<!ENTITY l11 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [<!entity l11 SYSTEM "https://times.example/x">]>',
    ],
)
def test_entities_of_a_feeds_own_are_refused(entities: str) -> None:
    """Neither those that grow without end nor those that fetch a file."""
    item = f"<item><title>A</title><description>{'&l11;' * 1000}</description></item>"
    feed = f'<?xml version="1.0"?>{entities}<rss version="2.0"><channel><title>T</title>{item}</channel></rss>'
    articles, (finding,) = read_bytes("feed.xml", feed.encode())
    assert (articles, finding.code) == ((), "xml-entities")


def test_a_feed_beyond_the_limits_is_refused() -> None:
    """By size, or told by the number of its entries."""
    assert read_bytes("feed.xml", b"<rss><channel>" + b" " * FEED_BYTES)[1][0].code == "too-large"
    items = "<item><title>A</title></item>" * (FEED_ENTRIES + 1)
    _, findings = read_bytes("feed.xml", f'<rss version="2.0"><channel>{items}</channel></rss>'.encode())
    assert "feed-too-long" in {finding.code for finding in findings}


def test_json_ld_beyond_the_limit_is_passed_over() -> None:
    """The page is read by its other marks."""
    data = json.dumps({"@type": "NewsArticle", "headline": "From the data", "x": "x" * JSON_LD_BYTES})
    head = f'<meta property="og:title" content="From the tag"><script type="application/ld+json">{data}</script>'
    body = f"<p>{WORDS}</p><p>{WORDS[::-1]}</p>"
    (article,), _ = read_bytes("page.html", f"<html><head>{head}</head><body>{body}</body></html>".encode())
    assert [field.value for field in article.fields if field.name == "title"] == ["From the tag"]


def test_a_page_gets_no_file_and_no_address() -> None:
    """Frames, links and bases point where they like; nothing is opened."""
    body = (
        '<iframe src="file:///etc/passwd"></iframe><object data="/etc/passwd"></object><base href="http://127.0.0.1/">'
    )
    (article,), _ = read_bytes("page.html", f"<html><body>{body}<p>{WORDS}</p><p>{WORDS[::-1]}</p>".encode())
    assert "root:" not in article.text
