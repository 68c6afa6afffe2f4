"""Where a chain of joined keys leads."""

from __future__ import annotations

import pytest

from onrecord.ingest.identities import end_of


@pytest.mark.parametrize(
    ("to", "key", "end"),
    [
        ({}, "a", "a"),
        ({"c": "b", "b": "a"}, "c", "a"),
        ({"b": "c", "c": "b"}, "c", "b"),
        ({"a": "c", "c": "b", "b": "c"}, "a", "b"),
    ],
)
def test_a_chain_leads_to_its_end_and_a_circle_to_its_first(to: dict[str, str], key: str, end: str) -> None:
    """What leads into a circle ends where those in it end, also where its own name comes before theirs."""
    assert end_of(to, key) == end
