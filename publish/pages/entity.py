"""A person or another entity: what it said, newest first; its names; where and with whom it is named."""

from __future__ import annotations

import sqlite3
from functools import partial

from datasette.utils.asgi import Response

from onrecord.publish.corpus import Corpus
from onrecord.publish.deciding import command
from onrecord.publish.doubting import doubts
from onrecord.publish.grouping import by_article
from onrecord.publish.identity import TABLES, Identity, identity, others_called_so
from onrecord.publish.page import KEY, MissingError, Page
from onrecord.publish.pages.listing import QUOTE, QUOTE_FROM, TITLE, pager
from onrecord.publish.pages.rows import by_row
from onrecord.publish.timeline import columns

SIZE = 40
NAMED_IN = 25
# Somebody on every page of a large corpus: what stands beside is counted in this many paragraphs.
NEIGHBOURHOOD = 3000

_ENTITY = "SELECT * FROM entities WHERE entity_key = :key"
_NAMES = """SELECT name, mention_count FROM entity_names WHERE entity_id = :entity
    ORDER BY mention_count DESC, name LIMIT 60"""
_QUOTES = f"""SELECT {QUOTE} FROM {QUOTE_FROM} WHERE q.speaker_id = :entity
    ORDER BY a.published DESC, a.article_id DESC, q.start_char LIMIT :size OFFSET :skip"""
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
    WHERE m.entity_id = :entity GROUP BY a.article_id ORDER BY a.published DESC, a.article_id DESC LIMIT {NAMED_IN}"""
_BESIDE = f"""SELECT e.entity_key, e.name, e.type, count(DISTINCT m.paragraph_id) AS together
    FROM (SELECT DISTINCT paragraph_id FROM mentions WHERE entity_id = :entity LIMIT {NEIGHBOURHOOD}) AS near
    JOIN mentions AS m ON m.paragraph_id = near.paragraph_id JOIN entities AS e ON e.entity_id = m.entity_id
    WHERE m.entity_id <> :entity AND e.type <> 'unnamed' GROUP BY e.entity_id ORDER BY together DESC, e.name LIMIT 12"""


async def view(corpus: Corpus, key: str) -> Response:
    """The page of one entity."""
    entity = await corpus.row(_ENTITY, key=key)
    if entity is None:
        raise MissingError(f"person or name {key}")
    number = entity["entity_id"]
    pages = pager(corpus, SIZE, entity["quote_count"], "entity", key)
    quotes = await corpus.rows(_QUOTES, entity=number, size=SIZE, skip=(pages.number - 1) * SIZE)
    # Who decided what may be kept from the public; the page is there without its history.
    may_explain = await corpus.may_see(TABLES)
    known = await identity(corpus, number) if may_explain else Identity()
    return await corpus.page(
        "entity.html",
        entity=entity,
        names=await corpus.rows(_NAMES, entity=number),
        kinds={row["kind"]: row["quote_count"] for row in await corpus.rows(_KINDS, entity=number)},
        sources=by_article(quotes),
        pages=pages,
        periods=columns(await corpus.rows(_TIMES, entity=number)),
        named_in=await corpus.rows(_NAMED_IN, entity=number),
        beside=await corpus.rows(_BESIDE, entity=number),
        permalink=corpus.link("entity", key),
        identity=known,
        likely=await _likely(corpus, entity, known) if may_explain else [],
        command=partial(command, corpus),
    )


async def _likely(corpus: Corpus, entity: sqlite3.Row, known: Identity) -> list[tuple[str, str, str, int, str]]:
    """Whom the entity might be the same as: key, name, type, quotes and why; what was decided on is left out."""
    key, decided = entity["entity_key"], known.settled_with()
    if entity["type"] == "unnamed":
        return []
    found = {}
    for row in await doubts(corpus):
        if row["kind"] == "same" and key in {row["entity_key"], row["other_key"]}:
            side = "entity" if row["other_key"] == key else "other"
            name = row["name" if side == "entity" else "other_name"]
            found[row[f"{side}_key"]] = (row[f"{side}_key"], name, entity["type"], row["quotes"], row["question"])
    for row in await others_called_so(corpus, entity["entity_id"]):
        is_surname = row["type"] == "person" and " " not in row["called"]
        why = "The same surname." if is_surname else f"Is called “{row['called']}” too."
        found.setdefault(row["entity_key"], (row["entity_key"], row["name"], row["type"], row["quote_count"], why))
    return [one for one in found.values() if one[0] not in decided]


PAGES = (
    Page(
        f"entity/{KEY}",
        ("entities", "entity_names", "mentions", "quotes", "statements", "articles", "outlets", "paragraphs"),
        view,
        beside=TABLES,
    ),
    by_row("entity", "entities"),
)
