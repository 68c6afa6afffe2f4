"""The identity of an entity: a key made from what it is and what it is called.

A full name makes one person of all articles; a bare surname, and a source nobody names, stay in their article. Where
evidence is thin, apart: a wrong merge puts words into the wrong mouth.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache

from onrecord.ingest.forms import folded, organisation_core, person_parts
from onrecord.ingest.records import Entity, Identity
from onrecord.ingest.reference import table


def identify(entity: Entity, article_key: str) -> Identity:
    """Which entity of the world this is.

    In: an entity of one article and the key of that article. Out: its identity; countries with their numbers.
    Unsure: the identity is local, its key made with the article's.
    """
    if entity.country is not None and entity.type == "place":
        row = _countries()[entity.country]
        return Identity(
            _key("place", "iso", entity.country), is_local=False,
            geonames_id=int(row["geonames_id"]) or None, wikidata_id=row["wikidata_id"] or None,
        )  # fmt: skip
    if entity.country is not None:
        return Identity(_key(entity.type, "iso", entity.country), is_local=False)
    if entity.type == "person":
        full = [name for name, _ in entity.names if len(person_parts(name)) > 1]
        if full:
            # Names come most used first: "Donald Trump", where one byline of many writes "Donald J. Trump".
            return Identity(_key("person", *person_parts(full[0])), is_local=False)
    elif entity.type == "organisation":
        return Identity(_key("organisation", organisation_core(entity.name)), is_local=False)
    elif entity.type != "unnamed":
        return Identity(_key(entity.type, folded(entity.name)), is_local=False)
    return Identity(_key(entity.type, folded(entity.name), article_key), is_local=True)


def _key(*parts: str) -> str:
    """The first 16 hex digits of the SHA-256 of the parts, joined by a character no name holds."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


@cache
def _countries() -> Mapping[str, Mapping[str, str]]:
    return {row["iso"]: row for row in table("countries.tsv")}
