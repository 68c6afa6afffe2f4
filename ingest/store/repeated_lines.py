"""Lines that an outlet repeats: its letters, notices and notes on authors, which no list of patterns could know.

A line is taken for one where it stands, case and white space aside, at the top or bottom of several articles of one
outlet and is short. Outlets repeat reporting too (what a company makes, when a war began), so a line is left alone
where a quotation mark stands in it, where somebody was found to say it, or where any name was read from it but those of
the outlet and the article's authors.

It is decided when a run ends, for the outlets whose articles changed, from what is stored alone: whatever order the
articles come in, the same lines are flagged. Nothing is deleted; what was read from such a line before stays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
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

# Versions of one address and copies of one text are one article here.
_LINES = text(
    """SELECT a.article_id, coalesce(a.url, a.text_key), p.paragraph_id, p.rule, p.text
    FROM articles AS a JOIN paragraphs AS p ON p.article_id = a.article_id
    WHERE a.outlet_id = :outlet AND p.rule IN ('body', :rule) AND length(p.text) <= :longest AND (
        p.ordinal <= :top
        OR p.ordinal > (SELECT max(q.ordinal) FROM paragraphs AS q WHERE q.article_id = a.article_id) - :bottom
    ) ORDER BY p.paragraph_id"""
)
_ARTICLES = text("SELECT count(DISTINCT coalesce(url, text_key)) FROM articles WHERE outlet_id = :outlet")
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


@dataclass(slots=True)
class _Line:
    """One line of an outlet: the works it stands in, and its paragraphs (article, number, rule, words)."""

    works: set[str] = field(default_factory=set)
    paragraphs: list[tuple[int, int, str, str]] = field(default_factory=list)


def flag_repeated_lines(connection: Connection, outlets: Iterable[int]) -> None:
    """Call the lines that outlets repeat boilerplate, and those that they do not any more body again.

    In: row numbers of outlets; the connection, in whose transaction it happens.
    """
    for outlet in sorted(set(outlets)):
        lines = _lines(connection, outlet)
        articles = connection.scalar(_ARTICLES, {"outlet": outlet}) or 0
        fewest = max(FEWEST_ARTICLES, articles * FEWEST_SHARE)
        often = {words: line for words, line in lines.items() if len(line.works) >= fewest}
        repeated = often.keys() - _reporting(connection, outlet, often)
        for words, line in lines.items():
            _call(connection, line, is_repeated=words in repeated)


def outlets_of(connection: Connection, articles: Iterable[int]) -> set[int]:
    """The outlets of articles; both by row number."""
    parts = _parts(sorted(articles))
    return {outlet for some in parts for outlet in connection.execute(_OF, {"some": some}).scalars()}


def unsettled_outlets(connection: Connection) -> set[int]:
    """The outlets of articles that came since a run ended, this one's and those of a run that was cut off."""
    return set(connection.execute(_UNSETTLED).scalars())


def _lines(connection: Connection, outlet: int) -> dict[str, _Line]:
    """The short lines at the top and bottom of an outlet's articles, folded; none that holds a quotation mark."""
    found: dict[str, _Line] = defaultdict(_Line)
    given = {"outlet": outlet, "rule": RULE, "longest": LONGEST, "top": TOP, "bottom": BOTTOM}
    for article, work, number, rule, words in connection.execute(_LINES, given):
        folded = " ".join(words.split()).casefold()
        if folded.count(" ") + 1 >= FEWEST_WORDS and not _MARKS & set(folded):
            found[folded].works.add(work)
            found[folded].paragraphs.append((article, number, rule, words))
    return found


def _reporting(connection: Connection, outlet: int, lines: dict[str, _Line]) -> set[str]:
    """Those of the lines that, in any article, somebody says or that name somebody else."""
    line_of = {number: words for words, line in lines.items() for _, number, _, _ in line.paragraphs}
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


def _call(connection: Connection, line: _Line, *, is_repeated: bool) -> None:
    """Give the paragraphs of a line the kind they have now; those that have it are left alone."""
    kind, rule, sign = ("boilerplate", RULE, -1) if is_repeated else ("body", "body", 1)
    changed = [(article, number, words) for article, number, before, words in line.paragraphs if before != rule]
    if changed:
        numbers = [{"number": number, "kind": kind, "rule": rule} for _, number, _ in changed]
        connection.execute(_CALL, numbers)
        counts = [{"article": article, "words": sign * count_words(words)} for article, _, words in changed]
        connection.execute(_COUNT, counts)


def _parts(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(numbers), _AT_ONCE):
        yield numbers[start : start + _AT_ONCE]
