"""The names an article's metadata goes by, and how its values are written down.

Tables, sidecars, front matter and header blocks speak of the same few things under many names. Readers and ``segment``
both ask here, so that a name means the same wherever it stands.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from onrecord.ingest.records import Field

# Field name -> the keys it may stand under, best first: a site's own name is better than its host name, a day that is
# called the publication's better than a bare time. Hyphens, underscores, blanks and capitals make no difference.
# Source: keys of trafilatura, news-please, Obsidian Web Clipper, schema.org, Dublin Core, CSL-JSON (Zotero), RSS, and
# of the answers of news services.
ALIASES: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("title", "headline", "heading", "web_title", "article_title", "name"),
    "byline": ("byline", "author", "authors", "author_name", "author_names", "creator", "creators", "writer", "by"),
    "outlet": tuple(
        "outlet source publication publisher sitename site site_name newspaper paper source_name publication_name "
        "publisher_name media hostname domain source_domain container_title".split()
    ),
    "published": tuple(
        "date published publish_date date_publish date_published published_date published_at publishing_date "
        "publication_date pub_date published_time published_on web_publication_date issued date_time created_at "
        "timestamp time".split()
    ),
    "url": tuple(
        "url link canonical permalink canonical_url article_url page_url web_url original_url source_url uri".split()
    ),
    "language": ("language", "lang"),
}
# Keys that say many other things: a moment counts only with its year, an address only where it is one, and the name of
# an outlet never where it is the address of a page or picture.
_BARE_TIMES: Final = frozenset({"datetime", "createdat", "timestamp", "time"})
_MAYBE_ADDRESSES: Final = frozenset({"permalink", "sourceurl", "uri"})
_NO_ADDRESSES: Final = frozenset({"newspaper", "paper", "sourcename", "media", "domain", "sourcedomain"})
_WITH_YEAR = re.compile(r"(?:1[5-9]|20)\d\d|\d{9}")
# What stands before a key of a vocabulary: dc:title, og:title, article:published_time.
_VOCABULARY = re.compile(r"^(?:dc|dcterms|og|article|schema)[:.]")
_LONGEST_KEY: Final = 60
# What programs write where there is nothing.
_NOTHING: Final = frozenset({"", "-", "nan", "none", "null", "n/a", "undefined"})
# What people and programs leave in a line of metadata: entities, and the tags of a word.
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_TAG = re.compile(r"</?(?:a|b|br|em|font|i|mark|p|small|span|strong|sub|sup|u)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_SITE = re.compile(r"(?i)https?://(?:www\.)?([^/?#\s]+)/?")
# An author may be written as an object; this is where schema.org and CSL put the words.
_NAME_KEYS: Final = ("name", "literal")
_DEEPEST_LIST: Final = 3


def field_name(key: str, value: str) -> str | None:
    """The field that a key stands for, or None for a key outside the closed list.

    In: the key as written (case, hyphens, underscores and blanks do not matter) and its value: a ``source`` that holds
    the address of a page is a url.
    """
    known = _known(key)
    if known is None:
        return None
    return "url" if known[0] == "outlet" and is_address(value) and not _SITE.fullmatch(value) else known[0]


def is_address(value: str) -> bool:
    """True for what begins like an address of the web."""
    return value.strip().lower().startswith(("http://", "https://"))


def as_text(value: object, depth: int = 0) -> str | None:
    """A value of a table, JSON or YAML as one string; None where there is nothing to say.

    ``["Jane Doe", "John Roe"]`` -> ``"Jane Doe; John Roe"``, ``{"name": "Jane Doe"}`` -> ``"Jane Doe"``.
    Unsure: true, false, and lists in lists beyond any sense say nothing.
    """
    if isinstance(value, bool) or value is None or depth > _DEEPEST_LIST:
        return None
    if isinstance(value, Mapping):
        if "family" in value or "date-parts" in value:
            return _csl_text(value)
        return as_text(next((value[key] for key in _NAME_KEYS if key in value), None), depth + 1)
    if isinstance(value, list | tuple):
        parts = [part for part in (as_text(item, depth + 1) for item in value) if part]
        return "; ".join(parts) or None
    return str(value).strip() or None


def _csl_text(value: Mapping[str, object]) -> str | None:
    """A person or date of CSL-JSON: ``{"family": "Doe", "given": "Jane"}``, ``{"date-parts": [[2024, 5, 3]]}``."""
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        return "-".join(f"{part:0>2}" for part in map(str, parts[0])) or None
    names = (value.get(key) for key in ("given", "non-dropping-particle", "family"))
    return " ".join(str(name) for name in names if name) or None


def fields_of(values: Mapping[str, object], source: str) -> tuple[Field, ...]:
    """The fields that a mapping of keys to values gives, the best key of a name first; unknown keys are passed over.

    In: ``source`` is who says so, as in ``records.Field``.
    Unsure: a value that says nothing under its key (a time without a day, an author's number) is passed over.
    """
    found: list[tuple[int, Field]] = []
    for key, value in values.items():
        known = _known(key if isinstance(key, str) else str(key))
        text = None if known is None else as_text(value)
        if known is None or text is None:
            continue
        name, rank, folded = known
        said = _said(name, folded, text)
        if said is not None:
            found.append((rank, Field(*said, source)))
    found.sort(key=lambda pair: pair[0])
    return tuple([field for _, field in found])


def _said(name: str, folded: str, text: str) -> tuple[str, str] | None:
    """The field and the words that a value is under a known key, or None where it says nothing."""
    if len(text) <= 9 and text.lower() in _NOTHING:
        return None
    if name == "url":
        return (name, text) if folded not in _MAYBE_ADDRESSES or is_address(text) else None
    if name == "published":
        return (name, text) if folded not in _BARE_TIMES or _WITH_YEAR.search(text) else None
    if name == "outlet" and is_address(text):
        site = _SITE.fullmatch(text)
        if site:
            return name, site[1]
        return None if folded in _NO_ADDRESSES else ("url", text)
    text = as_words(text)
    return (name, text) if name != "byline" or any(map(str.isalpha, text)) else None


def as_words(text: str) -> str:
    """A line of metadata without the entities and tags that some programs leave in it: ``R&amp;B`` is R&B."""
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    return _TAG.sub("", text).strip() if "<" in text else text


@lru_cache(maxsize=4096)
def _known(key: str) -> tuple[str, int, str] | None:
    """The field of a key, the place of the key among the field's, and the key as it is compared; None for others."""
    if len(key) > _LONGEST_KEY:
        return None
    folded = _folded(_VOCABULARY.sub("", key.strip().lower()))
    found = _RANKS.get(folded)
    return None if found is None else (*found, folded)


def _folded(key: str) -> str:
    return key.strip().lower().replace("-", "").replace("_", "").replace(" ", "")


_RANKS: Final[Mapping[str, tuple[str, int]]] = {
    _folded(key): (name, rank) for name, keys in ALIASES.items() for rank, key in enumerate(keys)
}
