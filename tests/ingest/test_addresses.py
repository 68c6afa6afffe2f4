"""Which addresses lead to one page."""

from __future__ import annotations

import pytest

from onrecord.ingest.addresses import address_key


@pytest.mark.parametrize(
    "address",
    [
        "https://star.example/a/b",
        "http://star.example/a/b",
        "https://www.Star.Example/a/b",
        "https://star.example:443/a/b/",
        "https://star.example/a/b#comments",
        "https://star.example/a/b?",
        "https://star.example/a/b?utm_source=letter&UTM_Campaign=x",
        "https://star.example/a/b?fbclid=abc&gclid=def#top",
        " https://star.example/a/b ",
    ],
)
def test_what_does_not_change_the_page_does_not_count(address: str) -> None:
    """Scheme, www., case of the host, usual ports, a last slash, the place in the page, what tracks readers."""
    assert address_key(address) == "star.example/a/b"


@pytest.mark.parametrize(
    "address",
    [
        "https://star.example/a/B",
        "https://star.example/a",
        "https://m.star.example/a/b",
        "https://wwwstar.example/a/b",
        "https://star.example:8080/a/b",
        "https://star.example/a/b?page=2",
        "https://star.example/a/b?source=letter",
        "https://star.example/a/b#!/article/1",
        "https://star.example/a/b#/article/1",
        "https://[star.example/a/b",
        "https:///a/b",
    ],
)
def test_what_may_name_another_page_counts(address: str) -> None:
    """Path and other parameters, other hosts, routes of a page's script; what cannot be taken apart stays."""
    assert address_key(address) != address_key("https://star.example/a/b")


def test_no_address_is_none_and_parameters_keep_their_order() -> None:
    """The key can be read."""
    assert address_key(None) is None
    assert address_key("https://star.example/?b=2&utm_id=1&a=1") == "star.example?b=2&a=1"
