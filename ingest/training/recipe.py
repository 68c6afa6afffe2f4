"""The whole training, in order: five encoders that each never saw a fifth, the chooser, the encoder that ships.

The chooser must learn how far the encoder can be trusted on articles that are new to it. So every article is first read
by an encoder that never saw it, and the chooser learns from these readings. Then the encoder is trained on all of them,
in two stages, the second more than once from the same place with other dice; what ships is the mean of the weights
after those runs, with its confidence fitted to articles that none of this saw.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import torch

from onrecord.ingest.language.model_files import CHOOSER, VOCABULARY
from onrecord.ingest.language.wordpieces import WordPieces
from onrecord.ingest.measuring import labelled
from onrecord.ingest.training.articles import read_labelled
from onrecord.ingest.training.calibrating import calibrate
from onrecord.ingest.training.choosing import Sample, samples_of, train_content, train_speaker, write_chooser
from onrecord.ingest.training.export import export_encoder
from onrecord.ingest.training.folding import PRETRAINED, folds, pretrained
from onrecord.ingest.training.loop import Plan, train
from onrecord.ingest.training.sources import name_sources, quote_source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from torch import Tensor

SECOND_RATE = 0.8  # of the first stage's learning rate: the second only adds to what is known


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is trained on and how long.

    ``quotes``: files read in full each round. ``names``: files with the share read each round. ``rounds``: of each
    fold, of the first stage, then of each run of the second. ``held_out``: labelled articles that are not trained on;
    confidence is fitted to them. ``work``: for checkpoints and folds. ``out``: for the files of the model.
    """

    quotes: Sequence[Path]
    names: Sequence[tuple[Path, float]]
    rounds: Sequence[int]
    held_out: Path
    seed: int
    work: Path
    out: Path


def follow(recipe: Recipe) -> float:
    """Train and write a model: encoder, vocabulary, chooser, calibration, digests.

    Out: the expected calibration error on the articles held out, cross-fitted.

    A run that was cut off goes on behind the last finished round if it is started again with the same ``work``.
    Errors: ValueError for a line that is no labelled article; OSError where a file cannot be read or written.
    """
    recipe.out.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(PRETRAINED / "vocab.txt", recipe.out / VOCABULARY)
    wordpieces = WordPieces((recipe.out / VOCABULARY).read_text(encoding="utf-8").splitlines())
    quoted = [article for path in recipe.quotes for article in read_labelled(path)]
    names = name_sources(recipe.names, wordpieces)

    samples: list[Sample] = []
    for fold in folds(quoted, names, wordpieces, recipe.rounds[0], recipe.work):
        samples += samples_of(wordpieces, fold.encoder, fold.articles)
    write_chooser(recipe.out / CHOOSER, train_speaker(samples), train_content(samples))

    sources = [quote_source(quoted, wordpieces), *names]
    network = pretrained()
    train(
        network, sources, wordpieces, Plan(recipe.rounds[1], 1.0, recipe.seed, recipe.work / "first.pt", "first stage")
    )
    after_first = {name: tensor.clone() for name, tensor in network.state_dict().items()}
    after_second: list[dict[str, Tensor]] = []
    for run, rounds in enumerate(recipe.rounds[2:], start=1):
        network.load_state_dict(after_first)
        second = Plan(
            rounds, SECOND_RATE, recipe.seed + run, recipe.work / f"second-{run}.pt", f"second stage, run {run}"
        )
        train(network, sources, wordpieces, second)
        after_second.append({name: tensor.clone() for name, tensor in network.state_dict().items()})
    network.load_state_dict(mean_of(after_second))
    export_encoder(network, recipe.out)
    return calibrate(recipe.out, labelled(recipe.held_out))


def mean_of(runs: Sequence[Mapping[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of networks that began alike, parameter by parameter.

    Source: model soups, Wortsman and others (ICML 2022).
    """
    return {name: torch.stack([run[name] for run in runs]).mean(0) for name in runs[0]}
