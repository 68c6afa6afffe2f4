"""NewsML-G2: news items as the agencies send them, alone or many in a message."""

from __future__ import annotations

from typing import Final

from onrecord.ingest.readers import limits
from onrecord.ingest.readers.html_blocks import as_text, blocks_below
from onrecord.ingest.readers.press import gathered, record
from onrecord.ingest.readers.reader import Read, Reader, refused
from onrecord.ingest.readers.wires import NOTHING, Body, child_named, iso_moment, marked_body, nitf_body, wire_article
from onrecord.ingest.readers.xml_tree import Element, attribute, below, first_below, first_words, local, words, xml_tree
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
        title=_headline(item) or (first_words(nitf, "hl1") if nitf is not None else ""),
        byline=first_words(item, "by") or (first_words(nitf, "byline") if nitf is not None else ""),
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
    """The name of a party or place: its name, its literal, or the end of its code."""
    if element is None:
        return ""
    name = child_named(element, "name")
    return words(name) or attribute(element, "literal") or attribute(element, "qcode").rpartition(":")[2]


def _body(item: Element) -> Body:
    """The text inside: NITF or HTML as XML, else the inline data that is text."""
    for inline in below(item, "inlinexml"):
        body = nitf_body(inline) if first_below(inline, "nitf") is not None else as_text(_html_body(inline))
        if body[0]:
            return body
    for inline in below(item, "inlinedata"):
        if (inline.get("contenttype") or "text/plain").startswith(("text/", "application/xhtml")):
            return marked_body("".join(map(str, inline.itertext())))
    return NOTHING


def _html_body(inline: Element) -> tuple:  # type: ignore[type-arg]
    if first_below(inline, "html", "p") is None:
        return ()
    return blocks_below(first_below(inline, "body") if first_below(inline, "body") is not None else inline)


def _recognises(_name: str, head: bytes) -> bool:
    return _NAMESPACE in head and b"<" in head[:10] or b"application/nitf+xml" in head


NEWSML_G2: Final = Reader("newsml-g2", "NewsML-G2 of news agencies", limits.EXPORT_BYTES, _recognises, read)
