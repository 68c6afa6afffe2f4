"""ninjs, the IPTC's news in JSON, versions 1 to 3: one item, a list of them, or an answer with the items inside."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from onrecord.ingest import limits
from onrecord.ingest.metadata import as_text, is_address
from onrecord.ingest.readers.json_file import rows_of
from onrecord.ingest.readers.press import gathered, record, without_by
from onrecord.ingest.readers.reader import Read, Reader, refused
from onrecord.ingest.readers.wires import NOTHING, Body, iso_moment, marked_body, wire_article
from onrecord.ingest.records import Document, Field, SourceArticle

_SIGN = re.compile(
    rb'"(?:version[Cc]reated|pub[Ss]tatus|first[Cc]reated|headlines|descriptions|bodies|body_[a-z]+|renditions|altids|'
    rb'eventDetails)"\s*:'
)
_URI = re.compile(rb'"(?:uri|guid|item)"\s*:')
_NO_TEXTS: Final = frozenset("picture photo graphic video audio".split())
# Roles and types of bodies, best first.
_HTML: Final = ("html", "xhtml", "nitf")


def read(document: Document, data: bytes, fields: tuple[Field, ...]) -> Read:
    """Read every item that has a body; pictures, events and other items without one are told in a finding."""
    try:
        given = json.loads(data)
    except (ValueError, RecursionError) as error:
        why = str(error)[:120] if isinstance(error, ValueError) else "too deeply nested"
        return refused("not-json", document.path, f"JSON that cannot be read ({why})", "one JSON value", "mend it")
    items = given["item"] if isinstance(given, dict) and isinstance(given.get("item"), list) else list(rows_of(given))
    items = [item for item in items if isinstance(item, dict)]
    articles = [_article(document, item, fields) for item in items]
    if items and not any(articles):
        types = ", ".join(sorted({str(item.get("type", "of no type"))[:30] for item in items}))
        found = f"a ninjs item without a text (type: {types})"
        return refused("no-words", document.path, found, "a news item with a body", "leave it out")
    return gathered(document, articles, "ninjs file")


def _article(document: Document, item: Mapping[str, Any], given: tuple[Field, ...]) -> SourceArticle | None:
    uri = next((str(item[key]) for key in ("canonicalurl", "url", "uri") if is_address(str(item.get(key, "")))), None)
    if str(item.get("type")) in _NO_TEXTS:
        return None
    said = record(
        title=as_text(item.get("headline") or item.get("headline_main"))
        or _main(item.get("headlines"))
        or as_text(item.get("title")),
        byline=without_by(as_text(item.get("byline") or item.get("by")) or _authors(item.get("authors"))),
        outlet=as_text(item.get("source")) or as_text(item.get("copyrightholder") or item.get("copyrightHolder")),
        published=iso_moment(str(item.get("versioncreated") or item.get("versionCreated") or "")),
        url=uri,
        language=as_text(item.get("language")),
        dateline_place=as_text(item.get("located")),
    )
    return wire_article(document, 1, _body(item), said, given)


def _authors(people: Any) -> str:
    """The writers among an item's authors; editors and photographers have another role."""
    if not isinstance(people, list):
        return ""
    writers = [one for one in people if isinstance(one, dict) and one.get("role", "writer") in {"writer", "author"}]
    return as_text(writers) or ""


def _main(headlines: Any) -> str | None:
    """The headline whose role is main, otherwise the first."""
    if not isinstance(headlines, list):
        return None
    said = [one for one in headlines if isinstance(one, dict) and as_text(one.get("value"))]
    best = sorted(said, key=lambda one: one.get("role") != "main")
    return as_text(best[0]["value"]) if best else None


def _body(item: Mapping[str, Any]) -> Body:
    """The body, as HTML before plain text: its paragraphs are marked."""
    bodies = item.get("bodies")
    values: Sequence[str | None] = (
        [one.get("value") for one in sorted(filter(_is_mapping, bodies), key=_rank)]
        if isinstance(bodies, list)
        else [item[key] for key in sorted(item, key=_key_rank) if key.startswith("body_")]
    )
    return next((marked_body(value) for value in values if isinstance(value, str) and value.strip()), NOTHING)


def _key_rank(key: str) -> bool:
    return not key.endswith(_HTML)


def _is_mapping(value: Any) -> bool:
    return isinstance(value, dict)


def _rank(body: Mapping[str, Any]) -> bool:
    said = f"{body.get('contentType') or ''} {body.get('role') or ''}".lower()
    return not any(name in said for name in _HTML)


def _recognises(_name: str, head: bytes) -> bool:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start[:1] in {b"{", b"["} and _SIGN.search(head) is not None and _URI.search(head) is not None


NINJS: Final = Reader("ninjs", "ninjs (IPTC news in JSON)", limits.JSON_BYTES, _recognises, read)
