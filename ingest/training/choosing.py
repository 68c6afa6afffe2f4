"""Training the two small networks of ``language.chooser`` on articles that the encoder was not trained on."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch import nn

from onrecord.ingest.language.content_evidence import SPAN_FEATURES
from onrecord.ingest.language.drafts import draft
from onrecord.ingest.language.evidence import FEATURES, choices
from onrecord.ingest.language.windows import windows_of
from onrecord.ingest.spans import Span
from onrecord.ingest.training.agreement import Words, overlap, same_mention

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from onrecord.ingest.language.encoder import Encoder
    from onrecord.ingest.language.wordpieces import WordPieces
    from onrecord.ingest.training.articles import Labelled

HIDDEN = {"speaker": 24, "content": 12}
STEPS, RATE, DECAY = 300, 0.01, 0.3
ENOUGH = 0.5  # shared words by words of either, from which a content counts as found


@dataclass(frozen=True, slots=True)
class Sample:
    """One content of a draft with what is right about it.

    ``rows``: the candidates, nobody last. ``right``: which of them are right; None where the content itself is not
    one. ``span``: the content's own row. ``article``: so that folds can be made of whole articles.
    """

    article: str
    rows: NDArray[np.float32]
    right: NDArray[np.bool_] | None
    span: NDArray[np.float32]


def samples_of(wordpieces: WordPieces, encoder: Encoder, articles: Sequence[Labelled]) -> list[Sample]:
    """What the encoder drafts for labelled articles, each content compared with the labels."""
    found: list[Sample] = []
    for article in articles:
        gold = _Gold(article)
        for window in windows_of(article.text, article.paragraphs, wordpieces):
            drafted = draft(article.text, window, encoder.run(window))
            for stretch, choice in zip(drafted.contents, choices(article.text, drafted), strict=True):
                span = _span(drafted.words, stretch.first, stretch.last)
                mentions = [drafted.mentions[mention] for mention in choice.mentions]
                spans = [_span(drafted.words, mention.first, mention.last) for mention in mentions]
                if not gold.is_discarded(span):
                    found.append(Sample(article.name, choice.rows, gold.right(span, spans), choice.span))
    return found


class _Gold:
    """The labels of one article, ready to be compared with."""

    def __init__(self, article: Labelled) -> None:
        self.words = Words(article.text)
        self._discarded = self.words.within(article.discard)
        self._contents = [
            (self.words.within([piece]), attribution.source)
            for attribution in article.attributions or ()
            for piece in attribution.content
        ]

    def is_discarded(self, span: Span) -> bool:
        words = self.words.within([span])
        return 2 * len(words & self._discarded) > len(words)

    def right(self, span: Span, mentions: list[Span]) -> NDArray[np.bool_] | None:
        """Which mentions are the source of the content that ``span`` is; the last stands for nobody."""
        words = self.words.within([span])
        best, source = max(
            ((overlap(words, content), source) for content, source in self._contents),
            key=lambda pair: pair[0],
            default=(0.0, ()),
        )
        if best < ENOUGH:
            return None
        if not source:
            return np.array([False] * len(mentions) + [True])
        return np.array([*(same_mention(self.words, source, [mention]) for mention in mentions), False])


def train_speaker(samples: Sequence[Sample], seed: int = 0) -> dict[str, Any]:
    """Learn who said it: among the mentions of one content, the right ones share the probability."""
    usable = [sample for sample in samples if sample.right is not None and sample.right.any()]
    longest = max(len(sample.rows) for sample in usable)
    rows = torch.zeros(len(usable), longest, len(FEATURES))
    right = torch.zeros(len(usable), longest, dtype=torch.bool)
    missing = torch.ones(len(usable), longest, dtype=torch.bool)
    for number, sample in enumerate(usable):
        rows[number, : len(sample.rows)] = torch.from_numpy(sample.rows)
        right[number, : len(sample.rows)] = torch.from_numpy(sample.right)
        missing[number, : len(sample.rows)] = False
    flat = rows[~missing]

    def loss(network: nn.Module, scaled: torch.Tensor) -> torch.Tensor:
        logits = network(scaled)[..., 0].masked_fill(missing, -1e4)
        chosen = torch.log_softmax(logits, -1).masked_fill(~right, -1e4)
        return -torch.logsumexp(chosen, -1).mean()

    return _train(rows, flat, FEATURES, HIDDEN["speaker"], loss, seed)


def train_content(samples: Sequence[Sample], seed: int = 0) -> dict[str, Any]:
    """Learn whether a stretch is something said."""
    rows = torch.from_numpy(np.stack([sample.span for sample in samples]))
    right = torch.tensor([sample.right is not None for sample in samples], dtype=torch.float32)

    def loss(network: nn.Module, scaled: torch.Tensor) -> torch.Tensor:
        return nn.functional.binary_cross_entropy_with_logits(network(scaled)[..., 0], right)

    return _train(rows, rows, SPAN_FEATURES, HIDDEN["content"], loss, seed)


def _train(
    rows: torch.Tensor, flat: torch.Tensor, features: tuple[str, ...], hidden: int, loss: Any, seed: int
) -> dict[str, Any]:
    """Fit one small network on all rows at once and write it down as plain numbers."""
    torch.manual_seed(seed)
    mean, scale = flat.mean(0), flat.std(0).clamp_min(1e-3)
    network = nn.Sequential(nn.Linear(len(features), hidden), nn.Tanh(), nn.Linear(hidden, 1))
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=STEPS)
    scaled = (rows - mean) / scale
    for _ in range(STEPS):
        optimiser.zero_grad()
        now = loss(network, scaled)
        now.backward()
        optimiser.step()
        schedule.step()
    first, _, last = network
    return {
        "features": list(features),
        "mean": _plain(mean),
        "scale": _plain(scale),
        "hidden": _plain(first.weight.T),
        "hidden_bias": _plain(first.bias),
        "out": _plain(last.weight[0]),
        "out_bias": _plain(last.bias[0]),
    }


def write_chooser(path: Path, speaker: dict[str, Any], content: dict[str, Any]) -> None:
    """Write both networks into one file."""
    path.write_text(json.dumps({"speaker": speaker, "content": content}) + "\n", encoding="utf-8")


def _plain(values: torch.Tensor) -> Any:
    """Numbers with four significant digits, as lists."""
    return json.loads(json.dumps(values.detach().tolist()), parse_float=lambda written: float(f"{float(written):.4g}"))


def _span(words: Sequence[tuple[int, int]], first: int, last: int) -> Span:
    return Span(words[first][0], words[last - 1][1])
