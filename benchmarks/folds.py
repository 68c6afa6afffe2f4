"""Who said what, on articles the reader never saw: five trainings, each without a fifth of the labelled articles.

    python benchmarks/folds.py --quotes GOLD.jsonl.gz --names FILE[=SHARE]... [--rounds 3] [--only 1 2]
        [--learn-from ARTICLES] [--work WORK]

The development set is small, so what is chosen is chosen here. For each fold an encoder is trained without it, as
`make train` does first, and reads it; the chooser that finishes a fold learned from the other folds, each read by the
encoder that did not know it. Prints the figures of every fold and of all of them, with 95% intervals, and the
calibration error, cross-fitted. A fold takes half an hour; --only trains and measures some of them. Started again with
the same --work it goes on where it was cut off, and the folds of `make train` are taken as they are. --learn-from takes
the chooser of a fold from so many articles of the others, drawn by chance. The chooser that learned from all folds is
left in WORK (chooser.json): the one that ships is that of five. Needs onrecord[train].
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

from onrecord.ingest.evaluation import Compared, GoldArticle, as_text, measured
from onrecord.ingest.language.calibration import UNCALIBRATED
from onrecord.ingest.language.chooser import load_chooser
from onrecord.ingest.language.model_files import CHOOSER
from onrecord.ingest.language.reader import Reader
from onrecord.ingest.language.wordpieces import WordPieces
from onrecord.ingest.measuring import compared_by, labelled
from onrecord.ingest.training.__main__ import with_share
from onrecord.ingest.training.articles import read_labelled
from onrecord.ingest.training.calibrating import cross_fitted_error
from onrecord.ingest.training.choosing import Sample, samples_of, train_content, train_speaker, write_chooser
from onrecord.ingest.training.folding import FOLDS, PRETRAINED, Fold, folds
from onrecord.ingest.training.sources import name_sources


def main() -> None:
    """Train what is missing, then measure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--quotes", type=Path, required=True)
    parser.add_argument("--names", type=with_share, action="append", default=[], metavar="FILE[=SHARE]")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", type=int, nargs="+", default=list(range(1, FOLDS + 1)), choices=range(1, FOLDS + 1))
    parser.add_argument("--learn-from", type=int, metavar="ARTICLES")
    parser.add_argument("--work", type=Path, default=Path("build/folds"))
    given = parser.parse_args()
    wordpieces = WordPieces((PRETRAINED / "vocab.txt").read_text(encoding="utf-8").splitlines())
    quoted, names = read_labelled(given.quotes), name_sources(given.names, wordpieces)
    known = list(folds(quoted, names, wordpieces, given.rounds, given.work, given.only))
    samples = {fold.number: samples_of(wordpieces, fold.encoder, fold.articles) for fold in known}
    everything = list(chain.from_iterable(samples.values()))
    write_chooser(given.work / CHOOSER, train_speaker(everything), train_content(everything))
    measure(known, samples, labelled(given.quotes), given.work, wordpieces, given.learn_from)


def drawn(samples: Sequence[Sample], articles: int | None, seed: int) -> list[Sample]:
    """The samples of so many articles, drawn by chance; all of them where no number is given."""
    names = sorted({sample.article for sample in samples})
    random.Random(seed).shuffle(names)  # noqa: S311 - a benchmark, no secret
    kept = set(names[:articles])
    return [sample for sample in samples if sample.article in kept]


def measure(
    known: Sequence[Fold],
    samples: Mapping[int, Sequence[Sample]],
    gold: Sequence[GoldArticle],
    work: Path,
    wordpieces: WordPieces,
    learn_from: int | None,
) -> None:
    """Print what each fold's encoder finds in it, with the chooser of the other folds."""
    found: list[Compared] = []
    for fold in known:
        chooser = work / str(fold.number) / CHOOSER
        others = [one for other, some in samples.items() if other != fold.number for one in some]
        some = drawn(others, learn_from, fold.number)
        write_chooser(chooser, train_speaker(some), train_content(some))
        reader = Reader(wordpieces, fold.encoder, load_chooser(chooser), UNCALIBRATED, str(fold.number))
        here = [compared_by(reader, article) for article in gold[fold.number - 1 :: FOLDS]]
        print(f"fold {fold.number}, {len(here)} articles\n{as_text(measured(here, 0, 0), here, 0)}\n", flush=True)
        found += here
    print(f"all, {len(found)} articles\n{as_text(measured(found, 300, 1), found, 0)}")
    print(f"expected calibration error, cross-fitted: {cross_fitted_error([one.judgements for one in found]):.3f}")


if __name__ == "__main__":
    main()
