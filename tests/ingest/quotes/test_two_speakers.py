"""Two quotations in one sentence: one quote of one speaker, or two quotes of two."""

from __future__ import annotations

import pytest
from readings import content, speakers_in


@pytest.mark.parametrize(
    ("text", "second", "speakers"),
    [
        ("“Stay,” Obi said, and Ada added: “Go.”", ("Ada", "added:"), ["Obi", "Ada"]),
        ("“Stay,” Obi said, and his wife added: “Go.”", ("his wife", "added:"), ["Obi", "his wife"]),
        ("“Stay,” Obi said, “Go,” Ada added.", ("Ada", "added"), ["Obi", "Ada"]),
        ("“Stay,” Obi said, “Go.”", ("Obi", "said"), ["Obi"]),
        ("“Stay,” Obi said; “Go.”", ("Obi", "said"), ["Obi"]),
        ("“Stay,” Obi said, “Go.”", (None, None), ["Obi"]),
        ("Ada sat. “Stay,” Obi said, “Go.”", ("Ada", None), ["Obi"]),
        ("“Stay,” Obi said, “Go”, as Ada sat.", ("Ada", None), ["Obi"]),
        ("“Stay,” Obi said, “Go, Ada.”", ("Ada", "said"), ["Obi"]),
    ],
    ids=[
        "another between", "a description between", "another behind", "the same", "the same behind a semicolon",
        "nobody for the second", "somebody named before", "somebody named later", "somebody named inside",
    ],
)  # fmt: skip
def test_a_speaker_of_its_own_makes_the_second_another_quote(
    text: str, second: tuple[str | None, str | None], speakers: list[str]
) -> None:
    """Only who stands between the two, or directly behind the second, parts them."""
    found = speakers_in(text, content(text, "Stay", "Obi", "said"), content(text, "Go", *second, sure=0.6))
    assert [speaker for _, speaker in found] == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“Stay,” said Obi; “Go,” cried Ada.", ["Obi", "Ada"]),
        ("“Stay,” said Obi; “Go,” Ada cried.", ["Obi", "Ada"]),
        ("“Stay,” said Obi, but “Go,” cried Ada.", ["Obi", "Ada"]),
        ("“Stay,” said Obi; “Go,” and then cried Ada.", ["Obi"]),
        ("“Stay,” said Obi; “Go.” Ada had cried.", ["Obi"]),
        ("“Stay,” said Obi. “Go,” cried Ada.", ["Obi", "Obi"]),
    ],
    ids=["verb first", "name first", "no semicolon", "words between", "another sentence", "two sentences"],
)
def test_a_tag_behind_the_second_takes_it_from_the_first_speaker(text: str, speakers: list[str]) -> None:
    """Where the reader takes the first speaker for both, name and verb directly behind the second have it.

    Behind a full stop the reader knows better: what it says stays.
    """
    second = content(text, "Go", "Obi", "cried", others=("Ada",))
    found = speakers_in(text, content(text, "Stay", "Obi", "said"), second)
    assert [speaker for _, speaker in found] == speakers
