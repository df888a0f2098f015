"""Train the attribution encoder on PolNeAR train; keep a checkpoint an epoch.

    python train/attribution/fit.py --base FOLDER --out FOLDER [--epochs 6] [--seed 1]

`SAYSO_DATA` names the data folder; `--base` holds all-MiniLM-L6-v2 in the transformers layout.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import time
from pathlib import Path

import graded
import marked
import torch
from data import IGNORE, PADDING, Window, batches, blended, read_articles, read_taught
from model import AttributionModel
from tokenizers import Tokenizer
from torch.nn import functional

from sayso.encode.decode import LEVELS, TAGS

LINK_WEIGHT = 0.3
STANCE_WEIGHT = 0.3
CLASS_WEIGHT = 0.5
GRADED_BATCH = 24


def collate(group: list[Window]) -> dict[str, torch.Tensor]:
    """Pad a group of windows; `rows` and `targets` are the cue rows of the link table and their roles."""
    width = max(len(w.ids) for w in group)
    ids = torch.full((len(group), width), PADDING)
    kinds, tags = torch.zeros_like(ids), torch.zeros(len(group), width, group[0].tags.shape[1])
    further = torch.full((len(group), width, group[0].further.shape[1]), IGNORE)
    rows, targets = [], []
    for i, window in enumerate(group):
        n = len(window.ids)
        ids[i, :n] = torch.from_numpy(window.ids)
        kinds[i, :n] = torch.from_numpy(window.kinds)
        tags[i, :n] = torch.from_numpy(window.tags)
        further[i, :n] = torch.from_numpy(window.further)
        rows += [(i, cue) for cue in window.cues]
        table = torch.zeros(len(window.cues), width, 3)
        table[:, :n] = torch.from_numpy(window.links)
        targets.append(table)
    return {
        "ids": ids,
        "kinds": kinds,
        "mask": (ids != PADDING).long(),
        "tags": tags,
        "further": further,
        "taught": torch.tensor([window.taught for window in group]),
        "rows": torch.tensor(rows, dtype=torch.long).reshape(-1, 2),
        "targets": torch.cat(targets),
    }


def losses(
    model: AttributionModel,
    batch: dict[str, torch.Tensor],
    heat: float,
    pattern: AttributionModel | None = None,
) -> tuple[torch.Tensor, ...]:
    """Cross-entropy of the tags, of the cues' links (none, source, content), of the syntax; distance of a pattern.

    A teacher's chances and the model's own are compared at the temperature `heat`.
    """
    shown = batch["ids"], batch["kinds"], batch["mask"]
    with torch.autocast("cpu", torch.bfloat16):
        states = model.layers(*shown)
        tags, links = model.answers(states[-1])
        labels, heads = model.parse(states[2 * (len(states) - 1) // 3])
    heats = torch.where(batch["taught"], heat, 1.0)[:, None, None]
    tag_loss = _heated(tags.float(), batch["tags"], heats) / batch["tags"].sum().clamp(min=1)
    link_loss = _link_loss(links, batch, heats)
    syntax_loss = _mean(labels, batch["further"][:, :, 0]) + _mean(heads, batch["further"][:, :, 1])
    apart = _apart(states, pattern, shown) if pattern else torch.zeros(())
    return tag_loss, link_loss, syntax_loss, apart


def _apart(states: tuple[torch.Tensor, ...], pattern: AttributionModel, shown: tuple) -> torch.Tensor:
    """How far the states of all layers are from those of a network of the same shape (Jiao et al. 2020, "TinyBERT").

    The mean square in standard deviations of each channel of the pattern.
    """
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        aims = pattern.layers(*shown)
    real = shown[2].bool()
    pairs = [(ours[real].float(), theirs[real].float()) for ours, theirs in zip(states, aims, strict=True)]
    return sum(((ours - theirs) / (theirs.std(0) + 1e-3)).square().mean() for ours, theirs in pairs) / len(
        pairs
    )


def _link_loss(links: torch.Tensor, batch: dict[str, torch.Tensor], heats: torch.Tensor) -> torch.Tensor:
    rows, targets = batch["rows"], batch["targets"]
    picked = links.float()[rows[:, 0], :, rows[:, 1]].transpose(1, 2)  # row, piece, role
    picked = torch.cat([torch.zeros_like(picked[:, :, :1]), picked], dim=2)
    return _heated(picked, targets, heats[rows[:, 0]]) / targets[:, :, 1:].sum().clamp(min=1)


def marked_loss(model: AttributionModel, batch: dict[str, torch.Tensor]) -> torch.Tensor:
    """The loss of the tags of each level, the links, stances and classes, on passages with every statement marked."""
    with torch.autocast("cpu", torch.bfloat16):
        states = model.states(batch["ids"], batch["kinds"], batch["mask"])
        levels, links = model.level_tags(states), model.links(states)
    ones = torch.ones_like(batch["taught"], dtype=torch.float32)[:, None, None]
    gold = batch["tags"].unflatten(2, (-1, len(TAGS)))
    tag_loss = _heated(levels.float(), gold, ones[..., None]) / gold.sum().clamp(min=1)
    loss = LEVELS * tag_loss + LINK_WEIGHT * _link_loss(links, batch, ones)
    loss = loss + STANCE_WEIGHT * _mean(model.stances(states.float()), batch["further"][:, :, 2])
    return loss + CLASS_WEIGHT * _mean(
        model.classes(model.dropout(states.float())), batch["further"][:, :, 3]
    )


def _heated(scores: torch.Tensor, chances: torch.Tensor, heats: torch.Tensor) -> torch.Tensor:
    """The cross-entropy of all, both sides softened by `heats` and weighted with their squares (Hinton 2015)."""
    known = chances.sum(-1, keepdim=True)
    soft = chances ** (1 / heats)
    soft = soft * known / soft.sum(-1, keepdim=True).clamp(min=1e-9)
    return -(soft * (scores / heats).log_softmax(-1) * heats**2).sum()


def _mean(scores: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    total = functional.cross_entropy(
        scores.float().flatten(0, 1), targets.flatten(), ignore_index=IGNORE, reduction="sum"
    )
    return total / (targets != IGNORE).sum().clamp(min=1)


def freeze(model: AttributionModel, layers: int) -> None:
    """Keep the weights of the lowest `layers` and of the embeddings below them."""
    parts = (model.encoder.embeddings, *model.encoder.encoder.layer[:layers]) if layers else ()
    for part in parts:
        for parameter in part.parameters():
            parameter.requires_grad = False


def optimiser(model: AttributionModel, rate: float, heads: float) -> torch.optim.AdamW:
    """AdamW with `heads` times the rate on the new heads, no decay on biases and norms."""
    groups = []
    for new in (False, True):
        for plain in (False, True):
            parameters = [
                p
                for n, p in model.named_parameters()
                if p.requires_grad
                and (not n.startswith("encoder.") or "token_type" in n) == new
                and (n.endswith("bias") or "LayerNorm" in n or n == "distance") == plain
            ]
            groups.append(
                {
                    "params": parameters,
                    "lr": rate * (heads if new else 1),
                    "weight_decay": 0.0 if plain else 0.01,
                }
            )
    return torch.optim.AdamW(groups, fused=True)


def fit(args: argparse.Namespace) -> None:
    """Run the whole training; the log goes to standard output."""
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    tokenizer = Tokenizer.from_file(str((args.pieces or args.base) / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    articles = read_articles(
        Path(os.environ["SAYSO_DATA"]) / "polnear" / "train.jsonl", tokenizer, args.syntax
    )
    taught = [each for file in args.taught for each in read_taught(file, tokenizer, args.syntax)]
    articles = blended(articles, taught)
    if args.limit:
        articles = articles[: args.limit]
    settings = {
        "attn_implementation": "eager",
        "attention_probs_dropout_prob": 0.0,
        "hidden_dropout_prob": args.dropout,
    }
    model = AttributionModel(str(args.base), args.layers, **settings)
    if args.start:
        model.load(torch.load(args.start))
    pattern = None
    if args.pattern:
        pattern = AttributionModel(str(args.base), args.layers, **settings).eval()
        pattern.load(torch.load(args.pattern))
    model.train()
    freeze(model, args.frozen)
    opt = optimiser(model, args.rate, args.heads)
    sentences = graded.read(Path(os.environ["SAYSO_DATA"]), args.graded, tokenizer) if args.graded else []
    told = graded.batches(sentences, GRADED_BATCH, rng)
    passages = [p for folder in args.marked for p in marked.read(folder, Path(os.environ["SAYSO_DATA"]))]
    shown = marked.endless([p for p in passages if not p.is_dev], tokenizer, args.marked_batch, rng)
    epochs = [batches(articles, args.window, args.batch, rng) for _ in range(args.epochs)]
    steps = sum(len(e) for e in epochs)
    warm = max(1, int(0.06 * steps))
    rates = [group["lr"] for group in opt.param_groups]
    step, seen, began = 0, 0, time.time()
    names = (
        "tags",
        "links",
        "syntax",
        "apart",
        *["graded"] * bool(sentences),
        *["marked"] * bool(passages),
    )
    mean = [0.0] * len(names)
    args.out.mkdir(parents=True, exist_ok=True)
    for epoch, groups in enumerate(epochs, 1):
        for group in groups:
            done = max(step / steps, (time.time() - began) / 60 / args.minutes)
            if done >= 1:
                break
            for setting, rate in zip(opt.param_groups, rates, strict=True):
                setting["lr"] = rate * min((step + 1) / warm, 1 if args.flat else 1 - done)
            batch = collate(group)
            copied = args.pattern_weight * max(0, 1 - 2 * done)
            parts = losses(model, batch, args.heat, pattern if copied else None)
            weights = (1.0, LINK_WEIGHT, args.syntax_weight * (1 - done), copied)
            sum(w * part for w, part in zip(weights, parts, strict=True)).backward()
            if sentences:
                parts = (*parts, graded.loss(model, next(told), rng))
                (args.graded_weight * parts[-1]).backward()
            if passages:
                parts = (*parts, marked_loss(model, collate(next(shown))))
                (args.marked_weight * parts[-1]).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            opt.step()
            opt.zero_grad()
            step += 1
            seen += int(batch["mask"].sum())
            mean = [0.98 * m + 0.02 * x.item() for m, x in zip(mean, parts, strict=True)]
            if step % 20 == 0:
                spent = time.time() - began
                print(
                    json.dumps(
                        {
                            "step": step,
                            "of": steps,
                            **{name: round(m, 4) for name, m in zip(names, mean, strict=True)},
                            "pieces_per_second": round(seen / spent),
                            "minutes": round(spent / 60, 1),
                        }
                    ),
                    flush=True,
                )
        torch.save(model.state_dict(), args.out / f"epoch{epoch}.pt")


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--pieces", type=Path, help="the folder of the tokenizer, where --base is a teacher's"
    )
    parser.add_argument("--layers", type=int, nargs="*", default=[], help="the layers of --base to keep")
    parser.add_argument("--syntax", type=Path, help="what syntax.py wrote")
    parser.add_argument("--taught", type=Path, nargs="*", default=[], help="what teach.py wrote")
    parser.add_argument("--heat", type=float, default=1.0, help="temperature of what is taught")
    parser.add_argument("--syntax-weight", type=float, default=0.3)
    parser.add_argument("--graded", type=Path, help="train/factuality/own.tsv, to learn factuality too")
    parser.add_argument("--graded-weight", type=float, default=0.5)
    parser.add_argument(
        "--marked",
        type=Path,
        nargs="*",
        default=[],
        help="train/attribution/own and tests/gold/chains, to learn statements inside others too",
    )
    parser.add_argument("--marked-batch", type=int, default=4, help="windows of such passages a step")
    parser.add_argument("--marked-weight", type=float, default=1.0)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument(
        "--minutes", type=float, default=120, help="the rate falls to 0 by then at the latest"
    )
    parser.add_argument(
        "--flat", action="store_true", help="keep the rate as it is: training goes on from there"
    )
    parser.add_argument("--start", type=Path, help="checkpoint to go on from")
    parser.add_argument("--rate", type=float, default=4e-4)
    parser.add_argument("--window", type=int, default=256)
    parser.add_argument("--batch", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--heads", type=float, default=3, help="the new heads' rate, in rates of the rest")
    parser.add_argument("--dropout", type=float, default=0.1, help="of the encoder's states")
    parser.add_argument(
        "--pattern", type=Path, help="checkpoint of the same shape, whose layers are copied in the first half"
    )
    parser.add_argument("--pattern-weight", type=float, default=1.0)
    parser.add_argument("--frozen", type=int, default=0, help="lower layers that keep their weights")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--limit", type=int, default=0, help="train on the first articles only")
    fit(parser.parse_args())


if __name__ == "__main__":
    main()
