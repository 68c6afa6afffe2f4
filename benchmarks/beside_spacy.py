"""What a spaCy pipeline finds in the same texts: the yardstick of names.py and speed.py.

    PYTHON benchmarks/beside_spacy.py MODEL < ARTICLES.jsonl > NAMES.jsonl

PYTHON is an interpreter that has spaCy, MODEL a pipeline it can load (a package's name or a folder); spaCy itself is no
dependency of the project. In: lines with ``id`` and ``text``. Out: the same with ``mentions``, types in the words of
the scorer, without the article in front and the possessive behind that spaCy counts to a name and the sets do not. On
standard error, last: words a second of processor time on one core, every component of the pipeline run.
"""

from __future__ import annotations

import os

os.environ.update({"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "BLIS_NUM_THREADS": "1"})  # before numpy

import json
import re
import sys
import time

import spacy

TYPES = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE", "FAC": "FAC"}


AROUND = re.compile(r"(?:the\s+)?(.*?)(?:['’]s?)?", re.IGNORECASE | re.DOTALL)


def main() -> None:
    """Read, tag, write."""
    pipeline = spacy.load(sys.argv[1])
    rows = [json.loads(line) for line in sys.stdin]
    pipeline(rows[0]["text"])
    started = time.process_time()
    tagged = list(pipeline.pipe(row["text"] for row in rows))
    seconds = time.process_time() - started
    for row, found in zip(rows, tagged, strict=True):
        mentions = [
            {"start": start, "end": end, "type": TYPES[name.label_]}
            for name in found.ents
            if name.label_ in TYPES
            for start, end in [bare(row["text"], name.start_char, name.end_char)]
        ]
        print(json.dumps({"id": row["id"], "text": row["text"], "mentions": mentions}))
    print(f"{sum(len(row['text'].split()) for row in rows) / seconds:.0f}", file=sys.stderr)


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of a name without its article and possessive."""
    cut = AROUND.fullmatch(text, start, end)
    return cut.span(1) if cut else (start, end)


if __name__ == "__main__":
    main()
