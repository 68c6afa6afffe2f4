"""How many place names are linked to GeoNames or Wikidata, and how many rightly.

    python benchmarks/places.py            # the shares for each set
    python benchmarks/places.py --names    # besides, every name that is not linked, and every link that differs

Counts the place names of a set that have a title in Wikipedia. A link is right where the linked place, or the country,
goes by the title, folded, without what stands behind a comma or in brackets; so a link that says less than the title
counts as wrong (England for Northern England). The sets: GUM's news and MEANTIME, and the other kinds of text of GUM
(travel guides, biographies ...), which are harder. Ends with a sentence where they are not there.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from onrecord.ingest.entities.countries import country_named, country_of_people
from onrecord.ingest.forms import folded
from onrecord.ingest.resolve.gazetteer import Place, landmarks_named, places_named, region_named
from onrecord.ingest.resolve.places import countries_of, place_named

DATA = Path(__file__).parents[2] / "shared" / "data"
SETS = ("entities/gum-news.jsonl", "entities/meantime-airbus-apple.jsonl", "entities-train/gum-open.jsonl.gz")


def main() -> None:
    """Print the two shares for each set, and the names, if they are asked for."""
    if not all((DATA / name).exists() for name in SETS):
        sys.exit("The sets are not here (../shared/data); nothing was measured.")
    for name in SETS:
        counts: Counter[str] = Counter()
        for document in _documents(DATA / name):
            for written, link, result in _judged(document):
                counts[result] += 1
                if result != "right" and "--names" in sys.argv:
                    print(f"{result}: {written} ({link})")
        linked = counts.total() - counts["not linked"]
        print(f"{Path(name).name}: {linked} of {counts.total()} linked ({linked / counts.total():.1%}), ", end="")
        print(f"{counts['right']} of these right ({counts['right'] / linked:.1%})")


def _documents(path: Path) -> Iterator[Mapping[str, Any]]:
    text = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return map(json.loads, text.decode().splitlines())


def _judged(document: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Each place name of a document that has a title: as written, the title, and how it was linked."""
    written = [(m["type"], document["text"][m["start"] : m["end"]], m.get("link")) for m in document["mentions"]]
    people = frozenset(folded(name) for kind, name, _ in written if kind == "NORP")
    places = frozenset(folded(name) for kind, name, _ in written if kind == "PLACE")
    found = [country_named(name, people) for name in places] + [country_of_people(name) for name in people]
    codes = frozenset(country.iso_code for country in found if country)
    codes = countries_of(frozenset(name for name in places if not country_named(name, people)), codes)
    for kind, name, link in written:
        if kind == "PLACE" and link:
            title = folded(_title(link))
            country = country_named(name, people) or country_of_people(name)
            place = None if country else place_named(name, codes, places)
            is_right = title == folded(country.name) if country else bool(place) and _goes_by(place, title)
            yield name, link, "not linked" if not (country or place) else "right" if is_right else "linked otherwise"


def _title(link: str) -> str:
    """The title in a link (wikipedia:Cork_%28city%29), without what tells it from others of its name."""
    title = unquote(link.rpartition("/")[2].removeprefix("wikipedia:")).replace("_", " ")
    return title.partition(",")[0].partition("(")[0]


def _goes_by(place: Place, form: str) -> bool:
    found = (region_named(form), *(one.place for one in landmarks_named(form)), *places_named(form))
    return (place.geonames_id, place.wikidata_id) in [(one.geonames_id, one.wikidata_id) for one in found if one]


if __name__ == "__main__":
    main()
