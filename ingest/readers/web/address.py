"""The address of a page, which a saved file no longer has of itself but nearly always carries inside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from onrecord.ingest.readers.web.json_ld import Thing, said

_LONGEST: Final = 2000
# `<!-- saved from url=(0042)https://example.org/ferry -->`, as browsers write it.
_SAVED_FROM = re.compile(r"<!--\s*saved from url=(?:\(\d+\))?\s*(\S+?)\s*-->")
# SingleFile: ` Page saved with SingleFile \n url: https://example.org/ferry \n saved date: ...`
_SINGLE_FILE = re.compile(r"<!--\s*Page saved with SingleFile[^>]{0,300}?\burl:\s*(\S+)")


def addresses(
    tree: HtmlElement, metas: Mapping[str, tuple[str, ...]], article: Thing | None, comments: str, origin: str | None
) -> tuple[str, ...]:
    """The addresses that a page gives for itself, the best first.

    In: the tree, its meta tags, its article in JSON-LD, its first characters, the address it was fetched from.
    Unsure: an address of a site's front page is put last, as templates have it on every page.
    """
    found: dict[str, None] = {}
    for given in _given(tree, metas, article, comments, origin):
        address = _whole(given, origin, found)
        if address:
            found[address] = None
    return tuple(sorted(found, key=_is_front_page))


def is_page_address(address: str) -> bool:
    """True for an address of the web with a host."""
    if len(address) > _LONGEST or any(sign.isspace() for sign in address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:  # a bracket without its fellow
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def _given(
    tree: HtmlElement, metas: Mapping[str, tuple[str, ...]], article: Thing | None, comments: str, origin: str | None
) -> Iterator[str]:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and link.get("href"):
            yield link.get("href") or ""
    yield from metas.get("og:url", ())[:1]
    for key in ("url", "mainEntityOfPage", "@id"):
        if address := said(article, key):
            yield address
    page = article.get("mainEntityOfPage") if article else None
    if isinstance(page, Mapping) and isinstance(page.get("@id"), str):
        yield page["@id"]
    for shape in (_SINGLE_FILE, _SAVED_FROM):
        if match := shape.search(comments):
            yield match[1]
    if origin:
        yield origin


def _whole(given: str, origin: str | None, found: Mapping[str, None]) -> str | None:
    """An address with scheme and host, a relative one completed by those known."""
    given = given.strip().split("#", 1)[0]
    if not is_page_address(given):
        base = origin or next(iter(found), None)
        if not given or base is None or re.match(r"(?i)[a-z][a-z0-9+.-]*:", given):
            return None
        try:
            given = urljoin(base, given)
        except ValueError:
            return None
    return given if is_page_address(given) else None


def _is_front_page(address: str) -> bool:
    parts = urlsplit(address)
    return parts.path in {"", "/"} and not parts.query
