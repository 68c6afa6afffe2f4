"""Which place of the world a name means: its numbers in GeoNames and Wikidata, and where it lies.

A name of several places goes to the one that leads clearly: by population, by the countries and states the article
names, and by going first by that name. Countries are known before (see ``entities``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import log10

from onrecord.ingest.forms import place_core
from onrecord.ingest.resolve.gazetteer import Place, landmarks_named, places_named, region_named

# How much speaks for a place, in powers of ten of its population.
IN_COUNTRY = 1.5  # the article names its country
IN_STATE = 1.5  # the article names its state
OWN_NAME = 1.1  # it goes by this name, not only also
LEAD = 0.3  # a smaller lead is none,
LEAD_OF_STATES = 1.0  # nor is one of a state over another, where no country is named
UNSUPPORTED = 5.0  # a place of an unnamed country counts from so many people on (100,000),
UNSUPPORTED_STATE = 4.0  # and a state that alone is called so from so many (10,000)

# A bare name is the city's and not the state's where one in so many of the state lives in the city (Moscow), or as
# many live in a large city of the country that lies elsewhere (Washington); newspapers add "state" when they mean it.
_CITY_SHARE = 20
_LARGE = 500_000
_DIVISION = re.compile(r" (?:province|region|state|governorate|prefecture)$")


@dataclass(frozen=True, slots=True)
class Scene:
    """Where an article plays. ``country``: the one it names most, or None. ``countries``: all (see ``countries_of``).

    ``names``: the folded names of all its places.
    """

    country: str | None
    countries: frozenset[str]
    names: frozenset[str]

    def place(self, name: str) -> Place | None:
        """The place a name means here (see ``place_named``)."""
        return place_named(name, self.countries, self.names)


NOWHERE = Scene(None, frozenset(), frozenset())


def place_named(name: str, countries: frozenset[str], names: frozenset[str] = frozenset()) -> Place | None:
    """The place a name means.

    In: the name as written; the ISO codes of the countries the article names or whose people it names; the folded names
    of all its places. Out: the place. Unsure: None, where no place leads clearly.
    """
    form = place_core(name)
    known = region_named(form) or _landmark(form, countries, names)
    if known is not None:
        return known
    # Of a city and a state of one name, the name tells nothing about the other.
    states = {(one.country, one.admin1) for name in names - {form} for one in places_named(name) if one.is_state}
    ranked = sorted(
        ((_support(place, countries, states), -(place.geonames_id or 0), place) for place in _called(form)),
        key=lambda one: one[:2],
        reverse=True,
    )
    if not ranked:
        return None
    best, _, place = ranked[0]
    if len(ranked) > 1:
        are_states = place.is_state and ranked[1][2].is_state and place.country not in countries
        if best - ranked[1][0] < (LEAD_OF_STATES if are_states else LEAD):
            return None
    is_site_alone = len(ranked) == 1 and place.kind == "site" and " " in form
    if place.country in countries or is_site_alone:
        return place
    least = UNSUPPORTED_STATE if place.is_state and len(ranked) == 1 else UNSUPPORTED
    return place if log10(max(place.population, 1)) >= (least if place.is_own_name else UNSUPPORTED + 1) else None


def countries_of(names: frozenset[str], countries: frozenset[str]) -> frozenset[str]:
    """The countries an article plays in: those it names, and those of the places that are clear without more.

    In: the folded names of its places; the ISO codes of the countries it names or whose people it names.
    """
    found = (place_named(name, countries, names) for name in names)
    return countries | {place.country for place in found if place and place.country}


def _landmark(form: str, countries: frozenset[str], names: frozenset[str]) -> Place | None:
    """The landmark of a name; by a name that others share (Grand Mosque) only beside its town, region or country."""
    found = [
        one.place
        for one in landmarks_named(form)
        if not one.is_shared or (one.near & names if one.near else one.countries & countries)
    ]
    return found[0] if len(found) == 1 else None


def _called(form: str) -> list[Place]:
    """The places that go by a name; of a state and the city in it that it is called after, the city."""
    found = places_named(form) or tuple(place for place in places_named(_DIVISION.sub("", form)) if place.is_state)
    cities = [place for place in found if not place.is_state]
    return [place for place in found if not (place.is_state and any(_names(city, place) for city in cities))]


def _names(city: Place, state: Place) -> bool:
    is_near = city.country == state.country and (city.admin1 == state.admin1 or city.population >= _LARGE)
    return is_near and city.population * _CITY_SHARE >= state.population


def _support(place: Place, countries: frozenset[str], states: set[tuple[str, str]]) -> float:
    support = log10(max(place.population, 1))
    support += IN_COUNTRY if place.country in countries else 0.0
    support += OWN_NAME if place.is_own_name else 0.0
    return support + (IN_STATE if not place.is_state and (place.country, place.admin1) in states else 0.0)
