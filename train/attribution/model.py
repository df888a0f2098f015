"""The attribution encoder: MiniLM with kind embeddings, a tag head and a biaffine link head."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from transformers import AutoModel

from sayso.attribute.encoder_decode import TAGS
from sayso.attribute.encoder_words import KINDS

LINK_ROLES = 2  # source, content
WIDTH = 128
DEPENDENCIES = 45  # labels of spaCy's English parser
SYNTAX_LAYER = 4
BUCKETS = 20  # distances: 0..11 exact, then on a log scale


class AttributionModel(nn.Module):
    """Wordpieces and kinds in; tag scores a piece, and link scores cue piece x role x piece, out."""

    def __init__(self, base: str, **settings) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(base, add_pooling_layer=False, **settings)
        hidden = self.encoder.config.hidden_size
        embeddings = self.encoder.embeddings
        old = embeddings.token_type_embeddings.weight.data[0]
        embeddings.token_type_embeddings = nn.Embedding(KINDS, hidden)
        embeddings.token_type_embeddings.weight.data[:] = old
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(hidden, len(TAGS))
        self.cue = nn.Linear(hidden, LINK_ROLES * WIDTH)
        self.argument = nn.Linear(hidden, LINK_ROLES * WIDTH)
        self.dependency = nn.Linear(hidden, DEPENDENCIES)
        self.child, self.head = nn.Linear(hidden, WIDTH), nn.Linear(hidden, WIDTH)
        self.distance = nn.Parameter(torch.zeros(LINK_ROLES, 2 * BUCKETS))

    def forward(self, ids: Tensor, kinds: Tensor, mask: Tensor | None) -> tuple[Tensor, Tensor]:
        """Return (batch, piece, tag) and (batch, role, cue piece, piece) logits."""
        answer = self.encoder(input_ids=ids, token_type_ids=kinds, attention_mask=mask)
        return self._answers(answer.last_hidden_state)

    def _answers(self, states: Tensor) -> tuple[Tensor, Tensor]:
        states = self.dropout(states)
        rows, columns = self._heads(self.cue(states)), self._heads(self.argument(states))
        links = rows @ columns.transpose(2, 3) / math.sqrt(WIDTH)
        links = links + self.distance[:, buckets(states.shape[1], states.device)]
        return self.tags(states), links

    def parse(self, ids: Tensor, kinds: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """As forward, with dependency label and head logits from a middle layer: the second task of training."""
        answer = self.encoder(
            input_ids=ids, token_type_ids=kinds, attention_mask=mask, output_hidden_states=True
        )
        middle = self.dropout(answer.hidden_states[SYNTAX_LAYER])
        heads = self.child(middle) @ self.head(middle).transpose(1, 2) / math.sqrt(WIDTH)
        return *self._answers(answer.last_hidden_state), self.dependency(middle), heads

    def _heads(self, states: Tensor) -> Tensor:
        return states.unflatten(2, (LINK_ROLES, WIDTH)).transpose(1, 2)


def buckets(length: int, device: torch.device) -> Tensor:
    """Numbers of the signed, log-scaled distances between all pairs of `length` places."""
    place = torch.arange(length, device=device)
    far = place[None, :] - place[:, None]
    size = far.abs()
    scaled = 12 + (torch.log2(size.clamp(min=12) / 12) * 2).long()
    return torch.where(size < 12, size, scaled).clamp(max=BUCKETS - 1) + BUCKETS * (far > 0)
