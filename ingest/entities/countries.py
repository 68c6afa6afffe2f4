"""Countries and the people called after them, from data/reference/countries.tsv."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from onrecord.ingest.forms import folded
from onrecord.ingest.reference import table


@dataclass(frozen=True, slots=True)
class Country:
    """One country: ISO 3166-1 alpha-2 code, English name, and its numbers in GeoNames and Wikidata."""

    iso_code: str
    name: str
    geonames_id: int | None
    wikidata_id: str | None


# In English news these are more often something else (the US state); a country only where its people are named too.
_AMBIGUOUS = frozenset({"georgia"})


@cache
def _lists() -> tuple[dict[str, Country], dict[str, Country], dict[str, Country]]:
    codes, names, demonyms = {}, {}, {}
    for row in table("countries.tsv"):
        country = Country(row["iso"], row["name"], int(row["geonames_id"]) or None, row["wikidata_id"] or None)
        codes[country.iso_code] = country
        for name in row["names"].split(";"):
            names[folded(name)] = country
        for word in filter(None, row["demonyms"].split(";")):
            demonyms[folded(word)] = country
    return codes, names, demonyms


def country_of(code: str) -> Country:
    """The country with an ISO 3166-1 alpha-2 code. Errors: KeyError for a code that is none."""
    return _lists()[0][code]


def country_named(name: str, company: frozenset[str] = frozenset()) -> Country | None:
    """The country that goes by ``name``.

    In: the name as written; ``company``, the folded names of groups (demonyms) in the same article.
    Unsure: None, also for a name that is more often something else (Georgia) while none of its people are named.
    """
    key = folded(name)
    country = _lists()[1].get(key)
    if country is not None and key in _AMBIGUOUS:
        return country if any(country_of_people(word) == country for word in company) else None
    return country


def country_of_people(word: str) -> Country | None:
    """The country a demonym points to: "Russian" and "the Russians" to Russia. Unsure: None."""
    demonyms = _lists()[2]
    key = folded(word)
    return demonyms.get(key) or demonyms.get(key.removesuffix("s"))
