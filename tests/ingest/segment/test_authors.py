"""Which people a byline names."""

from __future__ import annotations

import pytest

from onrecord.ingest.segment.authors import people_in


@pytest.mark.parametrize(
    ("byline", "people"),
    [
        ("By Jane Doe and John Roe, Reuters", ("Jane Doe", "John Roe")),
        ("Jane Doe, John Roe and Mary Major", ("Jane Doe", "John Roe", "Mary Major")),
        ("Jane Doe, John Roe, and Mary Major", ("Jane Doe", "John Roe", "Mary Major")),
        ("Jane Doe; John Roe", ("Jane Doe", "John Roe")),
        ("Jane Doe; Jane Doe", ("Jane Doe",)),
        ("JANE DOE", ("JANE DOE",)),
        ("Jane Doe in Niamey and John Roe in Paris", ("Jane Doe", "John Roe")),
        ("Jane Doe, Health Reporter, and John Roe", ("Jane Doe", "John Roe")),
        ("Jane Doe Staff Writer", ("Jane Doe",)),
        ("Jane Doe Reuters", ("Jane Doe",)),
        ("Jane Doe @janedoe", ("Jane Doe",)),
        ("Jane Doe/Reuters", ("Jane Doe",)),
        ("Jane Doe, New York", ("Jane Doe",)),
        ("Jane Doe, Niamey", ("Jane Doe",)),
        ("Jane Doe, PhD", ("Jane Doe",)),
        ("John Roe, Jr., and Jane Doe", ("John Roe Jr.", "Jane Doe")),
        ("Jane van der Berg & John O’Neil-Roe", ("Jane van der Berg", "John O’Neil-Roe")),
        ("Xi Jinping", ("Xi Jinping",)),
        ("Jane Doe with AFP", ("Jane Doe",)),
        ("Associated Press", ()),
        ("The Daily Star", ()),
        ("The Intercept", ()),
        ("BBC News", ()),
        ("Guardian staff reporter", ()),
        ("Editorial Board", ()),
        ("Reuters", ()),
        ("Staff", ()),
        ("admin", ()),
        ("https://example.org/authors/jane", ()),
        ("", ()),
        (" , ; and ", ()),
    ],
)
def test_people_are_told_from_where_and_as_what_they_work(byline: str, people: tuple[str, ...]) -> None:
    """In the byline's order, each once; what may be an outlet is no author."""
    assert people_in(byline) == people
