"""Names by type, exact F1 over person, organisation and place (facilities counted as places).

    python benchmarks/names.py [--spacy PYTHON MODEL]...

Runs ``onrecord extract -`` over the development sets of ../shared/data/entities and prints the lines of
../shared/score/entities.py; with ``--spacy`` a pipeline of spaCy beside it, run by an interpreter that has one (see
beside_spacy.py). Of Wikigold only every sixth document is read, those not trained on. Ends with a sentence where the
data are not there.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

SHARED = Path(__file__).parents[2] / "shared"
SCORER = SHARED / "score" / "entities.py"
SETS = {"seeds": slice(None), "gum-news": slice(None), "wikigold": slice(5, None, 6)}
COUNTED = ["--types", "PERSON,ORG,PLACE", "--map", "FAC=PLACE"]


def main() -> None:
    """Extract and score, set by set."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--spacy", nargs=2, action="append", default=[], metavar=("PYTHON", "MODEL"))
    folder = SHARED / "data" / "entities"
    commands = {"onrecord": [str(Path(sys.executable).with_name("onrecord")), "extract", "-"]}
    for python, model in parser.parse_args().spacy:
        commands[f"spaCy, {Path(model).name}"] = [python, str(Path(__file__).with_name("beside_spacy.py")), model]
    if not folder.is_dir():
        sys.exit("The development sets are not here (../shared/data/entities); nothing was measured.")
    for name, part in SETS.items():
        lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()[part]
        for who, command in commands.items():
            print(f"{name}, {len(lines)} documents, {who}", flush=True)
            _score(lines, command)


def _score(lines: list[str], command: list[str]) -> None:
    """Let the command find the names of the documents, and print what the scorer says."""
    given = "".join(json.dumps({"id": row["id"], "text": row["text"]}) + "\n" for row in map(json.loads, lines))
    with tempfile.TemporaryDirectory() as temporary:
        gold, found = Path(temporary, "gold.jsonl"), Path(temporary, "found.jsonl")
        gold.write_text("\n".join(lines) + "\n", encoding="utf-8")
        found.write_bytes(
            subprocess.run(command, input=given.encode(), capture_output=True, check=True).stdout  # noqa: S603
        )
        subprocess.run([sys.executable, SCORER, gold, found, *COUNTED], check=True)  # noqa: S603 - the scorer


if __name__ == "__main__":
    main()
