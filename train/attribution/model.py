"""The attribution encoder: a transformer with kind embeddings, a tag head and a biaffine link head."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from sayso.encode import network
from sayso.encode.decode import LEVELS, TAGS
from sayso.encode.words import KINDS
from sayso.records.vocabulary import SourceClass, Stance

LINK_ROLES = 2  # source, content
WIDTH = 128
HEAD = 32  # width of an attention head of MiniLM
DEPENDENCIES = 45  # labels of spaCy's English parser
MPNET = {0: 1, 101: 0, 102: 2, 103: 30526}


class AttributionModel(nn.Module):
    """Wordpieces and kinds in; tag scores a piece, and link scores cue piece x role x piece, out.

    `base` is a folder with BERT (what ships) or MPNet (its teacher); `layers` names the layers to keep. The ids are
    BERT's for both: MPNet has the same pieces under other numbers.
    """

    def __init__(self, base: str, layers: Sequence[int] = (), **settings) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(base, add_pooling_layer=False, **settings)
        if layers:
            self.keep(layers)
        hidden = self.encoder.config.hidden_size
        self.kinds = None
        if self.encoder.config.model_type == "bert":
            embeddings = self.encoder.embeddings
            old = embeddings.token_type_embeddings.weight.data[0]
            embeddings.token_type_embeddings = nn.Embedding(KINDS, hidden)
            embeddings.token_type_embeddings.weight.data[:] = old
        else:
            self.kinds = nn.Embedding(KINDS, hidden)
            self.kinds.weight.data[:] = 0
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(hidden, len(TAGS))
        self.levels = nn.Linear(hidden, LEVELS * len(TAGS))
        self.stances = nn.Linear(hidden, len(Stance))
        self.classes = nn.Linear(hidden, len(SourceClass))
        self.cue = nn.Linear(hidden, LINK_ROLES * WIDTH)
        self.argument = nn.Linear(hidden, LINK_ROLES * WIDTH)
        self.dependency = nn.Linear(hidden, DEPENDENCIES)
        self.child, self.head = nn.Linear(hidden, WIDTH), nn.Linear(hidden, WIDTH)
        self.grade, self.graded = nn.Linear(hidden, WIDTH), nn.Linear(WIDTH, 1)
        self.distance = nn.Parameter(torch.zeros(LINK_ROLES, 2 * network.BUCKETS))

    def forward(self, ids: Tensor, kinds: Tensor, mask: Tensor | None) -> tuple[Tensor, Tensor]:
        """Return (batch, piece, tag) and (batch, role, cue piece, piece) logits."""
        return self.answers(self.states(ids, kinds, mask))

    def states(self, ids: Tensor, kinds: Tensor, mask: Tensor | None) -> Tensor:
        """The last layer's (batch, piece, hidden) states."""
        return self._read(ids, kinds, mask).last_hidden_state

    def keep(self, layers: Sequence[int]) -> None:
        """Keep only the layers of these numbers, in this order."""
        every = self.encoder.encoder.layer
        self.encoder.encoder.layer = nn.ModuleList([every[number] for number in layers])
        self.encoder.config.num_hidden_layers = len(layers)

    def load(self, weights: dict[str, Tensor]) -> None:
        """Take a checkpoint's weights; layers that prune.py has narrowed get its widths."""
        for number, layer in enumerate(self.encoder.encoder.layer):
            name = f"encoder.encoder.layer.{number}."
            queries = weights.get(f"{name}attention.self.query.weight")
            if queries is not None:
                _narrow(layer, len(queries), len(weights[f"{name}intermediate.dense.weight"]))
        self.load_state_dict(weights, strict=False)

    def _read(self, ids: Tensor, kinds: Tensor, mask: Tensor | None, **more):
        if self.kinds is None:
            return self.encoder(input_ids=ids, token_type_ids=kinds, attention_mask=mask, **more)
        words = self.encoder.embeddings.word_embeddings(as_mpnet(ids)) + self.kinds(kinds)
        return self.encoder(inputs_embeds=words, attention_mask=mask, **more)

    def vectors(self, states: Tensor) -> tuple[Tensor, ...]:
        """(batch, piece, role, width) vectors of cues and of their arguments."""
        states = self.dropout(states)
        return tuple(head(states).unflatten(2, (LINK_ROLES, WIDTH)) for head in (self.cue, self.argument))

    def level_tags(self, states: Tensor) -> Tensor:
        """(batch, piece, level, tag) logits of statements and of those inside them."""
        return self.levels(self.dropout(states)).unflatten(2, (LEVELS, len(TAGS)))

    def links(self, states: Tensor) -> Tensor:
        """(batch, role, cue piece, piece) logits."""
        cues, arguments = self.vectors(states)
        links = cues.transpose(1, 2) @ arguments.permute(0, 2, 3, 1) / math.sqrt(WIDTH)
        return links + self.distance[:, buckets(states.shape[1], states.device)]

    def told(self, states: Tensor) -> Tensor:
        """How factually each state's word is told if it is an event: about -3 to 3."""
        return self.graded(functional.gelu(self.grade(self.dropout(states)))).squeeze(-1)

    def layers(self, ids: Tensor, kinds: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """The (batch, piece, hidden) states below the first layer and after each."""
        return self._read(ids, kinds, mask, output_hidden_states=True).hidden_states

    def parse(self, states: Tensor) -> tuple[Tensor, Tensor]:
        """Dependency label and head logits from a middle layer's states: further tasks."""
        middle = self.dropout(states)
        return self.dependency(middle), self.child(middle) @ self.head(middle).transpose(1, 2) / math.sqrt(
            WIDTH
        )

    def answers(self, states: Tensor) -> tuple[Tensor, Tensor]:
        """What forward returns, from the last layer's states."""
        return self.tags(self.dropout(states)), self.links(states)


def _narrow(layer: nn.Module, heads: int, neurons: int) -> None:
    """Give a layer of BERT so wide an attention (a multiple of HEAD) and so many feed-forward neurons."""
    attention, hidden = layer.attention, layer.output.dense.out_features
    attention.self.num_attention_heads, attention.self.all_head_size = heads // HEAD, heads
    for part in ("query", "key", "value"):
        setattr(attention.self, part, nn.Linear(hidden, heads))
    attention.output.dense = nn.Linear(heads, hidden)
    layer.intermediate.dense, layer.output.dense = nn.Linear(hidden, neurons), nn.Linear(neurons, hidden)


def as_mpnet(ids: Tensor) -> Tensor:
    """BERT's piece numbers as MPNet's: the same list from 4 on, with its own padding, ends and mask."""
    moved = ids + 4
    for bert, mpnet in MPNET.items():
        moved = moved.masked_fill(ids == bert, mpnet)
    return moved


def buckets(length: int, device: torch.device) -> Tensor:
    """Numbers of the distances from each place (row) to each (column), as `sayso.encode.network`'s."""
    place = np.arange(length)
    return torch.from_numpy(network.buckets(place[None, :] - place[:, None])).to(device)
