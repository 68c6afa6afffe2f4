"""Whoever is told something, or hears it, is not its speaker."""

from __future__ import annotations

import pytest
from readings import content, quotes_in, speakers_in


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Roe ‘ignored all’, court told", "court"),
        ("Roe ‘ignored all’, the inquest in Leeds was told.", "the inquest"),
        ("Roe ‘ignored all’, the jury heard.", "the jury"),
        ("MPs were told that Roe ‘ignored all’.", "MPs"),
        ("Ada was told that Roe ‘ignored all’.", "Ada"),
        ("The court has heard that Roe ‘ignored all’.", "The court"),
        ("Court told that Roe ‘ignored all’", "Court"),
        ("Residents told to leave: Roe ‘ignored all’.", "Residents"),
        ("Roe ‘ignored all’, ministers told", "ministers"),
    ],
)
def test_who_hears_is_no_speaker(text: str, source: str) -> None:
    """Nobody is told to have said it."""
    (quote,) = quotes_in(text, content(text, "ignored all", source))
    assert quote.source is None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ada told MPs that Roe ‘ignored all’.", "Ada"),
        ("The committee told ministers that Roe ‘ignored all’.", "The committee"),
        ("The court said that Roe ‘ignored all’.", "The court"),
        ("Ada has heard that Roe ‘ignored all’.", "Ada"),
        ("Survivors told of how Roe ‘ignored all’.", "Survivors"),
        ("Roe ‘ignored all’, she told.", "she"),
        ("Ada told the BBC that Roe ‘ignored all’.", "Ada"),
        ("Roe ‘ignored all’, Ada told to reporters.", "Ada"),
    ],
)
def test_who_tells_is_a_speaker(text: str, source: str) -> None:
    """With somebody who is told, with another verb, and where the account may be their own, the source stays."""
    (quote,) = quotes_in(text, content(text, "ignored all", source))
    assert quote.source is not None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ada was told of it on Friday and said that Roe ‘ignored all’.", "Ada"),
        ("The committee heard evidence and said that Roe ‘ignored all’.", "The committee"),
    ],
)
def test_who_was_told_may_speak_by_another_verb(text: str, source: str) -> None:
    """The cue of the words is "said", not "told" or "heard"."""
    (quote,) = quotes_in(text, content(text, "ignored all", source, cue="said"))
    assert quote.source is not None


@pytest.mark.parametrize("cue", ["told", ":"])
def test_a_colon_is_no_other_verb(cue: str) -> None:
    """Behind "residents told to leave:" the residents are told, whatever the reader takes for the cue."""
    text = "Residents told to leave: Roe ‘ignored all’."
    (quote,) = quotes_in(text, content(text, "ignored all", "Residents", cue=cue))
    assert quote.source is None


def test_somebody_else_is_taken_instead_where_the_reader_says_so() -> None:
    """Of what is left the likeliest is the source: by whom the court was told."""
    text = "The court was told by Ada that Roe left."
    assert speakers_in(text, content(text, "that Roe left", "Ada", others=("The court",))) == [("that Roe left", "Ada")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The dam ‘was never safe’, inquest hears", "The dam ‘was never safe’"),
        ("The dam was safe, the court was told.", "The dam was safe"),
        ("The dam was safe, the court ruled", "The dam was safe, the court ruled"),
    ],
)
def test_the_clause_of_hearing_is_no_part_of_what_is_said(text: str, said: str) -> None:
    """The reader's content ends where ", inquest hears" begins."""
    assert speakers_in(text, content(text, text)) == [(said, None)]
