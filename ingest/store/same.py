"""Whether two articles of the same words are one article. What the words cannot tell, address, place and title do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from onrecord.ingest.addresses import address_key
from onrecord.ingest.records import Article as ArticleRecord

# Names under which one site serves the same pages.
_SAME_SITE: Final = ("www.", "m.", "mobile.", "amp.")
# Below this a text is a notice ("Subscribe to continue reading"), which many articles have instead of their own words.
FEWEST_WORDS: Final = 40
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Stored:
    """A stored article of the same words. ``path``, ``digest`` and ``place``: its file, its bytes, its number in it."""

    article_id: int
    key: str
    title: str | None
    url: str | None
    url_key: str | None
    outlet: str | None
    path: str
    digest: str
    place: int


class Sameness(IntEnum):
    """What says that two are one, best first."""

    KEY = 0
    ADDRESS = 1
    PLACE = 2
    WORDS = 3


def sameness(article: ArticleRecord, other: Stored) -> Sameness | None:
    """What says that an article is the stored one of the same words, or None where they are two.

    Key and address settle it, and so does the place in the file unless the file changed and the article moved in it.
    Otherwise the words do, unless one of these says that there are two: names of outlets or, where one has none, hosts;
    two titles with two addresses, or in one file; two titles or two addresses where the words are few.
    Unsure: many words under two titles in two files, with one address or none, are one article under two titles.
    """
    if article.key == other.key:
        return Sameness.KEY
    key = address_key(article.url)
    if key is not None and key == other.url_key:
        return Sameness.ADDRESS
    is_one_file = article.source.document.path == other.path
    is_elsewhere = None not in (key, other.url_key)
    is_short = _is_short(article)
    is_renamed = has_other_title(article, other)
    if is_one_file and article.source.number == other.place:
        is_unchanged = article.source.document.sha256 == other.digest
        if is_unchanged or not (is_elsewhere or (is_short and is_renamed)):
            return Sameness.PLACE
    if is_renamed and (is_elsewhere or is_one_file or is_short):
        return None
    if (is_short and is_elsewhere) or _is_of_others(article, other):
        return None
    return Sameness.WORDS


def are_one(article: ArticleRecord, other: ArticleRecord) -> bool:
    """True where an article and one of the same words that is not stored yet are one."""
    source, key = other.source, address_key(other.url)
    place = source.document.path, source.document.sha256, source.number
    return sameness(article, Stored(0, other.key, other.title, other.url, key, other.outlet, *place)) is not None


def has_other_title(article: ArticleRecord, other: Stored) -> bool:
    """True for two titles; where the words are many, one may hold the other ("Ferry", "Ferry | The Star")."""
    here, there = article.title, other.title
    if here is None or there is None or not are_two_titles(here, there):
        return False
    return _is_short(article) or not (_holds(here, there) or _holds(there, here))


def are_two_titles(one: str | None, other: str | None) -> bool:
    """True where both are given and their words differ; marks and case do not count."""
    return one is not None and other is not None and _folded(one) != _folded(other)


def _is_short(article: ArticleRecord) -> bool:
    return len(article.text.split()) < FEWEST_WORDS


def _holds(one: str, other: str) -> bool:
    return f" {_folded(other)} " in f" {_folded(one)} "


def _is_of_others(article: ArticleRecord, other: Stored) -> bool:
    """True where outlets or addresses say that two articles were published by two."""
    hosts = _host(article.url), _host(other.url)
    outlets = _name(article.outlet), _name(other.outlet)
    for here, there in (outlets, hosts):
        if here is not None and here == there:
            return False
    return (None not in outlets) or (None not in hosts)


def _host(url: str | None) -> str | None:
    """The site of an address."""
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:  # brackets that hold no address
        return None
    return next((host.removeprefix(name) for name in _SAME_SITE if host.startswith(name)), host) if host else None


def _name(name: str | None) -> str | None:
    return name.casefold() if name else None


@lru_cache(maxsize=1024)
def _folded(title: str) -> str:
    return " ".join(_WORD.findall(title.casefold()))
