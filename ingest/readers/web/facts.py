"""What a page says of itself: title, authors, outlet, date, address, language, each with all its candidates.

JSON-LD is asked first, then meta tags, then the marked-up elements of the page. Nothing is inferred: no date from an
address, no outlet from a host, no author from prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lxml.html import HtmlElement

from onrecord.ingest.metadata import is_address
from onrecord.ingest.readers.web.address import addresses
from onrecord.ingest.readers.web.authors import best_named, last_name_first, named_in
from onrecord.ingest.readers.web.blocks import HEADINGS, folded, plain
from onrecord.ingest.readers.web.clutter import words_of
from onrecord.ingest.readers.web.json_ld import Thing, article_of, as_line, resolved, said, things_of
from onrecord.ingest.readers.web.titles import chosen_title, without_site

Metas = Mapping[str, tuple[str, ...]]

# In order of trust: what is written for social networks and search engines first, what statistics want last.
_DATES: Final = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "prism.publicationdate",
    "citation_publication_date", "sailthru.date", "publish-date", "publishdate", "publication_date", "pubdate",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "date.available", "date.created", "date",
)  # fmt: skip
_AUTHORS: Final = (
    "author", "article:author", "og:author", "parsely-author", "sailthru.author", "cxenseparse:author", "dcsext.author",
    "byl", "citation_author", "dc.creator", "dcterms.creator",
)  # fmt: skip
_LAST_FIRST: Final = frozenset({"dc.creator", "dcterms.creator", "citation_author"})
_DESCRIPTIONS: Final = ("description", "og:description", "twitter:description", "dc.description")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_BYLINE_LENGTH: Final = 80
_DATE_TAIL = re.compile(r"\s*(?:[|•·,–-]\s*)?\b(?:\w+\s+\d{1,2},?\s+\d{4}|\d{1,2}\.?\s+\w+\s+\d{4}|\d{4}-\d\d-\d\d).*$")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says. Each tuple is best first; ``authors`` are all of one place.

    ``titles``: everything that claims to be the title, folded. ``descriptions``: folded, to know a standfirst by.
    """

    title: str | None
    authors: tuple[str, ...]
    outlets: tuple[str, ...]
    dates: tuple[str, ...]
    urls: tuple[str, ...]
    languages: tuple[str, ...]
    titles: frozenset[str]
    descriptions: tuple[str, ...]


def facts_of(tree: HtmlElement, comments: str, origin: str | None) -> Facts:
    """What a page says of itself.

    In: its tree, whole; its first characters, where tools that save pages leave the address in a comment; the address
    it was fetched from, if that is known.
    """
    things = things_of(tree)
    article = article_of(things)
    metas = _metas(tree)
    outlets = tuple(dict.fromkeys(_outlets(article, things, metas)))
    urls = addresses(tree, metas, article, comments, origin)
    title, claims = _title(tree, article, metas, outlets)
    descriptions = [as_line(value) for key in _DESCRIPTIONS for value in metas.get(key, ())]
    descriptions += [said(article, key) for key in ("description", "alternativeHeadline", "abstract")]
    return Facts(
        title=title,
        authors=best_named(_authors(tree, article, things, metas), outlets),
        outlets=outlets,
        dates=tuple(dict.fromkeys(_dates(tree, article, metas))),
        urls=urls,
        languages=tuple(dict.fromkeys(_languages(tree, article, metas))),
        titles=frozenset(folded(claim) for claim in claims),
        descriptions=tuple(dict.fromkeys(folded(one) for one in descriptions if one)),
    )


def _metas(tree: HtmlElement) -> Metas:
    found: dict[str, tuple[str, ...]] = {}
    for tag in tree.iter("meta"):
        content = (tag.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop"):
            key = (tag.get(attribute) or "").strip().lower()
            if key and content:
                found[key] = (*found.get(key, ()), content)
    return found


def _title(
    tree: HtmlElement, article: Thing | None, metas: Metas, outlets: tuple[str, ...]
) -> tuple[str | None, tuple[str, ...]]:
    """The title, and every wording of it on the page."""
    shown = tuple(text for heading in tree.iter("h1") if (text := plain("".join(heading.itertext()))))
    given = [said(article, "headline"), said(article, "name")]
    given += [as_line(value) for key in ("og:title", "twitter:title") for value in metas.get(key, ())[:1]]
    tab = next((plain(one.text or "") for one in tree.iter("title")), "")
    raw = tuple(one for one in (*given, *shown, tab) if one)
    sites = (
        *outlets,
        *(one for key in ("og:site_name", "application-name") for one in metas.get(key, ())),
        *_hosts(metas, tree),
    )

    def clean(title: str | None) -> str | None:
        return without_site(title, sites, raw) if title else None

    shared = next((as_line(value) for key in ("og:title", "twitter:title") for value in metas.get(key, ())), None)
    title = chosen_title(clean(given[0] or given[1]), clean(shared), shown, clean(tab), clean(given[1]))
    return title, (*raw, *(one for one in map(clean, raw) if one))


def _hosts(metas: Metas, tree: HtmlElement) -> Iterator[str]:
    """The host of the page's address, and its name without ending: ``www.example.org`` gives both."""
    given = [
        *metas.get("og:url", ())[:1],
        *(link.get("href") or "" for link in tree.iter("link") if link.get("rel") == "canonical"),
    ]
    for address in given:
        match = re.match(r"https?://(?:www\.|m\.)?([^/:?#]+)", address)
        if match:
            yield match[1]
            yield from (part for part in match[1].split(".")[:-1] if len(part) > 3)


def _authors(
    tree: HtmlElement, article: Thing | None, things: tuple[Thing, ...], metas: Metas
) -> Iterator[tuple[str, ...]]:
    for key in ("author", "creator"):
        if article and (names := named_in(article.get(key), things)):
            yield names
    for key in _AUTHORS:
        values = metas.get(key, ())
        if key in _LAST_FIRST:
            values = tuple(last_name_first(value) for value in values)
        if names := named_in(list(values)):
            yield names
    yield from _bylines(tree)


def _bylines(tree: HtmlElement) -> Iterator[tuple[str, ...]]:
    """The one name that all elements marked as author give; where they differ, some belong to other articles."""
    names: dict[str, str] = {}
    for element in tree.iter("a", "span", "p", "div", "address"):
        is_marked = "author" in (element.get("rel") or "").split() or element.get("itemprop") == "author"
        if is_marked or (element.get("class") and not {"byline", "author"}.isdisjoint(words_of(element))):
            text = plain("".join(element.itertext()))
            if 0 < len(text) <= _BYLINE_LENGTH:
                for name in named_in(_DATE_TAIL.sub("", text)):
                    if " " in name and not any(character.isdigit() for character in name):
                        names[folded(name)] = name
    if len(names) == 1:
        yield tuple(names.values())


def _outlets(article: Thing | None, things: tuple[Thing, ...], metas: Metas) -> Iterator[str]:
    for key in ("publisher", "sourceOrganization", "provider"):
        for one in _as_list(article.get(key) if article else None):
            thing = resolved(one, things)
            name = (
                said(thing, "name")
                if isinstance(thing, Mapping)
                else as_line(thing)
                if isinstance(thing, str)
                else None
            )
            if name and not is_address(name):
                yield name
    for key in ("og:site_name", "application-name", "dc.publisher"):
        yield from (name for value in metas.get(key, ()) if (name := as_line(value)) and not is_address(name))


def _dates(tree: HtmlElement, article: Thing | None, metas: Metas) -> Iterator[str]:
    if published := said(article, "datePublished"):
        yield published
    for key in _DATES:
        yield from metas.get(key, ())[:1]
    if created := said(article, "dateCreated"):
        yield created
    below_title = False
    for element in tree.iter("time", "h1", *sorted(HEADINGS)):
        below_title = below_title or element.tag == "h1"
        if element.tag == "time" and (moment := (element.get("datetime") or "").strip()):
            is_marked = element.get("itemprop") == "datePublished" or element.get("pubdate") is not None
            if below_title or is_marked:
                yield moment
                return


def _languages(tree: HtmlElement, article: Thing | None, metas: Metas) -> Iterator[str]:
    root = next(tree.iter("html"), None)
    given = [root.get("lang") or root.get("xml:lang") if root is not None else None, said(article, "inLanguage")]
    given += [value for key in ("content-language", "og:locale") for value in metas.get(key, ())[:1]]
    for language in given:
        if language and _LANGUAGE.fullmatch(language.strip()):
            yield language.strip()


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
