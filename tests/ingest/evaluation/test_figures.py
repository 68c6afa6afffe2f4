"""Figures, intervals and the report of small articles whose figures can be counted by hand."""

from __future__ import annotations

import json

import pytest

from onrecord.ingest.evaluation import FoundName, FoundQuote, GoldArticle, as_json, as_text, compared, measured
from onrecord.ingest.evaluation.gold import GoldName, GoldQuote
from onrecord.ingest.spans import Span

TEXT = "“We won it,” Ann Lee said. Bob Ray denied that they had won. Ann Lee called for a new vote. It rained."


def at(words: str, start: int = 0) -> Span:
    """Where some words stand."""
    place = TEXT.index(words, start)
    return Span(place, place + len(words))


ANN, BOB, LATER_ANN = at("Ann Lee"), at("Bob Ray"), at("Ann Lee", 40)
GOLD = GoldArticle(
    id="a",
    text=TEXT,
    quotes=(
        GoldQuote((ANN,), (at("said"),), (at("“We won it,”"),)),
        GoldQuote((BOB,), (at("denied"),), (at("that they had won"),)),
        GoldQuote((LATER_ANN,), (at("called for"),), (at("a new vote"),)),
    ),
    names=(
        GoldName(ANN, "PERSON", is_nested=False),
        GoldName(BOB, "PERSON", is_nested=False),
        GoldName(LATER_ANN, "PERSON", is_nested=False),
        GoldName(at("Ray"), "ORG", is_nested=True),
    ),
    regions=(Span(0, TEXT.index("Ann Lee", 40)),),
    discard=(),
)
FOUND = (
    FoundQuote((at("We won it"),), ANN, at("said"), 0.9),  # all right
    FoundQuote((at("that they had won"),), ANN, at("denied"), 0.6),  # wrong speaker
    FoundQuote((at("It rained"),), None, None, 0.2),  # spurious; "a new vote" is missed
)
NAMES = (FoundName(ANN, "PERSON"), FoundName(BOB, "ORG"), FoundName(at("Ray"), "PERSON"), FoundName(LATER_ANN, "ORG"))


def test_figures_are_those_counted_by_hand() -> None:
    """One quote is wholly right, one has another speaker, one is spurious and one is missed."""
    result = measured([compared(GOLD, FOUND, NAMES)], 0, 1)
    everything = result.figures["all"]
    assert (everything.gold, everything.found) == (3, 3)
    assert everything.near.f1 == everything.exact.f1 == pytest.approx(2 / 3)
    assert everything.end_to_end.precision == everything.end_to_end.recall == pytest.approx(1 / 3)
    assert everything.end_to_end_exact.f1 == pytest.approx(1 / 3)
    assert everything.words.recall == pytest.approx(7 / 10)
    assert everything.words.precision == pytest.approx(7 / 9)
    assert everything.speaker == everything.speaker_or_none == pytest.approx(1 / 2)
    assert everything.cue == 1
    assert result.figures["direct"].end_to_end.f1 == pytest.approx(1.0)
    assert result.figures["indirect"].end_to_end.f1 == 0
    assert result.figures["mixed"].gold == 0
    assert result.intervals == {}


def test_names_count_by_span_and_type() -> None:
    """A wrong type is wrong; outside the labelled stretch nothing counts; a name inside a longer one is forgiven."""
    names = measured([compared(GOLD, FOUND, NAMES)], 0, 1).names
    assert names is not None
    assert list(names) == ["ORG", "PERSON", "all"]
    assert (names["PERSON"].precision, names["PERSON"].recall) == (1.0, 0.5)
    assert names["ORG"].precision == 0
    assert (names["all"].precision, names["all"].recall) == (0.5, 0.5)


def test_interval_holds_the_figure_and_comes_again() -> None:
    """The interval lies around the figure of all articles, and one seed gives it twice."""
    good = compared(GOLD, FOUND[:1], ())
    bad = compared(GOLD, FOUND[2:], ())
    articles = [good, bad] * 10
    result = measured(articles, 200, 7)
    interval = result.intervals["all"].end_to_end_f1
    assert interval.low < result.figures["all"].end_to_end.f1 < interval.high
    assert measured(articles, 200, 7) == result
    assert len({str(measured(articles, 20, seed).intervals) for seed in range(5)}) > 1


def test_errors_are_told_in_words() -> None:
    """What was missed, what is spurious, and whose words were given to whom."""
    article = compared(GOLD, FOUND, NAMES)
    assert article.missed == ("a new vote",)
    assert article.spurious == ("It rained",)
    assert [(m.words, m.found, m.expected) for m in article.misread] == [("that they had won", "Ann Lee", "Bob Ray")]


def test_worst_articles_come_first_and_right_ones_not() -> None:
    """The list holds the articles with most errors, at most as many as asked for."""
    right = compared(GOLD, [FoundQuote(q.content, q.source[0], q.cue[0], 1.0) for q in GOLD.quotes], ())
    some, all_wrong = compared(GOLD, FOUND[:1], ()), compared(GOLD, FOUND, ())
    articles = [right, some, all_wrong]
    result = measured(articles, 0, 1)
    listed = as_json(result, articles, 5)["worst"]
    assert [len(article["missed"]) + len(article["spurious"]) for article in listed] == [2, 2]
    assert [bool(article["wrong_speaker"]) for article in listed] == [True, False]
    assert len(as_json(result, articles, 1)["worst"]) == 1


def test_report_shows_figures_and_errors() -> None:
    """The table has a line a kind; the list below it shows what to read."""
    article = compared(GOLD, FOUND, NAMES)
    text = as_text(measured([article], 20, 1), [article], 5)
    (direct,) = [line for line in text.splitlines() if line.startswith("direct")]
    assert "100.0 100.0 100.0 (100.0-100.0)" in direct
    assert "a: 1 missed, 1 spurious, 1 with the wrong speaker" in text
    assert "that they had won | Ann Lee, not Bob Ray" in text
    assert "PERSON" in text


def test_object_can_be_written() -> None:
    """The object for programs is plain JSON with all figures."""
    article = compared(GOLD, FOUND, NAMES)
    given = json.loads(json.dumps(as_json(measured([article], 20, 1), [article], 5)))
    assert given["quotes"]["all"]["end_to_end"]["f1"] == pytest.approx(1 / 3)
    assert set(given["intervals"]) == {"direct", "mixed", "indirect", "all"}
    assert given["articles"] == 1
