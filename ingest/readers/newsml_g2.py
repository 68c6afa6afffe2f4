"""NewsML-G2: news items as the agencies send them, alone or many in a message."""

from __future__ import annotations

from typing import Final

from onrecord.ingest import limits
from onrecord.ingest.readers.html_blocks import Block, as_text, blocks_below
from onrecord.ingest.readers.press import gathered, record, without_by
from onrecord.ingest.readers.reader import Read, Reader, refused
from onrecord.ingest.readers.wires import NOTHING, Body, child_named, iso_moment, marked_body, nitf_body, wire_article
from onrecord.ingest.readers.xml_tree import (
    Element,
    attribute,
    below,
    first_below,
    first_spaced,
    first_words,
    local,
    words,
    xml_tree,
)
from onrecord.ingest.records import Document, Field, Finding, SourceArticle

_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_NAMESPACE: Final = b"iptc.org/std/nar/2006-10-01"


def read(document: Document, data: bytes, fields: tuple[Field, ...]) -> Read:
    """Read every news item with a text; pictures, packages and scores are told in a finding."""
    root = xml_tree(document.path, data)
    if isinstance(root, Finding):
        return (), (root,)
    items = [root] if local(root) in {"newsitem", "contentset"} else list(below(root, "newsitem"))
    articles = [_article(document, item, fields) for item in items]
    if not any(articles):
        kinds = sorted({attribute(one, "qcode") for one in below(root, "itemclass")}) or [local(root)]
        found = f"NewsML-G2 without a text ({', '.join(kinds)[:100]})"
        return refused("no-words", document.path, found, "a news item with a text", "leave it out")
    return gathered(document, articles, "NewsML-G2 file")


def _article(document: Document, item: Element, given: tuple[Field, ...]) -> SourceArticle | None:
    provider, located, language = (first_below(item, name) for name in ("provider", "located", "language"))
    body = _body(item)
    nitf = first_below(item, "nitf")
    said = record(
        title=_headline(item) or ("" if nitf is None else first_words(nitf, "hl1", "title")),
        byline=without_by(first_words(item, "by") or ("" if nitf is None else first_spaced(nitf, "byline"))),
        outlet=_named(provider),
        published=iso_moment(first_words(item, "versioncreated")),
        language=attribute(language, "tag") or attribute(item, _LANGUAGE),
        dateline_place=_named(located),
    )
    return wire_article(document, 1, body, said, given)


def _headline(item: Element) -> str:
    """The headline without a role, or of the main one; an item may have several."""
    content = first_below(item, "contentmeta")
    headlines = [] if content is None else list(below(content, "headline"))
    ranked = sorted(headlines, key=lambda one: "main" not in (one.get("role") or "main").lower())
    return next((said for one in ranked if (said := words(one))), "")


def _named(element: Element | None) -> str:
    """The name of a party or place; a code of some catalogue is no name."""
    return "" if element is None else words(child_named(element, "name")) or attribute(element, "literal")


def _body(item: Element) -> Body:
    """The text inside: NITF or HTML as XML, else the inline data that is text."""
    for inline in below(item, "inlinexml"):
        body = nitf_body(inline) if first_below(inline, "nitf") is not None else as_text(_html_blocks(inline))
        if body[0]:
            return body
    for inline in below(item, "inlinedata"):
        if (inline.get("contenttype") or "text/plain").startswith(("text/", "application/xhtml")):
            return marked_body("".join(map(str, inline.itertext())))
    return NOTHING


def _html_blocks(inline: Element) -> tuple[Block, ...]:
    """The blocks of HTML inside; of the sections of a page the one that is called main."""
    main = next((one for one in below(inline, "section") if "main" in (one.get("class") or "").split()), None)
    body = first_below(inline, "body")
    return blocks_below(main if main is not None else inline if body is None else body)


def _recognises(_name: str, head: bytes) -> bool:
    is_markup = head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")
    return is_markup and (_NAMESPACE in head or b"application/nitf+xml" in head)


NEWSML_G2: Final = Reader("newsml-g2", "NewsML-G2 of news agencies", limits.EXPORT_BYTES, _recognises, read)
