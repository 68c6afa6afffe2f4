"""What it costs to tell entities apart in large corpora: synthetic articles, made of the given sets' names.

    python benchmarks/many_articles.py [ARTICLES [ADDED]]

Stores ARTICLES (100,000) articles in one run, then ADDED (1,000) in another, and prints time and memory: for making
them (each by itself, its own entities found), for storing them, and for settling which entities are one across
articles. First names and surnames are mixed anew, halves of surnames too, and drawn as unevenly as in the news (Zipf);
one person in four stands there by surname only. Ends with a sentence where the sets are not there.
"""

from __future__ import annotations

import hashlib
import json
import random
import resource
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from time import perf_counter

from onrecord.ingest.entities import find_entities
from onrecord.ingest.identities import Resolved
from onrecord.ingest.language.reading import Name, NameType
from onrecord.ingest.records import Analysis, Article, Document, Paragraph, SourceArticle
from onrecord.ingest.resolve import join, resolve
from onrecord.ingest.spans import Span
from onrecord.ingest.store import Corpus
from onrecord.migrations import prepare

SETS = Path(__file__).parents[2] / "shared" / "data" / "entities"
CLOCK = "2024-05-03T12:00:00Z"
PEOPLE = 60_000
SURNAMES = 20_000
BATCH = 1000
# How many names of each type an article has.
DRAWN: dict[NameType, int] = {"person": 5, "organisation": 4, "place": 4, "facility": 1}
TYPES: dict[str, NameType] = {"PERSON": "person", "ORG": "organisation", "PLACE": "place", "FAC": "facility"}


def names(chance: random.Random) -> dict[NameType, list[str]]:
    """The names of the given sets by type, people mixed anew, in an order that makes the first ones frequent."""
    found: dict[NameType, list[str]] = {kind: [] for kind in DRAWN}
    for path in sorted(SETS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            for mention in document["mentions"]:
                written = " ".join(document["text"][mention["start"] : mention["end"]].split())
                if mention["type"] in TYPES and written[:1].isupper():
                    found[TYPES[mention["type"]]].append(written)
    full = [name.split() for name in found["person"] if len(name.split()) == 2]
    surnames = [name[1] for name in full]
    for _ in range(SURNAMES):
        one, other = chance.choice(surnames), chance.choice(surnames)
        surnames.append(one[: len(one) // 2] + other[len(other) // 2 :].lower())
    found["person"] = [f"{chance.choice(full)[0]} {chance.choice(surnames)}" for _ in range(PEOPLE)]
    return {kind: list(dict.fromkeys(all_names)) for kind, all_names in found.items()}


def articles(seed: int) -> Iterator[Resolved]:
    """Articles without end, analysed and resolved."""
    chance = random.Random(seed)  # noqa: S311 - a benchmark, no secret
    lists = names(random.Random(1))  # noqa: S311 - the same names in every run
    number = 0
    while True:
        number += 1
        text, spans = "", []
        for kind, count in DRAWN.items():
            for _ in range(count):
                written = lists[kind][int(len(lists[kind]) ** chance.random()) - 1]
                if kind == "person" and chance.random() < 0.25:
                    written = written.split()[-1]
                spans.append(Name(Span(len(text), len(text) + len(written)), kind, 1.0))
                text += f"{written} and "
        key = hashlib.sha256(f"{seed} {number}".encode()).hexdigest()
        source = SourceArticle(Document(f"{seed}-{number}.txt", "text", key, len(text)), 1, text)
        paragraph = Paragraph(1, "body", "given", Span(0, len(text)))
        article = Article(key[:16], source, text, (paragraph,), None, None, (), None, None, None, None, ())
        yield resolve(Analysis(article, (), (), *find_entities(text, spans)))


def run(path: Path, source: Iterator[Resolved], count: int) -> None:
    """Store so many articles and print what it took."""
    engine = prepare(path)
    corpus = Corpus(engine, CLOCK, "benchmark", "synthetic")
    making = storing = 0.0
    for start in range(0, count, BATCH):
        before = perf_counter()
        some = list(islice(source, min(BATCH, count - start)))
        made = perf_counter()
        corpus.add(some)
        making, storing = making + made - before, storing + perf_counter() - made
    stored = perf_counter()
    corpus.finish(CLOCK, join)
    settling = perf_counter() - stored
    engine.dispose()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{count:>7,} articles: made in {making:6.1f} s, stored in {storing:6.1f} s, settled in {settling:6.1f} s, "
        f"{(storing + settling) / count * 1000:.1f} ms an article stored and settled, "
        f"{memory:,.0f} MB at most, file {path.stat().st_size / 1e6:,.0f} MB",
        flush=True,
    )


def main() -> None:
    """Print two lines: the corpus, and what is added to it."""
    if not SETS.is_dir():
        sys.exit("The given sets are not here (../shared/data/entities); nothing was measured.")
    count, added = (int(given) for given in (*sys.argv[1:], *("100000", "1000")[len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.db"
        run(path, articles(1), count)
        run(path, articles(2), added)


if __name__ == "__main__":
    main()
