"""An article's reference as a file for Zotero, LaTeX and other programs that keep literature."""

from __future__ import annotations

import json

from datasette.utils.asgi import Response

from onrecord.publish import references
from onrecord.publish.corpus import Corpus
from onrecord.publish.page import KEY, MissingError, Page

_ARTICLE = """SELECT a.article_id, a.article_key, a.title, a.published, a.url, a.language, o.name AS outlet
    FROM articles AS a LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id WHERE a.article_key = :key"""
_AUTHORS = """SELECT u.name FROM article_authors AS w JOIN authors AS u ON u.author_id = w.author_id
    WHERE w.article_id = :article AND w.role = 'author' ORDER BY w.ordinal"""


async def view(corpus: Corpus, key: str, ending: str) -> Response:
    """The reference in the format that the address ends with: ris, bib or csl."""
    article = await corpus.row(_ARTICLE, key=key)
    if article is None:
        raise MissingError(f"article {key}")
    authors = [row["name"] for row in await corpus.rows(_AUTHORS, article=article["article_id"])]
    work = references.Work.of(article, authors, corpus.link("article", key))
    if ending == "ris":
        return corpus.answer(references.ris(work), "application/x-research-info-systems; charset=utf-8")
    if ending == "bib":
        return corpus.answer(references.bibtex(work), "application/x-bibtex; charset=utf-8")
    csl = json.dumps([references.csl(work)], ensure_ascii=False, indent=1)
    return corpus.answer(csl, "application/vnd.citationstyles.csl+json")


PAGES = (
    Page(rf"article/{KEY}/cite/(?P<ending>ris|bib|csl)", ("articles", "outlets", "authors", "article_authors"), view),
)
