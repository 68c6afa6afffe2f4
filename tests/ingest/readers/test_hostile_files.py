"""Files made to break a reader are refused by limits, each with a finding."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.ingest import limits
from onrecord.ingest.readers import READERS, SourceFile, read_bytes, read_file
from onrecord.ingest.readers.reader import Reader
from onrecord.ingest.records import Document

LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><nitf><body><body.content><p>&c;</p></body.content></body></nitf>'
)
OUTSIDE = (
    b'<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    b"<nitf><body><body.content><p>&x; words</p></body.content></body></nitf>"
)
DEEP = b"<nitf><body><body.content>" + b"<p>" * 10_000 + b"words" + b"</p>" * 10_000 + b"</body.content></body></nitf>"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.xml", LAUGHS, "xml-entities"),
        ("a.xml", OUTSIDE, "xml-entities"),
        ("a.xml", DEEP, "xml-broken"),
        ("a.xml", b"<nitf><body></nitf>", "xml-broken"),
        ("a.json", b"[" * 100_000, "unknown-format"),
        ("a.json", b'{"text": ' + b"[" * 100_000, "not-json"),
        ("a.jsonl", b'{"text": ' + b"[" * 100_000 + b"\n", "not-json"),
        ("a.json", b'{"text": "\\ud800"}', "no-words"),
        ("a.eml", b"Received: x\r\nMIME-Version: 1.0\r\nFrom: a\r\nContent-Type: text/plain; charset=no\r\n\r\nx",
         "mail-broken"),
    ],
)  # fmt: skip
def test_a_hostile_file_is_one_finding(name: str, data: bytes, code: str) -> None:
    """No memory filled, no file opened, no exception."""
    articles, findings = read_bytes(name, data)
    assert (articles, [finding.code for finding in findings]) == ((), [code])


def test_ten_thousand_tags_of_html_end() -> None:
    """The parser stops at its depth; what came before is kept or told, never an exception."""
    page = b"<title>Factiva</title>" + b"<div class=article>" * 10_000 + b"<p class=articleParagraph>words"
    articles, findings = read_bytes("a.html", page)
    assert bool(articles) or bool(findings)


@pytest.mark.parametrize("reader", [one for one in READERS if one.stream is None], ids=lambda reader: reader.name)
def test_a_file_beyond_its_formats_limit_is_refused_unread(tmp_path: Path, reader: Reader) -> None:
    """One byte more than the limit, and no reader sees it: TEXT_BYTES, EXPORT_BYTES, JSON_BYTES, MHTML_BYTES ..."""
    path = tmp_path / "large"
    path.touch()
    os.truncate(path, reader.byte_limit + 1)
    articles, (finding,) = read_file(SourceFile(str(path), format=reader.name))
    assert (articles, finding.code) == ((), "too-large")
    assert f"at most {reader.byte_limit // 1_000_000} MB" in finding.message


def test_a_line_of_a_hundred_megabytes_is_passed_over() -> None:
    """It is read in pieces and thrown away; the lines around it are articles."""
    row = b'{"text": "The ferry sails."}\n'
    articles, (finding,) = read_bytes("a.jsonl", row + b'{"text": "' + b"x" * 100_000_000 + b'"}\n' + row)
    assert len(articles) == 2
    assert finding.code == "line-too-large"
    assert "line 2" in finding.message


def test_of_many_broken_lines_the_first_are_told_and_the_rest_counted() -> None:
    """A file of a million broken lines does not make a million findings."""
    articles, findings = read_bytes("a.jsonl", b'{"text": "The ferry sails."}\n' + b"{}\n" * 100)
    assert len(articles) == 1
    assert len(findings) == limits.LINE_FINDINGS + 1
    assert "80 more lines without" in findings[-1].message


def test_a_stream_gives_its_articles_one_by_one() -> None:
    """A container larger than memory is read with a line of it at hand."""

    class Endless:
        """A file that never ends, of which little may be read."""

        read = 0

        def readline(self, _size: int) -> bytes:
            """The same line for ever."""
            self.read += 1
            assert self.read < 10, "the stream was read ahead"
            return b'{"text": "The ferry sails."}\n'

    reader = next(reader for reader in READERS if reader.name == "jsonl")
    assert reader.stream is not None
    pieces: Iterator[object] = reader.stream(Document("a", "jsonl", "", 0), Endless(), ())  # type: ignore[arg-type]
    assert [next(pieces) is not None for _ in range(5)] == [True] * 5


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
@settings(deadline=None)  # the first page pays for what its extractor builds once
@given(data=st.binary(max_size=300))
def test_any_bytes_given_to_any_reader_end_in_an_article_or_a_finding(reader: Reader, data: bytes) -> None:
    """As a user may name any format for any file."""
    articles, findings = reader.read(Document("a", reader.name, "", len(data)), data, ())
    assert articles or findings


def test_the_format_a_user_names_overrules(tmp_path: Path) -> None:
    """A text under the name of a page is read as the text it is, or refused as the JSON it is not."""
    path = tmp_path / "a.html"
    path.write_bytes(b"The ferry sails again.")
    assert read_file(SourceFile(str(path), format="text"))[0][0].text == "The ferry sails again."
    assert [finding.code for finding in read_file(SourceFile(str(path), format="jsonl"))[1]] == ["not-json"]
