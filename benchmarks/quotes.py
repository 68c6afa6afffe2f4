"""Who said what, on labelled political news: the figures of the model card.

    python benchmarks/quotes.py [GOLD.jsonl.gz]

Runs ``onrecord extract -`` over the texts of GOLD (by default the development part of PolNeAR under ../shared) and
prints the table of ../shared/score/quotes.py with 95% intervals, then how far the confidence can be trusted: quotes in
ten classes of confidence, with the share that is right, and the expected calibration error. Ends with a sentence where
the data are not there.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

SHARED = Path(__file__).parents[2] / "shared"
GOLD = SHARED / "data" / "polnear" / "polnear-dev.jsonl.gz"
SCORER = SHARED / "score" / "quotes.py"
CLASSES = 10


def main() -> None:
    """Extract, score, calibrate."""
    gold_path = Path(sys.argv[1]) if len(sys.argv) > 1 else GOLD
    if not gold_path.is_file() or not SCORER.is_file():
        sys.exit(f"The labelled articles or their scorer are not here ({gold_path}); nothing was measured.")
    opened = gzip.open if gold_path.suffix == ".gz" else open
    with opened(gold_path, "rt", encoding="utf-8") as lines:
        gold = [json.loads(line) for line in lines]
    texts = "".join(json.dumps({"id": row["id"], "text": row["text"]}) + "\n" for row in gold)
    extracted = subprocess.run(  # noqa: S603 - our own command
        [Path(sys.executable).with_name("onrecord"), "extract", "-"],
        input=texts.encode(),
        capture_output=True,
        check=True,
    ).stdout
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
        file.write(extracted)
        file.flush()
        subprocess.run([sys.executable, SCORER, gold_path, file.name, "--bootstrap", "300"], check=True)  # noqa: S603
    _calibration(gold, [json.loads(line) for line in extracted.splitlines()])


def _calibration(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> None:
    scorer = _scorer()
    pairs = [pair for row, article in zip(gold, found, strict=True) for pair in _pairs(scorer, row, article["quotes"])]
    error = 0.0
    print("confidence  quotes  right")
    for number in range(CLASSES):
        inside = [(said, right) for said, right in pairs if min(int(said * CLASSES), CLASSES - 1) == number]
        if inside:
            said, right = (sum(column) / len(inside) for column in zip(*inside, strict=True))
            error += abs(said - right) * len(inside) / len(pairs)
            print(f"{said:10.2f}{len(inside):8d}{right:7.2f}")
    print(f"expected calibration error {error:.3f}")


def _pairs(scorer: ModuleType, row: dict[str, Any], quotes: list[dict[str, Any]]) -> list[tuple[float, bool]]:
    """For every piece of every quote its confidence, and whether words and speaker are right."""
    document = scorer.Doc(row["text"])
    gold = scorer.gold_segments(document, row["attributions"])
    pairs = []
    for quote in quotes:
        for piece in scorer.pred_segments(document, [quote], row.get("discard") or []):
            matched = scorer.match(gold, [piece], exact=False)
            right = bool(matched) and scorer.speaker_right(document, gold[matched[0][0]]["src"], piece["src"])
            pairs.append((quote["confidence"], right))
    return pairs


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("scorer", SCORER)
    if spec is None or spec.loader is None:
        sys.exit(f"{SCORER}: cannot be imported.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
