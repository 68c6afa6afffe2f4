"""Words for Datasette's own pages: titles, licence, facets and labels, and what every table and column means.

The words of tables and columns are the models' own comments, so that the schema and the site cannot disagree. A user's
metadata file wins over all of this: Datasette merges it last.
"""

from __future__ import annotations

import copy
from functools import cache
from typing import Any

from onrecord.publish.links import home_path
from onrecord.publish.recognise import corpora
from onrecord.schema import Base, fulltext, said

TITLE = "On the record"
DESCRIPTION = (
    "News articles and what people are reported to have said in them: every quote with its speaker, its words, its "
    "exact place in the article, how the speaker was found and how sure that is. A machine found the quotes: read the "
    "article before you print one."
)
LICENCE = (
    "The articles' texts belong to their publishers; labels and offsets were produced by onrecord, whose code is under "
    "the MIT licence"
)

# What Datasette is told about single tables, beside their words. Every name is checked against the models by a test.
SETTINGS: dict[str, dict[str, Any]] = {
    "said": {
        "facets": ["kind", "speaker", "outlet", "attribution"],
        "facet_size": 10,
        "sort_desc": "published",
        "fts_table": "quotes_fts",
        "fts_pk": "quote_id",
        "size": 50,
    },
    "quotes": {
        "facets": ["kind", "attribution"],
        "fts_table": "quotes_fts",
        "fts_pk": "quote_id",
        "label_column": "text",
        "size": 50,
    },
    "paragraphs": {"facets": ["kind"], "fts_table": "paragraphs_fts", "fts_pk": "paragraph_id", "size": 50},
    "articles": {"facets": ["outlet_id", "language"], "sort_desc": "published", "label_column": "title"},
    "entities": {"facets": ["type"], "sort_desc": "quote_count", "label_column": "name"},
    "mentions": {"facets": ["type"]},
    "statements": {"sort_desc": "article_count", "label_column": "text"},
    "findings": {"facets": ["code"], "label_column": "message"},
    "documents": {"facets": ["format"], "label_column": "path"},
    "ingest_runs": {"sort_desc": "started_at", "label_column": "started_at"},
    "outlets": {"label_column": "name"},
    "authors": {"label_column": "name"},
    "article_fields": {"facets": ["name", "source"]},
}
# Machinery nobody reads: the migrations' mark. Full-text tables are hidden by Datasette itself and here by name.
HIDDEN = ("alembic_version", *fulltext.INDEXES)


@cache
def _tables() -> dict[str, dict[str, Any]]:
    words: dict[str, dict[str, Any]] = {
        name: {"description": model.comment, "columns": {column.name: column.comment for column in model.columns}}
        for name, model in Base.metadata.tables.items()
    }
    words[said.NAME] = {
        "description": said.COMMENT,
        "columns": {name: comment for name, _, comment in said.COLUMNS},
    }
    for name, settings in SETTINGS.items():
        words[name] |= settings
    for table in words.values():
        table["license"] = LICENCE
    return words | {name: {"hidden": True} for name in HIDDEN}


def metadata(datasette: Any) -> dict[str, Any]:
    """What Datasette shows and uses for our databases.

    Out: the ``databases`` part of a metadata dictionary, made anew for each call because Datasette writes into it.
    """
    databases = {}
    for database in corpora(datasette):
        tables = copy.deepcopy(_tables())
        for table in tables.values():
            table |= {"about": TITLE, "about_url": home_path(datasette, database.name)}
        databases[database.name] = {
            "title": TITLE,
            "description": DESCRIPTION,
            "license": LICENCE,
            "about": "the reading pages of this corpus",
            "about_url": home_path(datasette, database.name),
            "tables": tables,
        }
    return {"databases": databases} if databases else {}
