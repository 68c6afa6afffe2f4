"""British marks shown to the reader as American ones."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest.quotes import quotation_marks, with_double_marks
from onrecord.ingest.records import Paragraph
from onrecord.ingest.spans import Span


def shown(text: str) -> str:
    """The text as it is shown to the reader; every line is a paragraph."""
    lines = enumerate(re.finditer(r"[^\n]*\S[^\n]*", text))
    paragraphs = tuple(Paragraph(number, "body", "line", Span(*line.span())) for number, line in lines)
    return with_double_marks(text, quotation_marks(text, paragraphs))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘It’s safe,’ said Moss.", "“It’s safe,” said Moss."),
        ("'It's safe,' said Moss.", "“It's safe,” said Moss."),
        ("He wrote `stay here' on it.", "He wrote “stay here” on it."),
        ("‘A gift.\n‘It stays,’ said Moss.", "“A gift.\n“It stays,” said Moss."),
        ("‘She called it “a gift”,’ said Moss.", "“She called it “a gift”,” said Moss."),
        ("“She called it ‘a gift’,” said Moss.", "“She called it ‘a gift’,” said Moss."),
        ("«Er sagte nein», ‹immer›.", "«Er sagte nein», ‹immer›."),
        ('"It is safe," said the players\' union.', '"It is safe," said the players\' union.'),
        ("The '90s were O'Brien's, and the players’ too.", "The '90s were O'Brien's, and the players’ too."),
    ],
    ids=["curly", "straight", "tex", "not closed", "outer", "inner", "guillemets", "double", "apostrophes"],
)
def test_outermost_single_marks_become_double(text: str, expected: str) -> None:
    """Those, and nothing else."""
    assert shown(text) == expected


@given(st.text(alphabet="aB7 “”\"'’‘`‚‹›«».,\n", max_size=60))
def test_nothing_but_single_marks_changes(text: str) -> None:
    """Every offset holds in both texts, and everything else stays as it is."""
    changed = shown(text)
    assert len(changed) == len(text)
    assert all(is_ == was or (was in "‘’'`‚" and is_ in "“”") for was, is_ in zip(text, changed, strict=True))
