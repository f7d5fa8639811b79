"""The vocabulary of the embedding model, with all preparation of text, so that every loader sees the same tokens."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

UNKNOWN = "[UNK]"
WORD_START = "▁"
LONGEST_TOKEN = 20

INVISIBLE = r"[\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]"
"""Kashida, short vowels, Koranic marks, marks of direction, joiners, soft hyphens."""

ARTICLES = tuple(conjunction + rest for conjunction in ("", "و", "ف") for rest in ("ال", "بال", "كال", "لل"))
"""The Arabic article with the particles before it, split from every word. A single و, ف, ب, ل or ك may be the first letter
of a stem (وزير, بلد), so those are left to the vocabulary: Arabic words carry no mark of their beginning, and a stem is
the same token with and without particles."""
FIGURES = "0123456789"
"""Each figure is a token of its own, so that numbers never weigh more than words."""
ARTICLE_SCORE, FIGURE_SCORE = -8.5, -8.0
"""They stand alone after splitting, so any score above that of their letters will do, and a low one keeps the article out
of words that end like it (قال)."""


def untrained_tokenizer() -> Tokenizer:
    """The preparation of text, with an empty vocabulary."""
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.NFKC(),
            normalizers.Lowercase(),
            normalizers.Replace(Regex(INVISIBLE), ""),
            normalizers.Replace(Regex("[أإآٱ]"), "ا"),
            normalizers.Replace(Regex("[ىی]"), "ي"),
            normalizers.Replace("ک", "ك"),
            normalizers.Replace("ة", "ه"),
            *(normalizers.Replace(Regex(f"[{chr(0x660 + n)}{chr(0x6F0 + n)}]"), str(n)) for n in range(10)),
            normalizers.Replace(Regex(r"[^\p{L}\p{M}\p{N}%?\p{Sc}]+"), " "),
        ]
    )
    article = rf"^(?:{'|'.join(sorted(ARTICLES, key=len, reverse=True))})(?=\p{{Arabic}}{{2,}})"
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Metaspace(WORD_START, prepend_scheme="always", split=True),
            pre_tokenizers.Split(
                Regex(rf"^{WORD_START}(?=[\p{{Arabic}}\p{{N}}])|^{WORD_START}$"), behavior="removed"
            ),
            pre_tokenizers.Split(Regex(r"\p{N}"), behavior="isolated"),
            pre_tokenizers.Split(Regex(article), behavior="isolated"),
        ]
    )
    return tokenizer


def train_tokenizer(texts: Iterable[str], size: int) -> Tokenizer:
    """A Unigram vocabulary (Kudo 2018) of at most `size` tokens; id 0 is unknown.

    Sorted and rounded, for the trainer's order and last digits differ from run to run. Frequent words join it when their
    pieces are learned (`auditor.training.words`): there from the start, they made retrieval two to four points worse after a short
    training, since stems and endings are seen more often than words.
    """
    tokenizer = untrained_tokenizer()
    trainer = trainers.UnigramTrainer(
        vocab_size=size,
        special_tokens=[UNKNOWN],
        unk_token=UNKNOWN,
        max_piece_length=LONGEST_TOKEN,
        n_sub_iterations=2,
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    fixed = [
        (UNKNOWN, 0.0),
        *((article, ARTICLE_SCORE) for article in ARTICLES),
        *((figure, FIGURE_SCORE) for figure in FIGURES),
    ]
    left_out = {piece for piece, _ in fixed}
    trained = sorted(
        (piece, round(score, 3)) for piece, score in vocabulary(tokenizer) if piece not in left_out
    )
    return with_vocabulary(tokenizer, fixed + trained)


def with_vocabulary(tokenizer: Tokenizer, tokens: Sequence[tuple[str, float]]) -> Tokenizer:
    """The tokenizer with these tokens and scores; the first is the unknown one."""
    own = settings(tokenizer)
    own["model"] = {"type": "Unigram", "unk_id": 0, "vocab": list(tokens), "byte_fallback": False}
    return Tokenizer.from_str(json.dumps(own))


def vocabulary(tokenizer: Tokenizer) -> list[tuple[str, float]]:
    """The tokens with their scores, in the order of their ids."""
    return [(token, score) for token, score in settings(tokenizer)["model"]["vocab"]]


def settings(tokenizer: Tokenizer) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(tokenizer.to_str())
    return loaded
