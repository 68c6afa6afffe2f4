"""What a page is: an address, the tables it reads, and the function that answers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from datasette.utils.asgi import Response

# Part of an address: a stable key. It may be anything, for it is only ever a bound value.
KEY = r"(?P<key>[^/]+)"
# Part of an address: a row number that fits SQLite's 64 bits.
ROW = r"(?P<row>\d{1,18})"


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    ``pattern``: the address after ``/database/``, a regular expression whose named groups become arguments.
    ``tables``: what it reads; who may not see one of them may not see the page. Full texts (paragraphs) are not named
    here: a page shows quotes alone where they are withheld (``Corpus.has_texts``).
    """

    pattern: str
    tables: tuple[str, ...]
    view: Callable[..., Awaitable[Response]]


class MissingError(Exception):
    """There is nothing under this address; the message says what was looked for."""
