"""Titles and offices beside a name, as written."""

from __future__ import annotations

import pytest

from onrecord.ingest.entities.titles import titles_of
from onrecord.ingest.spans import Span


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Defense Secretary Jane Roe spoke.", ("Defense Secretary",)),
        ("On Monday President Jane Roe spoke.", ("President",)),
        ("US Secretary of State Jane Roe spoke.", ("US Secretary of State",)),
        ("The actor Jane Roe spoke.", ("actor",)),
        ("said former president Jane Roe.", ("former president",)),
        ("Jane Roe, the head of the Harbour Board, spoke.", ("head of the Harbour Board",)),
        ("Mayor Jane Roe, a lawyer, spoke.", ("Mayor", "lawyer")),
        ("Jane Roe, who spoke, left.", ()),
        ("In Springfield Jane Roe spoke.", ()),
        ("Jane Roe, Springfield, spoke.", ()),
        ("He told Jane Roe.", ()),
    ],
)
def test_titles_stand_as_written(text: str, titles: tuple[str, ...]) -> None:
    """The title in front and the apposition behind count where they hold an office or occupation."""
    start = text.index("Jane Roe")
    assert titles_of(text, Span(start, start + len("Jane Roe"))) == titles
