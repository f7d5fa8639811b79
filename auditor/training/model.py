"""The sentence-embedding model: `python -m auditor.training model FOLDER OUT`.

Reads `FOLDER/train/*.tsv.gz` and `FOLDER/lexicon/*.tsv.gz`, never `FOLDER/dev`, and writes a folder that
sentence-transformers loads. The same data, options and number of threads give the same bytes.

Two trainings, one after the other: of pieces of words, which learn from few examples; then frequent words get rows of their
own, which start as the sums of their pieces, and all rows go on learning. `--start` takes the pieces from a model's folder.
"""

from __future__ import annotations

import argparse
import logging
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from auditor.training.bags import Bags, PairedBags
from auditor.training.contrastive import Learner, Recipe, train
from auditor.training.corpora import LANGUAGE_PAIRS, LANGUAGES, Example, examples, fold
from auditor.training.folder import read_model, save_model
from auditor.training.pivots import Pair, with_pivots
from auditor.training.tokenizer import FIGURES, train_tokenizer
from auditor.training.words import frequent_words, with_words

logger = logging.getLogger(__name__)

ENTRIES = 0.4
"""How often an entry of a dictionary is shown, as a share of what `corpora.toml` says: they are many, and not press."""
VOCABULARY = 20_000
"""Pieces at most; 32,000 gave a point or two less after a short training."""
WORDS = 10_000
"""Words beside them."""
WORD_STEPS, WORD_RATE, WORD_HARD = 2500, 0.01, 0.5
"""Batches of the second training, the height of its learning rate, and the share of batches that are hard to tell apart."""
SAMPLE = 8_000_000
"""Characters of each language from which the vocabulary is learned: a fair share for Arabic, which is written shorter."""
FIGURE_SHARE = 0.7
"""Of the learned weight, for each figure: 2025 weighs about as much as a word, 18 525 200 as two. It costs 0.1 to 0.2 points
of retrieval; without it, two numbers with the same figures bring unlike sentences together."""
START_SHARE = 1 / 3
"""Of the rows that the second training starts from, in the mean that is kept; from 1/4 to 1/2 the figures are the same within
the noise, and better than those of either (Wortsman et al. 2022)."""
SENTENCE = 12
"""Tokens of an example that the second training shows as often as `corpora.toml` says, others by the square of the proportion."""
LEAST, MOST = 0.25, 1.5
"""The bounds of that proportion."""
TOGETHER = 50_000
"""Texts tokenised at once."""
Rows = NDArray[np.float32]


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
    parser.add_argument(
        "--vocabulary", type=int, default=VOCABULARY, help="pieces of words (default: %(default)s)"
    )
    parser.add_argument("--dimensions", type=int, default=recipe.dimensions, help="default: %(default)s")
    parser.add_argument("--steps", type=int, default=recipe.steps, help="batches (default: %(default)s)")
    parser.add_argument(
        "--batch", type=int, default=recipe.batch, help="pairs a batch (default: %(default)s)"
    )
    parser.add_argument("--threads", type=int, default=recipe.threads, help="default: %(default)s")
    parser.add_argument("--seed", type=int, default=recipe.seed, help="default: %(default)s")
    parser.add_argument("--words", type=int, default=WORDS, help="beside the pieces (default: %(default)s)")
    parser.add_argument(
        "--word-steps", type=int, default=WORD_STEPS, help="batches with the words (default: %(default)s)"
    )
    parser.add_argument("--start", type=Path, help="a model's folder, in place of the training of pieces")
    parser.add_argument("--permissive", action="store_true", help="only corpora under permissive licences")
    parser.add_argument("--share", type=float, default=1.0, help="of the examples, by chance (default: all)")


def main(
    folder: Path,
    out: Path,
    *,
    vocabulary: int = VOCABULARY,
    words: int = WORDS,
    word_steps: int = WORD_STEPS,
    start: Path | None = None,
    permissive: bool = False,
    share: float = 1.0,
    **options: int,
) -> None:
    """Train on `folder` and write the model to `out`.

    `permissive` leaves out the corpora under stricter licences, `share` keeps a part of the examples; `options` are fields
    of `Recipe`, for the training of pieces.

    Raises:
        AuditorError: a file of the training data, or of `start`, is missing.
    """
    recipe = Recipe(**options)
    chosen = {pair: examples(folder, *pair, permissive=permissive) for pair in LANGUAGE_PAIRS}
    pairs = with_pivots({pair: drawn(found, share, recipe.seed) for pair, found in chosen.items()})
    for pair, found in pairs.items():
        logger.info("%s-%s: %d examples", *pair, len(found))
    tokenizer, rows = started(start) if start else of_pieces(pairs, vocabulary, recipe)
    tokenizer, rows = with_words(
        tokenizer, rows, frequent_words(shown(pairs), tokenizer, words, recipe.seed + 2)
    )
    logger.info("with words: %d tokens", len(rows))
    more = replace(recipe, steps=word_steps, rate=WORD_RATE, hard=WORD_HARD)
    corpora = [longer_more_often(bags) for bags in paired_bags(pairs, tokenizer)]
    learned = train(corpora, Learner.from_rows(rows, more), more)
    rows = START_SHARE * rows + (1 - START_SHARE) * learned
    save_model(out, tokenizer, rows, figure_shares(tokenizer))


def of_pieces(pairs: dict[Pair, list[Example]], vocabulary: int, recipe: Recipe) -> tuple[Tokenizer, Rows]:
    """A vocabulary of pieces of words, and their rows."""
    tokenizer = train_tokenizer(sample(pairs, recipe.seed), vocabulary)
    logger.info("vocabulary: %d tokens", tokenizer.get_vocab_size())
    corpora = paired_bags(pairs, tokenizer)
    learner = Learner.from_frequencies(frequencies(corpora, tokenizer.get_vocab_size()), recipe)
    return tokenizer, train(corpora, learner, recipe)


def started(folder: Path) -> tuple[Tokenizer, Rows]:
    """The vocabulary and rows of a folder, as they were before figures got their share."""
    tokenizer, rows = read_model(folder)
    return tokenizer, rows / figure_shares(tokenizer)[:, None]


def figure_shares(tokenizer: Tokenizer) -> Rows:
    """How much of its weight each token keeps."""
    shares = np.ones(tokenizer.get_vocab_size(), np.float32)
    shares[tokenizer.encode(FIGURES, add_special_tokens=False).ids] = FIGURE_SHARE
    return shares


def drawn(found: list[Example], share: float, seed: int) -> list[Example]:
    """A share of the examples, drawn by chance, in their order."""
    kept = np.random.default_rng(seed).random(len(found)) < share
    return [example for example, keep in zip(found, kept, strict=True) if keep]


def shown(pairs: dict[Pair, list[Example]]) -> Iterable[tuple[str, str, float]]:
    """The two sides of every example with the times that it is shown."""
    for found in pairs.values():
        for example in found:
            yield example.left, example.right, times_of(example)


def times_of(example: Example) -> float:
    return example.times * (ENTRIES if example.is_entry else 1)


def sides(pairs: dict[Pair, list[Example]], language: str) -> Iterable[tuple[str, float]]:
    """Every passage of a language with the times that its pair is shown."""
    for pair, found in pairs.items():
        if language in pair:
            for example in found:
                yield (example.left if language == pair[0] else example.right), times_of(example)


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
            np.array([times_of(example) for example in found]),
        )
        for (left, right), found in pairs.items()
    ]


def longer_more_often(pairs: PairedBags) -> PairedBags:
    """The same examples, those of few tokens less often: what is audited is sentences."""
    tokens = np.diff(pairs.left.starts)[pairs.left_places]
    return replace(pairs, times=pairs.times * np.clip(tokens / SENTENCE, LEAST, MOST) ** 2)


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
