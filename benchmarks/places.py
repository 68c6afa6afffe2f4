"""How many place names are linked to GeoNames or Wikidata, and how many rightly, on gum-news.

    python benchmarks/places.py

Counts the place names of that set that have a Wikipedia title. A link is right where the linked place, or the country,
goes by the title, folded, without what stands behind a comma or in brackets. Prints every name that is not linked, and
every link that differs; ends with a sentence where the set (../shared/data/entities/gum-news.jsonl) is not there.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

from onrecord.ingest.entities.countries import country_named, country_of_people
from onrecord.ingest.forms import folded
from onrecord.ingest.resolve.gazetteer import Place, places_named, region_named
from onrecord.ingest.resolve.places import countries_of, place_named

GOLD = Path(__file__).parents[2] / "shared" / "data" / "entities" / "gum-news.jsonl"


def main() -> None:
    """Print what is not linked or linked otherwise, and the two shares."""
    if not GOLD.exists():
        sys.exit("The set is not here (../shared/data/entities/gum-news.jsonl); nothing was measured.")
    counts: Counter[str] = Counter()
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        written = [(m["type"], document["text"][m["start"] : m["end"]], m.get("link")) for m in document["mentions"]]
        people = frozenset(folded(name) for kind, name, _ in written if kind == "NORP")
        places = frozenset(folded(name) for kind, name, _ in written if kind == "PLACE")
        found = [country_named(name, people) for name in places] + [country_of_people(name) for name in people]
        codes = frozenset(country.iso_code for country in found if country)
        codes = countries_of(frozenset(name for name in places if not country_named(name, people)), codes)
        for kind, name, link in written:
            if kind != "PLACE" or not link:
                continue
            title = folded(
                unquote(link.removeprefix("wikipedia:")).replace("_", " ").partition(",")[0].partition("(")[0]
            )
            country = country_named(name, people) or country_of_people(name)
            place = None if country else place_named(name, codes, places)
            is_right = title == folded(country.name) if country else bool(place) and _goes_by(place, title)
            result = "not linked" if not (country or place) else "right" if is_right else "linked otherwise"
            counts[result] += 1
            if result != "right":
                print(f"{result}: {name} ({link})")
    linked = counts.total() - counts["not linked"]
    print(f"{linked} of {counts.total()} linked ({linked / counts.total():.1%}), ", end="")
    print(f"{counts['right']} of these right ({counts['right'] / linked:.1%})")


def _goes_by(place: Place, form: str) -> bool:
    found = (region_named(form), *places_named(form))
    return (place.geonames_id, place.wikidata_id) in [(one.geonames_id, one.wikidata_id) for one in found if one]


if __name__ == "__main__":
    main()
