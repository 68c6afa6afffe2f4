"""What one file gives: its article, or a finding that says what is wrong with it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest import limits
from onrecord.ingest.readers import SourceFile, read_bytes, read_file
from onrecord.ingest.records import Field

PROSE = "The ferry sails again — “at last”, she said.\n"


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        (b"", "empty", "an empty file"),
        (b" \n\n ... ***\n", "no-words", "no letter or digit"),
        (b"ab\x00cd" * 9, "binary", "byte 2"),
        (b"\x01\x02\x03" * 9 + b"abc", "binary", "27 control characters"),
        (PROSE.encode("utf-16")[:-1], "not-utf8", "UTF-16 text found that is broken"),
        (PROSE.encode("utf-32")[:-1], "not-utf8", "UTF-32 text found that is broken"),
        (PROSE.encode("utf-16-le"), "not-utf8", "UTF-16LE text found"),
        (PROSE.encode("utf-16-be"), "not-utf8", "iconv -f UTF-16BE -t UTF-8"),
        (b"one\ntwo\nthe caf\xe9 is open", "not-utf8", "byte offset 15 (line 3)"),
        (b"cut in a character \xe2\x80", "not-utf8", "byte offset 19 (line 1)"),
        (b"<!DOCTYPE html><html><body>Hello", "no-article", "running prose"),
        (b"\xef\xbb\xbf \r\n<HTML>Hello", "no-article", "running prose"),
        (b"%PDF-1.7 and so on", "unknown-format", "PDF"),
        (b"PK\x03\x04 and so on", "archive-broken", "a broken zip archive"),
        (b"x" * (limits.TEXT_BYTES + 1), "too-large", "20 MB"),
    ],
)
def test_bytes_that_are_no_article_are_one_clear_finding(data: bytes, code: str, says: str) -> None:
    """The finding names the file, what was found, what was expected and what to do; nothing is guessed."""
    articles, (finding,) = read_bytes("news/ferry.txt", data)
    assert articles == ()
    assert (finding.code, finding.path) == (code, "news/ferry.txt")
    assert finding.message.startswith("news/ferry.txt: ")
    assert says in finding.message
    assert " expected; " in finding.message
    assert finding.message.endswith(".")


def test_a_byte_order_mark_of_utf8_is_fine() -> None:
    """It is UTF-8 all the same."""
    (article,), findings = read_bytes("a.txt", PROSE.encode("utf-8-sig"))
    assert article.text == "\ufeff" + PROSE
    assert findings == ()


def test_a_stray_control_character_does_not_make_a_text_binary() -> None:
    """Texts off a wire carry a few."""
    (article,), _ = read_bytes("a.txt", b"\x02" + b"The ferry sails. " * 20 + b"\x1a")
    assert article.text.startswith("\x02The")


def test_the_document_tells_path_format_digest_and_size(tmp_path: Path) -> None:
    """And the fields from outside the text come along."""
    path = tmp_path / "a.md"
    path.write_bytes(b"# Hello")
    fields = (Field("outlet", "The Star", "option"),)
    (article,), _ = read_file(SourceFile(path.as_posix(), fields))
    document = article.document
    assert (document.path, document.format, document.byte_count) == (path.as_posix(), "markdown", 7)
    assert document.sha256 == hashlib.sha256(b"# Hello").hexdigest()
    assert (article.number, article.fields) == (1, fields)


@pytest.mark.parametrize("name", ["a.html", "a.docx", "a.jpg"])
def test_an_ending_of_another_format_is_not_read_as_text(name: str) -> None:
    """A table or a page read as prose would put rubbish into the corpus."""
    articles, (finding,) = read_bytes(name, b"id,text\n1,hello")
    assert (articles, finding.code) == ((), "unknown-format")


def test_a_file_that_went_away_or_may_not_be_read_is_a_finding(tmp_path: Path) -> None:
    """Between finding and reading a file may go."""
    assert [finding.code for finding in read_file(SourceFile(str(tmp_path / "gone.txt")))[1]] == ["unreadable"]
    assert [finding.code for finding in read_file(SourceFile("zero\0byte.txt"))[1]] == ["unreadable"]
    assert [finding.code for finding in read_file(SourceFile(str(tmp_path)))[1]] == ["not-a-file"]
    if os.geteuid() != 0:
        path = tmp_path / "closed.txt"
        path.write_text("A", encoding="utf-8")
        path.chmod(0)
        assert "Permission denied" in read_file(SourceFile(str(path)))[1][0].message


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """A file without end would stop the run."""
    os.mkfifo(tmp_path / "pipe.txt")
    assert [finding.code for finding in read_file(SourceFile(str(tmp_path / "pipe.txt")))[1]] == ["not-a-file"]


@given(st.binary(max_size=200))
def test_any_bytes_give_an_article_or_a_finding(data: bytes) -> None:
    """Never both, never neither, never an exception."""
    articles, findings = read_bytes("a.txt", data)
    assert bool(articles) != bool(findings)


@given(st.text(min_size=1))
def test_what_is_read_is_what_was_written(text: str) -> None:
    """Decoding changes nothing, so that offsets are those of the file's text."""
    articles, _ = read_bytes("a.txt", text.encode("utf-8", "replace"))
    assert not articles or articles[0].text.encode("utf-8") == text.encode("utf-8", "replace")


@pytest.mark.parametrize(
    ("name", "head", "says"),
    [
        ("a.7z", b"7z\xbc\xaf\x27\x1c rest", "a 7z archive found"),
        ("a.rar", b"Rar!\x1a\x07\x01 rest", "a RAR archive found"),
        ("a.tar.bz2", b"BZh91AY&SY rest", "bzip2 found"),
        ("a.txt", b"\xfd7zXZ\x00 rest", "xz found"),
        ("a.mbox", b"From jane@star.example Fri May 3 10:00:00 2024\nFrom: Jane\n\nText.", "a mailbox found"),
    ],
)
def test_what_cannot_be_opened_here_is_named_with_the_way_out(name: str, head: bytes, says: str) -> None:
    """Unpack it, or save its parts."""
    articles, (finding,) = read_bytes(name, head)
    assert articles == ()
    assert says in finding.message
    assert finding.message.endswith(("unpack it first.", "as .eml."))


@pytest.mark.parametrize("text", ["BZh is a sign.", "From Paris the ferry sails.\nNote: it is late.", "Rar! it said."])
def test_a_text_may_begin_like_an_archive(text: str) -> None:
    """Its words do not make it one."""
    (article,), _ = read_bytes("a.txt", text.encode())
    assert article.text == text
