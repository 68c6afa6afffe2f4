"""What a list or a service offers for an entity."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol
from urllib.parse import urlsplit

from onrecord.ingest.identities import Linkable

WIKIDATA: Final = "www.wikidata.org"
_ITEM: Final = re.compile(r"(?:https?://(?:www\.)?wikidata\.org/(?:entity|wiki)/)?(Q[1-9]\d{0,11})")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody or something an entity may be.

    ``link``: an item of Wikidata (Q42) or an address; ``names``: all it is known by, the usual one first. ``type``:
    person or organisation, or None where nobody says. ``is_sure``: the source has no doubt that it is meant.
    ``score``: the source's own measure, if it has one.
    """

    link: str
    names: tuple[str, ...]
    type: str | None
    is_sure: bool = True
    description: str = ""
    score: float | None = None


class Source(Protocol):
    """Where candidates come from. ``name``: for people to read; ``at_once``: how many entities it is asked about."""

    @property
    def name(self) -> str:
        """What the source is called."""

    @property
    def at_once(self) -> int:
        """How many entities it may be asked about in one go."""

    @property
    def authorities(self) -> frozenset[str]:
        """Whose items it offers (see ``authority``)."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """What of it could not be used; sentences."""

    def candidates(self, entities: Sequence[Linkable]) -> list[tuple[Candidate, ...]]:
        """The candidates of each entity, in order. Errors: ReconcileError where the source gives no answer."""


def item(written: str) -> str | None:
    """A link as it is kept: an item of Wikidata by its number alone, another address as it is; None for neither."""
    written = written.strip()
    if found := _ITEM.fullmatch(written):
        return found[1]
    return written if re.fullmatch(r"https?://[^\s/]+\S*", written) else None


def authority(link: str) -> str:
    """Whose item a link is: the host of its address. An entity has one link of each authority."""
    return WIKIDATA if link.startswith("Q") else urlsplit(link).netloc
