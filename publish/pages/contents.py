"""The table of contents: every article, newest first."""

from __future__ import annotations

from itertools import groupby

from datasette.utils.asgi import Response

from onrecord.publish import figures
from onrecord.publish.corpus import Corpus
from onrecord.publish.page import Page
from onrecord.publish.pages.listing import ARTICLE, ARTICLE_FROM, pager

SIZE = 60

_COUNT = "SELECT count(*) AS whole FROM articles AS a WHERE :outlet = '' OR a.outlet_id = :outlet"
_ARTICLES = f"""SELECT {ARTICLE} FROM {ARTICLE_FROM} WHERE :outlet = '' OR a.outlet_id = :outlet
    ORDER BY a.published DESC, a.article_id LIMIT :size OFFSET :skip"""
OUTLETS = """SELECT o.outlet_id, o.name, count(*) AS article_count FROM outlets AS o
    JOIN articles AS a ON a.outlet_id = o.outlet_id
    GROUP BY o.outlet_id ORDER BY article_count DESC, o.name LIMIT 200"""


async def view(corpus: Corpus) -> Response:
    """The articles by month, of one outlet where the address names one."""
    asked = corpus.asked("outlet")
    outlet = int(asked) if asked.isascii() and asked.isdigit() and len(asked) <= 18 else ""
    counted = await corpus.row(_COUNT, outlet=outlet)
    whole = counted["whole"] if counted else 0
    pages = pager(corpus, SIZE, whole, "contents", outlet=outlet)
    rows = await corpus.rows(_ARTICLES, outlet=outlet, size=SIZE, skip=(pages.number - 1) * SIZE)
    months = [
        (figures.day(month) if month else "Undated", list(articles))
        for month, articles in groupby(rows, key=lambda row: (row["published"] or "")[:7])
    ]
    outlets = await corpus.rows(OUTLETS)
    return await corpus.page("contents.html", months=months, whole=whole, pages=pages, outlets=outlets, outlet=outlet)


PAGES = (Page("contents", ("articles", "outlets", "quotes"), view),)
