"""Search: ranked, over quotes and over the whole text, with what matched marked and mistakes explained."""

from __future__ import annotations

import sqlite3

from datasette.utils.asgi import Response
from markupsafe import Markup

from onrecord.publish import asking, narrowing
from onrecord.publish.corpus import Corpus
from onrecord.publish.marking import matched
from onrecord.publish.page import Page
from onrecord.publish.pages.contents import OUTLETS
from onrecord.publish.pages.listing import QUOTE, QUOTE_FROM, TITLE, Pager, pager
from onrecord.publish.pages.speakers import NAME_IS_LIKE, containing
from onrecord.schema.quotes import CUE_CLASSES

SIZE = 20
# Results beyond this are not counted: a reader wants to know "many", and counting all takes as long as finding them.
MOST = 2000
# Control characters that no newspaper prints; where a text holds one, only the marking suffers.
BEGIN, END = "\x02", "\x03"

# {join} and {conditions} are filled with the fixed clauses of ``narrowing``, never with what was typed.
_MATCHES = {
    "quotes": """FROM quotes_fts JOIN quotes AS q ON q.quote_id = quotes_fts.rowid {join}
        WHERE quotes_fts MATCH :words{conditions}""",
    "text": """FROM paragraphs_fts JOIN paragraphs AS p ON p.paragraph_id = paragraphs_fts.rowid {join}
        WHERE paragraphs_fts MATCH :words{conditions}""",
}
_COUNT = "SELECT count(*) AS whole FROM (SELECT 1 {matches} LIMIT :most)"
# The best are chosen by number alone; only they are looked up.
_RESULTS = {
    "quotes": f"""WITH best AS (
        SELECT quotes_fts.rowid AS quote_id, quotes_fts.rank AS score,
            snippet(quotes_fts, 0, '{BEGIN}', '{END}', ' … ', 64) AS found
        {{matches}} ORDER BY quotes_fts.rank LIMIT :size OFFSET :skip)
    SELECT {QUOTE}, best.found FROM {QUOTE_FROM} JOIN best ON best.quote_id = q.quote_id
    ORDER BY best.score, q.quote_id""",
    "text": f"""WITH best AS (
        SELECT paragraphs_fts.rowid AS paragraph_id, paragraphs_fts.rank AS score,
            snippet(paragraphs_fts, 0, '{BEGIN}', '{END}', ' … ', 48) AS found
        {{matches}} ORDER BY paragraphs_fts.rank LIMIT :size OFFSET :skip)
    SELECT best.found, p.ordinal, p.kind, a.article_key, a.published, o.name AS outlet, {TITLE} AS title
    FROM best JOIN paragraphs AS p ON p.paragraph_id = best.paragraph_id
    JOIN articles AS a ON a.article_id = p.article_id LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id
    ORDER BY best.score, p.paragraph_id""",
}
_NAMES = f"""SELECT e.entity_key, e.name, e.type, e.quote_count, e.mention_count FROM entities AS e
    WHERE e.type <> 'unnamed' AND e.entity_id IN (
        SELECT n.entity_id FROM entity_names AS n WHERE {NAME_IS_LIKE})
    ORDER BY e.quote_count DESC, e.mention_count DESC, e.name LIMIT 8"""
_SPEAKER = "SELECT entity_key, name FROM entities WHERE entity_key = :key"


def matches(place: str, narrowed: narrowing.Narrowed) -> str:
    """What follows SELECT in every search of a place (quotes or text)."""
    article = "q.article_id" if place == "quotes" else "p.article_id"
    join, conditions = narrowed.clause(article, quotes=place == "quotes")
    return _MATCHES[place].format(join=join, conditions=conditions)


async def view(corpus: Corpus) -> Response:
    """The search page, with or without a question."""
    typed = corpus.asked("q")
    question, narrowed = asking.read(typed), narrowing.read(corpus.asked)
    speaker = await corpus.row(_SPEAKER, key=narrowed.values.get("speaker", ""))
    counts = {"quotes": 0, "text": 0}
    for place in counts:
        if question.expression and (corpus.has_texts or place == "quotes"):
            counts[place] = await _count(corpus, question.expression, place, narrowed)
    place = _place(corpus, counts, narrowed)
    query = {"q": typed, "place": place} | narrowed.values
    pages = pager(corpus, SIZE, counts[place], "search", **query)
    return await corpus.page(
        "search.html",
        typed=typed,
        notes=(*question.notes, *narrowed.notes),
        understood=bool(question.expression),
        query=query,
        place=place,
        narrowed=narrowed.values,
        speaker=speaker,
        counts=counts,
        most=MOST,
        pages=pages,
        results=await _results(corpus, question.expression, place, narrowed, pages) if counts[place] else [],
        names=await corpus.rows(_NAMES, like=containing(typed)) if len(typed) > 2 else [],
        manners=CUE_CLASSES,
        outlets=await corpus.rows(OUTLETS),
    )


def _place(corpus: Corpus, counts: dict[str, int], narrowed: narrowing.Narrowed) -> str:
    """Where the reader searches: as chosen; else in quotes, unless only the text has anything."""
    if not corpus.has_texts or corpus.asked("place") == "quotes":
        return "quotes"
    only_text = counts["text"] and not counts["quotes"] and not {"kind", "manner", "speaker"} & narrowed.values.keys()
    return "text" if corpus.asked("place") == "text" or only_text else "quotes"


async def _count(corpus: Corpus, words: str, place: str, narrowed: narrowing.Narrowed) -> int:
    sql = _COUNT.format(matches=matches(place, narrowed))
    row = await corpus.row(sql, words=words, most=MOST, **narrowed.values)
    return int(row["whole"]) if row else 0


async def _results(
    corpus: Corpus, words: str, place: str, narrowed: narrowing.Narrowed, pages: Pager
) -> list[tuple[sqlite3.Row, Markup]]:
    sql = _RESULTS[place].format(matches=matches(place, narrowed))
    skip = (pages.number - 1) * SIZE
    found = await corpus.rows(sql, words=words, size=SIZE, skip=skip, **narrowed.values)
    return [(row, matched(row["found"], BEGIN, END)) for row in found]


PAGES = (
    Page("search", ("quotes", "statements", "articles", "paragraphs", "entities", "entity_names", "outlets"), view),
)
