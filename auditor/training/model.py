"""The sentence-embedding model: `python -m auditor.training model FOLDER OUT`.

Reads `FOLDER/train/*.tsv.gz` and `FOLDER/lexicon/*.tsv.gz`, never `FOLDER/dev`, and writes a folder that
sentence-transformers loads. The same data, options and number of threads give the same bytes.
"""

from __future__ import annotations

import argparse
import logging
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from auditor.training.bags import Bags, PairedBags
from auditor.training.contrastive import Recipe, train
from auditor.training.corpora import LANGUAGE_PAIRS, LANGUAGES, Example, examples, fold
from auditor.training.folder import save_model
from auditor.training.pivots import Pair, with_pivots
from auditor.training.tokenizer import FIGURES, train_tokenizer

logger = logging.getLogger(__name__)

ENTRIES = 0.4
"""How often an entry of a dictionary is shown, as a share of what `corpora.toml` says: they are many, and not press."""
VOCABULARY = 20_000
"""Tokens at most; 32,000 gave a point or two less after a short training, and load more slowly."""
SAMPLE = 8_000_000
"""Characters of each language from which the vocabulary is learned: a fair share for Arabic, which is written shorter."""
FIGURE_SHARE = 0.7
"""Of the learned weight, for each figure: 2025 weighs about as much as a word, 18 525 200 as two. It costs 0.1 to 0.2 points
of retrieval; without it, two numbers with the same figures bring unlike sentences together."""
TOGETHER = 50_000
"""Texts tokenised at once."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The distinct passages of one language; rows that differ in punctuation or case only are one passage."""

    texts: list[str]
    places: dict[str, int]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Texts:
        first: dict[str, str] = {}
        for text in texts:
            first.setdefault(fold(text), text)
        return cls(list(first.values()), {folded: place for place, folded in enumerate(first)})

    def find(self, texts: Iterable[str]) -> NDArray[np.int64]:
        return np.array([self.places[fold(text)] for text in texts], np.int64)


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of `main`, with the values that made the shipped model."""
    recipe = Recipe()
    parser.add_argument("--vocabulary", type=int, default=VOCABULARY, help="tokens (default: %(default)s)")
    parser.add_argument("--dimensions", type=int, default=recipe.dimensions, help="default: %(default)s")
    parser.add_argument("--steps", type=int, default=recipe.steps, help="batches (default: %(default)s)")
    parser.add_argument(
        "--batch", type=int, default=recipe.batch, help="pairs a batch (default: %(default)s)"
    )
    parser.add_argument("--threads", type=int, default=recipe.threads, help="default: %(default)s")
    parser.add_argument("--seed", type=int, default=recipe.seed, help="default: %(default)s")


def main(folder: Path, out: Path, *, vocabulary: int = VOCABULARY, **options: int) -> None:
    """Train on `folder` and write the model to `out`.

    `options` are fields of `Recipe`.

    Raises:
        AuditorError: a file of the training data is missing.
    """
    recipe = Recipe(**options)
    pairs = with_pivots({pair: examples(folder, *pair) for pair in LANGUAGE_PAIRS})
    for pair, found in pairs.items():
        logger.info("%s-%s: %d examples", *pair, len(found))
    tokenizer = train_tokenizer(sample(pairs, recipe.seed), vocabulary)
    logger.info("vocabulary: %d tokens", tokenizer.get_vocab_size())
    corpora = paired_bags(pairs, tokenizer)
    rows = train(corpora, frequencies(corpora, tokenizer.get_vocab_size()), recipe)
    shares = np.ones(len(rows), np.float32)
    shares[tokenizer.encode(FIGURES, add_special_tokens=False).ids] = FIGURE_SHARE
    save_model(out, tokenizer, rows, shares)


def sides(pairs: dict[Pair, list[Example]], language: str) -> Iterable[tuple[str, float]]:
    """Every passage of a language with the times that its pair is shown."""
    for pair, found in pairs.items():
        if language in pair:
            for example in found:
                times = example.times * (ENTRIES if example.is_entry else 1)
                yield (example.left if language == pair[0] else example.right), times


def sample(pairs: dict[Pair, list[Example]], seed: int) -> list[str]:
    """As many characters of each language, each passage as often as its register is worth."""
    draw = random.Random(seed)  # noqa: S311, a sample, not a secret
    drawn: list[str] = []
    for language in LANGUAGES:
        times: dict[str, float] = {}
        for text, worth in sides(pairs, language):
            times[text] = max(times.get(text, 0.0), worth)
        room = SAMPLE
        for text in draw.sample(sorted(times), len(times)):
            repeated = int(times[text] + draw.random())
            drawn += [text] * repeated
            room -= len(text) * repeated
            if room <= 0:
                break
    return drawn


def paired_bags(pairs: dict[Pair, list[Example]], tokenizer: Tokenizer) -> list[PairedBags]:
    """Every distinct passage tokenised once; the examples point at them."""
    texts = {language: Texts.of(text for text, _ in sides(pairs, language)) for language in LANGUAGES}
    bags = {language: Bags.of(tokenised(tokenizer, texts[language].texts)) for language in LANGUAGES}
    return [
        PairedBags(
            bags[left],
            bags[right],
            texts[left].find(example.left for example in found),
            texts[right].find(example.right for example in found),
            np.array([example.times * (ENTRIES if example.is_entry else 1) for example in found]),
        )
        for (left, right), found in pairs.items()
    ]


def tokenised(tokenizer: Tokenizer, texts: Sequence[str]) -> list[list[int]]:
    return [
        [token for token in encoding.ids if token]
        for first in range(0, len(texts), TOGETHER)
        for encoding in tokenizer.encode_batch_fast(texts[first : first + TOGETHER], add_special_tokens=False)
    ]


def frequencies(corpora: Sequence[PairedBags], tokens: int) -> NDArray[np.float64]:
    """The share of each token in all that is shown, never 0."""
    counts = np.ones(tokens)
    for pairs in corpora:
        for bags, places in ((pairs.left, pairs.left_places), (pairs.right, pairs.right_places)):
            shown = np.bincount(places, pairs.times, len(bags.starts) - 1)
            counts += np.bincount(bags.ids, np.repeat(shown, np.diff(bags.starts)), tokens)
    shares: NDArray[np.float64] = counts / counts.sum()
    return shares
