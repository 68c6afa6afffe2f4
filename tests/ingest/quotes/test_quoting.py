"""Who is quoted by somebody else as saying something."""

from __future__ import annotations

import pytest
from readings import content, speakers_in


@pytest.mark.parametrize(
    ("text", "seen", "source", "cue", "found"),
    [
        ("The Sun quoted Roe as saying he left.", "Roe as saying he left", "The Sun", "quoted", ("he left", "Roe")),
        ("The Sun quoted Roe as saying: “I go.”", "Roe as saying: “I go", "The Sun", "quoted", ("“I go.”", "Roe")),
        ("“I left,” the Sun quoted her as saying.", "I left", "the Sun", "quoted", ("“I left,”", "her")),
        ("The Sun cited two aides as saying he left.", "he left", "The Sun", "cited", ("he left", "two aides")),
        ("The Sun quoted the mayor, Ada Roe, as saying he left.", "he left", "The Sun", "quoted",
         ("he left", "the mayor, Ada Roe")),
        ("The Sun quoted Dr. Roe last week as saying he left.", "he left", "The Sun", "quoted", ("he left", "Dr. Roe")),
        ("Roe was quoted by the Sun as saying he left.", "as saying he left", "the Sun", "quoted", ("he left", "Roe")),
        ("Roe was quoted on Monday as saying he left.", "he left", None, "quoted", ("he left", "Roe")),
        ("The Sun quoted Roe. He is described as saying little.", "little", "The Sun", "quoted", ("little", "The Sun")),
        ("The Sun quoted a letter: “I left.”", "a letter: “I left", "The Sun", "quoted",
         ("a letter: “I left.”", "The Sun")),
        ("The Sun described Roe as saying little.", "Roe as saying little", "The Sun", "described",
         ("Roe as saying little", "The Sun")),
        ("The plan, quoted by the Sun as saying much, is old.", "is old", "the Sun", "quoted", ("is old", "the Sun")),
    ],
    ids=[
        "reported", "in marks", "a pronoun", "cited", "a description", "when it was said", "passive, by whom",
        "passive, when", "another sentence", "no saying", "another verb", "no object",
    ],
)  # fmt: skip
def test_who_is_quoted_as_saying_is_the_speaker(
    text: str, seen: str, source: str | None, cue: str, found: tuple[str, str]
) -> None:
    """The paper that quotes is not, and "X as saying" is no part of what was said; other verbs change nothing."""
    assert speakers_in(text, content(text, seen, source, cue), names=("Roe",) if "Roe" in text else ()) == [found]


@pytest.mark.parametrize(
    ("cue", "left"), [("quotes", []), ("praises", [("Ada Roe", "The Sun")])], ids=["quotes", "praises"]
)
def test_a_name_that_is_quoted_is_no_quote(cue: str, left: list[tuple[str, str]]) -> None:
    """Behind "quotes" a mere name tells whose words follow; behind other verbs it may be what is told of."""
    text = f"The Sun {cue} Ada Roe."
    assert speakers_in(text, content(text, "Ada Roe", "The Sun", cue), names=("Ada Roe",)) == left
