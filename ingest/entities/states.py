"""Countries and states that the reader took for somebody: "South Carolina Sen. Jane Roe" names a place and a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from onrecord.ingest.entities.countries import country_named
from onrecord.ingest.first_names import sex_of
from onrecord.ingest.forms import folded, person_parts
from onrecord.ingest.language.reading import Name
from onrecord.ingest.reference import table

_OFFICE = r"(?:Sen(?:ator)?|Rep(?:resentative)?|Gov(?:ernor)?|Attorney General|Republican|Democrat)s?\b"
_OFFICE_BEHIND = re.compile(rf"\s(?:(?:Republican|Democratic)\s)?{_OFFICE}")
_IN_A_NAME = re.compile(r"\b[A-Z]\w*\.?[ \u00a0]$")  # Captain America, Miss Texas
_REACH = 20  # characters looked at in front


def states_as_places(text: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names; a country or state taken for a person, or in front of an office for an organisation, is a place.

    In: the settled text and its names in text order. Out: the same names.
    Unsure: what is a first name, too (Georgia, Chad), part of a longer name (Captain America) or of that of somebody
    in the article, is left, unless an office stands behind it; elsewhere a state may be its team or university.
    """
    borne = _borne(name.span.of(text) for name in names if name.type == "person")
    return tuple(replace(name, type="place") if _is_state(text, name, borne) else name for name in names)


def _is_state(text: str, name: Name, borne: frozenset[str]) -> bool:
    if name.type not in {"person", "organisation"} or not _is_known(form := folded(name.span.of(text))):
        return False
    if _OFFICE_BEHIND.match(text, name.span.end):
        return True
    if name.type != "person" or form in borne or sex_of(f"{form} roe"):
        return False
    return not _IN_A_NAME.search(text, max(0, name.span.start - _REACH), name.span.start)


def _borne(people: Iterable[str]) -> frozenset[str]:
    """The words of all names of two words and more."""
    parts = map(person_parts, people)
    return frozenset(word for name in parts if len(name) > 1 for word in name)


def _is_known(form: str) -> bool:
    """Whether a folded name is that of a country, or of a state that English news name without its country."""
    return len(form) > 3 and (form in _states() or country_named(form) is not None)


@cache
def _states() -> frozenset[str]:
    return frozenset(row["name"] for row in table("states.tsv"))
