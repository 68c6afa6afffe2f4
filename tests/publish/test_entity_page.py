"""An entity's page explains how it came to be: its titles, its names, what was decided, whom it might be."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

Get = Callable[..., Any]
Keys = Callable[[str], list[str]]


@pytest.fixture
def section(get: Get, tags: Any) -> Callable[[int, str], str]:
    """``section(row, id)`` is the text of one section of an entity's page, its white space made single."""

    def of(row: int, name: str) -> str:
        page = get(f"/corpus/entity/row/{row}", follow_redirects=True).text
        found = re.search(rf'<section aria-labelledby="{name}">(.*?)</section>', page, re.DOTALL)
        return " ".join(tags(found[1]).text.split()) if found else ""

    return of


def test_who_this_is_stands_on_top(get: Get, tags: Any) -> None:
    """The title that most articles give, however they write it."""
    page = tags(get("/corpus/entity/row/1", follow_redirects=True).text).text
    assert "Called Council leader in 2 articles" in " ".join(page.split())


def test_titles_have_dates_and_articles(section: Callable[[int, str], str]) -> None:
    """Most used first; one that a single article gives leads there; what looks like a tag is words."""
    text = section(1, "titles")
    assert "Council leader 14 March 2025 – 15 March 2025 2 articles" in text
    assert "Harbour town votes to keep its last ferry" in text
    assert text.index("Council leader") < text.index("<i>mayor</i>")
    assert "<i>mayor</i> 2 November 2024 Seals return to the bay" in text


def test_every_name_has_its_reason(section: Callable[[int, str], str]) -> None:
    """How often, in which articles, how sure, and the command that splits it off."""
    text = section(1, "why")
    assert "Mara Lindqvist35 It goes by this name. confidence 1.00 2 articles" in text
    thin = text[text.index("Lindqvist11 Taken for") :]
    assert "who is named with the same: harbour gala. confidence 0.70 1 article" in thin
    assert "Seals return to the bay" in thin
    assert re.search(r"Not in this article: onrecord decide different \w{16} \w{16} --db corpus.db", thin)


def test_an_unnamed_source_has_nothing_to_explain(section: Callable[[int, str], str]) -> None:
    """It is of one article and never joined."""
    assert section(14, "why") == ""
    assert section(14, "likely") == ""


def test_decisions_are_shown_with_who_when_and_why(section: Callable[[int, str], str]) -> None:
    """Those that hold can be taken back by the command beside them; those taken back are still told."""
    link = section(1, "decided")
    assert "It is Q00000001 in Wikidata. Ida Lund, 21 November 2026, 09:00 UTC: people.csv has the name" in link
    assert "Take it back: onrecord decide undo 1 --db corpus.db" in link
    for row in (6, 7):
        undone = section(row, "decided")
        assert "Aldermoor Town Council and Skerry Line are one." in undone
        assert "Taken back 21 November 2026, 10:00 UTC." in undone
        assert "undo 6" not in undone


def test_links_elsewhere_are_safe_to_follow(get: Get, tags: Any) -> None:
    """An address is a link, and what runs a script is words."""
    page = tags(get("/corpus/entity/row/2", follow_redirects=True).text)
    assert page.all("a", "href").count("https://people.example/7") == 2
    evil = tags(get("/corpus/entity/row/5", follow_redirects=True).text)
    assert "javascript:window.owned=1" in evil.text
    assert not [link for link in evil.all("a", "href") if link.startswith("javascript")]


def test_whom_it_might_be_comes_with_the_command(section: Callable[[int, str], str], keys: Keys) -> None:
    """Seen from both sides; each command takes the other's quotes to the page's entity."""
    mara, zaynab = keys("entities")[0], keys("entities")[3]
    assert f"Both are linked to Q00000001. They are one: onrecord decide same {mara} {zaynab}" in section(1, "likely")
    assert f"onrecord decide same {zaynab} {mara}" in section(4, "likely")


def test_later_pages_of_quotes_do_not_repeat_it(get: Get) -> None:
    """The history stands on the first page only."""
    assert 'id="why"' in get("/corpus/entity/row/1?page=1", follow_redirects=True).text
