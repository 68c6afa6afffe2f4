"""The quotes of the two seed articles that were checked by hand, found or not.

    python benchmarks/seeds.py

Runs ``onrecord extract -`` and prints the table of ../shared/score/quotes.py for the hand-made answers under ../shared;
"e2e_r" of all is the share of the 25 that is right in words and speaker. Precision says little here: the answers are
the quotes that everybody agrees on, not all there are. Ends with a sentence where the answers are not there.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

SHARED = Path(__file__).parents[2] / "shared"
ANSWERS = SHARED / "data" / "seeds" / "quotes.json"
SCORER = SHARED / "score" / "quotes.py"


def main() -> None:
    """Extract and score."""
    if not ANSWERS.is_file() or not SCORER.is_file():
        sys.exit(f"The answers or their scorer are not here ({ANSWERS}); nothing was measured.")
    gold = []
    for name, quotes in json.loads(ANSWERS.read_text(encoding="utf-8"))["files"].items():
        attributions = [
            {
                "source": [quote["speaker"]["span"]] if quote["speaker"]["span"] else [],
                "cue": [],
                "content": quote["content"],
            }
            for quote in quotes
        ]
        text = (ANSWERS.parent / name).read_text(encoding="utf-8")
        gold.append({"id": name, "text": text, "attributions": attributions})
    lines = "".join(json.dumps(row) + "\n" for row in gold).encode()
    extract = [Path(sys.executable).with_name("onrecord"), "extract", "-"]
    found = subprocess.run(extract, input=lines, capture_output=True, check=True).stdout  # noqa: S603 - our own command
    with tempfile.TemporaryDirectory() as folder:
        labels, answers = Path(folder) / "gold.jsonl", Path(folder) / "found.jsonl"
        labels.write_bytes(lines)
        answers.write_bytes(found)
        subprocess.run([sys.executable, SCORER, labels, answers], check=True)  # noqa: S603


if __name__ == "__main__":
    main()
