"""The identity of an entity as far as its own article tells: a key made from what it is and what it is called.

A full name makes one person of all articles; a bare surname, and a source nobody names, stay in their article until
``joining`` finds whom other articles name so. Where evidence is thin, apart: a wrong merge puts words into the wrong
mouth.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from onrecord.ingest.acronyms import spelt_out
from onrecord.ingest.forms import folded, organisation_core, person_parts, place_core
from onrecord.ingest.identities import Identity
from onrecord.ingest.records import Entity, EntityType
from onrecord.ingest.reference import table
from onrecord.ingest.resolve.offices import is_head, office_of
from onrecord.ingest.resolve.places import NOWHERE, Scene
from onrecord.ingest.teams import teams

# What may stand at the end of a name of several words that is no person's.
_NO_SURNAMES = frozenset("democrat democrats republican republicans gop sen rep gov more house party officials".split())
# A small letter before a capital, but for McCain, MacArthur, DeVito, LaSalle and their like.
_RUN_TOGETHER = re.compile(r"(?<!\bMc)(?<!\bMac)(?<!\b[DLV][aeiou])(?<!\bFitz)(?<!\bO)(?<=[a-z])[A-Z]")


def identify(entity: Entity, article_key: str, scene: Scene = NOWHERE) -> Identity:
    """Which entity of the world this is, as far as its article tells.

    In: an entity of one article, the key of that article, and where that article plays. Out: its identity; countries
    and places with their numbers.
    Unsure: the identity is short: the entity stays in its article until other articles tell who it is.
    """
    if entity.country is not None:
        form = f"iso {entity.country}"
        links = _country_links(entity.country) if entity.type == "place" else {}
        return replace(_identity(entity.type, form, article_key), **links)
    if entity.type == "person":
        return _person(entity, article_key)
    if entity.type == "organisation":
        return _organisation(entity, article_key, scene.country)
    form = place_core(entity.name) if entity.type in {"place", "facility"} else folded(entity.name)
    if entity.type in {"place", "facility"}:
        form = spelt_out(form) if entity.type == "place" else form
        place = next(filter(None, (scene.place(name) for name in (entity.name, *dict(entity.names)))), None)
        # A building may be called after a town; an airport or a landmark is one of itself.
        if place is not None and (entity.type == "place" or place.kind in {"site", "landmark"}):
            number = str(place.geonames_id or place.wikidata_id)
            return replace(
                _identity(entity.type, form, article_key), name_key=_key(entity.type, "geonames", number),
                geonames_id=place.geonames_id, wikidata_id=place.wikidata_id,
                latitude=place.latitude, longitude=place.longitude,
            )  # fmt: skip
    if entity.type == "unnamed":
        return _identity("unnamed", form, article_key, is_short=True)
    fold = place_core if entity.type == "facility" else folded
    aliases = {fold(name) for name, _ in entity.names} if entity.type in {"facility", "event", "work"} else set()
    return _identity(entity.type, form, article_key, aliases=aliases)


def _person(entity: Entity, article_key: str) -> Identity:
    parts = [person_parts(name) for name, _ in entity.names]
    full = [name for (written, _), name in zip(entity.names, parts, strict=True) if _is_full(written, name)]
    if not full:
        return _identity("person", " ".join(parts[0]), article_key, is_short=True)
    # Names come most used first: "Donald Trump", where one byline of many writes "Donald J. Trump".
    return _identity("person", " ".join(full[0]), article_key, aliases={" ".join(name) for name in full})


def _is_full(written: str, parts: Sequence[str]) -> bool:
    """True for a first name and a surname; not for a party's member, nor for names that ran together."""
    return 1 < len(parts) < 6 and parts[-1] not in _NO_SURNAMES and not _RUN_TOGETHER.search(written)


def _organisation(entity: Entity, article_key: str, country: str | None) -> Identity:
    aliases = {spelt_out(organisation_core(name)) for name, _ in entity.names}
    team = set(teams(aliases).values())
    form = team.pop() if len(team) == 1 else spelt_out(_used(entity))
    distinctive = {alias for alias in aliases if office_of(alias) is None and not is_head(alias)}
    office = office_of(form)
    if office is None:
        return _identity("organisation", form, article_key, aliases=distinctive)
    state = office.country or country or office.usual
    if state is None:
        return _identity("organisation", form, article_key, is_short=True)
    return _identity("organisation", f"{office.name} of {state}", article_key, aliases=distinctive)


def _used(entity: Entity) -> str:
    """The fullest name, or that of the whole house where an article names a division of it once in passing."""
    counts: Counter[str] = Counter()
    for name, count in entity.names:
        counts[organisation_core(name)] += count
    full = organisation_core(entity.name)
    houses = [core for core in counts if full.startswith(f"{core} ") and counts[core] >= 5 * counts[full]]
    return max(houses, key=lambda core: (counts[core], core), default=full)


def _identity(
    kind: EntityType, form: str, article_key: str, *, is_short: bool = False, aliases: Iterable[str] = ()
) -> Identity:
    return Identity(
        form, name_key(kind, form), _key(kind, form, article_key), is_short, tuple(sorted(set(aliases) - {form, ""}))
    )


def _country_links(code: str) -> dict[str, Any]:
    row = _countries()[code]
    return {"geonames_id": int(row["geonames_id"]) or None, "wikidata_id": row["wikidata_id"] or None}


def name_key(kind: EntityType, form: str) -> str:
    """The key of a name in all articles, where no number tells which place it is."""
    return _key(kind, form)


def another(key: str, number: int) -> str:
    """The key of the second (third ...) entity of an article that goes by the same name."""
    return _key(key, str(number))


def _key(*parts: str) -> str:
    """The first 16 hex digits of the SHA-256 of the parts, joined by a character no name holds."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


@cache
def _countries() -> Mapping[str, Mapping[str, str]]:
    return {row["iso"]: row for row in table("countries.tsv")}
