"""Does the order of ingest matter? Articles in ten random orders and cuts, stored anew each time, and compared.

    python benchmarks/orders.py [FOLDER OR FILE]

Reads the articles once (../shared/data/inputs/same_event where none are named), then stores them in random orders, each
cut into random runs, and compares every entity with its key, names, counts and reasons. Ends with a sentence where the
articles are not there.
"""

from __future__ import annotations

import gzip
import json
import random
import sqlite3
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from onrecord.ingest.analysis import analyse
from onrecord.ingest.identities import Resolved
from onrecord.ingest.language import load_reader
from onrecord.ingest.pipeline import find, read, read_given
from onrecord.ingest.readers import Options
from onrecord.ingest.resolve import join, resolve
from onrecord.ingest.store import Corpus
from onrecord.migrations import head, prepare
from onrecord.schema.check import check

SAME_EVENT = Path(__file__).parents[2] / "shared" / "data" / "inputs" / "same_event"
CLOCK = "2024-05-03T12:00:00Z"
ORDERS = 10
QUERIES = (
    "SELECT entity_key, name, type, iso_code, geonames_id, article_count, mention_count, quote_count FROM entities",
    "SELECT entity_key, n.name, n.mention_count FROM entity_names AS n JOIN entities USING (entity_id)",
    "SELECT article_entity_key, entity_key, reason, score FROM article_entities JOIN entities USING (entity_id)",
    "SELECT quote_key, entity_key FROM quotes LEFT JOIN entities ON entity_id = speaker_id",
)


def articles(path: Path) -> list[Resolved]:
    """The articles of a folder or file, analysed."""
    reader = load_reader()
    if path == SAME_EVENT:
        with gzip.open(path / "allsides.jsonl.gz") as file:
            lines = [json.loads(line) for line in file]
        given = read_given((json.dumps({"id": line["id"], "text": line["text"]}).encode() for line in lines), Options())
    else:
        given = (read(file) for file in find([str(path)], Options())[0])
    found = {article.key: article for one in given for article in one.articles}
    return [resolve(analyse(article, reader)) for article in found.values()]


def stored(resolved: Sequence[Resolved], cuts: Sequence[int]) -> list[list[tuple[Any, ...]]]:
    """What a corpus holds that the articles came into one run after the other, cut at ``cuts``."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.db"
        for start, end in zip([0, *cuts], [*cuts, len(resolved)], strict=True):
            engine = prepare(path)
            corpus = Corpus(engine, CLOCK, "benchmark", "reader")
            corpus.add(resolved[start:end])
            corpus.finish(CLOCK, join)
            engine.dispose()
        for problem in check(path, head()):
            print(problem)
        with closing(sqlite3.connect(path)) as connection:
            return [sorted(connection.execute(query), key=repr) for query in QUERIES]


def main() -> None:
    """Print how many of the orders gave the same entities."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else SAME_EVENT
    if not path.exists():
        sys.exit(f"{path} is not here; nothing was measured.")
    resolved = articles(path)
    at_once = stored(resolved, ())
    chance = random.Random(1)  # noqa: S311 - a benchmark, no secret
    equal = 0
    for number in range(1, ORDERS + 1):
        mixed = chance.sample(resolved, len(resolved))
        # The first order comes article by article, the others in a few runs.
        cuts = (
            range(1, len(mixed)) if number == 1 else sorted(chance.sample(range(1, len(mixed)), min(5, len(mixed) - 1)))
        )
        equal += stored(mixed, cuts) == at_once
    print(f"{len(resolved)} articles, {len(at_once[0])} entities: {equal} of {ORDERS} orders the same")


if __name__ == "__main__":
    main()
