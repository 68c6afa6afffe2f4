"""What a page says of itself in JSON-LD: the object of schema.org that is the article.

Source: schema.org/NewsArticle and its kin; Google, "Article structured data" (which properties publishers fill in).
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from lxml.html import HtmlElement

from onrecord.ingest.limits import JSON_LD_BYTES
from onrecord.ingest.readers.web.blocks import plain

Thing = Mapping[str, Any]

_DEEPEST: Final = 8
_MOST_THINGS: Final = 2000
# NewsArticle, ReportageNewsArticle, BlogPosting ...; a thing of another type counts where it has a headline.
_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report)$")
# Where an article may be inside another thing.
_HOLDERS: Final = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart", "liveBlogUpdate")
_POINTED_TO: Final = ("author", "publisher")
_COMMENT = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*;?\s*$"
)
_TAG = re.compile(r"<[^<>]{1,300}>")


def things_of(tree: HtmlElement) -> tuple[Thing, ...]:
    """Every object of a page's JSON-LD, in order. Unsure: what is no JSON is passed over, the rest is read."""
    found: list[Thing] = []
    for script in tree.iter("script"):
        kind = (script.get("type") or "").strip().lower()
        text = script.text or ""
        if kind.startswith("application/ld+json") and 0 < len(text) <= JSON_LD_BYTES:
            try:
                found.extend(_inside(_parsed(text), 0))
            except (ValueError, RecursionError):  # cut off, or written by hand: other scripts may be whole
                continue
            if len(found) > _MOST_THINGS:
                break
    return tuple(found[:_MOST_THINGS])


def article_of(things: tuple[Thing, ...]) -> Thing | None:
    """The object that is the article: the first of an article's type with a headline; None where there is none."""
    titled = [thing for thing in things if said(thing, "headline") or (said(thing, "name") and _is_article(thing))]
    articles = [thing for thing in titled if _is_article(thing)]
    return next(iter(articles), None) or next((thing for thing in titled if said(thing, "headline")), None)


def said(thing: Thing | None, key: str) -> str | None:
    """A property as one line of plain text, without tags and entities; None where it is no text."""
    value = thing.get(key) if thing else None
    if isinstance(value, list):
        value = next((one for one in value if isinstance(one, str)), None)
    if not isinstance(value, str):
        return None
    return as_line(value)


def as_line(value: str) -> str | None:
    """Text as people write it into metadata: entities once or twice escaped, now and then tags."""
    if "&" in value:
        value = html.unescape(html.unescape(value))
    return plain(_TAG.sub(" ", value) if "<" in value else value) or None


def resolved(thing: object, things: tuple[Thing, ...]) -> object:
    """The thing that a bare ``{"@id": ...}`` points to, or what was given."""
    if isinstance(thing, Mapping) and set(thing) <= {"@id", "@type"} and isinstance(thing.get("@id"), str):
        same = (one for one in things if one.get("@id") == thing["@id"] and len(one) > len(thing))
        return next(same, thing)
    return thing


def _parsed(text: str) -> object:
    text = _COMMENT.sub("", text.strip()).strip()
    return json.loads(text, strict=False)  # line ends inside strings are common and harmless


def _inside(value: object, depth: int) -> Iterator[Thing]:
    """A thing and those inside it that may be the article, or that the article may point to by ``@id``."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _inside(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in (*_HOLDERS, *_POINTED_TO):
            if isinstance(value.get(key), list | dict):
                yield from _inside(value[key], depth + 1)


def _is_article(thing: Thing) -> bool:
    types = thing.get("@type")
    return any(isinstance(one, str) and _ARTICLE.search(one) for one in (types if isinstance(types, list) else [types]))
