"""How well names are joined to entities, on gold mentions: within articles and across them.

    python benchmarks/clusters.py

Reads the development sets of ../shared/data/entities and scores with ../shared/score/entities.py; ends with a sentence
where they are not there.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from onrecord.ingest.entities import find_entities
from onrecord.ingest.language.reading import Name, NameType
from onrecord.ingest.resolve.identity import identify
from onrecord.ingest.spans import Span

SHARED = Path(__file__).parents[2] / "shared"
SETS = ("seeds", "meantime-airbus-apple", "ecbplus-odd-topics", "gum-news")
TYPES: dict[str, NameType] = {
    "PERSON": "person",
    "ORG": "organisation",
    "PLACE": "place",
    "FAC": "facility",
    "EVENT": "event",
    "NORP": "group",
}


def resolved(document: dict[str, Any]) -> dict[str, Any]:
    """The document's gold mentions with the entities that onrecord makes of them."""
    text = document["text"]
    given = sorted(
        (m for m in document["mentions"] if m.get("entity_id") is not None), key=lambda m: (m["start"], -m["end"])
    )
    names = [Name(Span(m["start"], m["end"]), TYPES.get(m["type"], "work"), 1.0) for m in given]
    entities, mentions = find_entities(text, names)
    key = {(m.span.start, m.span.end): identify(entities[m.entity], document["id"]).key for m in mentions}
    predicted = [m | {"entity_id": key[m["start"], m["end"]]} for m in given]
    return {"id": document["id"], "text": text, "mentions": predicted}


def main() -> None:
    """Print the scorer's lines for each set."""
    folder = SHARED / "data" / "entities"
    if not folder.is_dir():
        sys.exit("The development sets are not here (../shared/data/entities); nothing was measured.")
    for name in SETS:
        gold = folder / f"{name}.jsonl"
        documents = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
            file.writelines(json.dumps(resolved(document)) + "\n" for document in documents)
            file.flush()
            scorer = [sys.executable, SHARED / "score" / "entities.py", gold, file.name, "--gold-mentions"]
            scored = subprocess.run(scorer, check=True, capture_output=True, text=True)  # noqa: S603 - our own command
        print(name)
        print(scored.stdout)


if __name__ == "__main__":
    main()
