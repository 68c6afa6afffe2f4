"""From rows to blocks: which paragraph is the headline, and where line ends mean something."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from onrecord.publish.blocks import Block, headline


def block(kind: str, text: str) -> Block:
    """A block without marks and notes."""
    return Block(1, kind, "rule", text, Markup(""), ())


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Roses are red,\nviolets are blue,", True),
        ("- bread\n- tea\n- a new rope for the ferry", True),
        ("one line", False),
        ("", False),
        ("wrapped by a program after some sixty characters, as plain text\noften is", False),
    ],
)
def test_line_ends_are_kept_in_verse_and_lists(text: str, *, lines: bool) -> None:
    """Short lines stay lines; wrapped prose flows."""
    assert block("body", text).has_lines is lines


@pytest.mark.parametrize(
    ("blocks", "title", "found"),
    [
        ([("title", "Ferry saved")], "Ferry saved", 0),
        ([("byline", "By A"), ("title", "Ferry\nsaved")], "Ferry saved", 1),
        ([("body", "Ferry saved")], "Ferry saved", None),
        ([("title", "Ferry saved")], "Ferry lost", None),
        ([("title", "Ferry saved")], None, None),
    ],
)
def test_the_headline_is_the_title_where_the_text_has_it(
    blocks: list[tuple[str, str]], title: str | None, found: int | None
) -> None:
    """A title from elsewhere stands above the text; a title in the text is not shown twice."""
    text = [block(kind, words) for kind, words in blocks]
    assert headline(text, title) is (None if found is None else text[found])
