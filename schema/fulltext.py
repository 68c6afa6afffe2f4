"""Full-text search over paragraphs and quotes (SQLite FTS5).

The index holds no text of its own: it points into the table (external content). It is filled by batch after the rows,
which is more than twice as fast as by triggers.
"""

from __future__ import annotations

# Index table -> (content table, its row number). Datasette needs the quotes around the content table's name to see it.
INDEXES: dict[str, tuple[str, str]] = {
    "paragraphs_fts": ("paragraphs", "paragraph_id"),
    "quotes_fts": ("quotes", "quote_id"),
}


def create(index: str) -> str:
    """The CREATE statement of a full-text table. Accents are folded, so that Ndjamena finds N'Djaména."""
    content, rowid = INDEXES[index]
    return (
        f'CREATE VIRTUAL TABLE {index} USING fts5(text, content="{content}", content_rowid="{rowid}", '
        'tokenize="unicode61 remove_diacritics 2")'
    )


def add_rows(index: str) -> str:
    """The statement that adds all rows from number ``:first`` on."""
    content, rowid = INDEXES[index]
    return f"INSERT INTO {index}(rowid, text) SELECT {rowid}, text FROM {content} WHERE {rowid} >= :first"


def check(index: str) -> str:
    """The statement that fails where the index and its table disagree (FTS5's own integrity check)."""
    return f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)"
