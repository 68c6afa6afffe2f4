"""How often a quote is right that the reader is so sure of: fitted with the model, and part of it."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.ingest.errors import ModelError

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.ingest.records import QuoteKind

SURE = 0.9999  # as sure as a probability may be, so that its log-odds are finite


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic regression on the log-odds of a probability, with a constant for two kinds of quotes.

    As it stands without numbers it changes nothing.
    Source: Platt, "Probabilistic outputs for support vector machines" (1999).
    """

    slope: float = 1.0
    constant: float = 0.0
    direct: float = 0.0
    mixed: float = 0.0

    def __call__(self, probability: float, kind: QuoteKind) -> float:
        """The share of right ones among quotes of that kind with that probability."""
        by_kind = {"direct": self.direct, "mixed": self.mixed, "indirect": 0.0}[kind]
        return 1 / (1 + math.exp(-(self.slope * log_odds(probability) + self.constant + by_kind)))


UNCALIBRATED = Calibration()


def log_odds(probability: float) -> float:
    """The logarithm of right against wrong."""
    bounded = min(max(probability, 1 - SURE), SURE)
    return math.log(bounded / (1 - bounded))


def load_calibration(path: Path) -> Calibration:
    """Read the numbers.

    Errors: ModelError where the file has others than these.
    """
    try:
        return Calibration(**json.loads(path.read_text(encoding="utf-8")))
    except (TypeError, ValueError) as error:
        raise ModelError(f"{path}: no calibration of this version ({error}). Install the package again.") from None
