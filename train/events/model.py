"""The typing model: an encoder over a sentence with a marked pair, and two heads over the marks' states."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import torch
from data import OWN, PLV, Pair
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoModel

MARKS = ("[unused0]", "[unused1]", "[unused2]", "[unused3]")
"""Wordpieces that open and close the source, open and close the target; both vocabularies have them."""
LONGEST = 160


class Encoded(NamedTuple):
    """Wordpieces of a marked sentence, and the places of the marks that open source and target."""

    ids: list[int]
    source: int
    target: int


class Reader:
    """Turns pairs into wordpieces; `base` is a folder with tokenizer.json."""

    def __init__(self, base: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._marks = [self._tokenizer.token_to_id(mark) for mark in MARKS]
        self._first, self._last = self._tokenizer.encode("").ids

    def __call__(self, pair: Pair) -> Encoded:
        """Cut the sentence at the marks and tokenise the parts; a side not named has the place of the first piece."""
        sides = ((pair.source, 0), (pair.target, 2))
        cuts = sorted(
            ((at, mark + end) for span, mark in sides if span for end, at in enumerate(span)),
            key=lambda c: (c[0], -(c[1] % 2)),
        )
        ids, at, places = [self._first], 0, {}
        for place, mark in cuts:
            ids += self._tokenizer.encode(pair.text[at:place], add_special_tokens=False).ids
            places[mark] = len(ids)
            ids.append(self._marks[mark])
            at = place
        ids += self._tokenizer.encode(pair.text[at:], add_special_tokens=False).ids
        ids = [*ids[: LONGEST - 1], self._last]
        source, target = (min(places.get(mark, 0), LONGEST - 1) for mark in (0, 2))
        return Encoded(ids, source, target)


class PairModel(nn.Module):
    """Type logits of marked pairs: by PLV's classes and by the project's own."""

    def __init__(self, base: str, **settings) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(base, add_pooling_layer=False, **settings)
        hidden = self.encoder.config.hidden_size
        self.dropout = nn.Dropout(0.1)
        self.dense = nn.Linear(3 * hidden, hidden)
        self.plv = nn.Linear(hidden, len(PLV))
        self.own = nn.Linear(hidden, len(OWN))

    def forward(
        self, ids: Tensor, source: Tensor, target: Tensor, mask: Tensor | None
    ) -> tuple[Tensor, Tensor]:
        """(batch, piece) ids and the marks' places in; (batch, class) logits of both heads out."""
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        row = torch.arange(len(ids))
        joined = torch.cat([states[:, 0], states[row, source], states[row, target]], dim=1)
        pooled = nn.functional.gelu(self.dense(self.dropout(joined)))
        pooled = self.dropout(pooled)
        return self.plv(pooled), self.own(pooled)


def collate(group: list[Encoded], padding: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Pad a batch: ids, places of source and target, mask."""
    width = max(len(one.ids) for one in group)
    ids = torch.full((len(group), width), padding)
    mask = torch.zeros_like(ids)
    for row, one in enumerate(group):
        ids[row, : len(one.ids)] = torch.tensor(one.ids)
        mask[row, : len(one.ids)] = 1
    return ids, torch.tensor([o.source for o in group]), torch.tensor([o.target for o in group]), mask
