"""Who said what, on labelled political news: the figures of the model card.

    python benchmarks/quotes.py [GOLD.jsonl.gz]

Runs ``onrecord extract -`` over the texts of GOLD (by default the development part of PolNeAR under ../shared) and
prints the table of ../shared/score/quotes.py with 95% intervals, then how far the confidence can be trusted: quotes in
ten classes of confidence, with the share that is right, and the expected calibration error, as shipped and where each
fifth of the articles is calibrated by the others. Ends with a sentence where the data are not there.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from onrecord.ingest.evaluation import confidence_of
from onrecord.ingest.language.calibration import load_calibration
from onrecord.ingest.language.model_files import model_files
from onrecord.ingest.measuring import labelled
from onrecord.ingest.training.calibrating import cross_fitted_error, judgements_of

SHARED = Path(__file__).parents[2] / "shared"
GOLD = SHARED / "data" / "polnear" / "polnear-dev.jsonl.gz"
SCORER = SHARED / "score" / "quotes.py"


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
    _calibration(gold_path)


def _calibration(gold: Path) -> None:
    judged = judgements_of(model_files().encoder.parent, labelled(gold))
    calibration = load_calibration(model_files().calibration)
    told = [replace(one, confidence=calibration(one.confidence, one.kind)) for some in judged for one in some]
    print("confidence  quotes  right")
    for one in confidence_of(told).classes:
        print(f"{one.confidence:10.2f}{one.found:8d}{one.right:7.2f}")
    print(f"expected calibration error {confidence_of(told).error:.3f}, cross-fitted {cross_fitted_error(judged):.3f}")


if __name__ == "__main__":
    main()
