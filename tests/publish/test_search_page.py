"""Search: what it finds, how it is narrowed, and what it explains."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

Get = Callable[..., Any]
Keys = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("asked", "found", "missing"),
    [
        ("q=boat", "<mark>boat</mark>", "politics"),
        ("q=%22half+the+year%22", "<mark>half the year</mark>", "half of the year"),
        ("q=politi*", "<mark>politics</mark>", "island"),
        ("q=boat+-surgery", "Nothing here", "<mark>boat"),
        ("q=norway&kind=indirect", "Nothing here", "<mark>Norway"),
        ("q=newsletter", "<mark>newsletter</mark>", "Nothing here"),
        ("q=%22", "no word to look for", "<mark>"),
        ("q=tomas", "Tomás Okafor-Reyes", "Error"),
        ("q=lindqvist", "Names", "Error"),
    ],
)
def test_search_shows_what_matched(get: Get, asked: str, found: str, missing: str) -> None:
    """Ranked, marked, narrowed, explained."""
    results = get(f"/corpus/search?{asked}").text.split('id="q-help"')[1]
    assert found in results
    assert missing not in results


@pytest.mark.parametrize(
    ("asked", "quotes", "passages"),
    [
        ("", 2, 3),
        ("&outlet=1", 1, 2),
        ("&outlet=2", 1, 1),
        ("&since=2025-03-15", 1, 1),
        ("&until=2025-03-14", 1, 2),
        ("&since=2025-03&until=2025-03", 2, 3),
        ("&until=2024", 0, 0),
        ("&kind=mixed", 0, 3),
        ("&outlet=99", 0, 0),
        ("&since=soon&until=2025-13", 2, 3),
    ],
)
def test_search_is_narrowed_to_outlet_and_time(get: Get, asked: str, quotes: int, passages: int) -> None:
    """Both numbers follow the choice; a month covers its days; what is no date is left out."""
    html = get(f"/corpus/search?q=island+OR+council+-purposes{asked}").text
    found = re.findall(r'(?:Quotes|Whole text) <span class="figure">(\d+)</span>', html)
    assert found == [str(quotes), str(passages)]


@pytest.mark.parametrize(("manner", "found"), [("warns", 1), ("says", 8), ("thinks", 0), ("shouts", 12)])
def test_search_is_narrowed_to_what_cues_announce(get: Get, manner: str, found: int) -> None:
    """Who warns, who denies; what is no class of cues is left out."""
    html = get(f"/corpus/search?q=the+OR+that&manner={manner}&place=quotes").text
    assert re.search(rf'Quotes <span class="figure">{found}</span>', html)


def test_a_wrong_date_is_explained(get: Get) -> None:
    """The reader sees what was left out and how a date is written."""
    assert "“soon” was left out: a date is a year" in get("/corpus/search?q=boat&since=soon").text


def test_search_within_one_persons_words(get: Get, keys: Keys) -> None:
    """Only what that person said."""
    key = keys("entities")[1]
    html = get(f"/corpus/search?q=the&speaker={key}").text
    assert "Only words of" in html
    assert "Mara Lindqvist" not in html.split('class="results"')[1]
