"""Live blogs, whose entries open with a time, and headlines with a colon."""

from __future__ import annotations

import pytest
from readings import content, speakers_in


@pytest.mark.parametrize(
    ("first", "second", "speaker"),
    [
        ("14:10 - Ada sat.", "13:55 - ‘We will stay’", None),
        ("2.10pm: Ada sat.", "1.55pm: ‘We will stay’", None),
        ("14:10 GMT\nAda sat.", "13:55 GMT\n‘We will stay’", None),
        ("14:10 - Obi stood.\nAda sat.", "‘We will stay’", "Ada"),
        ("9.05 million came.\nAda sat.", "9.15 million saw ‘We will stay’", "Ada"),
        ("Ada sat.", "13:55 - ‘We will stay’", "Ada"),
    ],
    ids=["with a dash", "am and pm", "lines of their own", "one entry", "figures", "one time"],
)
def test_speakers_stay_in_their_entry(first: str, second: str, speaker: str | None) -> None:
    """Who is named in another entry of a live blog did not say what stands in this one."""
    text = f"{first}\n{second}"
    assert [source for _, source in speakers_in(text, content(text, "We will stay", "Ada"))] == [speaker]


@pytest.mark.parametrize(
    ("mention", "speaker"), [("14:32 - Power firm", "Power firm"), ("14:32", None)], ids=["with words", "alone"]
)
def test_a_time_is_no_speaker(mention: str, speaker: str | None) -> None:
    """A source that begins with the time of the entry begins behind it."""
    text = "14:32 - Power firm says homes are dark"
    assert speakers_in(text, content(text, "homes are dark", mention, "says")) == [("homes are dark", speaker)]


@pytest.mark.parametrize(
    ("text", "said", "is_told"),
    [
        ("Storm Ada: latest updates as homes go dark", "latest updates as homes go dark", False),
        ("Peace talks: what we know so far", "what we know so far", False),
        ("Budget: five key points", "five key points", False),
        ("Ada Roe: things will improve", "things will improve", True),
        ("Ada Roe: latest attack is an outrage", "latest attack is an outrage", True),
        ("Analysis: Why the plan failed", "Why the plan failed", False),
        ("Ada Roe: we will win", "we will win", True),
        ("Ada Roe: what we want is peace", "what we want is peace", True),
        ("Ada Roe: latest updates are wrong.", "latest updates are wrong", True),
        ("Ada Roe: live and let live", "live and let live", True),
    ],
)
def test_a_headline_that_names_its_piece_quotes_nobody(text: str, said: str, is_told: bool) -> None:  # noqa: FBT001
    """Behind its colon a person's words may stand; what papers call their own pieces are nobody's."""
    source = text.partition(":")[0]
    assert bool(speakers_in(text, content(text, said, source, ":"))) == is_told
