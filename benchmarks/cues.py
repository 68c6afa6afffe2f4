"""How many of the cues that people marked in news the list of cues knows.

    python benchmarks/cues.py [--unknown 50]

Counts every cue of the training part of PolNeAR (Newell, Margolin and Ruths, LREC 2018), each as often as it is marked.
Seen on 2026-11-21: 19,831 cues, 7,562 different; 91.8% of them have a class. What is missing are prepositions that
stand alone (in, for, of: nearly 1%) and what happens once.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from pathlib import Path

from onrecord.ingest.quotes.cue_class import SPEECH_CLASSES, cue_class

DEFAULT = Path(__file__).parents[2] / "shared" / "data" / "polnear" / "polnear-train.jsonl.gz"


def cues_of(path: Path) -> Counter[str]:
    """Every cue as written, with how often it is marked."""
    counts: Counter[str] = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            for attribution in article["attributions"]:
                written = " ".join(article["text"][start:end] for start, end in attribution["cue"])
                if written.strip():
                    counts[" ".join(written.split())] += 1
    return counts


def main() -> None:
    """Print the share of cues with a class, and how many each class has."""
    parser = argparse.ArgumentParser(description="How many cues of PolNeAR have a class.")
    parser.add_argument("corpus", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--unknown", type=int, default=0, metavar="N", help="list the N most used cues without a class")
    arguments = parser.parse_args()
    if not arguments.corpus.is_file():
        sys.exit(f"{arguments.corpus} is not here; nothing was measured.")
    counts = cues_of(arguments.corpus)
    total = counts.total()
    classes: Counter[str] = Counter()
    for cue, count in counts.items():
        classes[cue_class(cue) or "none"] += count
    known = total - classes["none"]
    print(f"{total:,} cues, {len(counts):,} different; {100 * known / total:.1f}% have a class")
    for name, count in classes.most_common():
        kind = "speech" if name in SPEECH_CLASSES else ""
        print(f"{name:12}{count:7,}{100 * count / total:7.1f}%  {kind}".rstrip())
    unknown = Counter({cue: count for cue, count in counts.items() if cue_class(cue) is None})
    for cue, count in unknown.most_common(arguments.unknown):
        print(f"{count:7,}  {cue}")


if __name__ == "__main__":
    main()
