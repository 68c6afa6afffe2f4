"""What a page is: an address, the tables it reads, and the function that answers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from datasette.utils.asgi import Response

# Part of an address: a stable key. It may be anything, for it is only ever a bound value.
KEY = r"(?P<key>[^/]+)"
# The table that holds the articles' full texts.
TEXTS = "paragraphs"
# Part of an address: a row number that fits SQLite's 64 bits.
ROW = r"(?P<row>\d{1,18})"


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    ``pattern``: the address after ``/database/``, a regular expression whose named groups become arguments.
    ``tables``: all that it reads; who may not see one of them may not see the page. ``paragraphs`` alone closes none: a
    page shows quotes without the words around them where full texts are withheld (``Corpus.has_texts``).
    ``beside``: read for a part of the page that is left out for whoever may not see one of them.
    """

    pattern: str
    tables: tuple[str, ...]
    view: Callable[..., Awaitable[Response]]
    beside: tuple[str, ...] = ()

    @property
    def needed(self) -> tuple[str, ...]:
        """The tables without which there is no page."""
        return tuple(table for table in self.tables if table != TEXTS)


class MissingError(Exception):
    """There is nothing under this address; the message says what was looked for."""
