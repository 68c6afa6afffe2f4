"""Bytes of a page to text, where page, server and bytes may all say something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest.readers.web import decode_page

WORDS = "Die Fähre nach Sandvik fährt wieder, sagte Müller – “endlich”."
RUSSIAN = "Паром снова ходит на остров, сообщили в порту."
JAPANESE = "島への渡し船が三年ぶりに戻った、と港の事務所は言う。"


def declared(charset: str) -> bytes:
    """The head of a page that says what it is."""
    return f'<html><head><meta charset="{charset}"></head><body>'.encode()


@pytest.mark.parametrize(
    ("data", "content_type", "words"),
    [
        (WORDS.encode(), "", WORDS),
        (b"\xef\xbb\xbf" + WORDS.encode(), "", WORDS),
        (WORDS.encode("utf-16"), "", WORDS),
        (("<html>" * 3 + WORDS).encode("utf-16-le"), "", WORDS),
        (("<html>" * 3 + WORDS).encode("utf-16-be"), "", WORDS),
        (declared("utf-8") + WORDS.encode(), "text/html; charset=iso-8859-1", WORDS),  # the server lies
        (declared("iso-8859-1") + WORDS.encode(), "", WORDS),  # the page lies
        (declared("iso-8859-1") + WORDS.encode("cp1252"), "", WORDS),  # browsers read Windows-1252 there
        (WORDS.encode("cp1252"), "text/html; charset=windows-1252", WORDS),
        (WORDS.encode("cp1252"), "", WORDS),  # nobody says: as browsers
        (declared("utf-8") + WORDS.encode("cp1252"), "", WORDS),  # said to be UTF-8 and all wrong
        (declared("windows-1251") + RUSSIAN.encode("cp1251"), "", RUSSIAN),
        (declared("koi8-r") + RUSSIAN.encode("koi8-r"), "", RUSSIAN),
        (declared("Shift_JIS") + JAPANESE.encode("cp932"), "", JAPANESE),
        (declared("x-sjis") + JAPANESE.encode("cp932"), "", JAPANESE),
        (declared("euc-jp") + JAPANESE.encode("euc_jp"), "", JAPANESE),
        (declared("iso-2022-jp") + JAPANESE.encode("iso2022_jp"), "", JAPANESE),
        (declared("utf-16") + WORDS.encode(), "", WORDS),  # cannot be, by its own bytes
        (declared("no-such-set") + WORDS.encode(), "", WORDS),
        (declared("zip") + WORDS.encode(), "", WORDS),  # a codec of Python, and none of text
        (b'<?xml version="1.0" encoding="iso-8859-2"?>' + "Řekla Čapková".encode("iso-8859-2"), "", "Řekla Čapková"),
    ],
)
def test_a_page_is_read_as_what_its_bytes_are(data: bytes, content_type: str, words: str) -> None:
    """Valid UTF-8 is UTF-8; then the server, the page, and Windows-1252."""
    page = decode_page(data, content_type)
    assert page.text.endswith(words)
    assert page.broken == 0


def test_a_few_broken_characters_do_not_spoil_a_page() -> None:
    """They are counted, and the rest is read as the UTF-8 that it is."""
    page = decode_page(declared("utf-8") + (WORDS * 50).encode() + b"\xff" + WORDS.encode())
    assert page.text.endswith(WORDS)
    assert (page.encoding, page.broken) == ("utf-8", 1)


def test_a_page_may_hold_the_replacement_character() -> None:
    """It is a character like any other, and no sign of our failing."""
    assert decode_page("a\ufffdb".encode()).broken == 0


@given(st.binary(max_size=300), st.text(max_size=20))
def test_any_bytes_become_text(data: bytes, content_type: str) -> None:
    """Whatever they are, and whatever a server says."""
    decode_page(data, f"text/html; charset={content_type}").text.encode("utf-8")
