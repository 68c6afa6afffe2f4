"""What the readers make of a folder of real files: a table by folder, and how fast a stream of articles is read.

    python benchmarks/inputs.py [FOLDER]        the table; FOLDER is ../shared/data/inputs where it exists
    python benchmarks/inputs.py --speed         JSON lines read a second, on one core, without model, and by json.loads
    python benchmarks/inputs.py --flat          the memory that 5 GB of JSON lines need, made by repeating one line

A file is read (it gave articles), refused (it gave none, and a reason), or silent (neither), which may never be.
"""

from __future__ import annotations

import argparse
import io
import json
import resource
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import BinaryIO, cast

from onrecord.ingest.pipeline import read
from onrecord.ingest.readers import READERS, Options, SourceFile, find_files, read_stream
from onrecord.ingest.records import Document

ROOT = Path(__file__).parents[1]
DEFAULT = ROOT.parent / "shared" / "data" / "inputs"
ARTICLES = 50_000
WORDS = "The ferry to Sandvik sails again, the harbour office said on Monday. “It is a good day,” said Jane Doe. "


def table(folder: Path) -> int:
    """Print one line a folder; the exit status is 1 where a file was silent."""
    files, missing = find_files([str(folder)], Options())
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    reasons: dict[str, Counter[str]] = defaultdict(Counter)
    silent = 0
    for file in files:
        place = Path(file.path).parent.relative_to(folder).as_posix()
        articles = 0
        codes: Counter[str] = Counter()
        for some, findings in read_stream(file):
            articles += len(some)
            codes.update(finding.code for finding in findings)
        counts[place].update(files=1, articles=articles, read=articles > 0, refused=not articles and bool(codes))
        silent += not articles and not codes
        reasons[place].update(codes)
    print(f"{'folder':28} {'files':>6} {'read':>6} {'articles':>9} {'refused':>8}  why (findings)")
    for place in sorted(counts):
        row = counts[place]
        why = ", ".join(f"{code} {count}" for code, count in reasons[place].most_common())
        print(f"{place:28} {row['files']:6} {row['read']:6} {row['articles']:9} {row['refused']:8}  {why}")
    total = sum(counts.values(), Counter())
    print(
        f"{'all':28} {total['files']:6} {total['read']:6} {total['articles']:9} {total['refused']:8}  silent: {silent}"
    )
    print(f"passed over or beside articles: {len(missing)} findings")
    return 1 if silent else 0


def speed() -> int:
    """Print articles a second, of the readers alone and with the text settled and cut, and the memory used.

    The yardstick beside them is what Python's own JSON needs for the same lines on the same core.
    """
    row = {"title": "The ferry is back", "date": "2024-05-03", "url": "https://example.org/1", "text": ""}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for number in range(ARTICLES):
                row["url"] = f"https://example.org/{number}"
                row["text"] = "\n\n".join([f"{number} {WORDS * 4}"] * 6)  # some 480 words, as news articles have
                file.write(json.dumps(row) + "\n")
        source = SourceFile(str(path))
        size = path.stat().st_size
        start = time.process_time()
        with path.open(encoding="utf-8") as lines:
            count = sum(bool(json.loads(line)["text"]) for line in lines)
        _told("json.loads alone", count, time.process_time() - start, size)
        start = time.process_time()
        count = sum(len(articles) for articles, _ in read_stream(source))
        _told("readers alone", count, time.process_time() - start, size)
        start = time.process_time()
        count = sum(len(piece.articles) for piece in read([source]))
        _told("with paragraphs", count, time.process_time() - start, size)
    return 0


class Repeated(io.RawIOBase):
    """A file of one line many times, which lies nowhere."""

    def __init__(self, line: bytes, count: int) -> None:
        self._line, self._left = line, count

    def readline(self, _size: int | None = -1) -> bytes:
        """The line, until there are no more."""
        self._left -= 1
        return self._line if self._left >= 0 else b""


def flat() -> int:
    """Print the peak of memory after a tenth of 5 GB of JSON lines and after all of it."""
    line = json.dumps({"title": "The ferry is back", "text": "\n\n".join([WORDS * 4] * 6)}).encode() + b"\n"
    reader = next(reader for reader in READERS if reader.name == "jsonl")
    for size in (500_000_000, 5_000_000_000):
        start = time.process_time()
        file = cast("BinaryIO", Repeated(line, size // len(line)))
        stream = reader.stream(Document("articles.jsonl", "jsonl", "", size), file, ()) if reader.stream else ()
        _told("read", sum(len(articles) for articles, _ in stream), time.process_time() - start, size)
    return 0


def _told(what: str, count: int, seconds: float, size: int) -> None:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{what:16} {count:,} articles, {size / 1e6:.0f} MB: {count / seconds:,.0f} a second, peak {memory:.0f} MB")


def main() -> int:
    """What was asked for; the exit status is 1 where a file was silent, 2 where there is nothing to read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT, metavar="FOLDER")
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--flat", action="store_true")
    asked = parser.parse_args()
    if asked.speed or asked.flat:
        return speed() if asked.speed else flat()
    if not asked.folder.is_dir():
        print(f"{asked.folder} is not there; name a folder of files.")
        return 2
    return table(asked.folder)


if __name__ == "__main__":
    sys.exit(main())
