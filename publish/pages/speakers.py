"""Who is quoted: everybody, most quoted first, found by name."""

from __future__ import annotations

from datasette.utils.asgi import Response

from onrecord.publish import asking
from onrecord.publish.corpus import Corpus
from onrecord.publish.page import Page
from onrecord.publish.pages.listing import pager

SIZE = 100

# Only names with accents pay for taking them off.
NAME_IS_LIKE = r"CASE WHEN n.name GLOB '*[^ -~]*' THEN plain(n.name) ELSE n.name END LIKE :like ESCAPE '\'"
_WHERE = f"""FROM entities AS e WHERE e.quote_count > 0 AND e.type <> 'unnamed' AND (:name = '' OR e.entity_id IN (
    SELECT n.entity_id FROM entity_names AS n WHERE {NAME_IS_LIKE}))"""
_COUNT = f"SELECT count(*) AS whole {_WHERE}"
_SPEAKERS = f"""SELECT e.entity_key, e.name, e.type, e.quote_count, e.article_count {_WHERE}
    ORDER BY e.quote_count DESC, e.name LIMIT :size OFFSET :skip"""
_UNNAMED = "SELECT count(*) AS whole FROM entities WHERE quote_count > 0 AND type = 'unnamed'"


def containing(words: str) -> str:
    """A LIKE pattern for names that contain the words, with or without accents."""
    escaped = asking.plain(words).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


async def view(corpus: Corpus) -> Response:
    """Everybody who is quoted, or those whose names contain what the address asks for."""
    name = corpus.asked("name")[:100]
    counted = await corpus.row(_COUNT, name=name, like=containing(name))
    whole = counted["whole"] if counted else 0
    pages = pager(corpus, SIZE, whole, "speakers", name=name)
    rows = await corpus.rows(_SPEAKERS, name=name, like=containing(name), size=SIZE, skip=(pages.number - 1) * SIZE)
    unnamed = await corpus.row(_UNNAMED)
    return await corpus.page(
        "speakers.html",
        speakers=rows,
        whole=whole,
        pages=pages,
        name=name,
        most=max((row["quote_count"] for row in rows), default=0),
        unnamed=unnamed["whole"] if unnamed else 0,
    )


PAGES = (Page("speakers", ("entities", "entity_names"), view),)
