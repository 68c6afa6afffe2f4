"""How well the reader does on the hand-labelled passages of tests/gold, by kind and by genre.

    python benchmarks/passages.py [--errors]

Every article is read whole, as users read it; what lies in a passage is scored with ../shared/score/quotes.py. Resolved
speakers are counted beside it: the full name of the entity, over the matched pieces whose label has one. With --errors
every error is printed, to be read. Ends with a sentence where the articles are not there.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord.ingest.language import load_reader

SHARED = Path(__file__).parents[2] / "shared"
INPUTS = SHARED / "data" / "inputs"
PASSAGES = Path(__file__).parents[1] / "tests" / "gold" / "passages.jsonl"
# How `marks: single` is read; see tests/gold/README.md.
SINGLE = str.maketrans({"“": "‘", "”": "’", '"': "'"})

Row = dict[str, Any]


def gold_rows() -> list[Row]:
    """The passages, each with the text of its whole article and its labels at the article's offsets."""
    files: dict[str, dict[str, str]] = {}
    rows = []
    for line in PASSAGES.read_text(encoding="utf-8").splitlines():
        passage = json.loads(line)
        place = passage["source"]
        if place["file"] not in files:
            files[place["file"]] = _texts(INPUTS / place["file"], place["field"])
        text = files[place["file"]][place["article"]]
        row = passage | {"text": text.translate(SINGLE) if passage["marks"] == "single" else text}
        row["attributions"] = [_moved(attribution, passage["start"]) for attribution in passage["attributions"]]
        rows.append(row)
    return rows


def _texts(path: Path, field: str) -> dict[str, str]:
    content = path.read_bytes()
    lines = (gzip.decompress(content) if path.suffix == ".gz" else content).decode().splitlines()
    return {row["id"]: row[field] for row in map(json.loads, lines)}


def _moved(attribution: Row, by: int) -> Row:
    spans = {part: [[s + by, e + by] for s, e in attribution[part]] for part in ("source", "cue", "content")}
    return attribution | spans


def predictions(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """The quotes that ``onrecord extract`` finds in each passage when it reads the whole article."""
    texts = list(dict.fromkeys(row["text"] for row in rows))
    lines = [json.dumps({"id": str(at), "text": text}) for at, text in enumerate(texts)]
    command = [str(Path(sys.executable).with_name("onrecord")), "extract", "-"]
    read = subprocess.run(command, check=True, capture_output=True, text=True, input="\n".join(lines))  # noqa: S603 - our own command
    found: dict[str, list[Row]] = {}
    for text, article in zip(texts, map(json.loads, read.stdout.splitlines()), strict=True):
        if article["text"] != text:
            sys.exit("An article's text is not as it was labelled; nothing was measured.")
        for row in rows:
            if row["text"] == text:
                found[row["id"]] = list(_within(article["quotes"], row["start"], row["end"]))
    return found


def _within(quotes: Sequence[Row], start: int, end: int) -> Iterator[Row]:
    for quote in quotes:
        clipped = [[max(begin, start), min(stop, end)] for begin, stop in quote["spans"]]
        spans = [[begin, stop] for begin, stop in clipped if begin < stop]
        if spans:
            yield quote | {"start": spans[0][0], "end": spans[-1][1], "spans": spans}


def scorer() -> ModuleType:
    """The scorer, which is no package, imported from where it lies."""
    spec = importlib.util.spec_from_file_location("score_quotes", SHARED / "score" / "quotes.py")
    if spec is None or spec.loader is None:
        sys.exit("The scorer is not here (../shared/score/quotes.py); nothing was measured.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def compare(score: ModuleType, row: Row, quotes: Sequence[Row]) -> Iterator[tuple[str, Row | None, Row | None]]:
    """Each labelled and each found piece with its counterpart and what is wrong with the two.

    Pieces and matches are the scorer's. "wrong boundary": they overlap and do not match; "wrong name": the mention is
    right and the entity it is resolved to is not.
    """
    document = score.Doc(row["text"])
    gold = score.gold_segments(document, row["attributions"])
    found = [piece | {"quote": quote} for quote in quotes for piece in score.pred_segments(document, [quote], [])]
    matched = score.match(gold, found, exact=False)
    for g, f in matched:
        name, given = row["attributions"][gold[g]["att"]]["speaker"], found[f]["quote"]["speaker"]
        if not score.speaker_right(document, gold[g]["src"], found[f]["src"]):
            yield "wrong speaker", gold[g], found[f]
        elif name is not None and not _is_name(name, given):
            yield "wrong name", gold[g], found[f]
        else:
            yield "right", gold[g], found[f]
    missed = [piece for at, piece in enumerate(gold) if at not in {g for g, _ in matched}]
    extra = [piece for at, piece in enumerate(found) if at not in {f for _, f in matched}]
    for piece in missed:
        near = next((other for other in found if other["ix"] & piece["ix"]), None)
        yield ("wrong boundary" if near else "missed"), piece, near
    for piece in extra:
        if not any(piece["ix"] & other["ix"] for other in missed):
            yield "spurious", None, piece


def _is_name(gold: str, given: str | None) -> bool:
    """Whether all words of the labelled name are in the given one."""
    return given is not None and set(gold.casefold().split()) <= set(given.casefold().split())


def show_error(score: ModuleType, row: Row, error: str, gold: Row | None, found: Row | None) -> None:
    """Print one error with the words it is about."""
    text, words = row["text"], score.Doc(row["text"]).words
    print(f"{row['id']}: {error}")
    for side, piece in (("label", gold), ("found", found)):
        if piece:
            content = text[words[min(piece["ix"])][0] : words[max(piece["ix"])][1]]
            source = " ".join(text[start:end] for start, end in piece["src"]) or "-"
            cue = " ".join(text[start:end] for start, end in piece["cue"]) or "-"
            print(f"  {side}: [{source}] [{cue}] {content}")
    if gold:
        print(f"  labelled name: {row['attributions'][gold['att']]['speaker']}")
    if found:
        quote = found["quote"]
        print(f"  found name: {quote['speaker']} ({quote['attribution']}, {quote['confidence']:.2f})")


def show_figures(score: ModuleType, rows: Sequence[Row], found: Mapping[str, Sequence[Row]]) -> None:
    """Print the scorer's table, and e2e F1 by genre and kind."""

    def scored(some: Sequence[Row], bootstrap: int = 0) -> Row:
        quotes = [{"id": row["id"], "quotes": found[row["id"]]} for row in some]
        figures: Row = score.score(some, quotes, bootstrap=bootstrap)
        return figures

    score.show(scored(rows, bootstrap=300))
    kinds = ("direct", "mixed", "indirect", "all")
    print("\ne2e F1 (labelled pieces)" + "".join(f"{kind:>14}" for kind in kinds))
    for genre in dict.fromkeys(row["genre"] for row in rows):
        figures = scored([row for row in rows if row["genre"] == genre])
        cells = (f"{100 * figures[kind]['e2e_f1']:.1f} ({figures[kind]['gold']})" for kind in kinds)
        print(f"{genre:24}" + "".join(f"{cell:>14}" for cell in cells))


def main() -> None:
    """Print the figures, and with --errors what is behind them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--errors", action="store_true", help="print every error, to be read")
    with_errors = parser.parse_args().errors
    if not INPUTS.is_dir():
        sys.exit("The articles are not here (../shared/data/inputs); nothing was measured.")
    score, rows = scorer(), gold_rows()
    found = predictions(rows)
    print(f"model {load_reader().version}, {len(rows)} passages")
    show_figures(score, rows, found)
    errors: Counter[str] = Counter()
    for row in rows:
        for error, gold, piece in compare(score, row, found[row["id"]]):
            errors[error] += 1
            if with_errors and error != "right":
                show_error(score, row, error, gold, piece)
    print("\n" + ", ".join(f"{error} {number}" for error, number in errors.most_common()))


if __name__ == "__main__":
    main()
