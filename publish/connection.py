"""Every connection to our files: limits for what strangers may ask, and SQL functions for search."""

from __future__ import annotations

import sqlite3
from typing import Any

from onrecord.publish import asking
from onrecord.publish.recognise import is_ours

# One value may not be longer (bytes). Without a limit one ``zeroblob`` makes the server build gigabytes; a long novel
# without a single paragraph break is about as long, a newspaper's longest paragraph far below.
LONGEST_VALUE = 1_000_000


def prepare(conn: sqlite3.Connection, database: str, datasette: Any) -> None:
    """Set limits and functions on a connection to one of our files; others stay as they are.

    SQL gains ``search_words(typed)``, what ``MATCH`` understands of a typed question, and ``plain(words)``, the words
    without accents and capitals. Core's ``escape_fts``, behind the
    search box of its table pages, becomes the same: core's own gives an error for a lone quotation mark.
    """
    if not is_ours(datasette, database):
        return
    conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    for name in ("search_words", "escape_fts"):
        conn.create_function(name, 1, _search_words, deterministic=True)
    conn.create_function("plain", 1, lambda words: asking.plain(str(words or "")), deterministic=True)


def _search_words(typed: object) -> str:
    # Nothing to look for is a phrase of no words, which finds nothing and is no error.
    return asking.read(str(typed or "")).expression or '""'
