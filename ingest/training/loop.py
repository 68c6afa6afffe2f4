"""The training loop: so many rounds, a rate that rises and falls, weights averaged over the second half."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from tqdm import tqdm

from onrecord.ingest.training.batches import epoch
from onrecord.ingest.training.losses import loss_of
from onrecord.ingest.training.network import LAYERS, ReaderNetwork

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from onrecord.ingest.language.wordpieces import WordPieces
    from onrecord.ingest.training.batches import Source

RATE, HEAD_RATE, LAYER_DECAY, WEIGHT_DECAY = 2e-4, 6e-4, 0.9, 0.01
WARM_UP, LEAST_RATE = 0.06, 0.02
LONGEST_STEP = 1.0  # norm of the gradient
AVERAGED_FROM, AVERAGED_EVERY, AVERAGED_SHARE = 0.5, 4, 0.012


@dataclass(frozen=True, slots=True)
class Plan:
    """``rounds``: times through the quote articles. ``rate``: times the usual learning rate. ``seed``: of everything.

    ``what``: is trained, for the bar that shows how far it is.
    ``checkpoint``: where the state is kept after every round, so that a run that was cut off goes on from there.
    """

    rounds: int
    rate: float
    seed: int
    checkpoint: Path
    what: str


def train(network: ReaderNetwork, sources: Sequence[Source], wordpieces: WordPieces, plan: Plan) -> ReaderNetwork:
    """Train in place; the weights left in the network are the average over the second half of the steps.

    Out: the same network. The same seed, data, device and number of threads give the same weights.
    """
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    network.to(device).train()
    optimiser = torch.optim.AdamW(_groups(network, plan.rate), betas=(0.9, 0.98), fused=True)
    steps_a_round = sum(1 for _ in epoch(sources, wordpieces, _dice(plan.seed, 0)))
    total = plan.rounds * steps_a_round
    average, done, step = _resumed(network, optimiser, plan.checkpoint)
    for number in range(done, plan.rounds):
        torch.manual_seed(plan.seed * 1000 + number)
        batches = epoch(sources, wordpieces, _dice(plan.seed, number))
        for batch in tqdm(batches, total=steps_a_round, desc=f"{plan.what}, round {number + 1} of {plan.rounds}"):
            _set_rate(optimiser, min(step / total, 1.0))
            loss, _ = loss_of(network, batch.to(device))
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), LONGEST_STEP)
            optimiser.step()
            step += 1
            average = _averaged(average, network, step, total)
        plan.checkpoint.parent.mkdir(parents=True, exist_ok=True)
        torch.save(
            {
                "network": network.state_dict(),
                "optimiser": optimiser.state_dict(),
                "average": average,
                "rounds": number + 1,
                "step": step,
            },
            plan.checkpoint,
        )
    if average is not None:
        with torch.no_grad():
            for parameter, mean in zip(network.parameters(), average, strict=True):
                parameter.copy_(mean)
    return network.to("cpu")


def _dice(seed: int, number: int) -> random.Random:
    return random.Random(f"{seed} {number}")  # noqa: S311


def _groups(network: ReaderNetwork, times: float) -> list[dict[str, object]]:
    """Parameters with their rates: the lower a layer, the less it is to forget."""
    groups: list[dict[str, object]] = []
    for name, parameter in network.named_parameters():
        if name.startswith("layers."):
            rate = RATE * LAYER_DECAY ** (LAYERS - 1 - int(name.split(".")[1]))
        elif name.startswith(("words.", "places.", "embedded_norm.")):
            rate = RATE * LAYER_DECAY**LAYERS
        else:
            rate = HEAD_RATE
        decay = WEIGHT_DECAY if parameter.ndim > 1 else 0.0
        groups.append({"params": [parameter], "lr": 0.0, "top": times * rate, "weight_decay": decay})
    return groups


def _set_rate(optimiser: torch.optim.Optimizer, done: float) -> None:
    share = min(1.0, done / WARM_UP + 1e-3) * max(LEAST_RATE, 1 - done)
    for group in optimiser.param_groups:
        group["lr"] = group["top"] * share


def _averaged(
    average: list[torch.Tensor] | None, network: ReaderNetwork, step: int, total: int
) -> list[torch.Tensor] | None:
    """The running average of the weights, begun half way.

    Source: averaging weights leads to wider optima, Izmailov and others (UAI 2018); here with exponential forgetting.
    """
    if step < AVERAGED_FROM * total:
        return None
    with torch.no_grad():
        now = [parameter.detach() for parameter in network.parameters()]
        if average is None:
            return [parameter.clone() for parameter in now]
        if step % AVERAGED_EVERY == 0:
            for mean, parameter in zip(average, now, strict=True):
                mean.lerp_(parameter, AVERAGED_SHARE)
    return average


def _resumed(
    network: ReaderNetwork, optimiser: torch.optim.Optimizer, checkpoint: Path
) -> tuple[list[torch.Tensor] | None, int, int]:
    """Averages, rounds and steps of a run that was cut off, its weights put back; nothing for a fresh one."""
    if not checkpoint.is_file():
        return None, 0, 0
    state = torch.load(checkpoint, weights_only=True)
    network.load_state_dict(state["network"])
    optimiser.load_state_dict(state["optimiser"])
    return state["average"], int(state["rounds"]), int(state["step"])
