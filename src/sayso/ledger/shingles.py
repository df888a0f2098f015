"""Shingles: runs of words, their MinHash, and the keys by which near-duplicate texts find one another."""

import re
from functools import cached_property

from sayso.ledger.blocks import hashed

SIZE = 5
"""Words in a shingle."""
PERMUTATIONS = 96
BAND = 3
"""Rows in a band: of texts with a Jaccard similarity of 0.3, half share one of the 32 bands; of 0.5, 99 in 100."""
SEED = 20
QUOTE = 6
"""A quotation of at least this many words is a key by itself."""
SENTENCES = 12
"""So many sentences of a text are keys: those with the smallest hashes, the same ones in every copy."""
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[^.!?\n]{40,}")


class Shingles:
    """The shingles of one text.

    >>> Shingles("one two three four five six").share(Shingles("one two three four five"))
    (0.5, 1.0)
    """

    def __init__(self, text: str) -> None:
        self._words = _WORD.findall(text.casefold())

    @cached_property
    def all(self) -> frozenset[str]:
        """Every run of five words; a shorter text is one shingle."""
        return self._cut()

    def _cut(self) -> frozenset[str]:
        last = max(len(self._words) - SIZE + 1, 1)
        return frozenset(" ".join(self._words[at : at + SIZE]) for at in range(last)) - {""}

    def share(self, other: "Shingles") -> tuple[float, float]:
        """Jaccard similarity, and containment: the share of the smaller text's shingles that the larger has."""
        both = len(self.all & other.all)
        union = len(self.all) + len(other.all) - both
        return (both / union, both / min(len(self.all), len(other.all))) if both else (0.0, 0.0)

    def bands(self) -> list[int]:
        """The keys of the MinHash's bands (Broder 1997; LSH banding after Leskovec et al., chapter 3).

        The shingles are not kept for it: most texts are compared with no other.
        """
        from rensa import RMinHash

        cut = self._cut()
        if not cut:
            return []
        minhash = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
        minhash.update(sorted(cut))
        digest = minhash.digest()
        return [hashed(f"m{at}:{digest[at : at + BAND]}") for at in range(0, PERMUTATIONS, BAND)]


def normal(quote: str) -> str:
    """A quotation as it is compared: words in lower case, no marks."""
    return " ".join(_WORD.findall(quote.casefold()))


def quote_keys(quotes: list[str]) -> list[int]:
    """Keys of the quotations that are long enough to be nobody's by chance."""
    return [hashed(f"q{quote}") for quote in map(normal, quotes) if quote.count(" ") + 1 >= QUOTE]


def sentence_keys(text: str) -> list[int]:
    """Keys of a text's longer sentences, by which a text finds another that took only a part of it."""
    sentences = map(normal, _SENTENCE.findall(text))
    return sorted({hashed(f"s{one}") for one in sentences if one.count(" ") >= 8})[:SENTENCES]
