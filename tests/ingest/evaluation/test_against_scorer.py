"""The figures are those of the scorer that results are judged by, where it is at hand."""

from __future__ import annotations

import gzip
import importlib.util
import json
import random
from pathlib import Path
from typing import Any

import pytest

from onrecord.ingest.evaluation import FoundQuote, compared, measured, read_gold
from onrecord.ingest.spans import Span

SHARED = Path(__file__).parents[4] / "shared"
SCORER = SHARED / "score" / "quotes.py"
LABELLED = SHARED / "data" / "polnear" / "polnear-dev.jsonl.gz"

pytestmark = pytest.mark.skipif(
    not (SCORER.is_file() and LABELLED.is_file()), reason="the scorer and its labelled articles are not here"
)


def scored(gold: list[Any], found: list[Any]) -> Any:
    """What the scorer says."""
    spec = importlib.util.spec_from_file_location("scorer", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.score(gold, found, bootstrap=20)


def blurred(article: Any, chance: random.Random) -> list[dict[str, Any]]:
    """Quotes as a reader with all sorts of errors would find them, made from the labels."""
    end = len(article["text"])
    quotes = []
    for attribution in article["attributions"]:
        if chance.random() < 0.2:
            continue
        spans = [
            [max(0, a + chance.choice((-9, 0, 0, 2))), min(end, b + chance.choice((-3, 0, 0, 40)))]
            for a, b in attribution["content"]
        ]
        other = chance.choice(article["attributions"])
        who = (attribution if chance.random() < 0.8 else other)["source"]
        cue = (attribution if chance.random() < 0.8 else other)["cue"]
        quotes += [
            {
                "start": spans[0][0],
                "end": spans[-1][1],
                "spans": [span for span in spans if span[0] < span[1]] or [[0, 1]],
                "speaker_start": who[0][0] if who else None,
                "speaker_end": who[0][1] if who else None,
                "cue_start": cue[0][0] if cue else None,
                "cue_end": cue[0][1] if cue else None,
            }
        ] * chance.choice((1, 1, 1, 2))
    return quotes


def as_found(quote: dict[str, Any]) -> FoundQuote:
    """The same quote as the program's own record."""
    who, cue = (
        None if quote[f"{name}_start"] is None else Span(quote[f"{name}_start"], quote[f"{name}_end"])
        for name in ("speaker", "cue")
    )
    return FoundQuote(tuple(Span(*span) for span in quote["spans"]), who, cue, 0.5)


def test_figures_are_the_scorers() -> None:
    """Every figure of every kind agrees to a tenth of a percent, and so do the intervals."""
    chance = random.Random(3)  # noqa: S311 - errors made up for a test
    lines = gzip.decompress(LABELLED.read_bytes()).splitlines()
    given = [json.loads(line) for line in lines]
    for article in given:
        article["discard"] = [[0, len(article["text"]) // 10]]
    found = {article["id"]: blurred(article, chance) for article in given}
    theirs = scored(given, [{"id": id_, "quotes": quotes} for id_, quotes in found.items()])
    gold = read_gold([json.dumps(article).encode() for article in given], "dev")
    ours = measured([compared(article, [as_found(q) for q in found[article.id]], ()) for article in gold], 20, 1)
    for kind, figures in ours.figures.items():
        expected = theirs[kind]
        assert (figures.gold, figures.found) == (expected["gold"], expected["pred"])
        for name, prf in (
            ("ex", figures.exact),
            ("io", figures.near),
            ("tk", figures.words),
            ("e2e", figures.end_to_end),
        ):
            wanted = [expected[f"{name}_{part}"] for part in ("p", "r", "f1")]
            assert [prf.precision, prf.recall, prf.f1] == pytest.approx(wanted, abs=0.0005)
        shares = [figures.speaker, figures.speaker_or_none, figures.cue, figures.end_to_end_exact.f1]
        assert shares == pytest.approx([expected[name] for name in ("spk", "spk0", "cue", "e2x_f1")], abs=0.0005)
    interval = ours.intervals["all"].end_to_end_f1
    assert [interval.low, interval.high] == pytest.approx(theirs["e2e_f1_ci95"], abs=0.0005)
