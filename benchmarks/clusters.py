"""How well names are joined to entities: within articles and across them, on gold mentions and end to end.

    python benchmarks/clusters.py

Stores the development sets of ../shared/data/entities as a corpus, first with their gold names instead of the reader's,
then as the reader reads them, and scores the entities of that corpus with ../shared/score/entities.py; ends with a
sentence where they are not there.

The gold names are stored alone, and then with those that the reader finds where the sets mark nothing: a set marks some
of the names of an article, and who somebody is is told by all that are beside. Only gold mentions are scored.

Gold mentions that are pronouns (She) go the way of pronouns beside quotes. End to end, names that the sets do not mark
are not held against the reader (the sets mark some of the names of an article), and names it did not find are missed.
What ECB+ does not link has a number of its own in each article (one league, many numbers): scored with and without.
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

from onrecord.ingest.analysis import analyse
from onrecord.ingest.entities import find_entities, name_speakers
from onrecord.ingest.identities import Resolved
from onrecord.ingest.language import Reader, load_reader
from onrecord.ingest.language.reading import Name, NameType
from onrecord.ingest.quotes import quotation_marks, with_double_marks
from onrecord.ingest.records import Analysis, Article, Document, Paragraph, Quote, SourceArticle
from onrecord.ingest.resolve import join, resolve
from onrecord.ingest.spans import Span
from onrecord.ingest.store import Corpus
from onrecord.migrations import prepare

SHARED = Path(__file__).parents[2] / "shared"
SETS = ("seeds", "meantime-airbus-apple", "ecbplus-odd-topics", "gum-news")
CLOCK = "2024-05-03T12:00:00Z"
TAKEN_UP = frozenset({"He", "She", "They", "It"})
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


def article(document: dict[str, Any]) -> Article:
    """A document as an article of one paragraph."""
    text = document["text"]
    key = hashlib.sha256(document["id"].encode()).hexdigest()[:16]
    source = SourceArticle(Document(document["id"], "text", key, len(text)), 1, text)
    paragraph = Paragraph(1, "body", "given", Span(0, len(text)))
    return Article(key, source, text, (paragraph,), None, None, (), None, None, None, "en", ())


def by_gold(document: dict[str, Any], reader: Reader | None) -> Analysis:
    """A document read by its gold mentions; pronouns stand as the sources of quotes.

    With a reader, what it names elsewhere stands beside them.
    """
    text = document["text"]
    names, sources = [], []
    for mention in given(document):
        span = Span(mention["start"], mention["end"])
        if span.of(text) in TAKEN_UP:
            sources.append(Quote("indirect", (span,), span, None, None, 1.0))
        else:
            names.append(Name(span, TYPES.get(mention["type"], "work"), 1.0))
    if reader is not None:
        names = merged(names, read_names(document, reader))
    entities, mentions = find_entities(text, names)
    entities, speakers = name_speakers(text, sources, entities, mentions)
    return Analysis(article(document), tuple(sources), speakers, entities, mentions)


def read_names(document: dict[str, Any], reader: Reader) -> Sequence[Name]:
    """The names that the reader finds."""
    one = article(document)
    marked = quotation_marks(one.text, one.paragraphs)
    return reader.read(with_double_marks(one.text, marked), one.paragraphs).names


def merged(names: Sequence[Name], beside: Sequence[Name]) -> list[Name]:
    """Names with those of others that meet none of them, in text order."""
    more = [name for name in beside if not any(name.span.meets(known.span) for known in names)]
    return sorted([*names, *more], key=lambda name: name.span)


def mentioned(analysis: Analysis) -> dict[Span, int]:
    """The entity of each mention, those beside quotes with the others."""
    found = {mention.span: mention.entity for mention in analysis.mentions}
    for quote, speaker in zip(analysis.quotes, analysis.speakers, strict=True):
        if quote.source is not None and speaker.entity is not None:
            found.setdefault(quote.source, speaker.entity)
    return found


def outermost(analysis: Analysis) -> Analysis:
    """Without the names inside names that the gold sets have: of those that begin together the longest stays."""
    longest = {mention.span.start: mention for mention in sorted(analysis.mentions, key=lambda m: m.span)}
    return replace(analysis, mentions=tuple(longest.values()))


def entity_keys(articles: Sequence[Resolved]) -> dict[str, list[str]]:
    """The keys of the entities of each article, by the article's key, as a corpus of all of them holds them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.db"
        engine = prepare(path)
        corpus = Corpus(engine, CLOCK, "benchmark", "gold")
        corpus.add(articles)
        corpus.finish(CLOCK, join)
        engine.dispose()
        query = (
            "SELECT article_key, entity_key FROM article_entities JOIN articles USING (article_id) "
            "JOIN entities USING (entity_id) ORDER BY article_entity_id"
        )
        keys: dict[str, list[str]] = defaultdict(list)
        with closing(sqlite3.connect(path)) as connection:
            for article_key, key in connection.execute(query):
                keys[article_key].append(key)
    return keys


def on_gold(documents: Sequence[dict[str, Any]], reader: Reader | None = None) -> list[dict[str, Any]]:
    """The documents' gold mentions with the entities that a corpus of them holds; ``reader``: as for ``by_gold``."""
    analyses = [by_gold(document, reader) for document in documents]
    keys = entity_keys([resolve(outermost(one)) for one in analyses])
    out = []
    for document, one in zip(documents, analyses, strict=True):
        found = {span: keys[one.article.key][entity] for span, entity in mentioned(one).items()}
        mentions = [m | {"entity_id": found.get(Span(m["start"], m["end"]))} for m in document["mentions"]]
        out.append({"id": document["id"], "text": document["text"], "mentions": mentions})
    return out


def end_to_end(documents: Sequence[dict[str, Any]], reader: Reader) -> list[dict[str, Any]]:
    """The reader's own mentions with the entities that a corpus of the documents holds."""
    analyses = [analyse(article(document), reader) for document in documents]
    keys = entity_keys([resolve(one) for one in analyses])
    out = []
    for document, one in zip(documents, analyses, strict=True):
        mentions = [
            {"start": m.span.start, "end": m.span.end, "type": m.type, "entity_id": keys[one.article.key][m.entity]}
            for m in one.mentions
        ]
        out.append({"id": document["id"], "text": document["text"], "mentions": mentions})
    return out


def scored(gold: Sequence[dict[str, Any]], predicted: Sequence[dict[str, Any]], *options: str) -> list[str]:
    """The scorer's lines about clusters."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / "gold.jsonl", Path(folder) / "predicted.jsonl"]
        for path, documents in zip(paths, (gold, predicted), strict=True):
            path.write_text("".join(json.dumps(document) + "\n" for document in documents), encoding="utf-8")
        scorer = [sys.executable, SHARED / "score" / "entities.py", *paths, *options]
        done = subprocess.run(scorer, check=True, capture_output=True, text=True)  # noqa: S603 - our own command
    return [line for line in done.stdout.splitlines() if line.startswith(("within.", "cross."))]


def without_singletons(document: dict[str, Any]) -> dict[str, Any]:
    """A document without the mentions that ECB+ numbers anew in each article, whoever they are."""
    return document | {"mentions": [m for m in document["mentions"] if "Singleton" not in str(m.get("entity_id"))]}


def main() -> None:
    """Print the scorer's lines for each set."""
    folder = SHARED / "data" / "entities"
    if not folder.is_dir():
        sys.exit("The development sets are not here (../shared/data/entities); nothing was measured.")
    reader = load_reader()
    for name in SETS:
        documents = [json.loads(line) for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
        linked = list(map(without_singletons, documents))
        for beside, how in ((None, "alone"), (reader, "with the names that are read beside them")):
            found = on_gold(documents, beside)
            lines = scored(documents, found, "--gold-mentions")
            print(f"{name}, gold mentions {how}", *(line for line in lines if "matched" in line), sep="\n")
            if linked != documents:
                lines = scored(linked, found, "--gold-mentions")
                print("without singletons", *(line for line in lines if "matched" in line), sep="\n")
        lines = scored(documents, end_to_end(documents, reader), "--no-spurious")
        print(f"{name}, end to end", *lines, "", sep="\n", flush=True)


if __name__ == "__main__":
    main()
