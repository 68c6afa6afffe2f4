"""Quotes put together, or apart, for a page: by the article they stand in, by who says them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any


def by_article(quotes: Sequence[Any]) -> list[tuple[Any, list[Any]]]:
    """Quotes in a row from one article together: the first of them, for what they share, and all of them."""
    together = [list(rows) for _, rows in groupby(quotes, key=lambda quote: quote["article_key"])]
    return [(rows[0], rows) for rows in together]


def different_voices(quotes: Sequence[Any], most: int) -> list[Any]:
    """The first quotes of a list such that no speaker and no article comes twice."""
    chosen: list[Any] = []
    known: set[object] = set()
    for quote in quotes:
        keys = {quote["speaker_key"], quote["article_key"]}
        if len(chosen) < most and not known & keys:
            chosen.append(quote)
            known |= keys
    return chosen
