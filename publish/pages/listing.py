"""What several pages list the same way: articles by title, quotes with their place, and the pages of a long list."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.publish.corpus import Corpus

# The first words of the body, by which an article without a headline is known, as libraries know an untitled book;
# its number where full texts are withheld (``Corpus.rows`` binds :has_texts).
# Trimming what is no space from the right takes off the word that the cut went through.
_CUT = "substr(p.text, 1, 80)"
TITLE = f"""coalesce(a.title, (
    SELECT '[' || CASE WHEN length(p.text) <= 80 THEN p.text WHEN instr({_CUT}, ' ') = 0 THEN {_CUT} || '…'
        ELSE rtrim({_CUT}, replace({_CUT}, ' ', '')) || '…' END || ']'
    FROM paragraphs AS p WHERE :has_texts AND p.article_id = a.article_id AND p.kind = 'body'
    ORDER BY p.ordinal LIMIT 1),
    '[article ' || a.article_id || ', without a headline]')"""

# One quote as a list shows it. What stands before FROM in every query of quotes.
QUOTE = f"""q.quote_id, q.quote_key, q.kind, q.text, q.cue, q.cue_class, q.attribution, q.attribution_reason,
    q.confidence, q.speaker_as_written, e.entity_key AS speaker_key, e.name AS speaker, e.type AS speaker_type,
    a.article_key, a.url, a.published, o.name AS outlet, {TITLE} AS title,
    s.statement_key, s.article_count AS said_in"""
QUOTE_FROM = """quotes AS q
    JOIN articles AS a ON a.article_id = q.article_id
    LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id
    LEFT JOIN entities AS e ON e.entity_id = q.speaker_id
    LEFT JOIN statements AS s ON s.statement_id = q.statement_id"""

# One article as a list shows it.
ARTICLE = f"""a.article_key, a.published, a.byline, a.word_count, o.name AS outlet, {TITLE} AS title,
    (SELECT count(*) FROM quotes AS q WHERE q.article_id = a.article_id) AS quote_count"""
ARTICLE_FROM = "articles AS a LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id"


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a reader is in a long list. ``earlier`` and ``later`` are addresses, or None at an end."""

    number: int
    last: int
    earlier: str | None
    later: str | None


def pager(corpus: Corpus, size: int, whole: int, *parts: str, **query: object) -> Pager:
    """The pages of a list of ``whole`` rows, ``size`` a page, at the address of ``parts`` and ``query``."""
    last = max(-(-whole // size), 1)
    number = min(corpus.page_number(), last)

    def address(page: int) -> str | None:
        return corpus.path(*parts, **query, page=page if page > 1 else None) if 1 <= page <= last else None

    return Pager(number, last, address(number - 1), address(number + 1))
