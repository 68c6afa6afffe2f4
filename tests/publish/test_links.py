"""Addresses: safe to follow, and leading to the exact words."""

from __future__ import annotations

import pytest

from onrecord.publish import links


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://a.example/x", True),
        ("http://a.example", True),
        ("javascript:alert(1)", False),
        ("JAVASCRIPT:alert(1)", False),
        (" https://a.example", False),
        ("data:text/html,x", False),
        ("//a.example/x", False),
        ("https:///x", False),
        ("https://[x", False),
        ("https://a.example/\njavascript:", False),
        ("file:///etc/passwd", False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, *, safe: bool) -> None:
    """Whatever an article gives as its address, a reader's click runs nothing."""
    assert links.is_web_address(url) is safe


@pytest.mark.parametrize(
    ("words", "directive"),
    [
        ("“We are an island,”", "We%20are%20an%20island%2C"),
        ("well-known, a & b", "well%2Dknown%2C%20a%20%26%20b"),
        ("é 🦭", "%C3%A9%20%F0%9F%A6%AD"),
        (" ".join(str(n) for n in range(20)), "0%201%202%203%204,15%2016%2017%2018%2019"),
        ("two\nlines", "two%20lines"),
    ],
)
def test_a_text_fragment_names_the_words(words: str, directive: str) -> None:
    """Short passages whole, long ones by both ends; the directive's own signs are encoded."""
    assert links.text_fragment("https://a.example/x", words) == f"https://a.example/x#:~:text={directive}"


def test_a_text_fragment_stands_behind_a_fragment_that_is_there() -> None:
    """The address keeps its own."""
    assert links.text_fragment("https://a.example/x#top", "yes") == "https://a.example/x#top:~:text=yes"


@pytest.mark.parametrize(("url", "words"), [(None, "yes"), ("javascript:x", "yes"), ("https://a.example", "“”")])
def test_there_is_no_fragment_without_address_or_words(url: str | None, words: str) -> None:
    """Nothing is made up."""
    assert links.text_fragment(url, words) is None


@pytest.mark.parametrize(
    ("item", "address"),
    [("Q42", "https://www.wikidata.org/wiki/Q42"), ("42", None), ('Q1"><script>', None), (None, None)],
)
def test_wikidata_links_are_items(item: str | None, address: str | None) -> None:
    """What is no item number is no link."""
    assert links.wikidata(item) == address
