"""The names metadata goes by, and how its values are written down."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.ingest.metadata import ALIASES, as_text, field_name, fields_of
from onrecord.ingest.records import Field


@pytest.mark.parametrize(("name", "keys"), ALIASES.items())
def test_a_field_goes_by_all_its_names(name: str, keys: tuple[str, ...]) -> None:
    """In any case, with hyphens or blanks."""
    for key in keys:
        assert field_name(key, "x") == name
        assert field_name(f" {key.upper().replace('_', '-')} ", "x") == name
        assert field_name(key.replace("_", " "), "x") == name


def test_no_name_stands_for_two_fields() -> None:
    """A key is looked up in one list."""
    keys = [key for keys in ALIASES.values() for key in keys]
    assert len(set(keys)) == len(keys)


def test_a_source_that_is_an_address_is_the_url() -> None:
    """Web clippers write it so."""
    assert field_name("source", "https://example.org/a") == "url"
    assert field_name("source", "The Star") == "outlet"
    assert field_name("mood", "https://example.org/a") is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("  Jane Doe ", "Jane Doe"),
        (["Jane Doe", "", None, "John Roe"], "Jane Doe; John Roe"),
        ({"@type": "Person", "name": "Jane Doe"}, "Jane Doe"),
        ([{"name": "Jane Doe"}, {"literal": "John Roe"}, {"id": 7}], "Jane Doe; John Roe"),
        (2024, "2024"),
        (True, None),
        (None, None),
        ("", None),
        ([], None),
        ({}, None),
        ([[[[["deep"]]]]], None),
    ],
)
def test_values_become_one_string(value: object, text: str | None) -> None:
    """Lists of authors and schema.org's objects too; what says nothing is None."""
    assert as_text(value) == text


def test_the_best_key_of_a_field_comes_first() -> None:
    """A site's own name is better than its host name, wherever it stands."""
    values = {"hostname": "star.example", "SiteName": "The Star", "words": 700, "author": None}
    assert fields_of(values, "sidecar") == (
        Field("outlet", "The Star", "sidecar"),
        Field("outlet", "star.example", "sidecar"),
    )


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("publishedAt", "published"), ("pubDate", "published"), ("PublishDate", "published"),
        ("created_at", "published"),
        ("webPublicationDate", "published"), ("article:published_time", "published"), ("dc:creator", "byline"),
        ("authorName", "byline"), ("writer", "byline"), ("siteName", "outlet"), ("sourceName", "outlet"),
        ("heading", "title"), ("og:title", "title"), ("canonicalUrl", "url"), ("updatedAt", None), ("image", None),
        ("x" * 5000, None),
    ],
)  # fmt: skip
def test_keys_are_known_however_programs_write_them(key: str, name: str | None) -> None:
    """With capitals inside, or with the name of their vocabulary before them."""
    assert field_name(key, "x") == name


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"time": "10:30"}, []),
        ({"timestamp": 1714730400}, [("published", "1714730400")]),
        ({"time": "2024-05-03 10:30"}, [("published", "2024-05-03 10:30")]),
        ({"created_at": "2023", "date": "2024-05-03"}, [("published", "2024-05-03"), ("published", "2023")]),
        ({"uri": "urn:newsml:1"}, []),
        ({"uri": "https://s.example/a"}, [("url", "https://s.example/a")]),
        ({"media": "https://s.example/a.jpg"}, []),
        ({"media": "The Star"}, [("outlet", "The Star")]),
        ({"source": "https://www.star.example/"}, [("outlet", "star.example")]),
        ({"source": "https://star.example/a"}, [("url", "https://star.example/a")]),
        ({"name": "Ferry", "headline": "Sails"}, [("title", "Sails"), ("title", "Ferry")]),
        ({"author": "7"}, []),
        ({"outlet": "1843", "title": "7"}, [("outlet", "1843"), ("title", "7")]),
    ],
)
def test_a_key_that_says_many_things_counts_for_what_it_can_be(values: Any, said: list[tuple[str, str]]) -> None:
    """A time needs a year, an address an address; the front page of a site is its name."""
    assert [(field.name, field.value) for field in fields_of(values, "record")] == said
