"""What the encoder is told besides the pieces: shapes of words, and marks."""

from __future__ import annotations

import pytest

from onrecord.ingest.language.shapes import (
    CAPITAL,
    CAPITALS,
    DIGITS,
    INSIDE,
    LETTER,
    LOWER,
    MARK,
    OUTSIDE,
    SIGN,
    mark_features,
    quoted_stretches,
    shape_of,
)


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("troops", LOWER),
        ("Niger", CAPITAL),
        ("JNIM", CAPITALS),
        ("A", LETTER),
        ("G5", DIGITS),
        ("3.5", DIGITS),
        (",", SIGN),
        ("McCain", CAPITAL),
        ("iPhone", LOWER),
        ("Élysée", CAPITAL),
    ],
)
def test_shape_of_a_word(word: str, shape: int) -> None:
    """An uncased encoder learns from the shape what is written with a capital."""
    assert shape_of(word) == shape


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("He said “yes” twice.", ["“yes”"]),
        ('He said "yes" twice.', ['"yes"']),
        ("He said ``yes'' twice.", ["``yes''"]),
        ("Il a dit « oui ».", ["« oui »"]),
        ("He said ‘not at all’ twice.", ["‘not at all’"]),
        ("The girls’ team and the boys’ team.", []),
        ("It’s 'no' again.", []),
        ("He said “this goes on", ["“this goes on"]),
        ('He said "this and "that" here.', ['"this and ', '"that"']),
        ("No marks.", []),
    ],
)
def test_stretches_in_marks(text: str, stretches: list[str]) -> None:
    """Marks of every make are seen; what never closes reaches to the paragraph's end."""
    assert [text[start:end] for start, end in quoted_stretches(text, 0, len(text))] == stretches


def test_every_word_is_outside_inside_or_a_mark() -> None:
    """The marks themselves are told apart from the words they hold."""
    text = "She: “No way”, he"
    words = [(0, 3), (3, 4), (5, 6), (6, 8), (9, 12), (12, 13), (13, 14), (15, 17)]
    features = mark_features(text, words, quoted_stretches(text, 0, len(text)))
    assert features == [OUTSIDE, OUTSIDE, MARK, INSIDE, INSIDE, MARK, OUTSIDE, OUTSIDE]
