"""Files in other encodings than UTF-8: what is read, what is told, and what advice is given."""

from __future__ import annotations

import pytest

from onrecord.ingest.readers import read_bytes
from onrecord.ingest.readers.encodings import advice

LATIN = "Die Fähre fährt wieder, sagte die Bürgermeisterin. Übrig ist das Café – „schön“, sagte sie."
ROWS = "text,title\nOne sails.,A\nThe caf\xe9 is open.,B\nThree sails.,C\n"
HEAD = "From: Zoë Doe <z@star.example>\nSubject: Café opens\nDate: Fri, 3 May 2024 10:00:00 +0000\nTo: a@star.example\n"
BODY = "\nThe café opens on Friday, she said.\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-8"])
@pytest.mark.parametrize("name", ["a.csv", "a.txt"])
def test_a_mark_says_the_encoding_for_certain(name: str, encoding: str) -> None:
    """UTF-16 with its mark is read as any other text."""
    text = f"text,title\n{LATIN.replace(',', ';')},A\n" if name == "a.csv" else LATIN
    (article,), findings = read_bytes(name, text.encode(encoding))
    assert "Bürgermeisterin" in article.text
    assert findings == ()


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_broken_row_of_a_table_costs_itself_alone(line_end: str) -> None:
    """The rows before and after it are read, and the finding names its line."""
    articles, findings = read_bytes("a.csv", ROWS.replace("\n", line_end).encode("cp1252"))
    assert [article.text for article in articles] == ["One sails.", "Three sails."]
    assert [finding.code for finding in findings] == ["not-utf8"]
    assert "a.csv, line 3: " in findings[0].message


def test_a_broken_head_of_a_table_is_told_and_the_rows_are_read() -> None:
    """What its name would have been cannot be used."""
    articles, findings = read_bytes("a.csv", "text,title,\xdcberschrift\nOne sails.,A,B\n".encode("cp1252"))
    assert [article.text for article in articles] == ["One sails."]
    assert [finding.code for finding in findings] == ["not-utf8", "keys-not-used"]
    assert "line 1: " in findings[0].message


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (LATIN, "cp1252", "-f WINDOWS-1252"),
        ("Le café a été fermé, a déclaré l’élue.", "mac_roman", "-f MACINTOSH"),
        ("Мэр сказал, что мост откроется в пятницу.", "koi8_r", "not Latin"),
        ("Мэр сказал, что мост откроется в пятницу.", "cp1251", "not Latin"),
        ("市长说,大桥将于星期五开放。", "gb18030", "not Latin"),
    ],
)
def test_the_advice_fits_the_letters(text: str, encoding: str, name: str) -> None:
    """Where they are no Latin ones, which encoding it is only its owner can tell."""
    assert name in advice(text.encode(encoding))
    _, (finding,) = read_bytes("a.txt", text.encode(encoding))
    assert name in finding.message


@pytest.mark.parametrize(
    ("extra", "encoding", "title", "word", "codes"),
    [
        ("", "utf-8", "Café opens", "café", []),
        ("Content-Type: text/plain; charset=windows-1252\n", "cp1252", "Café opens", "café", []),
        ("Content-Type: text/plain; charset=utf-8\n", "utf-8", "Café opens", "café", []),
        ("", "cp1252", "Caf\ufffd opens", "caf\ufffd", ["characters-broken"]),
        ("Content-Type: text/plain; charset=utf-8\n", "cp1252", "Caf\ufffd opens", "caf\ufffd", ["characters-broken"]),
    ],
    ids=["undeclared UTF-8", "declared", "declared UTF-8", "undeclared, unknown", "declared wrongly"],
)
def test_letters_of_a_message_are_read_or_told(
    extra: str, encoding: str, title: str, word: str, codes: list[str]
) -> None:
    """In its headers as in its text; nothing is lost without a word."""
    (article,), findings = read_bytes("a.eml", (HEAD + extra + BODY).encode(encoding))
    assert next(field.value for field in article.fields if field.name == "title") == title
    assert word in article.text
    assert [finding.code for finding in findings] == codes


@pytest.mark.parametrize(
    ("markup", "code"),
    [
        ("<html><head></head>", "no-article"),
        ("<head lang='en'>", "no-article"),
        ("<?xml version='1.0'?><html xmlns='x'>", "no-article"),
        ("<?xml version='1.0'?><!DOCTYPE html>", "no-article"),
        ("<?xml version='1.0'?><News><headline>Ferry</headline>", "unknown-format"),
        ("<News><header>Ferry</header>", "unknown-format"),
        ("<?xml version='1.0'?><News><body>Ferry</body>", "unknown-format"),
    ],
)
def test_a_page_is_known_by_whole_names_of_tags(markup: str, code: str) -> None:
    """Another format's headline or body is no page."""
    _, findings = read_bytes("a.xml", f"{markup}The ferry sails again.".encode())
    assert [finding.code for finding in findings] == [code]
