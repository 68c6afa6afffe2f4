"""The doubts of ``onrecord review`` as the site shows them, with what speaks for and against each."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.publish.corpus import Corpus
from onrecord.publish.deciding import command
from onrecord.publish.identity import others_called_so
from onrecord.publish.pages.listing import QUOTE, QUOTE_FROM, TITLE
from onrecord.schema.doubts import DOUBTS

# So many are remembered for a file; whoever has worked through them finds the next.
MOST = 2000
# What is shown of each side, and how many of its articles are read for it.
QUOTES, TITLES, COMPANY, OTHERS, READ = 3, 4, 8, 6, 50

_ALL = f"SELECT * FROM ({DOUBTS}) LIMIT {MOST}"
_ENTITY = "SELECT entity_id, wikidata_id FROM entities WHERE entity_key = :key"
# The entities of articles on one side: an entity but for a part of it, or the part alone. -1 reads all of them.
_REST = "a.entity_id = :entity AND a.article_entity_key <> :part AND (a.name_key <> :part OR a.is_short = 1)"
_PART = "a.entity_id = :entity AND (a.article_entity_key = :part OR a.name_key = :part AND a.is_short = 0)"
_SIDE = """(SELECT a.article_entity_id, a.article_id FROM article_entities AS a WHERE {side}
    ORDER BY a.article_entity_key LIMIT {read})"""
_ABOUT = f"""SELECT count(DISTINCT s.article_id) AS article_count, min(a.published) AS first, max(a.published) AS last,
    max(a.article_key) AS article_key, max({TITLE}) AS title
    FROM {_SIDE} AS s JOIN articles AS a ON a.article_id = s.article_id"""
_TITLES = f"""SELECT min(t.title) AS title FROM {_SIDE} AS s
    JOIN entity_titles AS t ON t.article_entity_id = s.article_entity_id
    GROUP BY lower(t.title) ORDER BY count(*) DESC, title LIMIT {TITLES}"""
# Of the same words in several articles the surest: SQLite takes a row's other columns from where max() found it.
_QUOTES = f"""SELECT {QUOTE}, max(q.confidence) FROM {_SIDE} AS side JOIN {QUOTE_FROM}
    WHERE q.article_entity_id = side.article_entity_id GROUP BY coalesce(q.statement_id, -q.quote_id)
    ORDER BY q.kind = 'direct' DESC, q.confidence DESC, q.quote_id LIMIT {QUOTES}"""
# The rarer a name, the more it tells that both keep its company.
_COMPANY = f"""SELECT e.entity_key, e.name FROM entities AS e WHERE e.entity_id IN (
        SELECT o.entity_id FROM {{one}} AS s JOIN article_entities AS o ON o.article_id = s.article_id
        INTERSECT SELECT o.entity_id FROM {{two}} AS s JOIN article_entities AS o ON o.article_id = s.article_id)
    AND e.entity_id NOT IN (:entity, :other) AND e.type NOT IN ('unnamed', 'group') AND e.iso_code IS NULL
    ORDER BY e.type <> 'person', e.article_count, e.name LIMIT {COMPANY}"""
_BOTH = """SELECT count(*) AS whole FROM (
    SELECT article_id FROM article_entities WHERE entity_id = :entity
    INTERSECT SELECT article_id FROM article_entities WHERE entity_id = :other)"""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two. ``key``: of the entity it is, or None for a part of the other. ``about``: its articles."""

    name: str
    key: str | None
    about: Any
    titles: Sequence[str]
    quotes: Sequence[Any]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt with what there is to judge it by.

    ``row``: as ``schema.doubts`` has it. ``company``: who is named on both sides. ``others``: who else goes by such a
    name. ``together``: articles that name both as two. ``items``: their items in Wikidata, where these differ.
    ``commands``: what changes it, then what confirms it.
    """

    row: sqlite3.Row
    sides: tuple[Side, Side]
    company: Sequence[Any]
    others: Sequence[Any]
    together: int
    items: tuple[str, ...]
    commands: tuple[str, str]


async def doubts(corpus: Corpus) -> list[sqlite3.Row]:
    """All doubts of a corpus (the first ``MOST``), most at stake first."""
    return await corpus.rows_once_a_file(_ALL)


async def weighed(corpus: Corpus, row: sqlite3.Row) -> Doubt:
    """A doubt with both its sides."""
    one = await corpus.row(_ENTITY, key=row["entity_key"])
    other = await corpus.row(_ENTITY, key=row["other_key"]) if row["kind"] == "same" else None
    entity = one["entity_id"] if one else 0
    first = {"entity": entity, "part": row["other_key"] if other is None else ""}
    second = first if other is None else {"entity": other["entity_id"], "part": ""}
    sides = (
        await _side(corpus, row["name"], row["entity_key"], _REST, first),
        await _side(corpus, row["other_name"], row["other_key"] if other else None, _REST if other else _PART, second),
    )
    number = second["entity"]
    others = [found for found in await others_called_so(corpus, entity) if found["entity_key"] != row["other_key"]]
    together = await corpus.row(_BOTH, entity=entity, other=number) if other else None
    items = {found["wikidata_id"] for found in (one, other) if found and found["wikidata_id"]}
    kinds = ("same", "different") if row["kind"] == "same" else ("different", "same")
    keys = row["entity_key"], row["other_key"]
    return Doubt(
        row,
        sides,
        await _company(corpus, first, second, is_part=other is None),
        others[:OTHERS],
        together["whole"] if together else 0,
        tuple(sorted(items)) if len(items) > 1 else (),
        (command(corpus, kinds[0], *keys), command(corpus, kinds[1], *keys)),
    )


async def _side(corpus: Corpus, name: str, key: str | None, which: str, values: Mapping[str, Any]) -> Side:
    return Side(
        name,
        key,
        await corpus.row(_ABOUT.format(side=which, read=-1), **values),
        [found["title"] for found in await corpus.rows(_TITLES.format(side=which, read=READ), **values)],
        await corpus.rows(_QUOTES.format(side=which, read=READ), **values),
    )


async def _company(
    corpus: Corpus, first: Mapping[str, Any], second: Mapping[str, Any], *, is_part: bool
) -> list[sqlite3.Row]:
    """Who is named on both sides."""
    one = _SIDE.format(side=_REST, read=READ)
    two = _SIDE.format(side=(_PART if is_part else _REST).replace(":entity", ":other"), read=READ)
    values = {"entity": first["entity"], "other": second["entity"], "part": first["part"]}
    return await corpus.rows(_COMPANY.format(one=one, two=two), **values)
