"""Fitting confidence to labelled articles that the reader was not trained on.

    python -m onrecord.ingest.training.calibrating MODEL GOLD

writes the calibration of the model in the folder MODEL anew, after the labelled articles of GOLD (JSON lines; see
``onrecord evaluate``). A model that ships is worth doing this for, too, where its articles differ from yours.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

import click
import numpy as np

from onrecord.ingest.evaluation import GoldArticle, Judgement, confidence_of
from onrecord.ingest.language.calibration import UNCALIBRATED, Calibration, log_odds
from onrecord.ingest.language.chooser import load_chooser
from onrecord.ingest.language.encoder import Encoder
from onrecord.ingest.language.model_files import CALIBRATION, CHOOSER, ENCODER, VOCABULARY
from onrecord.ingest.language.reader import Reader
from onrecord.ingest.language.wordpieces import WordPieces
from onrecord.ingest.measuring import compared_by, labelled
from onrecord.ingest.training.digests import write_digests

FOLDS = 5
STEPS = 25  # of Newton's method; it stands still after a few
PRIOR = 1.0  # how strongly the numbers are held near those that change nothing


def calibrate(folder: Path, articles: Sequence[GoldArticle]) -> float:
    """Fit the confidence of a model to labelled articles, and write it and the digests into its folder.

    Out: the expected calibration error on these articles, cross-fitted.
    """
    judged = judgements_of(folder, articles)
    numbers = asdict(fitted([one for some in judged for one in some]))
    written = json.dumps({name: round(value, 4) for name, value in numbers.items()})
    (folder / CALIBRATION).write_text(written + "\n", encoding="utf-8")
    write_digests(folder)
    return cross_fitted_error(judged)


def judgements_of(folder: Path, articles: Sequence[GoldArticle]) -> list[tuple[Judgement, ...]]:
    """For each article what the model finds in it, as sure as it is without calibration, and whether it is right."""
    wordpieces = WordPieces((folder / VOCABULARY).read_text(encoding="utf-8").splitlines())
    encoder, chooser = Encoder(folder / ENCODER), load_chooser(folder / CHOOSER)
    reader = Reader(wordpieces, encoder, chooser, UNCALIBRATED, folder.name)
    return [compared_by(reader, article).judgements for article in articles]


def fitted(judgements: Sequence[Judgement]) -> Calibration:
    """The calibration under which these judgements are likeliest, held a little towards one that changes nothing."""
    rows = np.array([[log_odds(one.confidence), 1, one.kind == "direct", one.kind == "mixed"] for one in judgements])
    right = np.array([one.is_right for one in judgements], float)
    start = numbers = np.array([1.0, 0, 0, 0])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-rows @ numbers))
        slope = rows.T @ (likely - right) + PRIOR * (numbers - start)
        curve = (rows.T * (likely * (1 - likely))) @ rows + PRIOR * np.eye(len(start))
        numbers = numbers - np.linalg.solve(curve, slope)
    return Calibration(*numbers.tolist())


def cross_fitted_error(judged: Sequence[Sequence[Judgement]]) -> float:
    """The expected calibration error where each fold of articles is calibrated by the others."""
    again: list[Judgement] = []
    for fold in range(FOLDS):
        calibration = fitted([one for number, some in enumerate(judged) if number % FOLDS != fold for one in some])
        for some in judged[fold::FOLDS]:
            again += [replace(one, confidence=calibration(one.confidence, one.kind)) for one in some]
    return confidence_of(again).error


@click.command(help=__doc__)
@click.argument("model", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("gold", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path))
def main(*, model: Path, gold: Path) -> None:
    """Calibrate a model."""
    error = calibrate(model, labelled(gold))
    click.echo(f"Written to {model / CALIBRATION}. Expected calibration error, cross-fitted: {error:.3f}.")


if __name__ == "__main__":
    main()
