"""How an entity came to be: the names that were taken for it and why, what articles call it, what people decided."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.publish.corpus import Corpus
from onrecord.publish.pages.listing import TITLE

# More names, titles and articles than these nobody reads; the tables have all.
MOST_NAMES, MOST_TITLES, MOST_ARTICLES, MOST_OTHERS = 60, 30, 8, 12

TABLES = ("article_entities", "entity_titles", "entity_aliases", "decisions")

# One row a name as its articles write it in full, with the reason that most of them have.
_NAMES = f"""WITH taken AS (
        SELECT a.*, (SELECT count(*) FROM mentions AS m WHERE m.article_entity_id = a.article_entity_id) AS mentioned,
            (SELECT count(*) FROM quotes AS q WHERE q.article_entity_id = a.article_entity_id) AS quoted
        FROM article_entities AS a WHERE a.entity_id = :entity
    ), reasons AS (
        SELECT name, reason, count(*) AS often, count(*) OVER (PARTITION BY name) AS different,
            row_number() OVER (PARTITION BY name ORDER BY count(*) DESC, min(score), reason) AS place
        FROM taken GROUP BY name, reason
    )
    SELECT t.name, count(*) AS article_count, sum(t.mentioned) AS mention_count, sum(t.quoted) AS quote_count,
        min(t.score) AS score, max(t.score) AS surest, r.reason, r.different,
        CASE WHEN max(t.is_short) = 0 THEN min(t.name_key) END AS part
    FROM taken AS t JOIN reasons AS r ON r.name = t.name AND r.place = 1
    GROUP BY t.name ORDER BY article_count DESC, mention_count DESC, t.name LIMIT {MOST_NAMES}"""
# Of each name the newest articles, those on the thinnest evidence first.
_ARTICLES = f"""SELECT * FROM (
        SELECT t.name, t.reason, t.score, t.article_entity_key, a.article_key, a.published, {TITLE} AS title,
            row_number() OVER (PARTITION BY t.name ORDER BY t.score, a.published DESC, a.article_id DESC) AS place
        FROM article_entities AS t JOIN articles AS a ON a.article_id = t.article_id WHERE t.entity_id = :entity
    ) WHERE place <= {MOST_ARTICLES} ORDER BY name, place"""
_TITLES = f"""SELECT min(t.title) AS title, count(DISTINCT a.article_id) AS article_count,
        min(a.published) AS first, max(a.published) AS last
    FROM article_entities AS e JOIN entity_titles AS t ON t.article_entity_id = e.article_entity_id
    JOIN articles AS a ON a.article_id = e.article_id WHERE e.entity_id = :entity
    GROUP BY lower(t.title) ORDER BY article_count DESC, last DESC, title LIMIT {MOST_TITLES}"""
_TITLED = f"""SELECT * FROM (
        SELECT lower(t.title) AS called, a.article_key, a.published, {TITLE} AS title,
            row_number() OVER (PARTITION BY lower(t.title) ORDER BY a.published DESC, a.article_id DESC) AS place
        FROM article_entities AS e JOIN entity_titles AS t ON t.article_entity_id = e.article_entity_id
        JOIN articles AS a ON a.article_id = e.article_id WHERE e.entity_id = :entity
    ) WHERE place <= {MOST_ARTICLES} ORDER BY called, place"""
# A name that some article has for another entity of that very key is the other's.
_DECISIONS = """WITH keys AS (
        SELECT entity_key AS key FROM entities WHERE entity_id = :entity
        UNION SELECT article_entity_key FROM article_entities WHERE entity_id = :entity
        UNION SELECT name_key FROM article_entities AS a WHERE entity_id = :entity AND is_short = 0
            AND NOT EXISTS (SELECT 1 FROM entities AS e WHERE e.entity_key = a.name_key AND e.entity_id <> :entity)
    )
    SELECT d.*, one.name AS one, other.name AS other FROM decisions AS d
    LEFT JOIN entities AS one ON one.entity_key = d.entity_key
    LEFT JOIN entities AS other ON other.entity_key = d.other_key
    WHERE d.entity_key IN (SELECT key FROM keys) OR d.other_key IN (SELECT key FROM keys)
    ORDER BY d.decided_at, d.decision_id"""
# Whoever goes by a short name of this one too, or by the short name alone.
_OTHERS = f"""WITH own AS (
        SELECT DISTINCT type, form, is_short FROM article_entities WHERE entity_id = :entity AND type <> 'unnamed'
    ), called AS (
        SELECT n.type, n.alias FROM own JOIN entity_aliases AS n ON n.type = own.type AND n.form = own.form
        WHERE own.is_short = 0 UNION SELECT type, form FROM own
    ), found AS (
        SELECT (SELECT o.entity_id FROM article_entities AS o
            WHERE o.type = n.type AND o.form = n.form AND o.is_short = 0 LIMIT 1) AS entity_id, c.alias
        FROM called AS c JOIN entity_aliases AS n ON n.type = c.type AND n.alias = c.alias
        UNION SELECT o.entity_id, c.alias FROM called AS c
        JOIN article_entities AS o ON o.type = c.type AND o.form = c.alias AND o.entity_id <> :entity
    )
    SELECT e.entity_key, e.name, e.type, e.quote_count, e.mention_count, e.article_count, min(f.alias) AS called
    FROM found AS f JOIN entities AS e ON e.entity_id = f.entity_id WHERE e.entity_id <> :entity
    GROUP BY e.entity_id ORDER BY e.quote_count DESC, e.mention_count DESC, e.name LIMIT {MOST_OTHERS}"""


@dataclass(frozen=True, slots=True)
class Taken:
    """A name that was taken for the entity. ``row``: how often, why; ``articles``: some that have it."""

    row: sqlite3.Row
    articles: Sequence[sqlite3.Row]


@dataclass(frozen=True, slots=True)
class Identity:
    """What is known of how an entity came to be.

    ``names``: most used first. ``titles``: each with some articles, most used first. ``decisions``: oldest first.
    """

    names: Sequence[Taken] = ()
    titles: Sequence[Taken] = ()
    decisions: Sequence[sqlite3.Row] = ()

    @property
    def addresses(self) -> list[str]:
        """Where else the entity is, by the links that hold and are no items of Wikidata."""
        held = [row["value"] for row in self.decisions if row["kind"] == "link" and not row["undone_at"]]
        return sorted({value for value in held if not value.startswith("Q")})

    def settled_with(self) -> set[str]:
        """The keys of which people have said whether they are this entity."""
        held = [row for row in self.decisions if row["other_key"] and not row["undone_at"]]
        return {row[side] for row in held for side in ("entity_key", "other_key")}


async def identity(corpus: Corpus, entity: int) -> Identity:
    """All that explains an entity, by its row number."""
    of_name = _by(await corpus.rows(_ARTICLES, entity=entity), "name")
    of_title = _by(await corpus.rows(_TITLED, entity=entity), "called")
    return Identity(
        [Taken(row, of_name[row["name"]]) for row in await corpus.rows(_NAMES, entity=entity)],
        [Taken(row, of_title[row["title"].lower()]) for row in await corpus.rows(_TITLES, entity=entity)],
        await corpus.rows(_DECISIONS, entity=entity),
    )


async def others_called_so(corpus: Corpus, entity: int) -> list[Any]:
    """Other entities that go by a name of this one, most quoted first."""
    return await corpus.rows(_OTHERS, entity=entity)


def _by(rows: Sequence[sqlite3.Row], column: str) -> dict[str, list[sqlite3.Row]]:
    found: dict[str, list[sqlite3.Row]] = defaultdict(list)
    for row in rows:
        found[row[column]].append(row)
    return found
