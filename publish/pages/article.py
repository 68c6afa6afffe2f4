"""An article to read: its text as it stood, with quotes, names and how each quote was attributed."""

from __future__ import annotations

from datasette.utils.asgi import Response

from onrecord.publish.blocks import blocks, quotes_alone
from onrecord.publish.citing import Citation
from onrecord.publish.corpus import Corpus
from onrecord.publish.layout import laid_out
from onrecord.publish.page import KEY, MissingError, Page
from onrecord.publish.pages.listing import TITLE
from onrecord.publish.pages.rows import by_row

_ARTICLE = f"""SELECT a.*, {TITLE} AS shown_title, o.name AS outlet, d.path, d.format, d.sha256, d.byte_count,
    r.started_at, r.program_version, r.reader_version
    FROM articles AS a LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id
    JOIN documents AS d ON d.document_id = a.document_id JOIN ingest_runs AS r ON r.ingest_run_id = d.ingest_run_id
    WHERE a.article_key = :key"""
_PARAGRAPHS = "SELECT * FROM paragraphs WHERE article_id = :article ORDER BY ordinal"
_QUOTES = """SELECT q.*, e.entity_key AS speaker_key, e.name AS speaker, e.type AS speaker_type,
    s.statement_key, s.article_count AS said_in
    FROM quotes AS q LEFT JOIN entities AS e ON e.entity_id = q.speaker_id
    LEFT JOIN statements AS s ON s.statement_id = q.statement_id
    WHERE q.article_id = :article ORDER BY q.start_char, q.end_char, q.quote_id"""
_PIECES = """SELECT s.* FROM quote_spans AS s JOIN quotes AS q ON q.quote_id = s.quote_id
    WHERE q.article_id = :article ORDER BY s.quote_id, s.ordinal"""
_MENTIONS = """SELECT m.*, e.entity_key, e.name FROM mentions AS m
    JOIN paragraphs AS p ON p.paragraph_id = m.paragraph_id JOIN entities AS e ON e.entity_id = m.entity_id
    WHERE p.article_id = :article ORDER BY m.paragraph_id, m.start_char"""
_NAMED = """SELECT e.entity_key, e.name, e.type, count(*) AS mention_count, e.article_count FROM mentions AS m
    JOIN paragraphs AS p ON p.paragraph_id = m.paragraph_id JOIN entities AS e ON e.entity_id = m.entity_id
    WHERE p.article_id = :article GROUP BY e.entity_id ORDER BY mention_count DESC, e.name"""
_FIELDS = "SELECT * FROM article_fields WHERE article_id = :article ORDER BY ordinal"
_WRITERS = """SELECT w.role, u.name FROM article_authors AS w JOIN authors AS u ON u.author_id = w.author_id
    WHERE w.article_id = :article ORDER BY w.ordinal"""
_FINDINGS = "SELECT * FROM findings WHERE article_id = :article ORDER BY finding_id"


async def view(corpus: Corpus, key: str) -> Response:
    """The page of one article."""
    article = await corpus.row(_ARTICLE, key=key)
    if article is None:
        raise MissingError(f"article {key}")
    number = article["article_id"]
    quotes = await corpus.rows(_QUOTES, article=number)
    paragraphs = await corpus.rows(_PARAGRAPHS, article=number)
    if corpus.has_texts:
        text = blocks(
            paragraphs=paragraphs,
            quotes=quotes,
            pieces=await corpus.rows(_PIECES, article=number),
            mentions=await corpus.rows(_MENTIONS, article=number),
            entity_path=lambda entity_key: corpus.path("entity", entity_key),
        )
    else:
        text = quotes_alone(paragraphs, quotes)
    layout = laid_out(text)
    return await corpus.page(
        "article.html",
        article=article,
        head=layout.headline,
        folded=layout.folded,
        blocks=layout.story,
        has_byline=any(block.kind == "byline" for block in text),
        quotes=quotes,
        kinds={kind: sum(quote["kind"] == kind for quote in quotes) for kind in ("direct", "mixed", "indirect")},
        named=await corpus.rows(_NAMED, article=number),
        fields=await corpus.rows(_FIELDS, article=number),
        writers=await corpus.rows(_WRITERS, article=number),
        findings=await corpus.rows(_FINDINGS, article=number),
        cite=Citation(article, corpus.link("article", key), lambda quote_key: corpus.link("quote", quote_key)),
    )


PAGES = (
    Page(
        f"article/{KEY}",
        (
            *("articles", "article_fields", "article_authors", "authors", "outlets", "paragraphs"),
            *("quotes", "quote_spans", "statements", "mentions", "entities"),
            *("documents", "ingest_runs", "findings"),
        ),
        view,
    ),
    by_row("article", "articles"),
)
