"""From rows to blocks, and where on the page each stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markupsafe import Markup

from onrecord.publish.blocks import Block, Note, blocks
from onrecord.publish.layout import laid_out


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
    ("kinds", "headline", "folded", "story"),
    [
        (["title", "body"], 0, [], [1]),
        (["byline", "title", "body"], 1, [], [0, 2]),
        (["body", "body"], None, [], [0, 1]),
        (["boilerplate", "title", "byline", "body"], 1, [0], [2, 3]),
        (["title", "boilerplate", "byline", "boilerplate", "body", "boilerplate"], 0, [1, 3], [2, 4, 5]),
        (["boilerplate", "heading", "body"], None, [0], [1, 2]),
        (["boilerplate", "caption"], None, [], [0, 1]),
        (["title", "body", "title"], 0, [], [1, 2]),
        ([], None, [], []),
    ],
)
def test_the_story_comes_first(kinds: list[str], headline: int | None, folded: list[int], story: list[int]) -> None:
    """What stands above the story and is no part of it is folded; the first title is the headline; nothing is lost."""
    text = [replace(block(kind, f"text {place}"), ordinal=place) for place, kind in enumerate(kinds)]
    found = laid_out(text)
    assert (found.headline.ordinal if found.headline else None) == headline
    assert [one.ordinal for one in found.folded] == folded
    assert [one.ordinal for one in found.story] == story


def test_a_block_with_a_quote_is_never_folded() -> None:
    """Whoever follows a quote to its place must see it there."""
    note = Note(1, 1, {}, (), is_first=True, continues=None)
    quoted = replace(block("boilerplate", "“Buy now,” said A."), notes=(note,))
    assert laid_out([quoted, block("body", "B")]).folded == ()


@pytest.mark.parametrize(
    ("kind", "text", "html"),
    [
        ("title", "# The vote", '<span hidden="hidden"># </span>The vote'),
        ("heading", "###  After", '<span hidden="hidden">###  </span>After'),
        ("heading", "#ferry", "#ferry"),
        ("body", "# 4 of 10", "# 4 of 10"),
    ],
)
def test_the_mark_of_a_markdown_heading_is_kept_but_not_shown(kind: str, text: str, html: str) -> None:
    """A heading looks like one; its text stays whole."""
    row = {"paragraph_id": 1, "ordinal": 1, "kind": kind, "rule": "r", "start_char": 0, "end_char": 9, "text": text}
    found = blocks(paragraphs=[row], quotes=[], pieces=[], mentions=[], entity_path=str)
    assert found[0].html == html
    assert found[0].text == text
