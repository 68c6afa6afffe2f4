"""What a crowd chants is not said by whoever else the sentence names."""

from __future__ import annotations

import pytest
from readings import content, quotes_in, speakers_in


@pytest.mark.parametrize(
    ("text", "source", "cue", "speaker"),
    [
        ("Obi smiled, prompting chants of “Stay” in the hall.", "Obi", "prompting chants of", None),
        ("Obi was greeted with cries of “Stay”.", "Obi", "was greeted with cries of", None),
        ("Obi spoke amid chants of: “Stay.”", "Obi", "chants of:", None),
        ("Fans broke into chants of “Stay”.", "Fans", "broke into chants of", "Fans"),
        ("Obi moved the crowd to loud chants of “Stay”.", "the crowd", "chants of", "the crowd"),
        ("The fans’ chants of “Stay” went on.", "The fans", "chants of", "The fans"),
        ("Obi heard chants of “Stay” from fans.", "fans", "chants of", "fans"),
        ("Obi chants “Stay” all day.", "Obi", "chants", "Obi"),
        ("“Stay,” Obi said to shouts of joy.", "Obi", "said to shouts of", "Obi"),
    ],
    ids=[
        "prompting",
        "greeted with",
        "amid",
        "broke into",
        "moved to",
        "theirs",
        "from",
        "a verb",
        "words before",
    ],
)
def test_bystanders_chant_nothing(text: str, source: str, cue: str, speaker: str | None) -> None:
    """Only who stands directly before the noun, or behind "from", is the source."""
    assert [found for _, found in speakers_in(text, content(text, "Stay", source, cue))] == [speaker]


def test_chants_are_no_part_of_the_quote_before() -> None:
    """Nobody's words are neither joined to what somebody said before them nor its continuation."""
    text = "“We will stay,” Obi said, prompting chants of “four more years”."
    contents = content(text, "We will stay", "Obi", "said"), content(text, "four more years", "Obi", "chants of")
    assert speakers_in(text, *contents) == [("“We will stay,”", "Obi"), ("“four more years”", None)]
    assert [quote.continues for quote in quotes_in(text, *contents)] == [None, None]
