"""The parts of the training of the embedding model: the loss, its optimiser, words beside pieces, licences."""

import gzip

import numpy as np
import pytest
import torch
from torch.nn import functional

from auditor.embedding.static import StaticModel
from auditor.errors import AuditorError
from auditor.training.adam import Adam
from auditor.training.bags import Bags, PairedBags
from auditor.training.batches import batches
from auditor.training.contrastive import Learner, Recipe, gathered, scattered
from auditor.training.corpora import examples, register_weights, strict_sources
from auditor.training.folder import read_model, save_model
from auditor.training.loss import alike, contrastive_loss
from auditor.training.model import longer_more_often, started
from auditor.training.neighbours import LEAF, neighbourhoods
from auditor.training.tokenizer import UNKNOWN, untrained_tokenizer, with_vocabulary
from auditor.training.words import frequent_words, with_words

PIECES = [UNKNOWN, "▁", "▁mur", "▁mu", "e", "s", "r", "سوق", "ات", "2"]


@pytest.fixture
def tokenizer():
    return with_vocabulary(
        untrained_tokenizer(), [(piece, -float(place)) for place, piece in enumerate(PIECES)]
    )


@pytest.fixture
def rows():
    rows = np.random.default_rng(4).standard_normal((len(PIECES), 8), np.float32)
    rows[0] = 0
    return rows


def test_loss_and_gradient_are_those_of_torch():
    draw = torch.Generator().manual_seed(2)
    sums = torch.randn(24, 16, generator=draw).requires_grad_()
    places = np.arange(12), np.arange(12) % 11  # the last right side is that of the first pair
    excluded = torch.from_numpy(alike(*places))
    left, right = functional.normalize(sums).split(12)
    logits = (10 * left @ right.T).masked_fill(excluded, -1e4)
    own = torch.arange(12)
    wanted = (functional.cross_entropy(logits, own) + functional.cross_entropy(logits.T, own)) / 2
    wanted.backward()
    loss, gradient = contrastive_loss(sums.detach(), excluded, 10)
    assert excluded.sum() == 2
    assert loss == pytest.approx(float(wanted.detach()), rel=0.01)
    torch.testing.assert_close(gradient, sums.grad, rtol=0.05, atol=2e-3)  # bfloat16 has 8 bits


def test_sums_of_bags_and_their_gradients():
    ids, owners = np.array([3, 1, 1, 0, 3]), np.array([0, 0, 2, 2, 2])
    rows = torch.arange(8.0).reshape(4, 2)
    assert gathered(rows, ids, owners, 3).tolist() == [[8, 10], [0, 0], [8, 11]]
    gradient = torch.tensor([[1.0, 0], [9, 9], [10, 1]])
    assert scattered(gradient, ids, owners).tolist() == [[10, 1], [11, 1], [11, 1]]  # of 0, 1 and 3


def test_optimiser_moves_only_the_rows_it_is_told():
    optimiser = Adam(torch.ones(4, 3))
    for _ in range(50):
        optimiser.step(torch.tensor([1, 3]), torch.tensor([[1.0, 1, 1], [-2, -2, -2]]), 0.01)
    assert optimiser.table[[0, 2]].eq(1).all()
    torch.testing.assert_close(optimiser.table[[1, 3]], torch.tensor([[0.5] * 3, [1.5] * 3]))


def test_words_start_as_the_sum_of_their_pieces(tokenizer, rows):
    text = "Mures, murs : أسواقٌ سوقات 2"
    words = frequent_words([("mures mures", "سوقات سوقات", 9.6), ("سوق murz", "mur 22", 20)], tokenizer, 9, 1)
    assert words == ["▁mures", "سوقات"]
    wider, more = with_words(tokenizer, rows, words)
    before, after = tokenizer.encode(text), wider.encode(text)
    assert len(after.ids) < len(before.ids)
    assert {"▁mures", "سوقات"} <= set(after.tokens)
    np.testing.assert_allclose(more[after.ids].sum(axis=0), rows[before.ids].sum(axis=0), rtol=1e-5)


def test_no_words_change_nothing(tokenizer, rows):
    same, as_many = with_words(tokenizer, rows, [])
    assert same.to_str() == tokenizer.to_str()
    np.testing.assert_array_equal(as_many, rows)


def test_learner_starts_where_another_ended(rows):
    np.testing.assert_allclose(Learner.from_rows(rows, Recipe()).rows(), rows, rtol=1e-5)


def test_a_folder_is_read_as_it_was_before_figures_lost_weight(tmp_path, tokenizer, rows):
    shares = np.ones(len(rows), np.float32)
    shares[PIECES.index("2")] = 0.7
    save_model(tmp_path, tokenizer, rows, shares)
    again, stored = read_model(tmp_path)
    assert again.to_str() == tokenizer.to_str()
    np.testing.assert_allclose(stored, rows * shares[:, None], atol=0.02)
    assert StaticModel(tmp_path).dimensions == 8


def test_start_that_is_no_model(tmp_path):
    with pytest.raises(AuditorError, match=r"tokenizer\.json: no such file"):
        started(tmp_path)


def write(path, rows):
    path.parent.mkdir(exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines("\t".join(row) + "\n" for row in rows)


def test_permissive_leaves_out_what_is_stricter(tmp_path):
    write(
        tmp_path / "train" / "fr-en.tsv.gz",
        [("fr", "en", "corpus"), ("le pont", "the bridge", "udhr"), ("la mer", "the sea", "moodle_lang")],
    )
    write(tmp_path / "lexicon" / "cldr.tsv.gz", [("fr", "en"), ("Maroc", "Morocco")])
    write(tmp_path / "lexicon" / "arabterm.tsv.gz", [("fr", "en"), ("droit", "law")])
    assert len(examples(tmp_path, "fr", "en")) == 4
    kept = [example.left for example in examples(tmp_path, "fr", "en", permissive=True)]
    assert kept == ["le pont", "Maroc"]


def test_each_weighted_source_has_one_licence():
    weights = register_weights()
    for weighted, kind in (("times", "corpora"), ("dictionaries", "dictionaries")):
        named = [name for names in weights["licences"][kind].values() for name in names]
        assert len(named) == len(set(named))
        assert set(weights[weighted]) <= set(named)
    assert "un_v1_devset" not in strict_sources()
    assert "odoo" in strict_sources()


def test_neighbourhoods_hold_everything_once_and_like_with_like():
    draw = np.random.default_rng(5)
    kinds = draw.integers(0, 4, 1000)
    vectors = np.eye(8, dtype=np.float32)[kinds] + draw.normal(0, 0.05, (1000, 8)).astype(np.float32)
    groups = neighbourhoods(torch.from_numpy(vectors), draw)
    assert max(map(len, groups)) <= LEAF
    assert sorted(np.concatenate(groups)) == list(range(1000))
    assert np.mean([len(set(kinds[group])) == 1 for group in groups]) > 0.7


def paired(count):
    draw = np.random.default_rng(6)
    bags = Bags.of([draw.integers(1, 9, draw.integers(1, 30)) for _ in range(count)])
    places = np.arange(count)
    return PairedBags(bags, bags, places, places, np.ones(count))


@pytest.mark.parametrize("hard", [0, 0.5])
def test_a_pass_shows_each_example_at_most_once(rows, hard):
    drawn = batches([paired(1000)], 100, 1, hard, rows)
    shown = np.concatenate([next(drawn)[1] for _ in range(10 if not hard else 9)])
    assert len(set(shown)) == len(shown)


def test_longer_examples_are_shown_more_often():
    pairs = paired(200)
    times, lengths = longer_more_often(pairs).times, np.diff(pairs.left.starts)
    assert times[lengths == 12] == pytest.approx(1)
    assert times.min() == pytest.approx(1 / 16)
    assert times.max() == pytest.approx(2.25)
    assert (np.diff(times[np.argsort(lengths)]) >= 0).all()
