"""Who wrote a page, as its metadata name them one by one.

What stands in the place for authors is taken as it is, agencies and desks too, as the page says that they wrote it; the
outlet's own name counts only where nobody else is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from onrecord.ingest.readers.web.blocks import folded, plain
from onrecord.ingest.readers.web.json_ld import Thing, as_line, resolved

_MOST: Final = 40
_LONGEST: Final = 80
_PREFIX = re.compile(r"(?i)^(?:(?:written\s+)?by|von|par|por|di|door|av|af|przez|text|texte|texto)\s*:?\s+(?=\S)")
_ADDRESS = re.compile(r"(?i)^(?:https?:|www\.|@)|\S@\S+\.\S")
_AND = re.compile(r"\s*[;|/\n]\s*|\s+(?:and|und|et|y|e|og|och|en|&)\s+(?=\w)")
_NAME_LIKE = re.compile(r"[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){1,4}")
_LAST_FIRST = re.compile(r"([^,;]+),\s*([^,;]+)")
_NOBODY: Final = frozenset(
    {"", "admin", "administrator", "null", "none", "undefined", "author", "unknown", "redacao", "user", "guest"}
)
_ROLE_TAIL = re.compile(
    r"(?i)\s*[,(|]\s*(?:staff|senior|chief|political|.{0,30}(?:correspondent|reporter|editor|writer|redakteur(?:in)?|korrespondent(?:in)?))\)?$"
)


def named_in(value: object, things: tuple[Thing, ...] = ()) -> tuple[str, ...]:
    """The names that a value of JSON-LD or a meta tag gives, each once, in order.

    ``{"@type": "Person", "name": "Jane Doe"}``, ``["Jane Doe", "John Roe"]`` and ``"Jane Doe and John Roe"`` all do.
    Unsure: addresses, account names and ``admin`` are nobody.
    """
    found: dict[str, str] = {}
    for name in _spread(value, things, 0):
        for one in parted(name):
            if one and folded(one) not in found:
                found[folded(one)] = one
    return tuple(found.values())[:_MOST]


def _spread(value: object, things: tuple[Thing, ...], depth: int) -> Iterable[str]:
    if depth > 4:
        return
    value = resolved(value, things)
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        name = value.get("name")
        if not name and (value.get("givenName") or value.get("familyName")):
            name = " ".join(str(value.get(key) or "") for key in ("givenName", "familyName"))
        yield from _spread(name, things, depth + 1)
    elif isinstance(value, list):
        for one in value:
            yield from _spread(one, things, depth + 1)


def parted(names: str) -> tuple[str, ...]:
    """The single names in a string; one with a comma is parted where every part looks like a name."""
    line = as_line(names) or ""
    if _ADDRESS.search(line):
        return ()
    parts = [part for one in _AND.split(line) for part in _at_commas(one)]
    cleaned = (_cleaned(part) for part in parts)
    return tuple(one for one in cleaned if folded(one) not in _NOBODY and len(one) <= _LONGEST and not one.isdigit())


def last_name_first(name: str) -> str:
    """``"Doe, Jane"`` -> ``"Jane Doe"``, as libraries write it into Dublin Core."""
    match = _LAST_FIRST.fullmatch(name.strip())
    return f"{match[2].strip()} {match[1].strip()}" if match else name


def _at_commas(names: str) -> Sequence[str]:
    parts = [part.strip() for part in names.split(",") if part.strip()]
    if len(parts) > 1 and all(_NAME_LIKE.fullmatch(part) for part in parts[:-1]):
        # what follows the last name may be a place or a post: "Jane Doe, Nairobi"
        return parts
    return [names]


def _cleaned(name: str) -> str:
    name = _PREFIX.sub("", plain(name), count=1)
    return _ROLE_TAIL.sub("", name).strip(' ,;:|·•-–—"“”()')


def best_named(candidates: Iterable[tuple[str, ...]], outlets: Iterable[str]) -> tuple[str, ...]:
    """The first names given that are more than the outlet's own; the outlet where it is all there is."""
    own = {folded(outlet) for outlet in outlets if outlet}
    last: tuple[str, ...] = ()
    for names in candidates:
        if any(not _is_own(folded(name), own) for name in names):
            return names
        last = last or names
    return last


def _is_own(key: str, own: set[str]) -> bool:
    return key in own
