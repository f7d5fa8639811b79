"""Which words a language puts between which others: `python -m auditor.training fluency FOLDER OUT`.

Noise-contrastive estimation as in Mnih and Kavukcuoglu 2013, of words of content only, with noise common to a batch.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from auditor.stored import in_steps
from auditor.training.adam import Adam
from auditor.training.phrasing import TEXTS, shown_texts
from auditor.word_alignment.lexicon import bytes_of, vocabulary
from auditor.word_alignment.words import analysis, tokens
from auditor.wrong_words.fluency import OFFSETS, REACH
from auditor.wrong_words.phrasing import EDGE, kind_of

Integers = NDArray[np.int64]

DIMENSIONS = 40
FORMS, KINDS = 16_000, 3_000
"""Those that have vectors: the most frequent."""
SHORTEST = 4
"""Words of a passage; shorter ones teach little."""
PASSES = 3
BATCH = 2048
"""Words foretold in one step, against the same NOISE drawn words, which count as EACH for each word."""
NOISE, EACH = 400, 20.0
FLAT = 0.75
"""Power of the frequencies by which noise is drawn."""
FAR = 8
"""Words drawn of the rest of the passage to stand for it."""
FORGOTTEN, ALONE = 0.1, 0.2
"""How often a form is hidden so that its kind must do, and the rest of the passage so that the neighbours must."""
RATE, LAST_RATE = 0.02, 0.0003
OFTEN = 4
"""Times that a passage counts in a pass, at most."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Text:
    """All passages of a language laid out with REACH edges between them.

    `words` are places in `forms`, of which the first is EDGE; `starts` and `sizes` of the passages, `owners` of the words;
    `times` says how much each passage counts.
    """

    forms: tuple[str, ...]
    words: Integers
    owners: Integers
    starts: Integers
    sizes: Integers
    times: NDArray[np.float64]

    @classmethod
    def of(cls, passages: Iterable[tuple[list[str], float]]) -> Text:
        numbers: dict[str, int] = {EDGE: 0}
        words: list[int] = [0] * REACH
        sizes, times = [], []
        for forms, weight in passages:
            words += [numbers.setdefault(form, len(numbers)) for form in forms]
            words += [0] * REACH
            sizes.append(len(forms))
            times.append(weight)
        lengths = np.array(sizes, np.int64)
        starts = REACH + np.cumsum(lengths + REACH) - (lengths + REACH)
        owners = np.repeat(np.arange(len(sizes)), lengths + REACH)
        owners = np.concatenate([np.zeros(REACH, np.int64), owners])
        return cls(tuple(numbers), np.array(words, np.int64), owners, starts, lengths, np.array(times))


def main(folder: Path, out: Path) -> None:
    """Learn from `folder`/train, and write `out`/fluency.LANGUAGE.npz for each target language.

    Raises:
        AuditorError: a file is missing.
    """
    for language, names in TEXTS.items():
        text = Text.of(passages(folder, language, names))
        np.savez_compressed(
            out / f"fluency.{language}.npz", allow_pickle=False, **Learner(text, language).learn()
        )


def passages(folder: Path, language: str, names: Iterable[str]) -> Iterator[tuple[list[str], float]]:
    """The forms of the passages of one language, each once, and how much each counts."""
    for text, weight in shown_texts(folder, language, names):
        forms = [form for form, _, _ in tokens(text)]
        if len(forms) >= SHORTEST:
            yield forms, weight


class Learner:
    """Learns the model of one language; as `wrong_words.fluency.Fluency` has it."""

    def __init__(self, text: Text, language: str) -> None:
        torch.manual_seed(0)
        self.text = text
        self.draw = np.random.default_rng(0)
        self.forms, self.kinds = _known(text, language)
        self.rows = torch.tensor(self._rows_of(text.forms, language))
        self.content = _content(text.forms, language)
        self.centres = np.flatnonzero(self.content[text.words])
        self.shown = text.times[text.owners[self.centres]]
        noise = np.bincount(text.words[self.centres], self.shown, len(text.forms)) ** FLAT
        self.noise = np.cumsum(noise / noise.sum())
        size = len(self.forms) + len(self.kinds)
        self.inward = Adam(torch.randn(size, DIMENSIONS) * 0.1)
        self.outward = Adam(torch.zeros(size, DIMENSIONS))
        self.bias = Adam(torch.zeros(size, 1))
        places = len(OFFSETS) + 1
        near_one = torch.eye(DIMENSIONS).repeat(places, 1, 1) / 3
        self.relations = Adam(near_one + torch.randn(places, DIMENSIONS, DIMENSIONS) * 0.01)

    def _rows_of(self, forms: Iterable[str], language: str) -> Integers:
        """The rows of the forms and of their kinds, shape (2, forms)."""
        known = {form: row for row, form in enumerate(self.forms)}
        kinds = {kind: row + len(self.forms) for row, kind in enumerate(self.kinds)}
        nothing = len(self.forms)
        return np.array(
            [(known.get(form, 0), kinds.get(kind_of(form, language), nothing)) for form in forms], np.int64
        ).T

    def learn(self) -> dict[str, NDArray[Any]]:
        orders = [self._order() for _ in range(PASSES)]
        batches = [
            order[start : start + BATCH] for order in orders for start in range(0, len(order) - BATCH, BATCH)
        ]
        for number, centres in enumerate(batches):
            self._step(centres, RATE * (1 - number / len(batches)) + LAST_RATE)
            if number % 500 == 0:
                log.info("step %d of %d", number, len(batches))
        return self.stored()

    def _order(self) -> Integers:
        """The words foretold in one pass."""
        times = np.floor(self.shown + self.draw.random(len(self.shown))).astype(np.int64)
        order = np.repeat(self.centres, np.minimum(times, OFTEN))
        self.draw.shuffle(order)
        return order

    def _around(self, centres: Integers) -> tuple[Tensor, Tensor]:
        """The words around, shape (words, 2 * REACH + FAR), and the share of each in its place."""
        text = self.text
        owners = text.owners[centres]
        drawn = self.draw.random((len(centres), FAR)) * text.sizes[owners][:, None]
        far = text.starts[owners][:, None] + drawn.astype(np.int64)
        fit = (np.abs(far - centres[:, None]) > REACH) & self.content[text.words[far]]
        fit &= self.draw.random((len(centres), 1)) > ALONE
        shares = fit / np.maximum(1, fit.sum(axis=1, keepdims=True))
        near = np.ones((len(centres), len(OFFSETS)))
        places = np.concatenate([centres[:, None] + np.array(OFFSETS), far], axis=1)
        return torch.tensor(text.words[places]), torch.tensor(np.concatenate([near, shares], axis=1)).float()

    def _given(self, centres: Integers) -> tuple[Tensor, Tensor, Tensor]:
        """The rows of the words around, (2, words, 2 * REACH + FAR), their shares, and what they give in each place."""
        words, shares = self._around(centres)
        forms, kinds = self.rows[:, words]
        forms = torch.where(torch.rand(forms.shape) < FORGOTTEN, torch.zeros_like(forms), forms)
        vectors = (self.inward.table[forms] + self.inward.table[kinds]) * shares[:, :, None]
        near = len(OFFSETS)
        given = torch.cat([vectors[:, :near], vectors[:, near:].sum(1, keepdim=True)], 1)
        return torch.stack([forms, kinds]), shares, given

    def _step(self, centres: Integers, rate: float) -> None:
        around, shares, given = self._given(centres)
        foretold = torch.einsum("bkd,kde->be", given, self.relations.table)
        drawn = np.searchsorted(self.noise, self.draw.random(NOISE)).clip(0, len(self.noise) - 1)
        right = self.rows[:, torch.tensor(self.text.words[centres])]
        wrong = self.rows[:, torch.tensor(drawn)]
        yes, no = (self.outward.table[each].sum(0) for each in (right, wrong))
        yes_bias, no_bias = (self.bias.table[each].sum(0)[:, 0] for each in (right, wrong))
        hit = torch.sigmoid((foretold * yes).sum(1) + yes_bias - np.log(EACH)) - 1
        miss = torch.sigmoid(foretold @ no.T + no_bias - np.log(EACH)) * (EACH / NOISE)
        slope = hit[:, None] * yes + miss @ no
        turned = torch.einsum("bkd,be->kde", given, slope)
        _follow(self.inward, around, self._back(slope, shares), rate)
        both = torch.cat([right, wrong], 1)
        _follow(self.outward, both, torch.cat([hit[:, None] * foretold, miss.T @ foretold]), rate)
        _follow(self.bias, both, torch.cat([hit, miss.sum(0)])[:, None], rate)
        self.relations.step(torch.arange(len(OFFSETS) + 1), turned, rate / 10)

    def _back(self, slope: Tensor, shares: Tensor) -> Tensor:
        """The gradients of the vectors of the words around, shape (words * (2 * REACH + FAR), dimensions)."""
        back = torch.einsum("be,kde->bkd", slope, self.relations.table)
        near = len(OFFSETS)
        every = torch.cat([back[:, :near], back[:, near:].expand(-1, FAR, -1)], 1)
        return (every * shares[:, :, None]).reshape(-1, DIMENSIONS)

    def stored(self) -> dict[str, NDArray[Any]]:
        """Vectors in steps of 1/127 of the greatest of a row."""
        found: dict[str, NDArray[Any]] = {
            "forms": bytes_of("\n".join(self.forms)),
            "kinds": bytes_of("\n".join(self.kinds)),
            "bias": self.bias.table[:, 0].numpy().astype(np.float16),
            "relations": self.relations.table.numpy().astype(np.float16),
        }
        for name, table in (("inward", self.inward.table.numpy()), ("outward", self.outward.table.numpy())):
            found[name], found[f"{name}_steps"] = in_steps(table)
        return found


def _known(text: Text, language: str) -> tuple[list[str], list[str]]:
    """The forms and the kinds that have vectors, after what stands for unknown ones, and EDGE."""
    seen = np.bincount(text.words, minlength=len(text.forms))
    counts = dict(zip(text.forms, seen.tolist(), strict=True))
    del counts[EDGE]
    kinds: Counter[str] = Counter()
    for form, count in counts.items():
        kinds[kind_of(form, language)] += count
    return ["", EDGE, *_most(counts, FORMS)], ["", EDGE, *_most(kinds, KINDS)]


def _content(forms: Iterable[str], language: str) -> NDArray[np.bool_]:
    """Which of the forms are words of content."""
    bare = vocabulary(language).bare_count
    judged = [form != EDGE and not form[0].isdigit() and analysis(form, language, bare)[1] for form in forms]
    return np.array(judged, np.bool_)


def _most(counts: dict[str, int], size: int) -> list[str]:
    """The most frequent, then in alphabetical order."""
    ranked = sorted((-count, name) for name, count in counts.items() if count)
    return [name for _, name in ranked[:size]]


def _follow(adam: Adam, rows_of: Tensor, gradient: Tensor, rate: float) -> None:
    """One step down gradients of which each belongs to a form and to a kind, `rows_of` (2, gradients)."""
    distinct, places = torch.unique(rows_of.reshape(2, -1), return_inverse=True)
    total = torch.zeros(len(distinct), gradient.shape[1])
    for each in places:
        total.index_add_(0, each, gradient)
    adam.step(distinct, total, rate)
