"""How fast one core reads: words a second, as such and against a yardstick; memory; the first article from cold.

    python benchmarks/speed.py [ARTICLES.jsonl.gz] [--spacy PYTHON MODEL]

The yardstick is a fixed amount of plain work (products of matrices, in single precision) done on the same core just
before, so that figures of two machines, or of one machine on a busy day, can be compared; with ``--spacy`` a pipeline
of spaCy reads the same articles just after (see beside_spacy.py). Read by default: the development part of PolNeAR
under ../shared, or, where that is absent, seeds/ over and over.
"""

from __future__ import annotations

import os

os.environ.update({"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"})  # before numpy is imported

import argparse
import gzip
import json
import resource
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

from onrecord.ingest.entities import find_entities, name_speakers
from onrecord.ingest.language import load_reader
from onrecord.ingest.quotes import find_quotes, quotation_marks
from onrecord.ingest.records import Paragraph
from onrecord.ingest.spans import Span

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "data" / "polnear" / "polnear-dev.jsonl.gz"
SIZE, PRODUCTS = 512, 200  # 54 thousand million operations
AT_LEAST_WORDS = 50_000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("articles", nargs="?", default=SHARED, type=Path)
    parser.add_argument("--spacy", nargs=2, metavar=("PYTHON", "MODEL"))
    given = parser.parse_args()
    texts = _texts(given.articles)
    cold = _cold()
    reader = load_reader()
    articles = [(text, _paragraphs(text)) for text in texts]
    for text, paragraphs in articles[:3]:
        reader.read(text, paragraphs)
    operations = 2 * SIZE**3 * PRODUCTS / _yardstick()
    started = time.process_time()
    readings = [reader.read(text, paragraphs) for text, paragraphs in articles]
    read = time.process_time() - started
    quotes = [
        find_quotes(text, paragraphs, quotation_marks(text, paragraphs), reading)
        for (text, paragraphs), reading in zip(articles, readings, strict=True)
    ]
    both = time.process_time() - started
    for (text, _), reading, found in zip(articles, readings, quotes, strict=True):
        name_speakers(text, found, *find_entities(text, reading.names))
    named = time.process_time() - started - both
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} articles, {words} words, model {reader.version}")
    print(f"reading alone      {words / read:9.0f} words/s")
    print(f"reading and quotes {words / both:9.0f} words/s")
    print(f"entities and speakers take {named / read:.1%} of what reading takes")
    print(f"yardstick          {operations / 1e9:9.1f} thousand million operations/s")
    print(f"operations a word  {operations * both / words / 1e6:9.2f} million of the yardstick's")
    print(f"memory at most     {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:9.0f} MB")
    print(f"first article from a cold start {cold:.2f} s")
    if given.spacy:
        theirs = _beside(*given.spacy, texts)
        print(f"spaCy, {Path(given.spacy[1]).name} {theirs:.0f} words/s; ratio {words / both / theirs:.2f}")


def _yardstick() -> float:
    """Seconds for the fixed work."""
    matrix = np.full((SIZE, SIZE), 0.5, np.float32)
    started = time.process_time()
    for _ in range(PRODUCTS):
        matrix @ matrix
    return time.process_time() - started


def _beside(python: str, model: str, texts: list[str]) -> float:
    """Words a second that a pipeline of spaCy reads of the same texts."""
    command = [python, str(Path(__file__).with_name("beside_spacy.py")), model]
    lines = "".join(json.dumps({"id": str(number), "text": text}) + "\n" for number, text in enumerate(texts))
    ran = subprocess.run(command, input=lines.encode(), capture_output=True, check=True)  # noqa: S603 - our own script
    return float(ran.stderr.split()[-1])


def _cold() -> float:
    """Seconds until ``onrecord extract`` has read one short article, start of Python included."""
    given = (
        json.dumps({"id": "a", "text": "“We will stay,” Ada Obi said on Monday.\n\nShe did not say how long."}) + "\n"
    )
    command = [Path(sys.executable).with_name("onrecord"), "extract", "-"]
    started = time.perf_counter()
    subprocess.run(command, input=given.encode(), capture_output=True, check=True)  # noqa: S603 - our own command
    return time.perf_counter() - started


def _texts(path: Path) -> list[str]:
    if path.is_file():
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            return [json.loads(line)["text"] for line in lines]
    seeds = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "seeds").glob("*.txt"))]
    return seeds * (1 + AT_LEAST_WORDS // sum(len(text.split()) for text in seeds))


def _paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Every line that is not blank."""
    found: list[Paragraph] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Paragraph(len(found), "body", "line", Span(start, start + len(line))))
        start += len(line) + 1
    return tuple(found)


if __name__ == "__main__":
    main()
