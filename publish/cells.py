"""Cells of Datasette's own tables: stable keys and row numbers as links into our pages, figures one can read."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from onrecord.publish import figures, links
from onrecord.publish.marking import matched
from onrecord.publish.recognise import is_ours

# Column -> the page that shows what it points to.
PAGES = {
    "article": ("article_id", "article_key"),
    "entity": ("entity_id", "entity_key", "speaker_id", "other_id"),
    "quote": ("quote_id", "quote_key", "continues_quote_id"),
    "statement": ("statement_id", "statement_key"),
}
# Words -> the page and the column beside them that says of which row.
NAMED_BY = {"speaker": ("entity", "speaker_id"), "article_title": ("article", "article_id")}
_PAGE_OF = {column: page for page, columns in PAGES.items() for column in columns}
# What the canned searches put around what matched.
MATCH_BEGIN, MATCH_END = "⟦", "⟧"
LONGEST_LABEL = 80


def shown(row: Any, value: Any, column: str, database: str, datasette: Any) -> str | None:
    """How a cell is shown; None leaves it to Datasette."""
    if value is None or not is_ours(datasette, database):
        return None
    if column == "confidence" and isinstance(value, float):
        return Markup('<span title="{}">{}</span>').format(value, figures.sureness(value))
    if column == "match" and isinstance(value, str):
        return matched(value, MATCH_BEGIN, MATCH_END)
    page, key = _PAGE_OF.get(column), value
    if column in NAMED_BY:
        page, beside = NAMED_BY[column]
        key = row[beside] if beside in row.keys() else None  # noqa: SIM118 - a row is no dictionary
    # A foreign key that Datasette has looked up comes as value and label; what has no label is called by its number.
    label = (value["label"] or value["value"]) if isinstance(value, dict) else value
    return (
        _link(datasette, database, page, key["value"] if isinstance(key, dict) else key, str(label)) if page else None
    )


def _link(datasette: Any, database: str, page: str, key: Any, words: str) -> Markup | None:
    """The words as a link to the page of a stable key or a row number; None where it is neither."""
    if isinstance(key, str):
        address = links.path(datasette, database, page, key)
    elif isinstance(key, int) and 0 < key < 10**18:
        address = links.path(datasette, database, page, "row", str(key))
    else:
        return None
    if len(words) > LONGEST_LABEL:
        words = f"{words[: LONGEST_LABEL - 1]}…"
    return Markup('<a href="{}">{}</a>').format(address, words)
