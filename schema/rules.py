"""What the rows of a corpus promise each other: one query a promise, over whole tables.

Each query gives the rows that break the promise: their key, then two columns that say what was found and what was
expected. Offsets count Unicode code points in SQLite as everywhere else; ``substr`` counts from 1.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from typing import Any

from sqlalchemy import CheckConstraint

from onrecord.schema.base import Base
from onrecord.schema.quotes import quote_text
from onrecord.schema.rule import Rule
from onrecord.schema.rules_of_resolution import RESOLUTION


def register(connection: sqlite3.Connection) -> None:
    """Teach a connection the functions that the rules use."""
    connection.create_function("folded", 1, lambda text: " ".join(text.split()), deterministic=True)
    connection.create_function("is_blank", 1, lambda text: not text.strip(), deterministic=True)
    aggregate: Any = _QuoteText  # the type stubs know aggregates of one argument only
    connection.create_aggregate("quote_text", 3, aggregate)


def all_rules() -> Iterator[Rule]:
    """Every rule: the CHECK constraints of the models, the counting from 1, and the table below."""
    for table in Base.metadata.sorted_tables:
        keys = ", ".join(column.name for column in table.primary_key)
        for constraint in table.constraints:
            if isinstance(constraint, CheckConstraint):
                wanted = str(constraint.sqltext)
                columns = [name for name in dict.fromkeys(re.findall(r"\w+", wanted)) if name in table.columns]
                found = " || ', ' || ".join(f"'{name} ' || quote({name})" for name in columns)
                yield Rule(
                    table.name, f"SELECT {keys}, {found}, {_literal(wanted)} FROM {table.name} WHERE NOT ({wanted})"
                )
    for name, parent in NUMBERED:
        yield Rule(name, _numbered_from_1(name, parent))
    yield from RULES
    yield from RESOLUTION


# Tables whose rows are numbered from 1 within a parent.
NUMBERED = (
    ("article_authors", "article_id"),
    ("article_fields", "article_id"),
    ("paragraphs", "article_id"),
    ("quote_spans", "quote_id"),
)


def _numbered_from_1(table: str, parent: str) -> str:
    return f"""SELECT {parent}, ordinal, 'ordinal ' || ordinal, 'ordinal ' || place FROM (
        SELECT {parent}, ordinal, row_number() OVER (PARTITION BY {parent} ORDER BY ordinal) AS place FROM {table}
    ) WHERE ordinal <> place"""


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _words_at(start: str, end: str) -> str:
    """The words of paragraph ``p`` between two offsets."""
    return f"substr(p.text, {start} - p.start_char + 1, {end} - {start})"


def _as_written(column: str, start: str, end: str) -> Rule:
    """A column of quotes that repeats words of the article says what stands at its offsets."""
    return Rule(
        "quotes",
        f"""SELECT quote_id, quote({column}), iif(words IS NULL, 'no words of one paragraph', quote(words))
        FROM (
            SELECT quote_id, {column}, (
                SELECT {_words_at(f"q.{start}", f"q.{end}")} FROM paragraphs AS p
                WHERE p.article_id = q.article_id AND p.start_char <= q.{start} AND q.{end} <= p.end_char
            ) AS words, {start}
            FROM quotes AS q WHERE {column} IS NOT NULL OR {start} IS NOT NULL
        ) WHERE {column} IS NOT words OR {start} IS NULL""",
    )


def _inside_paragraph(table: str, keys: str) -> Rule:
    return Rule(
        table,
        f"""SELECT {keys}, t.start_char || '..' || t.end_char, 'a span inside ' || p.start_char || '..' || p.end_char
        FROM {table} AS t JOIN paragraphs AS p USING (paragraph_id)
        WHERE t.start_char < p.start_char OR t.end_char > p.end_char""",
    )


def _disjoint(table: str, parent: str, order: str, key: str) -> Rule:
    return Rule(
        table,
        f"""SELECT {parent}, {key}, 'start_char ' || start_char, 'no start before ' || reached FROM (
            SELECT {parent}, {key}, start_char, lag(end_char) OVER (PARTITION BY {parent} ORDER BY {order}) AS reached
            FROM {table}
        ) WHERE start_char < reached""",
    )


def _count(table: str, key: str, column: str, counted: str) -> Rule:
    """A stored count equals what is counted; ``counted`` gives key and number."""
    return Rule(
        table,
        f"""SELECT t.{key}, '{column} ' || {column}, '{column} ' || coalesce(number, 0)
        FROM {table} AS t LEFT JOIN ({counted}) AS c ON c.counted_id = t.{key}
        WHERE {column} <> coalesce(number, 0)""",
    )


RULES: tuple[Rule, ...] = (
    # Paragraphs and the gaps between them make up the text without a hole.
    Rule(
        "paragraphs",
        """SELECT paragraph_id, 'start_char ' || start_char, 'start_char ' || (reached + length(gap)) FROM (
            SELECT paragraph_id, start_char, gap,
                coalesce(lag(end_char) OVER (PARTITION BY article_id ORDER BY ordinal), 0) AS reached
            FROM paragraphs
        ) WHERE start_char <> reached + length(gap)""",
    ),
    Rule(
        "paragraphs",
        "SELECT paragraph_id, 'gap ' || quote(gap), 'white space only' FROM paragraphs WHERE NOT is_blank(gap)",
    ),
    # A quote is its pieces.
    Rule(
        "quotes",
        """SELECT quote_id, 'no row in quote_spans', 'at least one' FROM quotes AS q
        WHERE NOT EXISTS (SELECT 1 FROM quote_spans AS s WHERE s.quote_id = q.quote_id)""",
    ),
    Rule(
        "quotes",
        """SELECT q.quote_id, q.start_char || '..' || q.end_char, min(s.start_char) || '..' || max(s.end_char)
        FROM quote_spans AS s JOIN quotes AS q ON q.quote_id = s.quote_id GROUP BY s.quote_id
        HAVING q.start_char <> min(s.start_char) OR q.end_char <> max(s.end_char)""",
    ),
    Rule(
        "quotes",
        """SELECT q.quote_id, 'paragraph_id ' || q.paragraph_id, 'paragraph_id ' || s.paragraph_id
        FROM quotes AS q JOIN quote_spans AS s ON s.quote_id = q.quote_id AND s.ordinal = 1
        WHERE q.paragraph_id <> s.paragraph_id""",
    ),
    Rule(
        "quotes",
        f"""SELECT q.quote_id, 'text ' || quote(q.text), 'text ' || quote(t.text) FROM (
            SELECT s.quote_id, quote_text(s.ordinal, s.paragraph_id, {_words_at("s.start_char", "s.end_char")}) AS text
            FROM quote_spans AS s JOIN paragraphs AS p ON p.paragraph_id = s.paragraph_id GROUP BY s.quote_id
        ) AS t JOIN quotes AS q ON q.quote_id = t.quote_id WHERE q.text <> t.text""",
    ),
    _as_written("cue", "cue_start_char", "cue_end_char"),
    _as_written("speaker_as_written", "speaker_start_char", "speaker_end_char"),
    Rule(
        "quotes",
        """SELECT q.quote_id, 'article_id ' || c.article_id || ' of the quote it continues',
            'article_id ' || q.article_id
        FROM quotes AS q JOIN quotes AS c ON c.quote_id = q.continues_quote_id WHERE c.article_id <> q.article_id""",
    ),
    Rule(
        "quote_spans",
        """SELECT s.quote_id, s.ordinal, 'a paragraph of article_id ' || p.article_id, 'article_id ' || q.article_id
        FROM quote_spans AS s JOIN quotes AS q ON q.quote_id = s.quote_id
        JOIN paragraphs AS p ON p.paragraph_id = s.paragraph_id WHERE p.article_id <> q.article_id""",
    ),
    _inside_paragraph("quote_spans", "t.quote_id, t.ordinal"),
    _disjoint("quote_spans", "quote_id", "ordinal", "ordinal"),
    # Mentions and what is counted of them.
    _inside_paragraph("mentions", "t.paragraph_id, t.start_char"),
    _disjoint("mentions", "paragraph_id", "start_char", "start_char"),
    Rule(
        "entity_names",
        f"""SELECT entity_id, name, 'mention_count ' || sum(stored), 'mention_count ' || sum(named) FROM (
            SELECT n.entity_id, n.name, n.mention_count AS stored, 0 AS named
            FROM entity_names AS n JOIN entities AS e USING (entity_id) WHERE e.type <> 'unnamed'
            UNION ALL
            SELECT m.entity_id, folded({_words_at("m.start_char", "m.end_char")}), 0, 1
            FROM mentions AS m JOIN paragraphs AS p ON p.paragraph_id = m.paragraph_id
        ) GROUP BY entity_id, name HAVING sum(stored) <> sum(named)""",
    ),
    # An unnamed source has no name to mention: what counts is how often it is described beside a quote.
    Rule(
        "entities",
        """SELECT e.entity_id, 'names counted ' || coalesce(sum(n.mention_count), 0) || ' times', 'described ' || (
            SELECT count(*) FROM quotes AS q WHERE q.speaker_id = e.entity_id AND q.attribution = 'description'
        ) || ' times' AS described
        FROM entities AS e LEFT JOIN entity_names AS n ON n.entity_id = e.entity_id WHERE e.type = 'unnamed'
        GROUP BY e.entity_id HAVING described <> 'described ' || coalesce(sum(n.mention_count), 0) || ' times'""",
    ),
    _count(
        "entities",
        "entity_id",
        "mention_count",
        "SELECT entity_id AS counted_id, count(*) AS number FROM mentions GROUP BY entity_id",
    ),
    _count(
        "entities",
        "entity_id",
        "article_count",
        "SELECT counted_id, count(DISTINCT article_id) AS number FROM ("
        "SELECT m.entity_id AS counted_id, p.article_id "
        "FROM mentions AS m JOIN paragraphs AS p ON p.paragraph_id = m.paragraph_id "
        "UNION ALL SELECT speaker_id, article_id FROM quotes) GROUP BY counted_id",
    ),
    _count(
        "entities",
        "entity_id",
        "quote_count",
        "SELECT speaker_id AS counted_id, count(*) AS number FROM quotes GROUP BY speaker_id",
    ),
    # Statements count the quotes of them.
    _count(
        "statements",
        "statement_id",
        "quote_count",
        "SELECT statement_id AS counted_id, count(*) AS number FROM quotes GROUP BY statement_id",
    ),
    _count(
        "statements",
        "statement_id",
        "article_count",
        "SELECT statement_id AS counted_id, count(DISTINCT article_id) AS number FROM quotes GROUP BY statement_id",
    ),
)


class _QuoteText:
    """An SQL aggregate: the text of a quote from the ordinal, paragraph and words of its pieces, in any order."""

    def __init__(self) -> None:
        self.pieces: list[tuple[int, int, str]] = []

    def step(self, ordinal: int, paragraph: int, words: str) -> None:
        self.pieces.append((ordinal, paragraph, words))

    def finalize(self) -> str:
        return quote_text((paragraph, words) for _, paragraph, words in sorted(self.pieces))
