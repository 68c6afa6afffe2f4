"""Two small networks over the rows of ``evidence`` and ``drafts``: who said it, and is it a quote at all.

They are trained on articles the encoder had not seen, so that they know how far it can be trusted; their numbers lie
beside the encoder's as text.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.ingest.errors import ModelError
from onrecord.ingest.language.content_evidence import SPAN_FEATURES
from onrecord.ingest.language.evidence import FEATURES

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Numbers = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class SmallNetwork:
    """One hidden layer: numbers brought to one scale, tanh, a single number out for every row."""

    mean: Numbers
    scale: Numbers
    hidden: Numbers
    hidden_bias: Numbers
    out: Numbers
    out_bias: float

    def __call__(self, rows: Numbers) -> Numbers:
        """A logit for every row."""
        inner = np.tanh(((rows - self.mean) / self.scale) @ self.hidden + self.hidden_bias)
        logits: Numbers = inner @ self.out + np.float32(self.out_bias)
        return logits


@dataclass(frozen=True, slots=True)
class Chooser:
    """``speaker``: for rows of FEATURES, compared within a content. ``content``: for rows of SPAN_FEATURES."""

    speaker: SmallNetwork
    content: SmallNetwork

    def speakers(self, rows: Numbers) -> Numbers:
        """The probability of every mention of one content, and of nobody, which is the last row."""
        logits = self.speaker(rows)
        likely: Numbers = np.exp(logits - logits.max(axis=-1, keepdims=True), dtype=np.float32)
        shares: Numbers = likely / likely.sum()
        return shares

    def contents(self, rows: Numbers) -> Numbers:
        """The probability that each stretch is something said, with these bounds or nearly these."""
        likely: Numbers = np.reciprocal(1 + np.exp(-self.content(rows)), dtype=np.float32)
        return likely


def load_chooser(path: Path) -> Chooser:
    """Read the two networks.

    Errors: ModelError where the file belongs to another version of the program: its columns are not those known here.
    """
    told = json.loads(path.read_text(encoding="utf-8"))
    for name, features in (("speaker", FEATURES), ("content", SPAN_FEATURES)):
        if tuple(told[name]["features"]) != features:
            raise ModelError(
                f"{path}: the columns of {name!r} are not those this version computes. "
                "Install the package again, or train the reader anew (make train)."
            )
    return Chooser(_network(told["speaker"]), _network(told["content"]))


def _network(told: dict[str, Any]) -> SmallNetwork:
    mean, scale, hidden, hidden_bias, out = (
        np.array(told[key], np.float32) for key in ("mean", "scale", "hidden", "hidden_bias", "out")
    )
    return SmallNetwork(mean, scale, hidden, hidden_bias, out, float(told["out_bias"]))
