"""WARC files: every page an article, one record in memory, and what is wrong told once for all."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.ingest.limits import HEADER_BYTES, RECORD_BYTES
from onrecord.ingest.readers import SourceFile, read_bytes, read_stream

Page = Callable[[str], bytes]
Warc = Callable[..., bytes]


@pytest.mark.parametrize("packed", [False, True])
def test_each_page_is_an_article_with_its_address(page: Page, warc: Warc, *, packed: bool) -> None:
    """Numbered as they come; plain or packed record by record."""
    urls = [f"https://times.example/{n}" for n in range(3)]
    data = warc(*((url, page(f"Ferry number {url[-1]}")) for url in urls), packed=packed)
    articles, findings = read_bytes("crawl.warc.gz" if packed else "crawl.warc", data)
    assert [article.number for article in articles] == [1, 2, 3]
    assert [field.value for article in articles for field in article.fields if field.name == "url"] == urls
    assert {article.document.format for article in articles} == {"warc"}
    assert findings == ()


def test_records_that_are_no_pages_are_counted(page: Page, warc: Warc) -> None:
    """One finding a reason, with the first address; they do not make a file that has articles unread."""
    data = warc(("https://times.example/1", page("Ferry sails again")))
    data += warc(
        ("https://times.example/a.gif", b"GIF89a"), ("https://times.example/b.gif", b"GIF89a"), content_type="image/gif"
    )
    data += warc(("https://times.example/empty", b"<html><body><p>Hello</p></body></html>"))
    articles, findings = read_bytes("crawl.warc", data)
    assert len(articles) == 1
    assert [finding.code for finding in findings] == ["no-article", "warc-not-html"]
    assert "2 records" in findings[1].message
    assert "https://times.example/a.gif" in findings[1].message


def test_a_file_without_articles_gives_findings(warc: Warc) -> None:
    """No silent zero, neither for pictures alone nor for nothing at all."""
    articles, (finding,) = read_bytes(
        "crawl.warc", warc(("https://times.example/a.gif", b"GIF89a"), content_type="image/gif")
    )
    assert (articles, finding.code) == ((), "warc-not-html")
    assert [finding.code for finding in read_bytes("crawl.warc", b"WARC/1.1\r\n\r\n")[1]] in (
        ["warc-empty"],
        ["warc-broken"],
    )


def test_a_file_that_breaks_off_gives_what_came_before(page: Page, warc: Warc) -> None:
    """And says that it breaks off."""
    data = warc(
        ("https://times.example/1", page("Ferry one")), ("https://times.example/2", page("Ferry two")), packed=True
    )
    articles, findings = read_bytes("crawl.warc.gz", data[:-100])
    assert len(articles) >= 1
    assert [finding.code for finding in findings] == ["warc-broken"]


def test_packed_answers_are_unpacked(page: Page, warc: Warc) -> None:
    """Crawlers keep what the server sent."""
    data = warc(("https://times.example/1", gzip.compress(page("Ferry"))), headers="Content-Encoding: gzip\r\n")
    assert len(read_bytes("crawl.warc", data)[0]) == 1


def test_arc_is_read_too(page: Page) -> None:
    """By warcio, as fastwarc refuses the older format."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page("Ferry sails again")
    version = b"1 0 InternetArchive\nURL IP-address Archive-date Content-type Archive-length\n"
    head = f"filedesc://crawl.arc 0.0.0.0 20240503082000 text/plain {len(version)}\n".encode()
    line = f"https://times.example/1 192.0.2.1 20240503082000 text/html {len(answer)}\n".encode()
    articles, _ = read_bytes("crawl.arc", head + version + b"\n" + line + answer + b"\n")
    assert [field.value for field in articles[0].fields if field.name == "url"] == ["https://times.example/1"]


def test_a_bomb_in_a_record_is_passed_over(page: Page, warc: Warc) -> None:
    """A record larger than the limit is counted, whether the file or the answer is packed; the next one is read."""
    packer = zlib.compressobj(9, wbits=31)
    bomb = (
        b"".join(packer.compress(b"<p>" + b" " * 999_997) for _ in range(RECORD_BYTES // 1_000_000 + 2))
        + packer.flush()
    )
    for data in (
        warc(("https://times.example/bomb", bomb), headers="Content-Encoding: gzip\r\n"),
        warc(("https://times.example/bomb", zlib.decompress(bomb, wbits=31)), packed=True),
    ):
        articles, findings = read_bytes(
            "crawl.warc", data + warc(("https://times.example/1", page("Ferry")), packed=data[:2] == b"\x1f\x8b")
        )
        assert len(articles) == 1
        assert [finding.code for finding in findings] == ["warc-too-large"]
        assert "20 MB" in findings[0].message


def test_a_line_without_end_is_refused() -> None:
    """A header of a hundred times the limit is none."""
    articles, findings = read_bytes("crawl.warc", b"WARC/1.1\r\nWARC-Type: " + b"x" * 100 * HEADER_BYTES)
    assert articles == ()
    assert findings[0].code in {"warc-broken", "warc-empty"}


def test_a_file_is_read_record_by_record(page: Page, warc: Warc, tmp_path: Path) -> None:
    """What is given first is there before the rest of the file has been looked at."""
    path = tmp_path / "crawl.warc"
    path.write_bytes(warc(*((f"https://times.example/{n}", page(f"Ferry number {n}")) for n in range(5))))
    pieces = read_stream(SourceFile(path.as_posix()))
    first, _ = next(pieces)
    assert [article.number for article in first] == [1]
    assert sum(len(articles) for articles, _ in pieces) == 4
