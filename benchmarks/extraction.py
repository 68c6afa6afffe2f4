"""How well pages are read: text, paragraphs, title, date, authors against gold, and speed beside trafilatura's own.

    python benchmarks/extraction.py [FOLDER]

FOLDER holds ``gold.jsonl`` (id, file, text, title, date, authors) and the pages it names, packed with gzip; it is
../shared/data/inputs/html_publishers unless told. The figures are those of ../shared/score/extraction.py. Gold counts
a standfirst as text and captions not; "onrecord-all" is the whole text of the article, "onrecord" what is left without
the paragraphs called caption, credit, byline or boilerplate. Last comes the speed of the same pages in one WARC.
"""

from __future__ import annotations

import gzip
import json
import logging
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import trafilatura
from warc_memory import write_response

from onrecord.ingest.readers import SourceFile, read_bytes, read_stream
from onrecord.ingest.segment import segment

SHARED = Path(__file__).resolve().parents[2] / "shared"
BESIDE = {"caption", "credit", "byline", "boilerplate"}


def main() -> int:
    """Print the scorer's table for onrecord and trafilatura on the same pages."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / "data" / "inputs" / "html_publishers"
    scorer = SHARED / "score" / "extraction.py"
    if not (folder / "gold.jsonl").exists() or not scorer.exists():
        print(f"{folder} or {scorer} is not there; name a folder with gold.jsonl.")
        return 2
    logging.disable(logging.CRITICAL)  # trafilatura warns about every page it gives up
    gold = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    pages = [(row["id"], row["file"].removesuffix(".gz"), _unpacked(folder / row["file"])) for row in gold]
    read_bytes(pages[0][1], pages[0][2])  # the first page pays for what is built once
    lines: dict[str, list[dict[str, Any]]] = {"onrecord": [], "onrecord-all": [], "trafilatura": []}
    for name, file, data in pages:
        whole, without = _ours(name, file, data)
        lines["onrecord-all"].append(whole)
        lines["onrecord"].append(without)
        lines["trafilatura"].append(_theirs(name, data))
    with tempfile.TemporaryDirectory() as there:
        files = [Path(there) / f"{name}.jsonl" for name in lines]
        for file, rows in zip(files, lines.values(), strict=True):
            file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        command = [sys.executable, str(scorer), str(folder / "gold.jsonl"), *map(str, files)]
        subprocess.run(command, check=True)  # noqa: S603 - our own interpreter and scorer
    theirs = len(pages) / sum(row["seconds"] for row in lines["trafilatura"])
    articles, seconds = _warc([data for _, _, data in pages])
    ours = len(pages) / seconds
    print(f"one WARC of the pages, gzip: {articles} articles, {ours:.1f} pages/s, {ours / theirs:.2f} of trafilatura's")
    return 0


def _warc(pages: list[bytes]) -> tuple[int, float]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pages.warc.gz"
        with path.open("wb") as file:
            for number, data in enumerate(pages):
                write_response(file, f"https://example.org/{number}", "text/html", data, gzipped=True)
        start = time.process_time()
        articles = sum(len(found) for found, _ in read_stream(SourceFile(path.as_posix())))
        return articles, time.process_time() - start


def _unpacked(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def _ours(name: str, file: str, data: bytes) -> tuple[dict[str, Any], dict[str, Any]]:
    start = time.process_time()
    sources, _ = read_bytes(file, data)
    seconds = time.process_time() - start
    if not sources:
        return {"id": name, "text": ""}, {"id": name, "text": ""}
    article, _ = segment(sources[0])
    row = {"id": name, "title": article.title, "date": article.published, "authors": list(article.named)}
    read = "\n".join(p.span.of(article.text) for p in article.paragraphs if p.kind not in BESIDE)
    return row | {"text": article.text, "seconds": seconds}, row | {"text": read, "seconds": seconds}


def _theirs(name: str, data: bytes) -> dict[str, Any]:
    start = time.process_time()
    found = trafilatura.bare_extraction(data, with_metadata=True, include_comments=False)
    seconds = time.process_time() - start
    said = found.as_dict() if found is not None and not isinstance(found, dict) else {}
    authors = [one for one in (said.get("author") or "").split("; ") if one]
    row = {"id": name, "text": said.get("text") or "", "title": said.get("title"), "date": said.get("date")}
    return row | {"authors": authors, "seconds": seconds}


if __name__ == "__main__":
    sys.exit(main())
