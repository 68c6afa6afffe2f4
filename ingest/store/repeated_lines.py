"""Lines that an outlet repeats: its letters, notices and notes on authors, which no list of patterns could know.

A line is taken for one where it stands, case aside, at the top or bottom of several articles of one
outlet and is short. Outlets repeat reporting too (what a company makes, when a war began), so a line is left alone
where a quotation mark stands in it, where somebody was found to say it, or where any name was read from it but those of
the outlet and the article's authors.

It is decided when a run ends, for the outlets whose articles changed, from what is stored alone: whatever order the
articles come in, the same lines are flagged. Nothing is deleted; what was read from such a line before stays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, bindparam, text

from onrecord.ingest.store.article_rows import count_words

RULE: Final = "outlet_repeats"
FEWEST_ARTICLES: Final = 3
FEWEST_SHARE: Final = 0.002  # of the outlet's articles
FEWEST_WORDS: Final = 4  # fewer are the label of a speaker or a heading
LONGEST: Final = 250  # characters
TOP, BOTTOM = 4, 5  # paragraphs of an article that are looked at
_MARKS: Final = frozenset('“”„‟"«»‹›‘「」『』')
_AT_ONCE: Final = 500

_EDGES = """FROM articles AS a JOIN paragraphs AS p ON p.article_id = a.article_id
    WHERE a.outlet_id = :outlet AND p.rule IN ('body', :rule) AND length(p.text) <= :longest AND (
        p.ordinal <= :top
        OR p.ordinal > (SELECT max(q.ordinal) FROM paragraphs AS q WHERE q.article_id = a.article_id) - :bottom
    )"""
_LOOKED_AT: Final = {"rule": RULE, "longest": LONGEST, "top": TOP, "bottom": BOTTOM}
# Versions of one address and copies of one text are one article here; of the versions of one file the first counts.
_ONE = "coalesce(a.url_key, CASE WHEN a.previous_article_id IS NULL THEN a.text_key END)"
_OFTEN = text(f"SELECT lower(p.text) {_EDGES} GROUP BY 1 HAVING count(DISTINCT {_ONE}) >= :fewest")
_PARAGRAPHS = text(
    f"""SELECT a.article_id, p.paragraph_id, p.rule, lower(p.text) {_EDGES}
    AND (p.rule = :rule OR lower(p.text) IN :lines) ORDER BY p.paragraph_id"""
).bindparams(bindparam("lines", expanding=True))
_ARTICLES = text(f"SELECT count(DISTINCT {_ONE}) FROM articles AS a WHERE a.outlet_id = :outlet")
_QUOTED = text(
    """SELECT DISTINCT s.paragraph_id FROM quote_spans AS s JOIN quotes AS q ON q.quote_id = s.quote_id
    WHERE s.paragraph_id IN :some AND q.speaker_id IS NOT NULL"""
).bindparams(bindparam("some", expanding=True))
_OF = text("SELECT DISTINCT outlet_id FROM articles WHERE article_id IN :some AND outlet_id IS NOT NULL").bindparams(
    bindparam("some", expanding=True)
)
# A run that was cut off left these.
_UNSETTLED = text(
    """SELECT DISTINCT outlet_id FROM articles WHERE outlet_id IS NOT NULL
    AND article_id IN (SELECT article_id FROM article_entities WHERE is_settled = 0)"""
)
_OUTLET = text("SELECT name FROM outlets WHERE outlet_id = :outlet")
_AUTHORS = text(
    """SELECT p.paragraph_id, w.name FROM paragraphs AS p JOIN article_authors AS t ON t.article_id = p.article_id
    JOIN authors AS w ON w.author_id = t.author_id WHERE p.paragraph_id IN :some"""
).bindparams(bindparam("some", expanding=True))
_NAMES = text(
    """SELECT p.paragraph_id, substr(p.text, m.start_char - p.start_char + 1, m.end_char - m.start_char)
    FROM mentions AS m JOIN paragraphs AS p ON p.paragraph_id = m.paragraph_id WHERE p.paragraph_id IN :some"""
).bindparams(bindparam("some", expanding=True))
_CALL = text("UPDATE paragraphs SET kind = :kind, rule = :rule WHERE paragraph_id = :number")
_COUNT = text("UPDATE articles SET word_count = word_count + :words WHERE article_id = :article")


@dataclass(frozen=True, slots=True)
class _Place:
    """A paragraph that is such a line, in lower case."""

    article: int
    paragraph: int
    rule: str
    line: str


def flag_repeated_lines(connection: Connection, outlets: Iterable[int]) -> None:
    """Call the lines that outlets repeat boilerplate, and those that they do not any more body again.

    In: row numbers of outlets; the connection, in whose transaction it happens.
    """
    for outlet in sorted(set(outlets)):
        articles = connection.scalar(_ARTICLES, {"outlet": outlet}) or 0
        given = _LOOKED_AT | {"outlet": outlet, "fewest": max(FEWEST_ARTICLES, articles * FEWEST_SHARE)}
        lines = [line for line in connection.execute(_OFTEN, given).scalars() if _may_be_one(line)]
        places = [_Place(*row) for row in connection.execute(_PARAGRAPHS, given | {"lines": lines})]
        repeated = set(lines) - _reporting(connection, outlet, places)
        _call(connection, [one for one in places if one.line in repeated], "boilerplate", RULE, -1)
        _call(connection, [one for one in places if one.line not in repeated], "body", "body", 1)


def outlets_of(connection: Connection, articles: Iterable[int]) -> set[int]:
    """The outlets of articles; both by row number."""
    parts = _parts(sorted(articles))
    return {outlet for some in parts for outlet in connection.execute(_OF, {"some": some}).scalars()}


def unsettled_outlets(connection: Connection) -> set[int]:
    """The outlets of articles that came since a run ended, this one's and those of a run that was cut off."""
    return set(connection.execute(_UNSETTLED).scalars())


def _may_be_one(line: str) -> bool:
    return len(line.split()) >= FEWEST_WORDS and not _MARKS & set(line)


def _reporting(connection: Connection, outlet: int, places: Sequence[_Place]) -> set[str]:
    """Those of the lines that, in any article, somebody says or that name somebody else."""
    line_of = {one.paragraph: one.line for one in places}
    ours = str(connection.scalar(_OUTLET, {"outlet": outlet})).casefold()
    reporting: set[str] = set()
    for some in _parts(sorted(line_of)):
        reporting.update(line_of[number] for (number,) in connection.execute(_QUOTED, {"some": some}))
        authors = defaultdict(list)
        for number, name in connection.execute(_AUTHORS, {"some": some}):
            authors[number].append(name.casefold())
        for number, name in connection.execute(_NAMES, {"some": some}):
            if not any(name.casefold() in known for known in (ours, *authors[number])):
                reporting.add(line_of[number])
    return reporting


def _call(connection: Connection, places: Sequence[_Place], kind: str, rule: str, sign: int) -> None:
    """Give paragraphs their kind, and articles their count of words; those that have it are left alone."""
    changed = [one for one in places if one.rule != rule]
    if changed:
        connection.execute(_CALL, [{"number": one.paragraph, "kind": kind, "rule": rule} for one in changed])
        words = [{"article": one.article, "words": sign * count_words(one.line)} for one in changed]
        connection.execute(_COUNT, words)


def _parts(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(numbers), _AT_ONCE):
        yield numbers[start : start + _AT_ONCE]
