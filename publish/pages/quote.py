"""A quote's permanent address leads to its place in the article."""

from __future__ import annotations

from datasette.utils.asgi import Response

from onrecord.publish.corpus import Corpus
from onrecord.publish.page import KEY, MissingError, Page
from onrecord.publish.pages.rows import by_row

_PLACE = """SELECT a.article_key FROM quotes AS q JOIN articles AS a ON a.article_id = q.article_id
    WHERE q.quote_key = :key"""


async def view(corpus: Corpus, key: str) -> Response:
    """Lead to the article, at the quote."""
    found = await corpus.row(_PLACE, key=key)
    if found is None:
        raise MissingError(f"quote {key}")
    return Response.redirect(f"{corpus.path('article', found['article_key'])}#q-{key}")


PAGES = (Page(f"quote/{KEY}", ("quotes", "articles"), view), by_row("quote", "quotes"))
