"""Words that somebody did not say are told as such wherever they are shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from onrecord.publish import citing
from onrecord.publish.citing import Citation

ARTICLE = {"byline": None, "title": "A bridge", "outlet": "The Post", "published": None, "path": "a", "url": None}
QUOTE = {"speaker": "Ada Roe", "text": "“It will fall”", "kind": "direct", "start_char": 0, "end_char": 14,
         "quote_key": "q", "cue": "never said"}  # fmt: skip


@pytest.mark.parametrize(("manner", "is_unsaid"), [("declines", True), ("says", False), (None, False)])
def test_a_citation_tells_what_was_left_unsaid(manner: str | None, is_unsaid: bool) -> None:  # noqa: FBT001
    """A direct quote behind "never said" is not cited as if it had been said."""
    line = Citation(ARTICLE, "here", str).of_quote({**QUOTE, "cue_class": manner})
    assert ("quoted as left unsaid in" in line) == is_unsaid


@pytest.mark.parametrize(("manner", "is_unsaid"), [("declines", True), ("denies", False)])
def test_a_note_tells_what_was_left_unsaid(manner: str, is_unsaid: bool) -> None:  # noqa: FBT001
    """Beside the class of the cue stands what it means."""
    folder = Path(citing.__file__).with_name("templates")
    call = Environment(loader=FileSystemLoader(folder), autoescape=True).from_string(
        '{% from "onrecord/_parts.html" import manner_class %}{{ manner_class({"cue_class": manner}) }}'
    )
    assert ("left unsaid" in call.render(manner=manner)) == is_unsaid
