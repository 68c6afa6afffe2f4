"""Figures, dates, pictures and comparisons say what is so, and no more."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.publish import comparing, figures, pictures
from onrecord.publish.pages.entity import columns


@pytest.mark.parametrize(
    ("published", "words"),
    [
        ("2025-03-14", "14 March 2025"),
        ("2025-03-04T08:30:00+00:00", "4 March 2025"),
        ("2025-03", "March 2025"),
        ("2025", "2025"),
        (None, "undated"),
        ("", "undated"),
        ("14/03/2025", "14/03/2025"),
        ("2025-13", "2025-13"),
        ("2025-02-99", "2025-02-99"),
    ],
)
def test_a_date_is_as_precise_as_it_was_given(published: str | None, words: str) -> None:
    """A year stays a year; what is no date is shown as it is."""
    assert figures.day(published) == words


@pytest.mark.parametrize(
    ("value", "noun", "words"),
    [
        (1, "quote", "1 quote"),
        (0, "quote", "no quotes"),
        (1200, "article", "1,200 articles"),
        (2, "person", "2 people"),
    ],
)
def test_a_number_agrees_with_its_noun(value: int, noun: str, words: str) -> None:
    """One is one, and none is said as none."""
    assert figures.count(value, noun) == words


@pytest.mark.parametrize(("confidence", "figure"), [(1.0, "1.00"), (0.9999, "0.99"), (0.5, "0.50"), (0.0, "0.00")])
def test_less_than_certain_is_never_shown_as_certain(confidence: float, figure: str) -> None:
    """Rounding must not turn a doubt into a certainty."""
    assert figures.sureness(confidence) == figure


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 bytes"), (999, "999 bytes"), (1400, "1.4 kB"), (246_000, "246 kB"), (5 * 10**9, "5.0 GB")],
)
def test_a_size_has_its_unit(size: int, words: str) -> None:
    """Two or three digits are enough."""
    assert figures.size(size) == words


@pytest.mark.parametrize(
    ("tag", "known"),
    [("en", True), ("pt-BR", True), ("zh-Hant-TW", True), ('en" x="', False), ("", False), (None, False)],
)
def test_only_language_tags_mark_a_text(tag: str | None, *, known: bool) -> None:
    """What no browser would understand is left out."""
    assert figures.is_language(tag) is known


@given(st.dictionaries(st.sampled_from(pictures.KINDS), st.integers(0, 10**6)))
def test_the_parts_of_a_bar_fill_it(counts: dict[str, int]) -> None:
    """The stacked bar leaves no gap and never overflows."""
    html = pictures.stacked(counts, "x")
    widths = [float(part.split('width="')[1].split("%")[0]) for part in html.split("<rect")[1:]]
    assert html == "" if not sum(counts.values()) else sum(widths) == pytest.approx(100, abs=0.05)


def test_a_picture_is_said_in_words_too() -> None:
    """Who does not see it hears it; what comes from the data is escaped."""
    assert 'role="img" aria-label="8 &lt;direct&gt;"' in pictures.stacked({"direct": 8}, "8 <direct>")


def rows(*periods: str) -> Any:
    """Counts as the database gives them: one quote in each month or year."""
    return [{"period": period, "kind": "direct", "quote_count": 1} for period in periods]


@pytest.mark.parametrize(
    ("given", "names"),
    [
        (rows("2024-12", "2025-02", "2025-03"), ["December 2024", "January 2025", "February 2025", "March 2025"]),
        (rows("2024-12", "2025", "2026-03"), ["2024", "2025", "2026"]),
        (rows("2010-12", "2012-01", "2026-03"), [str(year) for year in range(2010, 2027)]),
        (rows("2024-12", "2025-02"), []),
        (rows(), []),
    ],
    ids=["months", "a-year-among-them", "too-many-months", "too-few", "none"],
)
def test_time_is_drawn_where_it_tells_something(given: Any, names: list[str]) -> None:
    """Empty months stand between full ones; two columns are no picture."""
    assert [name for name, _ in columns(given)] == names


@pytest.mark.parametrize(
    ("first", "other", "html"),
    [
        ("half the year", "half of the year", "half<ins> of</ins> the year"),
        ("half of the year", "half the year", "half<del> of</del> the year"),
        ("the same", "the same", "the same"),
        ("a <b>", "a <i>", "a &lt;<del>b</del><ins>i</ins>&gt;"),
    ],
)
def test_versions_are_compared_word_by_word(first: str, other: str, html: str) -> None:
    """What was left out and what was put in, escaped."""
    assert comparing.compared(first, other) == html


@given(first=st.text(max_size=60), other=st.text(max_size=60))
def test_the_other_version_is_all_there(first: str, other: str, tags: Any) -> None:
    """Without the deletions, a comparison is the other version itself."""
    html = comparing.compared(first, other)
    kept = "".join(part.split("</del>")[-1] for part in html.split("<del>"))
    assert tags(kept).text == other
