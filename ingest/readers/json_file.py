"""A JSON file of articles: one object, a list of them, or the answer of a service with the list inside."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import Any, Final

from onrecord.ingest import limits
from onrecord.ingest.readers.reader import Columns, Read, Reader, finding, refused
from onrecord.ingest.readers.shapes import NO_COLUMNS, article_of
from onrecord.ingest.readers.unused_keys import UnusedKeys
from onrecord.ingest.records import Document, Field, Finding, SourceArticle

# Where services put their lists.
_LISTS: Final = (("response", "results"), ("response", "docs"), ("response", "content"), ("articles",), ("results",),
                 ("docs",), ("items",), ("data",), ("stories",), ("news",))  # fmt: skip


def read(document: Document, data: bytes, fields: tuple[Field, ...], columns: Columns = NO_COLUMNS) -> Read:
    """Read every object of a JSON file as an article.

    Out: the articles, and one finding for each reason why objects are none.
    """
    try:
        given = json.loads(data)
    except (ValueError, RecursionError) as error:
        why = str(error)[:120] if isinstance(error, ValueError) else "too deeply nested"
        return refused("not-json", document.path, f"JSON that cannot be read ({why})", "one JSON value", "mend it")
    articles: list[SourceArticle] = []
    findings: dict[str, Finding] = {}
    unused = UnusedKeys(document.path, columns)
    for row in rows_of(given):
        article = article_of(row, document, len(articles) + 1, fields, columns)
        if isinstance(article, Finding):
            findings.setdefault(article.message, article)
        else:
            articles.append(article)
            unused.met(row, article)
    if not articles and not findings:
        found = finding("no-article", document.path, "JSON without an object", "articles as objects", "leave it out")
        return (), (found,)
    told = unused.told(len(articles))
    return tuple(articles), (*tuple(findings.values())[: limits.LINE_FINDINGS], *((told,) if told else ()))


def rows_of(given: Any) -> Iterator[dict[str, Any]]:
    """The objects that may be articles, in order."""
    if isinstance(given, dict):
        for path in _LISTS:
            inside: Any = given
            for key in path:
                inside = inside.get(key) if isinstance(inside, dict) else None
            if isinstance(inside, list) and any(isinstance(one, dict) for one in inside):
                yield from (one for one in inside if isinstance(one, dict))
                return
        yield given
    elif isinstance(given, list):
        yield from (one for one in given if isinstance(one, dict))


def recognises(_name: str, head: bytes) -> bool:
    """True for what begins like a JSON object or a list of them."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return (start[:1] == b"{" and start[1:].lstrip()[:1] in {b'"', b"}"}) or (
        start[:1] == b"[" and (start[1:].lstrip()[:1] in {b"{", b"]"})
    )


def with_columns(columns: Columns) -> Reader:
    """The reader that takes these columns."""
    reading = partial(read, columns=columns) if columns else read
    return Reader("json", "JSON, one article or a list of them", limits.JSON_BYTES, recognises, reading,
                  with_columns=with_columns)  # fmt: skip


JSON: Final = with_columns(NO_COLUMNS)
