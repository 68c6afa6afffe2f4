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


@pytest.mark.parametrize(
    ("byline", "people"),
    [
        ("Frances d'Emilio and Ali al-Sadr", ("Frances d'Emilio", "Ali al-Sadr")),
        ("Doe, Jane", ("Jane Doe",)),
        ("Doe, Jane B.; McRoe, John", ("Jane B. Doe", "John McRoe")),
        ("Jane Doe <jane@star.example>", ("Jane Doe",)),
        ("Jane Doe (jane@star.example)", ("Jane Doe",)),
        ("Jane Doe + John Roe", ("Jane Doe", "John Roe")),
        ("Opinion by Jane Doe", ("Jane Doe",)),
        ("Analysis by Jane Doe, CNN", ("Jane Doe",)),
        ("Story by Jane Doe, Photographs by John Roe", ("Jane Doe",)),
        ("Jane Doe. Illustrations by John Roe", ("Jane Doe",)),
        ("Photos by John Roe; Words by Jane Doe", ("Jane Doe",)),
        ("Story and photos by Jane Doe", ("Jane Doe",)),
        ("Text: Jane Doe", ("Jane Doe",)),
        ("Jane Doe Updated 3 May 2024", ("Jane Doe",)),
        ("Jane Doe – published on 3 May", ("Jane Doe",)),
        ("Von Anna Schmidt", ("Anna Schmidt",)),
        ("Par Jean-Luc Dupont et Marie Roe", ("Jean-Luc Dupont", "Marie Roe")),
        ("Jane Doe The Canadian Press", ("Jane Doe",)),
        ("Jane Doe for The Guardian", ("Jane Doe",)),
        ("李明、王芳", ("李明", "王芳")),
        ("记者 李明", ("李明",)),
    ],
)
def test_the_many_forms_of_a_byline_name_their_writers(byline: str, people: tuple[str, ...]) -> None:
    """In the usual order of names, without those who took the pictures."""
    assert people_in(byline) == people


@pytest.mark.parametrize(
    ("byline", "people"),
    [
        ("Paris, France", ()),
        ("Austin, Texas", ()),
        ("Doe, PhD", ()),
        ("Reuters, London", ()),
        ("Jane Doe, London", ("Jane Doe",)),
        ("Von Miller", ("Von Miller",)),
        ("Von der Leyen", ("Von der Leyen",)),
        ("Photos by John Roe", ()),
        ("Opinion by Editorial Board", ()),
        ("新华社", ()),
        ("周刊", ()),
        ("Death by Chocolate", ()),
    ],
)
def test_what_only_looks_like_such_a_form_names_nobody_new(byline: str, people: tuple[str, ...]) -> None:
    """Two towns, a title, a picture's credit, a paper; a name that begins like "by" stays whole."""
    assert people_in(byline) == people
