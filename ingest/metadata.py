"""The names an article's metadata goes by, and how its values are written down.

Tables, sidecars, front matter and header blocks speak of the same few things under many names. Readers and ``segment``
both ask here, so that a name means the same wherever it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from onrecord.ingest.records import Field

# Field name -> the keys it may stand under, best first: a site's own name is better than its host name.
# Source: keys of trafilatura, news-please, Obsidian Web Clipper, schema.org NewsArticle and CSL-JSON (Zotero).
ALIASES: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("title", "headline"),
    "byline": ("byline", "author", "authors"),
    "outlet": tuple("outlet source publication publisher sitename site site_name hostname container_title".split()),
    "published": ("date", "published", "publish_date", "date_publish", "date_published", "datepublished", "issued"),
    "url": ("url", "link", "canonical"),
    "language": ("language", "lang"),
}
_RANKS: Final[Mapping[str, tuple[str, int]]] = {
    key: (name, rank) for name, keys in ALIASES.items() for rank, key in enumerate(keys)
}
# An author may be written as an object; this is where schema.org and CSL put the words.
_NAME_KEYS: Final = ("name", "literal")
_DEEPEST_LIST: Final = 3


def field_name(key: str, value: str) -> str | None:
    """The field that a key stands for, or None for a key outside the closed list.

    In: the key as written (case, hyphens and blanks do not matter) and its value: a ``source`` that holds an address
    is a url.
    """
    name, _ = _RANKS.get(_folded(key), (None, 0))
    return "url" if name == "outlet" and is_address(value) else name


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
    """
    found: list[tuple[int, Field]] = []
    for key, value in values.items():
        text = as_text(value)
        if text is None:
            continue
        name = field_name(str(key), text)
        if name is not None:
            found.append((_RANKS[_folded(str(key))][1], Field(name, text, source)))
    return tuple(field for _, field in sorted(found, key=lambda pair: pair[0]))


def _folded(key: str) -> str:
    return key.strip().lower().replace("-", "_").replace(" ", "_")
