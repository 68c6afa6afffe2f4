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
_PAGE_OF = {column: page for page, columns in PAGES.items() for column in columns}
# What the canned searches put around what matched.
MATCH_BEGIN, MATCH_END = "⟦", "⟧"
LONGEST_LABEL = 80


def shown(value: Any, column: str, database: str, datasette: Any) -> str | None:
    """How a cell is shown; None leaves it to Datasette."""
    if value is None or not is_ours(datasette, database):
        return None
    if column == "confidence" and isinstance(value, float):
        return Markup('<span title="{}">{}</span>').format(value, figures.sureness(value))
    if column == "match" and isinstance(value, str):
        return matched(value, MATCH_BEGIN, MATCH_END)
    page = _PAGE_OF.get(column)
    # A foreign key that Datasette has looked up comes as value and label.
    identity, label = (value["value"], value["label"]) if isinstance(value, dict) else (value, value)
    if page is None:
        return None
    if column.endswith("_key") and isinstance(identity, str):
        address = links.path(datasette, database, page, identity)
    elif isinstance(identity, int) and 0 < identity < 10**18:
        address = links.path(datasette, database, page, "row", str(identity))
    else:
        return None
    words = str(label)
    if len(words) > LONGEST_LABEL:
        words = f"{words[: LONGEST_LABEL - 1]}…"
    return Markup('<a href="{}">{}</a>').format(address, words)
