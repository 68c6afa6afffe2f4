"""A person or another entity: what it said, newest first; its names; where and with whom it is named."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from itertools import groupby

from datasette.utils.asgi import Response

from onrecord.publish import figures
from onrecord.publish.corpus import Corpus
from onrecord.publish.page import KEY, MissingError, Page
from onrecord.publish.pages.listing import QUOTE, QUOTE_FROM, TITLE, pager
from onrecord.publish.pages.rows import by_row

SIZE = 40
NAMED_IN = 25
# Somebody on every page of a large corpus: what stands beside is counted in this many paragraphs.
NEIGHBOURHOOD = 3000
# Time is drawn by month up to this many months, else by year, and not at all for fewer than three columns.
MOST_COLUMNS, FEWEST_COLUMNS = 60, 3

_ENTITY = "SELECT * FROM entities WHERE entity_key = :key"
_NAMES = """SELECT name, mention_count FROM entity_names WHERE entity_id = :entity
    ORDER BY mention_count DESC, name LIMIT 60"""
_QUOTES = f"""SELECT {QUOTE} FROM {QUOTE_FROM} WHERE q.speaker_id = :entity
    ORDER BY a.published DESC, a.article_id, q.start_char LIMIT :size OFFSET :skip"""
_KINDS = "SELECT kind, count(*) AS quote_count FROM quotes WHERE speaker_id = :entity GROUP BY kind"
_TIMES = """SELECT substr(a.published, 1, 7) AS period, q.kind, count(*) AS quote_count
    FROM quotes AS q JOIN articles AS a ON a.article_id = q.article_id
    WHERE q.speaker_id = :entity AND a.published IS NOT NULL GROUP BY period, q.kind ORDER BY period"""
# Each article with the first naming in it, and the words around that.
_NAMED_IN = f"""SELECT a.article_key, a.published, o.name AS outlet, {TITLE} AS title, count(*) AS mention_count,
    min(p.ordinal) AS ordinal, max(m.start_char - p.start_char - 90, 0) AS cut, length(p.text) AS whole,
    substr(p.text, max(m.start_char - p.start_char - 90, 0) + 1,
           min(m.start_char - p.start_char, 90)) AS before,
    substr(p.text, m.start_char - p.start_char + 1, m.end_char - m.start_char) AS name,
    substr(p.text, m.end_char - p.start_char + 1, 110) AS after, m.end_char - p.start_char AS stop
    FROM mentions AS m JOIN paragraphs AS p ON p.paragraph_id = m.paragraph_id
    JOIN articles AS a ON a.article_id = p.article_id LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id
    WHERE m.entity_id = :entity GROUP BY a.article_id ORDER BY a.published DESC, a.article_id LIMIT {NAMED_IN}"""
_BESIDE = f"""SELECT e.entity_key, e.name, e.type, count(DISTINCT m.paragraph_id) AS together
    FROM (SELECT DISTINCT paragraph_id FROM mentions WHERE entity_id = :entity LIMIT {NEIGHBOURHOOD}) AS near
    JOIN mentions AS m ON m.paragraph_id = near.paragraph_id JOIN entities AS e ON e.entity_id = m.entity_id
    WHERE m.entity_id <> :entity AND e.type <> 'unnamed' GROUP BY e.entity_id ORDER BY together DESC, e.name LIMIT 12"""


def columns(rows: Sequence[sqlite3.Row]) -> list[tuple[str, Mapping[str, int]]]:
    """Counts by kind in columns of time, empty months or years included.

    In: rows of period (year or year and month), kind and quote_count. Out: nothing where there is too little to see.
    Unsure: where one date is a year only, everything is counted by year.
    """
    counts: dict[str, dict[str, int]] = {}
    periods = sorted({row["period"] for row in rows})
    by_month = all(len(period) == 7 for period in periods)
    if by_month and periods and _months(periods[-1]) - _months(periods[0]) >= MOST_COLUMNS:
        by_month = False
    for row in rows:
        period = counts.setdefault(row["period"] if by_month else row["period"][:4], {})
        period[row["kind"]] = period.get(row["kind"], 0) + row["quote_count"]
    if len(counts) < FEWEST_COLUMNS:
        return []
    first, last = min(counts), max(counts)
    if by_month:
        names = [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(_months(first), _months(last) + 1)]
    else:
        names = [f"{year:04}" for year in range(int(first), int(last) + 1)]
    return [(figures.day(name), counts.get(name, {})) for name in names[-10 * MOST_COLUMNS :]]


def _months(period: str) -> int:
    return int(period[:4]) * 12 + int(period[5:7]) - 1


def by_article(quotes: Sequence[sqlite3.Row]) -> list[tuple[sqlite3.Row, list[sqlite3.Row]]]:
    """Quotes in a row from one article together: the first of them, for what they share, and all of them."""
    together = [list(rows) for _, rows in groupby(quotes, key=lambda quote: quote["article_key"])]
    return [(rows[0], rows) for rows in together]


async def view(corpus: Corpus, key: str) -> Response:
    """The page of one entity."""
    entity = await corpus.row(_ENTITY, key=key)
    if entity is None:
        raise MissingError(f"person or name {key}")
    number = entity["entity_id"]
    pages = pager(corpus, SIZE, entity["quote_count"], "entity", key)
    quotes = await corpus.rows(_QUOTES, entity=number, size=SIZE, skip=(pages.number - 1) * SIZE)
    periods = columns(await corpus.rows(_TIMES, entity=number))
    return await corpus.page(
        "entity.html",
        entity=entity,
        names=await corpus.rows(_NAMES, entity=number),
        kinds={row["kind"]: row["quote_count"] for row in await corpus.rows(_KINDS, entity=number)},
        sources=by_article(quotes),
        pages=pages,
        periods=periods,
        named_in=await corpus.rows(_NAMED_IN, entity=number),
        beside=await corpus.rows(_BESIDE, entity=number),
        permalink=corpus.link("entity", key),
    )


PAGES = (
    Page(f"entity/{KEY}", ("entities", "entity_names", "mentions", "quotes", "articles", "outlets"), view),
    by_row("entity", "entities"),
)
