"""Where paragraphs begin and end in texts of either habit."""

from __future__ import annotations

import textwrap

import pytest

from onrecord.ingest.segment.blocks import cut
from onrecord.ingest.segment.lines import lines_of

PARAGRAPHS = (
    (
        "The ferry between Sandvik and the northern islands sails again from Monday, the harbour office said, "
        "after a winter in which the old pier was closed and the mail went round by road."
    ),
    (
        "“We have waited long enough,” said Jane Doe, who keeps the shop on the pier and has counted the days, "
        "as she put it, since the first of the storms took the railing away."
    ),
    (
        "The repairs cost less than was feared. A second pier is planned for next year, though the council has "
        "not yet voted on it and its chairman, John Roe, would not say when it will."
    ),
    "Tickets are on sale.",
    (
        "The crossing takes forty minutes in calm weather and is not made at all in a storm from the west, which "
        "the islanders say comes more often than it did when they were young."
    ),
)


def blocks(text: str) -> list[str]:
    """The blocks with their line ends turned into blanks."""
    return [" ".join(span.of(text).split()) for span in cut(text, lines_of(text))]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n \t\n", "\n\n\n\n"])
def test_one_line_a_paragraph_is_one_block_a_line(between: str) -> None:
    """Whether blank lines stand between them or not."""
    assert blocks(between.join(PARAGRAPHS)) == list(PARAGRAPHS)


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_hard_wrapped_paragraphs_are_not_cut_into_lines(width: int) -> None:
    """A blank line ends them."""
    assert blocks("\n\n".join(textwrap.fill(words, width) for words in PARAGRAPHS)) == list(PARAGRAPHS)


@pytest.mark.parametrize("width", [60, 72, 80])
def test_an_indented_line_begins_a_paragraph_of_a_wrapped_text(width: int) -> None:
    """As off an old wire, without blank lines."""
    text = "\n".join(textwrap.fill(words, width, initial_indent="    ") for words in PARAGRAPHS)
    assert blocks(text) == list(PARAGRAPHS)


def test_a_head_above_wrapped_text_stays_on_its_own_lines() -> None:
    """A headline and a byline are short, and what follows them begins with a capital."""
    body = [textwrap.fill(words, 72) for words in PARAGRAPHS]
    text = "Ferry sails again\nBy Jane Doe\n" + "\n\n".join(body)
    assert blocks(text) == ["Ferry sails again", "By Jane Doe", *PARAGRAPHS]


def test_items_and_headings_of_a_wrapped_text_are_blocks() -> None:
    """However full the line before them is, and in lower case too."""
    text = "\n\n".join(textwrap.fill(words, 72) for words in PARAGRAPHS)
    more = [
        "## What is next for the ferry and for the islands that have waited",
        "The harbour office means to open these, once the council has voted:",
        "- a pier",
        "- a new boat for the winter, which the islanders have asked for twice.",
        "- a waiting room",
    ]
    assert blocks(text + "\n\n" + "\n".join(more))[5:] == more


def test_short_lines_that_are_sentences_are_paragraphs() -> None:
    """Lines of a list are no longer than wrapped ones, but they end."""
    lines = ["Ferry sails again.", "Pier is repaired.", "Tickets are on sale.", "Council has not voted."]
    assert blocks("\n".join(lines)) == lines


def test_spans_are_trimmed_and_lie_in_the_text() -> None:
    """White space around a block does not belong to it, whatever white space it is."""
    text = "  \u00a0A b \t\n\n\u3000c\x0c\n"
    assert [(span.start, span.end, span.of(text)) for span in cut(text, lines_of(text))] == [
        (3, 6, "A b"),
        (11, 12, "c"),
    ]
