"""What somebody said as an Atom feed, to be followed in a feed reader."""

from __future__ import annotations

from datasette.utils.asgi import Response

from onrecord.publish.corpus import Corpus
from onrecord.publish.page import KEY, MissingError, Page
from onrecord.publish.pages.listing import QUOTE, QUOTE_FROM

MOST = 50

_ENTITY = "SELECT entity_id, name FROM entities WHERE entity_key = :key"
# A feed's time is when a quote came into the corpus: articles may be undated, and a feed reader needs an instant.
_QUOTES = f"""SELECT {QUOTE}, coalesce(r.finished_at, r.started_at) AS added FROM {QUOTE_FROM}
    JOIN documents AS d ON d.document_id = a.document_id JOIN ingest_runs AS r ON r.ingest_run_id = d.ingest_run_id
    WHERE q.speaker_id = :entity ORDER BY a.published DESC, a.article_id, q.start_char LIMIT {MOST}"""
_LAST = "SELECT max(coalesce(finished_at, started_at)) AS added FROM ingest_runs"


async def view(corpus: Corpus, key: str) -> Response:
    """The newest quotes of an entity.

    Source: The Atom Syndication Format, RFC 4287.
    """
    entity = await corpus.row(_ENTITY, key=key)
    if entity is None:
        raise MissingError(f"person or name {key}")
    quotes = await corpus.rows(_QUOTES, entity=entity["entity_id"])
    last = await corpus.row(_LAST)
    body = await corpus.render(
        "feed.xml", entity=entity, key=key, quotes=quotes, updated=last["added"] if last else None
    )
    return corpus.answer(body, "application/atom+xml; charset=utf-8")


PAGES = (Page(f"entity/{KEY}/feed", ("entities", "quotes", "articles", "outlets", "documents", "ingest_runs"), view),)
