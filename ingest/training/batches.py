"""Which windows are trained on together, and the tensors of a batch."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import torch
from torch.nn.utils.rnn import pad_sequence

from onrecord.ingest.language.shapes import CAPITAL, CAPITALS, LETTER, LOWER, NO_MARK, NO_WORD
from onrecord.ingest.language.windows import WINDOW, pack

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from torch import Tensor

    from onrecord.ingest.language.windows import Chunk, Window
    from onrecord.ingest.language.wordpieces import WordPieces
    from onrecord.ingest.training.labels import Example, Labels

BATCH = 8
POOL = 16  # batches that are put together by length
SHORT = 45  # pieces of what may be a headline
# How often a chunk without quote labels is shown in capitals, or with every word capitalised, as headlines are.
SHOUTED, CAPITALISED = {True: 0.10, False: 0.02}, {True: 0.06, False: 0.01}


@dataclass(frozen=True, slots=True)
class Source:
    """One training file. ``share``: how many of its articles are read each round, 1.0 being all of them once."""

    examples: Sequence[Example]
    share: float


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of like length. ``inputs``: the network's, in its order. ``rows``, ``heads``: where the words stand.

    ``roles``, ``attributions`` (words x 3), ``names`` (bits) run parallel to them.
    """

    inputs: tuple[Tensor, Tensor, Tensor, Tensor]
    rows: Tensor
    heads: Tensor
    roles: Tensor
    attributions: Tensor
    names: Tensor

    def to(self, device: torch.device) -> Batch:
        """The same on another device."""
        pieces, marks, shapes, present = (tensor.to(device) for tensor in self.inputs)
        rest = {name: getattr(self, name).to(device) for name in ("rows", "heads", "roles", "attributions", "names")}
        return replace(self, inputs=(pieces, marks, shapes, present), **rest)


def epoch(sources: Sequence[Source], wordpieces: WordPieces, dice: random.Random) -> Iterator[Batch]:
    """One round over the training files, windows cut at other places and batches drawn anew."""
    drawn = [(example, window) for example in _drawn(sources, dice) for window in _windows(example, wordpieces, dice)]
    dice.shuffle(drawn)
    batches: list[list[tuple[Example, Window]]] = []
    for first in range(0, len(drawn), BATCH * POOL):
        pool = sorted(drawn[first : first + BATCH * POOL], key=lambda pair: len(pair[1].pieces))
        batches.extend(pool[start : start + BATCH] for start in range(0, len(pool), BATCH))
    dice.shuffle(batches)
    for batch in batches:
        yield _batch(batch, dice)


def _drawn(sources: Sequence[Source], dice: random.Random) -> Iterator[Example]:
    for source in sources:
        wanted = round(source.share * len(source.examples))
        while wanted > 0:
            yield from dice.sample(source.examples, min(wanted, len(source.examples)))
            wanted -= len(source.examples)


def _windows(example: Example, wordpieces: WordPieces, dice: random.Random) -> Iterator[Window]:
    return pack(example.chunks, wordpieces, max(48, dice.randint(0, WINDOW)))


def _batch(batch: Sequence[tuple[Example, Window]], dice: random.Random) -> Batch:
    windows = [window if example.has_quotes else _reshaped(window, dice) for example, window in batch]
    rows: list[int] = []
    heads: list[int] = []
    roles: list[tuple[int, int, int]] = []
    attributions: list[tuple[int, int, int]] = []
    names: list[int] = []
    for row, (example, window) in enumerate(batch):
        heads.extend(window.heads)
        rows.extend([row] * len(window.heads))
        for labels in (_labels(example, chunk) for chunk in window.chunks):
            roles.extend(labels.roles)
            attributions.extend(labels.attributions)
            names.extend(labels.names)
    return Batch(
        inputs=(
            _filled([window.pieces for window in windows], 0),
            _filled([window.marks for window in windows], NO_MARK),
            _filled([window.shapes for window in windows], NO_WORD),
            _filled([[1.0] * len(window.pieces) for window in windows], 0.0),
        ),
        rows=torch.tensor(rows),
        heads=torch.tensor(heads),
        roles=torch.tensor(roles),
        attributions=torch.tensor(attributions),
        names=torch.tensor(names),
    )


def _filled(rows: Sequence[Sequence[float]], filling: float) -> Tensor:
    """Rows of unequal length as one tensor, filled up to the longest."""
    return pad_sequence([torch.tensor(row) for row in rows], batch_first=True, padding_value=filling)


def _labels(example: Example, chunk: Chunk) -> Labels:
    return example.labels[chunk.words[0][0]]


def _reshaped(window: Window, dice: random.Random) -> Window:
    """Now and then a chunk in capitals or capitalised, so that headlines do not surprise the name head."""
    shapes = list(window.shapes)
    start = 1
    for chunk in window.chunks:
        end = start + sum(len(pieces) for pieces in chunk.pieces)
        is_short, throw = end - start < SHORT, dice.random()
        if throw < SHOUTED[is_short]:
            shapes[start:end] = [
                CAPITALS if shape in {LOWER, CAPITAL, LETTER} else shape for shape in shapes[start:end]
            ]
        elif throw < SHOUTED[is_short] + CAPITALISED[is_short]:
            shapes[start:end] = [CAPITAL if shape == LOWER else shape for shape in shapes[start:end]]
        start = end + 1
    return replace(window, shapes=shapes)
