"""Feeds: full texts are articles, summaries are told."""

from __future__ import annotations

import pytest

from onrecord.ingest.readers import read_bytes
from onrecord.ingest.segment import segment

SENTENCE = "The ferry to Sandvik left the harbour at six on Friday morning with eleven passengers and a crate of hens."
FULL = "".join(f"&lt;p&gt;Part {n}. {SENTENCE}&lt;/p&gt;" for n in range(8))


def rss(item: str, channel: str = "") -> bytes:
    """A feed of one entry."""
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    head = f"<title>The Times</title><link>https://times.example/</link>{channel}"
    return (
        f'<?xml version="1.0"?><rss version="2.0" {spaces}><channel>{head}<item>{item}</item></channel></rss>'.encode()
    )


def atom(entry: str) -> bytes:
    """A feed of one entry."""
    head = "<title>The Times</title><id>https://times.example/</id><updated>2024-05-03T08:00:00Z</updated>"
    return (
        f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">{head}<entry>{entry}</entry></feed>'.encode()
    )


@pytest.mark.parametrize(
    "data",
    [
        rss(f"<title>Ferry</title><link>https://times.example/1</link><content:encoded>{FULL}</content:encoded>"),
        rss(f"<title>Ferry</title><link>https://times.example/1</link><description>{FULL * 2}</description>"),
        atom(f'<title>Ferry</title><link href="https://times.example/1"/><content type="html">{FULL}</content>'),
    ],
)
def test_an_entry_with_its_text_is_an_article(data: bytes) -> None:
    """With title, address and outlet, and the paragraphs of its markup."""
    (source,), findings = read_bytes("feed.xml", data)
    article, _ = segment(source)
    assert (article.title, article.url, article.outlet) == ("Ferry", "https://times.example/1", "The Times")
    assert article.paragraphs[0].span.of(article.text) == f"Part 0. {SENTENCE}"
    assert findings == ()


@pytest.mark.parametrize(
    "item",
    [
        "<description>The island has its ferry back.</description>",
        f"<content:encoded>{FULL} &lt;p&gt;The captain … [&#8230;]</content:encoded>",
        f"<description>{FULL}</description>",  # a long summary is one still
        "",
    ],
)
def test_a_summary_is_told_and_not_stored(item: str) -> None:
    """With the address, so that the article can be fetched."""
    articles, (finding,) = read_bytes(
        "feed.xml", rss(f"<title>Ferry</title><link>https://times.example/1</link>{item}")
    )
    assert articles == ()
    assert finding.code == "feed-summaries"
    assert "1 of 1 entries" in finding.message
    assert "https://times.example/1" in finding.message


def test_an_entry_tells_who_and_when() -> None:
    """As it says so itself; the channel's language holds for all."""
    item = (
        "<title>Ferry &amp;amp; quay</title><dc:creator>Jane Doe and John Roe</dc:creator>"
        f"<pubDate>Fri, 03 May 2024 06:15:00 GMT</pubDate><content:encoded>{FULL}</content:encoded>"
    )
    article, _ = segment(read_bytes("feed.xml", rss(item, "<language>en-gb</language>"))[0][0])
    assert (article.title, article.authors) == ("Ferry & quay", ("Jane Doe", "John Roe"))
    assert (article.published, article.language) == ("2024-05-03T06:15:00+00:00", "en-gb")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "iso-8859-1"])
def test_the_encoding_is_what_the_feed_says(encoding: str) -> None:
    """As XML has it."""
    declaration = "" if encoding.startswith("utf") else f' encoding="{encoding}"'
    text = (
        rss(f"<title>Fähre</title><content:encoded>{FULL}</content:encoded>")
        .decode()
        .replace('"1.0"', f'"1.0"{declaration}', 1)
    )
    (article,), _ = read_bytes("feed.xml", text.encode(encoding))
    assert [field.value for field in article.fields if field.name == "title"] == ["Fähre"]


def test_a_feed_without_entries_says_so() -> None:
    """No silent zero; an archive of WordPress is none of ours."""
    assert (
        read_bytes("feed.xml", b'<rss version="2.0"><channel><title>T</title></channel></rss>')[1][0].code
        == "feed-empty"
    )
    export = b'<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel></channel></rss>'
    assert {article.document.format for article in read_bytes("export.xml", export)[0]} <= {"wordpress"}
