"""What stands between quotation marks, by the cases of tests/cases/marks.json, and what holds for every text."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.ingest.quotes.glyphs import GLYPHS
from onrecord.ingest.quotes.marks import Marked, quotation_marks
from onrecord.ingest.records import Paragraph, ParagraphKind
from onrecord.ingest.spans import Span

CASES = json.loads((Path(__file__).parents[2] / "cases" / "marks.json").read_text(encoding="utf-8"))
PIECES = (*GLYPHS, " ", "\n", "\u00a0", "so", "We go,", "players", "6", "90s", "tis", ".", ",", "…", "—", "[", ")", "é")
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=60)


def lines(text: str, *kinds: ParagraphKind) -> tuple[Paragraph, ...]:
    """One paragraph a line, body unless ``kinds`` says otherwise."""
    found = enumerate(re.finditer(r"\S(?:[^\n]*\S)?", text))
    return tuple(Paragraph(n, kinds[n] if kinds else "body", "line", Span(*line.span())) for n, line in found)


def as_written(text: str, marked: tuple[Marked, ...]) -> list[dict[str, Any]]:
    """The records in the form of the case file, where what is usual is left out."""
    return [
        {"text": mark.span.of(text)}
        | ({"depth": mark.depth} if mark.depth else {})
        | ({} if mark.closed else {"closed": False})
        | ({} if mark.continues is None else {"continues": mark.continues})
        for mark in marked
    ]


@pytest.mark.parametrize("case", CASES, ids=[f"{n}: {case['claim']}" for n, case in enumerate(CASES)])
def test_marks_are_paired_as_the_style_guides_say(case: dict[str, Any]) -> None:
    """Every case names its rule and where the rule comes from."""
    marked = quotation_marks(case["text"], lines(case["text"]))
    assert as_written(case["text"], marked) == case["marked"]
    if "style" in case:
        assert marked[0].style == case["style"]


def test_every_case_names_its_source() -> None:
    """A rule without a source is an opinion; and a case given twice says nothing new."""
    assert all(case["source"] and case["claim"] for case in CASES)
    assert len({case["text"] for case in CASES}) == len(CASES) >= 120


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“We go,” he said.", "We go,"),
        ("« Oui », dit-il.", "Oui"),
        ("«\u00a0Oui\u00a0», dit-il.", "Oui"),
        ("``So,'' he said.", "So,"),
        ("“We go, he said.", "We go, he said."),
        ("“We go. ” Now.", "We go."),
    ],
)
def test_inner_is_the_words_between_without_marks_and_spaces(text: str, inner: str) -> None:
    """French spaces and stray ones belong to the marks, not to the words."""
    (mark,) = quotation_marks(text, lines(text))
    assert mark.inner.of(text) == inner


def test_only_title_and_body_are_read_and_a_caption_between_does_not_break_a_quotation() -> None:
    """Captions stand between paragraphs of a quotation; their own marks are not speech in the article."""
    text = "“Safe,” says Moss\n“It is safe.\nA “fine” bridge (photo)\n“It stays,” Moss said."
    marked = quotation_marks(text, lines(text, "title", "body", "caption", "body"))
    assert [mark.span.of(text) for mark in marked] == ["“Safe,”", "“It is safe.", "“It stays,”"]
    assert [mark.continues for mark in marked] == [None, None, 1]


def test_a_title_is_never_carried_on() -> None:
    """A mark missing in the headline must not claim the first paragraph."""
    text = "Moss: “Safe\n“It stays,” Moss said."
    assert [mark.continues for mark in quotation_marks(text, lines(text, "title", "body"))] == [None, None]


@pytest.mark.parametrize("odd", list(GLYPHS))
def test_an_odd_mark_costs_no_later_quotation(odd: str) -> None:
    """Whatever mark is put loose into the first sentence, the quotation after it is still found."""
    text = f"It was {odd}late in the day. “The bridge is safe,” Moss said. “It stays.”"
    found = [mark.span.of(text) for mark in quotation_marks(text, lines(text))]
    assert {"“The bridge is safe,”", "“It stays.”"} <= set(found)


@settings(deadline=None)  # a busy machine is no failure
@given(TEXTS)
def test_marks_stay_in_their_paragraph_and_never_cross(text: str) -> None:
    """For every text: in order, inside one paragraph, words inside marks, siblings apart, depth told rightly."""
    paragraphs = lines(text)
    marked = quotation_marks(text, paragraphs)
    assert list(marked) == sorted(marked, key=lambda mark: (mark.span.start, -mark.span.end))
    around: list[Span] = []
    for mark in marked:
        assert sum(paragraph.span.covers(mark.span) for paragraph in paragraphs) == 1
        assert mark.span.covers(mark.inner)
        assert mark.closed or mark.inner.end == mark.span.end
        around = [span for span in around if span.end > mark.span.start]
        assert all(span.covers(mark.span) for span in around)
        assert mark.depth == len(around)
        around.append(mark.span)


@settings(deadline=None)  # a busy machine is no failure
@given(TEXTS)
def test_what_is_carried_on_ran_on_in_an_earlier_paragraph(text: str) -> None:
    """``continues`` points back at an outermost quotation that nothing closed, in the paragraph before."""
    paragraphs = lines(text)
    marked = quotation_marks(text, paragraphs)
    for mark in marked:
        if mark.continues is None:
            continue
        before = marked[mark.continues]
        place = next(n for n, paragraph in enumerate(paragraphs) if paragraph.span.covers(mark.span))
        assert (mark.depth, before.depth, before.closed) == (0, 0, False)
        assert mark.span.start == paragraphs[place].span.start
        assert before.span.end == paragraphs[place - 1].span.end


@settings(deadline=None)  # a busy machine is no failure
@given(TEXTS, TEXTS)
def test_a_paragraph_is_read_alike_wherever_it_stands(first: str, second: str) -> None:
    """A closed-off paragraph between two others keeps what comes before from what comes after."""
    apart = "Nothing was said here."
    text = f"{first}\n{apart}\n{second}"
    alone = [mark.span.of(second) for mark in quotation_marks(second, lines(second))]
    together = [mark.span.of(text) for mark in quotation_marks(text, lines(text))]
    assert together[len(together) - len(alone) :] == alone
