"""How well names are joined to entities, on gold mentions: within articles and across them.

    python benchmarks/clusters.py

Stores the development sets of ../shared/data/entities as a corpus, with their gold names instead of the reader's, and
scores the entities of that corpus with ../shared/score/entities.py; ends with a sentence where they are not there.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from onrecord.ingest.entities import find_entities
from onrecord.ingest.language.reading import Name, NameType
from onrecord.ingest.records import Analysis, Article, Document, Paragraph, SourceArticle
from onrecord.ingest.resolve import join, resolve
from onrecord.ingest.spans import Span
from onrecord.ingest.store import Corpus
from onrecord.migrations import prepare

SHARED = Path(__file__).parents[2] / "shared"
SETS = ("seeds", "meantime-airbus-apple", "ecbplus-odd-topics", "gum-news")
CLOCK = "2024-05-03T12:00:00Z"
TYPES: dict[str, NameType] = {
    "PERSON": "person",
    "ORG": "organisation",
    "PLACE": "place",
    "FAC": "facility",
    "EVENT": "event",
    "NORP": "group",
}


def given(document: dict[str, Any]) -> list[dict[str, Any]]:
    """The gold mentions with an entity, in text order."""
    mentions = [m for m in document["mentions"] if m.get("entity_id") is not None]
    return sorted(mentions, key=lambda m: (m["start"], -m["end"]))


def analysis(document: dict[str, Any]) -> Analysis:
    """A document as an article of one paragraph, read by its gold mentions."""
    text = document["text"]
    key = hashlib.sha256(document["id"].encode()).hexdigest()[:16]
    source = SourceArticle(Document(document["id"], "text", key, len(text)), 1, text)
    paragraph = Paragraph(1, "body", "given", Span(0, len(text)))
    article = Article(key, source, text, (paragraph,), None, None, (), None, None, None, None, ())
    names = [Name(Span(m["start"], m["end"]), TYPES.get(m["type"], "work"), 1.0) for m in given(document)]
    entities, mentions = find_entities(text, names)
    return Analysis(article, (), (), entities, mentions)


def outermost(analysis: Analysis) -> Analysis:
    """Without the names inside names that the gold sets have: of those that begin together the longest stays."""
    longest = {mention.span.start: mention for mention in sorted(analysis.mentions, key=lambda m: m.span)}
    return replace(analysis, mentions=tuple(longest.values()))


def resolved_all(documents: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The documents' gold mentions with the entities that a corpus of them holds."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.db"
        engine = prepare(path)
        corpus = Corpus(engine, CLOCK, "benchmark", "gold")
        analyses = [analysis(document) for document in documents]
        corpus.add([resolve(outermost(one)) for one in analyses])
        corpus.finish(CLOCK, join)
        engine.dispose()
        query = (
            "SELECT article_key, entity_key FROM article_entities JOIN articles USING (article_id) "
            "JOIN entities USING (entity_id) ORDER BY article_entity_id"
        )
        keys: dict[str, list[str]] = defaultdict(list)
        with closing(sqlite3.connect(path)) as connection:
            for article, key in connection.execute(query):
                keys[article].append(key)
    out = []
    for document, one in zip(documents, analyses, strict=True):
        found = {m.span: keys[one.article.key][m.entity] for m in one.mentions}
        mentions = [m | {"entity_id": found.get(Span(m["start"], m["end"]))} for m in document["mentions"]]
        out.append({"id": document["id"], "text": document["text"], "mentions": mentions})
    return out


def main() -> None:
    """Print the scorer's lines for each set."""
    folder = SHARED / "data" / "entities"
    if not folder.is_dir():
        sys.exit("The development sets are not here (../shared/data/entities); nothing was measured.")
    for name in SETS:
        gold = folder / f"{name}.jsonl"
        documents = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
            file.writelines(json.dumps(document) + "\n" for document in resolved_all(documents))
            file.flush()
            scorer = [sys.executable, SHARED / "score" / "entities.py", gold, file.name, "--gold-mentions"]
            scored = subprocess.run(scorer, check=True, capture_output=True, text=True)  # noqa: S603 - our own command
        print(name)
        print(*(line for line in scored.stdout.splitlines() if "matched" in line), "", sep="\n")


if __name__ == "__main__":
    main()
