"""Fine-tune a typing model on pairs with hard labels, soft labels, or both."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from data import OWN, PLV, Pair
from model import Encoded, PairModel, Reader, collate
from torch import Tensor
from torch.nn import functional

IGNORE = -100
HEADS = 1
"""The seed of the new heads' first weights."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How to train: passes over the data, peak rate, batch size, seed, weights of the losses.

    The new heads begin alike whatever the seed, which is that of the order and the dropout: so may the weights of
    several runs be averaged.
    `frozen` lower layers, and the embeddings below them, keep their weights.
    """

    epochs: int
    rate: float
    batch: int = 16
    seed: int = 1
    own_weight: float = 1.0
    head_rate: float = 5.0
    smoothing: float = 0.05
    frozen: int = 0
    heat: float = 1.0


@dataclass(frozen=True, slots=True)
class Soft:
    """A teacher's logits of pairs, both heads: arrays (pair, class); a row of NaN where it was not asked."""

    plv: np.ndarray
    own: np.ndarray


def fit(
    base: Path, pairs: list[Pair], settings: Settings, soft: Soft | None = None, start: dict | None = None
) -> tuple[PairModel, Reader]:
    """Train on `pairs`; where `soft` is given it has a row a pair, and hard labels are added where known."""
    torch.manual_seed(HEADS)
    rng = random.Random(settings.seed)
    reader, model = Reader(base), PairModel(str(base))
    torch.manual_seed(settings.seed)
    if start:
        model.load_state_dict(start)
    if settings.frozen:
        for part in (model.encoder.embeddings, *model.encoder.encoder.layer[: settings.frozen]):
            part.requires_grad_(False)
    encoded = [reader(pair) for pair in pairs]
    model.train()
    head = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    body = [p for n, p in model.named_parameters() if n.startswith("encoder.") and p.requires_grad]
    groups = [
        {"params": body, "lr": settings.rate},
        {"params": head, "lr": settings.rate * settings.head_rate},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    rates = [group["lr"] for group in optimiser.param_groups]
    padding = model.encoder.config.pad_token_id
    plan = [b for _ in range(settings.epochs) for b in batches(encoded, settings.batch, rng)]
    began, mean = time.time(), 0.0
    for step, rows in enumerate(plan):
        factor = min((step + 1) / (0.1 * len(plan)), 1 - step / len(plan))
        for group, rate in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = rate * factor
        with torch.autocast("cpu", torch.bfloat16):
            answers = model(*collate([encoded[i] for i in rows], padding))
        loss = _loss(answers, [pairs[i] for i in rows], soft, rows, settings)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        mean = 0.98 * mean + 0.02 * loss.item()
        if step % 100 == 99:
            print(
                f"  step {step + 1} of {len(plan)}, loss {mean:.3f}, {time.time() - began:.0f} s", flush=True
            )
    return model.eval(), reader


def batches(encoded: list[Encoded], size: int, rng: random.Random) -> list[list[int]]:
    """Batches of pairs of like length, in random order."""
    order = sorted(range(len(encoded)), key=lambda i: len(encoded[i].ids) + rng.random() * 6)
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    rng.shuffle(groups)
    return groups


def _loss(
    answers: tuple[Tensor, Tensor], pairs: list[Pair], soft: Soft | None, rows: list[int], settings: Settings
) -> Tensor:
    total = torch.zeros(())
    heads = (("plv", answers[0].float(), PLV), ("own", answers[1].float(), OWN))
    for name, logits, classes in heads:
        weight = settings.own_weight if name == "own" else 1.0
        hard = torch.tensor([classes.index(label) if (label := getattr(p, name)) else IGNORE for p in pairs])
        if (hard != IGNORE).any():
            share = (hard != IGNORE).float().mean()
            total = total + weight * share * functional.cross_entropy(
                logits, hard, ignore_index=IGNORE, label_smoothing=settings.smoothing
            )
        if soft is not None:
            wanted = torch.from_numpy(getattr(soft, name)[rows])
            asked = ~wanted[:, 0].isnan()
            if asked.any():
                heat = settings.heat
                taught = functional.cross_entropy(logits[asked] / heat, (wanted[asked] / heat).softmax(1))
                total = total + weight * heat**2 * asked.float().mean() * taught
    return total


@torch.inference_mode()
def answers(model: PairModel, reader: Reader, pairs: list[Pair], size: int = 64) -> Soft:
    """The model's logits of `pairs`, in their order."""
    encoded = [reader(pair) for pair in pairs]
    plv = np.zeros((len(pairs), len(PLV)), dtype=np.float32)
    own = np.zeros((len(pairs), len(OWN)), dtype=np.float32)
    for rows in _in_length(encoded, size):
        with torch.autocast("cpu", torch.bfloat16):
            a, b = model(*collate([encoded[i] for i in rows], model.encoder.config.pad_token_id))
        plv[rows], own[rows] = a.float().numpy(), b.float().numpy()
    return Soft(plv, own)


def _in_length(encoded: list[Encoded], size: int) -> Iterator[list[int]]:
    order = sorted(range(len(encoded)), key=lambda i: len(encoded[i].ids))
    for at in range(0, len(order), size):
        yield order[at : at + size]
