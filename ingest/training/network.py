"""The network: MiniLM with two small embeddings added, and heads for roles, pointers and names.

Written in plain operations, so that what is trained is what is exported. Parts: ``embed`` (words, places, shapes,
marks), six transformer layers, then ``roles`` (content, source, cue: outside, begins, goes on), ``queries`` and
``keys`` (from a content's word to the source and to the cue), ``names`` (outside, then begins and goes on of a type).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional

if TYPE_CHECKING:
    from collections.abc import Mapping

WIDTH, LAYERS, ATTENTION_HEADS, FEED_FORWARD = 384, 6, 12, 1536
VOCABULARY, PLACES = 30522, 512
MARKS, SHAPES = 4, 7  # see language.shapes
POINTER = 128  # width of a query and a key
NAME_TYPES = 7
DROPOUT = 0.1
NORM_EPSILON = 1e-12
MASKED = -1e4


class Layer(nn.Module):
    """One transformer layer, as in BERT: attention, then feed-forward, each added and normalised."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, NORM_EPSILON)
        self.wide = nn.Linear(WIDTH, FEED_FORWARD)
        self.narrow = nn.Linear(FEED_FORWARD, WIDTH)
        self.narrow_norm = nn.LayerNorm(WIDTH, NORM_EPSILON)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Pieces (batch x length x width) and the mask that is added to attention, if any."""
        query, key, value = (_apart(linear(x)) for linear in (self.query, self.key, self.value))
        together = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        together = together.transpose(1, 2).reshape(x.shape)
        x = self.attended_norm(x + self.drop(self.attended(together)))
        inner: Tensor = self.narrow(functional.gelu(self.wide(x)))
        normed: Tensor = self.narrow_norm(x + self.drop(inner))
        return normed


class ReaderNetwork(nn.Module):
    """Everything the reader sees in one pass."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.marks = nn.Embedding(MARKS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.marks.weight)
        nn.init.zeros_(self.shapes.weight)
        self.embedded_norm = nn.LayerNorm(WIDTH, NORM_EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.roles = _head(9)
        self.names = _head(1 + 2 * NAME_TYPES)
        self.queries = nn.Linear(WIDTH, 2 * POINTER)
        self.keys = nn.Linear(WIDTH, 2 * POINTER)
        self.drop = nn.Dropout(DROPOUT)

    def encode(self, pieces: Tensor, marks: Tensor, shapes: Tensor, present: Tensor | None = None) -> Tensor:
        """Pieces in context (batch x length x width).

        ``present``: 1.0 where there is a piece, 0.0 for filling; None where nothing is filled up.
        """
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.marks(marks) + self.shapes(shapes) + self.places(places)[None]
        x = self.drop(self.embedded_norm(x))
        mask = None if present is None else _mask(present).to(x.dtype)
        for layer in self.layers:
            x = layer(x, mask)
        dropped: Tensor = self.drop(x)
        return dropped

    def point(self, x: Tensor, present: Tensor | None = None) -> Tensor:
        """Logits of the pointers (batch x 2 x from x to)."""
        query, key = (
            linear(x).reshape(x.shape[0], -1, 2, POINTER).transpose(1, 2) for linear in (self.queries, self.keys)
        )
        pointed: Tensor = query @ key.transpose(-1, -2) / math.sqrt(POINTER)
        return pointed if present is None else pointed + _mask(present)

    def forward(self, pieces: Tensor, marks: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Logits of roles, pointers and names of one window, as it is run: nothing is filled up."""
        x = self.encode(pieces, marks, shapes)
        return self.roles(x), self.point(x), self.names(x)

    def load_pretrained(self, weights: Mapping[str, Tensor]) -> None:
        """Take over the weights of a BERT of this size, named as in the transformers library."""
        own = self.state_dict()
        own["words.weight"] = weights["embeddings.word_embeddings.weight"]
        # Every piece is of segment 0, so that its embedding goes into the places'.
        first_segment = weights["embeddings.token_type_embeddings.weight"][0]
        own["places.weight"] = weights["embeddings.position_embeddings.weight"] + first_segment
        for kind in ("weight", "bias"):
            own[f"embedded_norm.{kind}"] = weights[f"embeddings.LayerNorm.{kind}"]
            for number in range(LAYERS):
                theirs, ours = f"encoder.layer.{number}.", f"layers.{number}."
                for our_name, their_name in _SAME.items():
                    own[f"{ours}{our_name}.{kind}"] = weights[f"{theirs}{their_name}.{kind}"]
        self.load_state_dict(own)


_SAME = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "attended": "attention.output.dense",
    "attended_norm": "attention.output.LayerNorm",
    "wide": "intermediate.dense",
    "narrow": "output.dense",
    "narrow_norm": "output.LayerNorm",
}


def _head(out: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(WIDTH, WIDTH), nn.GELU(), nn.Dropout(DROPOUT), nn.Linear(WIDTH, out))


def _mask(present: Tensor) -> Tensor:
    return (1 - present)[:, None, None, :] * MASKED


def _apart(x: Tensor) -> Tensor:
    """Attention heads apart (batch x heads x length x width of a head)."""
    return x.reshape(x.shape[0], -1, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS).transpose(1, 2)
