"""Rows of JSON and tables: which key holds the article, told by the shape that each scraper and service writes.

A shape is known by keys that nobody else writes. A row of a service that gives no article's text is refused with the
way to get it: a headline or a first sentence is no article.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from onrecord.ingest.metadata import fields_of
from onrecord.ingest.readers.bodies import NO_BODY, body_of
from onrecord.ingest.readers.reader import Columns, finding
from onrecord.ingest.records import Document, Field, Finding, SourceArticle

Row = Mapping[str, Any]
NO_COLUMNS: Final[Columns] = MappingProxyType({})
_TEXT_KEYS: Final = ("text", "body", "maintext", "content", "article", "article_text", "full_text", "fulltext",
                     "body_text", "articlebody", "article_body", "story", "raw_text", "plain_text", "plaintext",
                     "textcontent", "text_content", "content_text", "content_html", "body_html")  # fmt: skip
TEXT_KEYS: Final = frozenset(_TEXT_KEYS)
_SHOWN_KEYS: Final = 12
_DEEPEST: Final = 4


@dataclass(frozen=True, slots=True)
class Shape:
    """One writer of rows. ``signs``: keys that together show it. ``columns``: field -> path of keys, dots between."""

    name: str
    signs: tuple[str, ...]
    columns: Mapping[str, str]


SHAPES: Final = (
    Shape("news-please", ("maintext", "date_publish"), {
        "text": "maintext", "title": "title", "byline": "authors", "outlet": "source_domain",
        "published": "date_publish", "url": "url", "language": "language"}),
    Shape("trafilatura", ("raw_text", "hostname", "source-hostname"), {
        "text": "text", "title": "title", "byline": "author", "outlet": "source-hostname", "published": "date",
        "url": "source", "language": "language"}),
    Shape("guardian", ("webUrl", "webPublicationDate", "fields.bodyText"), {
        "text": "fields.bodyText", "title": "fields.headline|webTitle", "byline": "fields.byline",
        "outlet": "fields.publication", "published": "webPublicationDate", "url": "webUrl", "language": "fields.lang"}),
    Shape("guardian", ("webUrl", "webPublicationDate", "fields.body"), {
        "text": "fields.body", "title": "fields.headline|webTitle", "byline": "fields.byline",
        "outlet": "fields.publication", "published": "webPublicationDate", "url": "webUrl",
        "language": "fields.lang"}),
    Shape("fundus", ("plaintext", "publishing_date"), {
        "text": "plaintext", "title": "title", "byline": "authors", "outlet": "publisher",
        "published": "publishing_date", "url": "html.requested_url|url", "language": "lang"}),
    Shape("allsides", ("content", "bias_text"), {
        "text": "content_original|content", "title": "title", "byline": "authors", "outlet": "source",
        "published": "date", "url": "url"}),
    # Its text alone has lost where a paragraph ends, its HTML has not.
    Shape("readability", ("textContent", "content"), {
        "text": "content|textContent", "title": "title", "byline": "byline", "outlet": "siteName",
        "published": "publishedTime", "url": "url", "language": "lang"}),
    Shape("wordpress", ("content.rendered", "title.rendered"), {
        "text": "content.rendered", "title": "title.rendered", "byline": "_embedded.author|author", "published": "date",
        "url": "link"}),
)  # fmt: skip

# What Zotero exports of articles; with a key that holds a text they are articles like others.
_BIBLIOGRAPHY: Final = "an entry of a bibliography, such as Zotero's, without a text"
_BESIDE: Final = "save the articles' texts, and each entry as NAME.json beside its NAME.txt"
# Keys of answers without bodies -> who writes them, and where the text is to be had.
NO_BODIES: Final = (
    (("seendate", "socialimage"), "GDELT's list of articles", "fetch the pages and ingest those"),
    (("GKGRECORDID",), "GDELT's knowledge graph", "fetch the pages it names and ingest those"),
    (("urlToImage", "publishedAt"), "NewsAPI's answer, cut after 200 characters", "fetch the pages and ingest those"),
    (("web_url", "snippet", "lead_paragraph"), "an answer of the New York Times Article Search, which holds snippets",
     "get the articles from a database your library has"),
    (("webUrl", "webPublicationDate", "apiUrl"), "the Guardian's answer without bodies",
     "ask again with show-fields=bodyText,headline,byline"),
    (("issued", "type", "title"), _BIBLIOGRAPHY, _BESIDE),
    (("Item Type", "Publication Year", "Title"), _BIBLIOGRAPHY, _BESIDE),
    (("indexed_date", "media_name"), "Media Cloud's list of stories without text", "fetch the pages and ingest those"),
)  # fmt: skip


def article_of(
    row: Row, document: Document, number: int, given: tuple[Field, ...], columns: Columns = NO_COLUMNS
) -> SourceArticle | Finding:
    """The article of one row, or why there is none.

    In: ``columns`` as the user names them; where they hold no "text" the row's shape decides that.
    Out: the text as it stands, so that offsets are those of the row's own text; HTML is cut into its blocks.
    Unsure: a row of no known shape is an article where exactly one usual key of a text is filled.
    """
    shape = _shape(row, columns)
    if isinstance(shape, str):
        found, remedy = next((found, remedy) for _, found, remedy in NO_BODIES if found == shape)
        return finding("no-bodies", document.path, found, "articles with their text", remedy)
    if shape is None:
        return finding("no-text-key", document.path, f"a row whose text cannot be told (its keys: {_keys(row)})",
                       "a key such as text", "name it, such as --map text=KEY")  # fmt: skip
    value = _value(row, shape.columns["text"])
    body = body_of(value)
    if body is NO_BODY:
        return _without_text(row, shape.columns["text"], value, document)
    named = {name: value for name, path in shape.columns.items() if (value := _value(row, path)) is not None}
    del named["text"]
    said = given + _fields(named, row if shape.name == "any" else {})
    return SourceArticle(document, number, body[0], said, body[1])


def _without_text(row: Row, path: str, value: object, document: Document) -> Finding:
    """Why the value that should be the text is none: the key is not there, or holds something else."""
    if value is None and all(way.partition(".")[0] not in row for way in path.split("|")):
        return finding("no-words", document.path, f"no key {path!r} among those of a row ({_keys(row)})",
                       "the key that holds the text", "name it, such as --map text=KEY")  # fmt: skip
    holds = "no words" if value is None or isinstance(value, str) else f"no text ({type(value).__name__})"
    return finding("no-words", document.path, f"a row whose {path!r} holds {holds}", "the text of an article",
                   "leave it out, fill it, or name another key, such as --map text=KEY")  # fmt: skip


def _keys(row: Row) -> str:
    return ", ".join(map(str, list(row)[:_SHOWN_KEYS]))[:200] or "none"


def _fields(named: Mapping[str, Any], others: Row) -> tuple[Field, ...]:
    """What the named columns say, then what the row's other keys say under their usual names."""
    first = tuple(said for name, value in named.items() for said in fields_of({name: value}, "record"))
    return first + tuple(said for said in fields_of(others, "record") if said not in first)


def _shape(row: Row, columns: Columns) -> Shape | str | None:
    """The shape of a row, the name of a writer whose rows have no bodies, or None."""
    if "text" in columns:
        return Shape("any", (), columns)
    known = known_shape(row)
    if known:
        return Shape(known.name, known.signs, {**known.columns, **columns}) if columns else known
    bodiless = next((found for signs, found, _ in NO_BODIES if all(sign in row for sign in signs)), None)
    if bodiless is not None and bodiless != _BIBLIOGRAPHY:
        return bodiless
    folded = {str(key).strip().lower(): key for key in row}
    there = [folded[key] for key in _TEXT_KEYS if key in folded]
    filled = next((key for key in there if isinstance(row[key], str | list)), there[0] if there else None)
    return bodiless if filled is None else Shape("any", (), {"text": str(filled), **columns})


def known_shape(row: Row) -> Shape | None:
    """The scraper or service that writes such rows, or None."""
    return next((shape for shape in SHAPES if all(_has(row, sign) for sign in shape.signs)), None)


def _has(row: Row, path: str) -> bool:
    return path in row or _value(row, path) is not None


def _value(row: Row, path: str) -> Any:
    """The value under a path of keys; of several paths with bars between the first that has one."""
    for way in path.split("|"):
        if way in row:
            value: Any = row[way]
        else:
            value = row
            for key in way.split(".", _DEEPEST):
                value = value.get(key) if isinstance(value, Mapping) else None
        if value is not None:
            return value
    return None
