"""Articles given as JSON lines."""

from __future__ import annotations

import pytest

from onrecord.ingest.readers import read_lines


def test_each_line_is_an_article_by_its_id() -> None:
    """Blank lines are passed over, a number is an id too, other keys are not asked for."""
    lines = [b'{"id": "a", "text": "The ferry sails.", "mood": 1}\n', b" \n", b'{"id": 7, "text": "caf\xc3\xa9"}']
    read = list(read_lines(lines))
    assert [(article.label, article.text) for (article,), _ in read] == [("a", "The ferry sails."), ("7", "café")]
    assert {findings for _, findings in read} == {()}


@pytest.mark.parametrize(
    "line",
    [b"nonsense", b"[]", b'{"id": "a"}', b'{"text": "A"}', b'{"id": null, "text": "A"}', b'{"id": "\xff", "text": ""}'],
)
def test_a_line_that_is_no_article_is_a_finding_and_the_next_is_read(line: bytes) -> None:
    """It tells which line, and what a line looks like."""
    first, second = read_lines([line, b'{"id": "b", "text": "B"}'])
    ((finding,), ((article,), _)) = first[1], second
    assert (first[0], finding.code, article.label) == ((), "not-an-article-line", "b")
    assert finding.message.startswith("line 1 of standard input: ")


def test_lines_made_to_break_a_parser_break_nothing() -> None:
    """Depth without end, and half a surrogate for an id."""
    deep, (odd, _) = read_lines([b'{"id": ' + b"[" * 100_000, b'{"id": "\\ud800", "text": "B"}'])
    assert deep[1][0].code == "not-an-article-line"
    assert odd[0].label == r"\ud800"
