"""The quotes of an article as W3C web annotations (JSON-LD)."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from datasette.utils.asgi import Response

from onrecord.publish import annotating
from onrecord.publish.corpus import Corpus
from onrecord.publish.page import KEY, MissingError, Page

_ARTICLE = "SELECT article_id FROM articles WHERE article_key = :key"
_QUOTES = """SELECT q.quote_id, q.quote_key, q.kind, q.attribution_reason, q.confidence,
    e.entity_key AS speaker_key, e.name AS speaker, e.type AS speaker_type
    FROM quotes AS q LEFT JOIN entities AS e ON e.entity_id = q.speaker_id
    WHERE q.article_id = :article ORDER BY q.start_char, q.end_char, q.quote_id"""
_PIECES = """SELECT s.quote_id, s.start_char AS start, s.end_char AS stop, p.start_char, p.text
    FROM quote_spans AS s JOIN quotes AS q ON q.quote_id = s.quote_id
    JOIN paragraphs AS p ON p.paragraph_id = s.paragraph_id
    WHERE q.article_id = :article ORDER BY s.quote_id, s.ordinal"""
MEDIA_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'


async def view(corpus: Corpus, key: str) -> Response:
    """Every quote of the article with its words, their surroundings and their offsets."""
    article = await corpus.row(_ARTICLE, key=key)
    if article is None:
        raise MissingError(f"article {key}")
    source = corpus.link("article", key)
    context = annotating.CONTEXT if corpus.has_texts else 0
    targets: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for piece in await corpus.rows(_PIECES, article=article["article_id"]):
        targets[piece["quote_id"]].append(annotating.target(source, piece, (piece["start"], piece["stop"]), context))
    quotes = await corpus.rows(_QUOTES, article=article["article_id"])
    page = annotating.collection(corpus.link("article", key, "annotations"), quotes, targets, corpus.link)
    return corpus.answer(json.dumps(page, ensure_ascii=False, indent=1), MEDIA_TYPE)


PAGES = (Page(f"article/{KEY}/annotations", ("articles", "quotes", "quote_spans", "entities"), view),)
