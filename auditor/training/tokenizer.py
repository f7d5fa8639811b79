"""The vocabulary of the embedding model, with all preparation of text, so that every loader sees the same tokens."""

from __future__ import annotations

from collections.abc import Iterable

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

UNKNOWN = "[UNK]"
WORD_START = "▁"
LONGEST_TOKEN = 20

INVISIBLE = r"[\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]"
"""Kashida, short vowels, Koranic marks, marks of direction, joiners, soft hyphens."""
PROCLITICS = rf"^(?:[وف]?(?:[بك]?ال|لل))(?=\p{{Arabic}}{{2,}})"
"""Everything up to and with the article. A single و, ف, ب, ل or ك may be the first letter of a stem (وزير, بلد), so those
are left to the vocabulary: Arabic words carry no mark of their beginning, and a stem is the same token with and without."""


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
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Metaspace(WORD_START, prepend_scheme="always", split=True),
            pre_tokenizers.Split(Regex(rf"^{WORD_START}(?=[\p{{Arabic}}\p{{N}}])|^{WORD_START}$"), behavior="removed"),
            pre_tokenizers.Split(Regex(r"\p{N}"), behavior="isolated"),
            pre_tokenizers.Split(Regex(PROCLITICS), behavior="isolated"),
        ]
    )
    return tokenizer


def train_tokenizer(texts: Iterable[str], size: int) -> Tokenizer:
    """A Unigram vocabulary of `size` tokens at most; id 0 is the unknown token."""
    tokenizer = untrained_tokenizer()
    trainer = trainers.UnigramTrainer(
        vocab_size=size,
        special_tokens=[UNKNOWN],
        unk_token=UNKNOWN,
        max_piece_length=LONGEST_TOKEN,
        n_sub_iterations=2,
        shrinking_factor=0.75,
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer
