"""Names by type, exact F1 over person, organisation and place (facilities counted as places).

    python benchmarks/names.py

Runs ``onrecord extract -`` over the development sets of ../shared/data/entities and prints the lines of
../shared/score/entities.py. Of Wikigold only every sixth document is read, those not trained on. Ends with a sentence
where the data are not there.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

SHARED = Path(__file__).parents[2] / "shared"
SCORER = SHARED / "score" / "entities.py"
SETS = {"seeds": slice(None), "gum-news": slice(None), "wikigold": slice(5, None, 6)}


def main() -> None:
    """Extract and score, set by set."""
    folder = SHARED / "data" / "entities"
    if not folder.is_dir():
        sys.exit("The development sets are not here (../shared/data/entities); nothing was measured.")
    for name, part in SETS.items():
        lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()[part]
        given = "".join(json.dumps({"id": row["id"], "text": row["text"]}) + "\n" for row in map(json.loads, lines))
        with tempfile.TemporaryDirectory() as temporary:
            gold, found = Path(temporary, "gold.jsonl"), Path(temporary, "found.jsonl")
            gold.write_text("\n".join(lines) + "\n", encoding="utf-8")
            command = [Path(sys.executable).with_name("onrecord"), "extract", "-"]
            found.write_bytes(
                subprocess.run(command, input=given.encode(), capture_output=True, check=True).stdout  # noqa: S603
            )
            print(f"{name}, {len(lines)} documents", flush=True)
            options = ["--types", "PERSON,ORG,PLACE", "--map", "FAC=PLACE"]
            subprocess.run([sys.executable, SCORER, gold, found, *options], check=True)  # noqa: S603 - the scorer


if __name__ == "__main__":
    main()
