"""Who may be one and who may be two: the list of ``onrecord review``, with what there is to judge each by."""

from __future__ import annotations

from datasette.utils.asgi import Response

from onrecord.publish.corpus import Corpus
from onrecord.publish.doubting import MOST, doubts, weighed
from onrecord.publish.identity import TABLES
from onrecord.publish.page import Page
from onrecord.publish.pages.listing import pager

SIZE = 10


async def view(corpus: Corpus) -> Response:
    """The doubts, most at stake first."""
    rows = await doubts(corpus)
    pages = pager(corpus, SIZE, len(rows), "review")
    start = (pages.number - 1) * SIZE
    shown = [await weighed(corpus, row) for row in rows[start : start + SIZE]]
    at_stake = sum(row["quotes"] for row in rows)
    return await corpus.page(
        "review.html", doubts=shown, whole=len(rows), most=MOST, first=start + 1, pages=pages, at_stake=at_stake
    )


PAGES = (
    Page(
        "review",
        (*TABLES, "entities", "entity_names", "quotes", "statements", "articles", "outlets", "paragraphs"),
        view,
    ),
)
