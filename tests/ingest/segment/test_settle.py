"""What settling changes, and that it changes nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest.segment import settle


@pytest.mark.parametrize(
    ("text", "settled"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("\r\r\n\n", "\n\n\n"),
        ("\ufeffa\ufeff", "a\ufeff"),
        ("a\0b", "a\ufffdb"),
        ("a\ud800b\udfff", "a\ufffdb\ufffd"),
        ("“é”\u2028\u00a0\t\u200b\x0c e\u0301 😀", "“é”\u2028\u00a0\t\u200b\x0c e\u0301 😀"),
    ],
)
def test_line_ends_mark_and_unstorable_characters_are_settled(text: str, settled: str) -> None:
    """A mark in the middle, odd white space and accents stay as they are."""
    assert settle(text) == settled


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0\ufeff")))
def test_any_other_text_is_left_alone(text: str) -> None:
    """Offsets into a plain file's text are offsets into the settled text."""
    assert settle(text) == text


@given(st.text(st.characters()))
def test_settling_a_settled_text_changes_nothing_but_a_second_mark(text: str) -> None:
    """And what it gives can be stored."""
    settled = settle(text)
    assert settle(settled) == settled.removeprefix("\ufeff")
    settled.encode("utf-8")
