"""Read word by word or whole, a text has the tokens that the tokenizer gives it, and sums are the same to the last bit."""

import random
import sys
import unicodedata
from itertools import pairwise

import numpy as np
import pytest
from tokenizers import AddedToken, Regex, Tokenizer, models, normalizers, pre_tokenizers

from auditor.embedding import SHIPPED, load_encoder, static, tokens
from auditor.embedding.matrix import Matrix
from auditor.embedding.static import read_tokenizer
from auditor.embedding.sums import add_up
from auditor.embedding.tokens import Bags, WholeTexts, Words, batches, reader_of, sound
from auditor.embedding.word_by_word import Reading, reading_of

MARKS = [chr(code) for code in range(0x10000) if unicodedata.combining(chr(code))]
ODD = [
    *"abcéèIİıΣσςßK1٣۴5ø  \t\n\x0b\x1c\x85\xa0\u2009\u202f\u2028\u3000=<>≠´¨…½ﷺﻻﬁ²％?%€▁'’-_\u00ad\u200b\u200d\ufeff\u202b",
    *"الوبكلفمىيةأإآٱکیـ\u064e\u0651\u0653\u0301\u0338\u3099가각か中😀\ud800\udfff",
    "[UNK]", "اﻷ", "والمدرسة", "l'eau", "maroc,",
]  # fmt: skip


def odd_texts(number, seed=7):
    rng = random.Random(seed)  # noqa: S311
    pieces = [
        ODD if rng.random() < 0.9 else MARKS for _ in range(64)
    ]  # a mark of any script, now and then, anywhere
    return [
        "",
        " ",
        "\n\xa0",
        "x" * 3000,
        *("".join(rng.choice(rng.choice(pieces)) for _ in range(rng.randint(0, 30))) for _ in range(number)),
    ]


def as_the_tokenizer_says(reader, tokenizer, texts):
    bags = reader.bags(texts)
    found = [bags.ids[begin:end].tolist() for begin, end in pairwise(bags.bounds)]
    wanted = [tokenizer.encode(sound(text), add_special_tokens=False).ids for text in texts]
    for text, one, other in zip(texts, found, wanted, strict=True):
        assert one == other, ascii(text)


@pytest.fixture(scope="module")
def shipped():
    return read_tokenizer(SHIPPED / "tokenizer.json")


def test_shipped_model_is_read_word_by_word(shipped):
    assert reading_of(shipped) == Reading(None, by_character=True)
    assert isinstance(reader_of(shipped), Words)


def test_odd_texts(shipped):
    as_the_tokenizer_says(reader_of(shipped), shipped, odd_texts(1500))


def test_every_kind_of_character(shipped):
    some = [chr(code) for code in [*range(0x700), *range(0x700, sys.maxunicode, 997)]]
    as_the_tokenizer_says(
        reader_of(shipped), shipped, [f"a{one}b {one}ab{one}é {one} ال{one}بيت" for one in some]
    )


def test_forgotten_words_are_read_again(shipped, monkeypatch):
    monkeypatch.setattr(tokens, "KEPT", 100)
    reader = reader_of(shipped)
    texts = odd_texts(200)
    for first in range(0, len(texts), 20):
        as_the_tokenizer_says(reader, shipped, texts[first : first + 20])


def of_letters(normaliser=None, cutter=None):
    letters = "abcdeéilmnorstuxßøابتكلمنوي123,.?%-_'=▁"
    tokenizer = Tokenizer(
        models.Unigram(
            [("[UNK]", 0.0), *((letter, -5.0) for letter in letters), ("ab", -3.0), ("▁a", -2.0)], 0
        )
    )
    if normaliser:
        tokenizer.normalizer = normaliser
    if cutter:
        tokenizer.pre_tokenizer = cutter
    return tokenizer


def truncated():
    tokenizer = of_letters(cutter=pre_tokenizers.WhitespaceSplit())
    tokenizer.enable_truncation(4)
    return tokenizer


def with_added(**settings):
    tokenizer = of_letters(normalizers.NFKC(), pre_tokenizers.WhitespaceSplit())
    tokenizer.add_tokens([AddedToken("abc", **settings)])
    return tokenizer


def merging(**settings):
    tokenizer = Tokenizer(
        models.BPE({"[UNK]": 0, "a": 1, "b": 2, "ab": 3}, [("a", "b")], unk_token="[UNK]", **settings)  # noqa: S106
    )
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    return tokenizer


def marks(scheme, *, dropped):
    spaces = pre_tokenizers.Metaspace(prepend_scheme=scheme)
    return (
        pre_tokenizers.Sequence([spaces, pre_tokenizers.Split(Regex("^▁$"), "removed")])
        if dropped
        else spaces
    )


N, P = normalizers, pre_tokenizers
SPACES = P.WhitespaceSplit()
FOREIGN = {
    "spaces": (of_letters(cutter=SPACES), Reading(" ", by_character=True)),
    "words and punctuation": (of_letters(cutter=P.Whitespace()), Reading(" ", by_character=True)),
    "bert": (of_letters(N.BertNormalizer(), P.BertPreTokenizer()), Reading(" ", by_character=False)),
    "decomposed": (of_letters(N.Sequence([N.NFD(), N.StripAccents(), N.Lowercase()]), SPACES), Reading(" ", by_character=False)),
    "stripped": (of_letters(N.Sequence([N.Strip(), N.NFC()]), SPACES), Reading(" ", by_character=False)),
    "composed last": (of_letters(N.Sequence([N.Lowercase(), N.NFKC()]), SPACES), Reading(" ", by_character=False)),
    "marks, lone ones dropped": (of_letters(cutter=marks("always", dropped=True)), Reading(" ", by_character=True)),
    "whitespace to space": (
        of_letters(N.Replace(Regex(r"[\s\x1c-\x1f]+"), " "), SPACES), Reading(None, by_character=True)),
    "digits to one": (
        of_letters(N.Sequence([N.NFKC(), N.Replace(Regex("[0-9]"), "1"), N.Replace("x", "")]), SPACES),
        Reading(" ", by_character=True)),
    "merges": (merging(), Reading(" ", by_character=True)),
    "token added before normalising": (with_added(normalized=False), Reading(" ", by_character=True)),
    "token added after normalising": (with_added(normalized=True), Reading(" ", by_character=False)),
    "no cutter": (of_letters(), None),
    "marks, lone ones kept": (of_letters(cutter=marks("always", dropped=False)), None),
    "mark at the beginning": (of_letters(cutter=marks("first", dropped=True)), None),
    "punctuation only": (of_letters(cutter=P.Punctuation()), None),
    "bytes": (of_letters(cutter=P.ByteLevel()), None),
    "bytes of words": (of_letters(cutter=P.Sequence([SPACES, P.ByteLevel()])), None),
    "spaces kept by a normaliser": (of_letters(N.Replace(" ", "▁"), SPACES), None),
    "runs of digits to one": (of_letters(N.Replace(Regex("[0-9]+"), "1"), SPACES), None),
    "across words": (of_letters(N.Replace(Regex("a b"), "c"), SPACES), None),
    "by what follows": (of_letters(N.Replace(Regex("a(?= b)"), "c"), SPACES), None),
    "prepended": (of_letters(N.Prepend("a"), SPACES), None),
    "cut short": (truncated(), None),
    "token with the space before it": (with_added(lstrip=True), None),
    "dropout": (merging(dropout=0.5), None),
}  # fmt: skip


@pytest.mark.parametrize(("tokenizer", "reading"), FOREIGN.values(), ids=FOREIGN)
def test_foreign_tokenizers(tokenizer, reading):
    assert reading_of(tokenizer) == reading
    reader = reader_of(tokenizer)
    assert isinstance(reader, Words if reading else WholeTexts)
    if getattr(tokenizer.model, "dropout", None) is None:
        as_the_tokenizer_says(reader, tokenizer, ["a b", "  a  b ", "abc,abc 12", *odd_texts(300)])


def test_same_bytes_in_any_company():
    texts = ["", *odd_texts(1200, seed=11), " ".join(odd_texts(400, seed=12)), "سنة 2024 " * 900]
    random.Random(5).shuffle(texts)  # noqa: S311
    model = load_encoder(None)
    together = model.sums(texts)
    for place in range(0, len(texts), 41):
        np.testing.assert_array_equal(together[place], model.sums(texts[place : place + 1])[0])
    np.testing.assert_array_equal(together[::-1], load_encoder(None).sums(texts[::-1]))


def test_same_bytes_for_very_many(monkeypatch):
    texts = odd_texts(1100)
    few = load_encoder(None).encode(texts)
    monkeypatch.setattr(static, "MANY", 1000)
    monkeypatch.setattr(static, "cores", lambda: 7)
    np.testing.assert_array_equal(load_encoder(None).encode(texts), few)


def test_sums_are_added_in_order():
    rng = np.random.default_rng(2)
    counts = [0, 1, 3, 1300, 0, 511, 512, 513, 2, 40]
    bounds = np.concatenate([[0], np.cumsum(counts)])
    bags = Bags(rng.integers(0, 50, bounds[-1], dtype=np.int32), bounds)
    matrix = Matrix(rng.standard_normal((50, 8)).astype(np.float32), None, None)
    sums = np.zeros((len(counts), 8), np.float32)
    add_up(bags, matrix, sums)
    for row, (begin, end) in zip(sums, pairwise(bounds), strict=True):
        wanted = np.zeros(8, np.float32)
        for token in bags.ids[begin:end]:
            wanted += matrix.stored[token]
        np.testing.assert_array_equal(row, wanted)


def test_batches_hold_everything_once(monkeypatch):
    monkeypatch.setattr(tokens, "TOGETHER", 3)
    monkeypatch.setattr(tokens, "LETTERS_TOGETHER", 10)
    texts = ["a", "b", "c", "d" * 11, "e", "f" * 20, "g", ""]
    found = list(batches(texts))
    assert [text for _, batch in found for text in batch] == texts
    assert found == [(0, texts[:3]), (3, texts[3:4]), (4, texts[4:6]), (6, texts[6:])]
    assert list(batches([])) == []


@pytest.mark.parametrize("factors", [True, False])
@pytest.mark.parametrize("places", [True, False])
@pytest.mark.parametrize("type_", [np.int8, np.float16, np.float32])
def test_unfolded_matrix_has_the_same_rows(factors, places, type_):
    rng = np.random.default_rng(4)
    matrix = Matrix(
        (rng.standard_normal((6, 4)) * 50).astype(type_),
        rng.random(9 if places else 6, np.float32) if factors else None,
        rng.integers(0, 6, 9) if places else None,
    )
    ids = np.arange(9 if places else 6)
    np.testing.assert_array_equal(matrix.unfolded().rows(ids), matrix.rows(ids))
    assert matrix.unfolded().factors is None
