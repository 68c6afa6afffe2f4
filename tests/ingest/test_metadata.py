"""The names metadata goes by, and how its values are written down."""

from __future__ import annotations

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
