"""What is minimised: roles, pointers and names of one batch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch.nn import functional

from onrecord.ingest.training.conventions import NAME_TYPES
from onrecord.ingest.training.labels import IGNORED

if TYPE_CHECKING:
    from torch import Tensor

    from onrecord.ingest.training.batches import Batch
    from onrecord.ingest.training.network import ReaderNetwork

POINTER_WEIGHT = 0.4
NEVER = -1e4
TAGS = 1 + 2 * len(NAME_TYPES)


def loss_of(network: ReaderNetwork, batch: Batch) -> tuple[Tensor, dict[str, float]]:
    """The loss of a batch, and its parts by name.

    Each part is a mean over the words it knows about, weighted by the share of windows that have any: a batch of
    name windows alone teaches nothing about quotes.
    """
    pieces, marks, shapes, present = batch.inputs
    device = pieces.device.type
    with torch.autocast(device, torch.bfloat16):
        x = network.encode(pieces, marks, shapes, present)
        words = x[batch.rows, batch.heads]
        roles, names, pointers = network.roles(words), network.names(words), network.point(x, present)
    knows_roles = (batch.roles != IGNORED).any(dim=1)
    knows_names = batch.names > 0
    parts: dict[str, float] = {}
    total = x.new_zeros((), dtype=torch.float32)
    if knows_roles.any():
        by_role = roles.float().reshape(-1, 3, 3)
        tagged = [functional.cross_entropy(by_role[:, k], batch.roles[:, k], ignore_index=IGNORED) for k in range(3)]
        pointed = _pointer_loss(pointers.float(), batch)
        share = _share(batch.rows[knows_roles], len(pieces))
        total = total + share * (sum(tagged) + POINTER_WEIGHT * pointed)
        parts |= {"roles": sum(part.item() for part in tagged), "pointers": pointed.item()}
    if knows_names.any():
        named = _name_loss(names.float()[knows_names], batch.names[knows_names])
        total = total + _share(batch.rows[knows_names], len(pieces)) * named
        parts["names"] = named.item()
    return total, parts


def _share(rows: Tensor, windows: int) -> float:
    return len(rows.unique()) / windows


def _pointer_loss(pointers: Tensor, batch: Batch) -> Tensor:
    """From every content word to any word of its own source, or cue; to [CLS] where the attribution has none."""
    content = batch.attributions[:, 0]
    asking = torch.nonzero(content > 0)[:, 0]
    if not len(asking):
        return pointers.new_zeros(())
    total = pointers.new_zeros(())
    rows, heads = batch.rows[asking], batch.heads[asking]
    for head in (0, 1):
        scores = torch.log_softmax(pointers[rows, head, heads], dim=-1)
        numbers = torch.zeros(pointers.shape[0], pointers.shape[-1], dtype=torch.long, device=pointers.device)
        numbers[batch.rows, batch.heads] = batch.attributions[:, 1 + head]
        right = numbers[rows] == content[asking][:, None]
        right[:, 0] |= ~right.any(dim=1)
        total = total - torch.logsumexp(scores.masked_fill(~right, NEVER), dim=-1).mean()
    return total


def _name_loss(names: Tensor, bits: Tensor) -> Tensor:
    """Minus the logarithm of the probability of all tags that may be right, together."""
    allowed = (bits[:, None] & (1 << torch.arange(TAGS, device=bits.device))) > 0
    scores = torch.log_softmax(names, dim=-1).masked_fill(~allowed, NEVER)
    return -torch.logsumexp(scores, dim=-1).mean()
