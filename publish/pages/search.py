"""Search: ranked, over quotes and over the whole text, with what matched marked and mistakes explained."""

from __future__ import annotations

from datasette.utils.asgi import Response

from onrecord.publish import asking
from onrecord.publish.corpus import Corpus
from onrecord.publish.marking import matched
from onrecord.publish.page import Page
from onrecord.publish.pages.listing import QUOTE, QUOTE_FROM, TITLE, pager
from onrecord.publish.pages.speakers import NAME_IS_LIKE, containing
from onrecord.schema.quotes import QUOTE_KINDS

SIZE = 20
# Results beyond this are not counted: a reader wants to know "many", and counting all takes as long as finding them.
MOST = 2000
# Control characters that no newspaper prints; where a text holds one, only the marking suffers.
BEGIN, END = "\x02", "\x03"

_FILTER = """(:kind = '' OR q.kind = :kind) AND (:speaker = '' OR q.speaker_id = (
    SELECT entity_id FROM entities WHERE entity_key = :speaker))"""
_COUNT_QUOTES = f"""SELECT count(*) AS whole FROM (
    SELECT 1 FROM quotes_fts JOIN quotes AS q ON q.quote_id = quotes_fts.rowid
    WHERE quotes_fts MATCH :words AND {_FILTER} LIMIT {MOST})"""
# The best are chosen by number alone; only they are looked up and marked.
_QUOTES = f"""WITH best AS (
    SELECT quotes_fts.rowid AS quote_id, quotes_fts.rank AS score,
           snippet(quotes_fts, 0, '{BEGIN}', '{END}', ' … ', 64) AS found
    FROM quotes_fts JOIN quotes AS q ON q.quote_id = quotes_fts.rowid
    WHERE quotes_fts MATCH :words AND {_FILTER} ORDER BY quotes_fts.rank LIMIT :size OFFSET :skip)
    SELECT {QUOTE}, best.found FROM {QUOTE_FROM} JOIN best ON best.quote_id = q.quote_id
    ORDER BY best.score, q.quote_id"""
_COUNT_TEXT = f"""SELECT count(*) AS whole FROM (
    SELECT 1 FROM paragraphs_fts WHERE paragraphs_fts MATCH :words LIMIT {MOST})"""
_TEXT = f"""WITH best AS (
    SELECT rowid AS paragraph_id, rank AS score, snippet(paragraphs_fts, 0, '{BEGIN}', '{END}', ' … ', 48) AS found
    FROM paragraphs_fts WHERE paragraphs_fts MATCH :words ORDER BY rank LIMIT :size OFFSET :skip)
    SELECT best.found, p.ordinal, p.kind, a.article_key, a.published, o.name AS outlet, {TITLE} AS title
    FROM best JOIN paragraphs AS p ON p.paragraph_id = best.paragraph_id
    JOIN articles AS a ON a.article_id = p.article_id LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id
    ORDER BY best.score, p.paragraph_id"""
_NAMES = f"""SELECT e.entity_key, e.name, e.type, e.quote_count, e.mention_count FROM entities AS e
    WHERE e.type <> 'unnamed' AND e.entity_id IN (
        SELECT n.entity_id FROM entity_names AS n WHERE {NAME_IS_LIKE})
    ORDER BY e.quote_count DESC, e.mention_count DESC, e.name LIMIT 8"""
_SPEAKER = "SELECT entity_key, name FROM entities WHERE entity_key = :key"


async def view(corpus: Corpus) -> Response:
    """The search page, with or without a question."""
    typed = corpus.asked("q")
    question = asking.read(typed)
    kind = corpus.asked("kind") if corpus.asked("kind") in QUOTE_KINDS else ""
    speaker = await corpus.row(_SPEAKER, key=corpus.asked("speaker"))
    narrowed = {"words": question.expression, "kind": kind, "speaker": speaker["entity_key"] if speaker else ""}
    quotes = text = 0
    if question.expression:
        quotes = await _count(corpus, _COUNT_QUOTES, **narrowed)
        text = await _count(corpus, _COUNT_TEXT, words=question.expression) if corpus.has_texts else 0
    # Unless the reader chose, whatever has results is shown.
    place = (corpus.has_texts and corpus.asked("place")) or (
        "text" if text and not quotes and not kind and not speaker else "quotes"
    )
    whole = text if place == "text" else quotes
    query = {"q": typed, "place": place, "kind": kind, "speaker": narrowed["speaker"]}
    pages = pager(corpus, SIZE, whole, "search", **query)
    results = []
    if question.expression:
        sql = _TEXT if place == "text" else _QUOTES
        values = {"words": question.expression} if place == "text" else narrowed
        found = await corpus.rows(sql, **values, size=SIZE, skip=(pages.number - 1) * SIZE)
        results = [(row, matched(row["found"], BEGIN, END)) for row in found]
    return await corpus.page(
        "search.html",
        typed=typed,
        notes=question.notes,
        understood=bool(question.expression),
        place=place,
        kind=kind,
        speaker=speaker,
        quotes=quotes,
        text=text,
        most=MOST,
        pages=pages,
        results=results,
        names=await corpus.rows(_NAMES, like=containing(typed)) if len(typed) > 2 else [],
    )


async def _count(corpus: Corpus, sql: str, **values: object) -> int:
    row = await corpus.row(sql, **values)
    return int(row["whole"]) if row else 0


PAGES = (Page("search", ("quotes", "articles", "entities", "entity_names", "outlets"), view),)
