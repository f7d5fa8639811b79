"""The weights that link words: `python -m auditor.training links FOLDER OUT`.

Fitted on the even rows of the manual alignments of PUD, Arabic and French to English; the odd ones are for measuring.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from auditor.embedding import load_encoder
from auditor.training.judged_words import gold_links, json_rows, passage
from auditor.training.weights import logistic
from auditor.word_alignment.aligner import WordAligner
from auditor.word_alignment.cells import Cells, Evidence
from auditor.word_alignment.lexicon import vocabulary
from auditor.word_alignment.rivals import FEATURES, Candidates, Doubles, candidates, contest, left
from auditor.word_alignment.scores import (
    KINDS,
    LOCAL,
    MEANING,
    Network,
    judged,
    kind_weights,
    local_scores,
)
from auditor.word_alignment.vectors import WordEncoder
from auditor.word_alignment.words import read_words

Tables = dict[str, dict[str, Any]]

LEAST = 0.4
"""Score from which on a candidate is linked: by cross-validation on the fitted rows the error is least from .35 to .45."""
UNITS = 16
ROUNDS, TOGETHER, RATE = 40, 200, 0.001
"""Passes over the candidates, candidates of one step, and how far a step goes."""
FOLDS = 5
DECAY = 0.00075
"""Half the weight of the squared weights in the loss."""


@dataclass(frozen=True, slots=True)
class Example:
    """The word pairs of some passages, and which of them are linked by hand."""

    cells: Cells
    evidence: Evidence
    truth: NDArray[np.bool_]


def main(folder: Path, out: Path) -> None:
    """Fit on `folder`/dev with the lexicon and the embedding model in place, and write `out`/links.toml."""
    write(out / "links.toml", fit(list(examples(folder / "dev", load_encoder(None)))))


def fit(found: list[Example]) -> Tables:
    tables = fit_local(found)
    kinds = kind_weights(tables["local"])
    trials = [
        Trial(
            each, candidates(each.cells, each.evidence, local_scores(each.evidence, tables["local"], kinds))
        )
        for each in found
    ]
    tables["first"] = fitted(trials)
    again = [
        Trial(trial.example, left(trial.found, scores))
        for trial, scores in zip(trials, unseen_scores(trials), strict=True)
    ]
    tables["second"] = fitted(again)
    return tables


@dataclass(frozen=True)
class Trial:
    """The candidates of an example."""

    example: Example
    found: Candidates

    @cached_property
    def features(self) -> Doubles:
        return contest(self.example.cells, self.found).T

    @property
    def truth(self) -> NDArray[np.bool_]:
        return self.example.truth[self.found.cells]

    @property
    def folds(self) -> NDArray[np.int64]:
        """For each candidate the fold that its pair falls in."""
        return self.example.cells.source.blocks[self.found.rows] % FOLDS


def unseen_scores(trials: list[Trial]) -> list[NDArray[np.float32]]:
    """The scores of the first time, each by a network that has not seen its fold: what those of new texts are like."""
    features, truth = (
        np.concatenate([getattr(each, name) for each in trials]) for name in ("features", "truth")
    )
    folds = np.concatenate([each.folds for each in trials])
    scores = np.zeros(len(truth), np.float32)
    for fold in range(FOLDS):
        seen = folds != fold
        scores[~seen] = judged(features[~seen].T, fit_network(features[seen], truth[seen]))
    return np.split(scores, np.cumsum([len(each.folds) for each in trials])[:-1])


def fitted(trials: list[Trial]) -> dict[str, Any]:
    """The table of a network."""
    features, truth = (
        np.concatenate([getattr(each, name) for each in trials]) for name in ("features", "truth")
    )
    network = fit_network(features, truth)
    return {
        **dict(zip((*FEATURES, "one"), network.inward.tolist(), strict=True)),
        "outward": network.outward.tolist(),
    }


def examples(dev: Path, encoder: WordEncoder | None, start: int = 0) -> Iterator[Example]:
    """Of the rows `start`, `start` + 2 … of both sets."""
    words = WordAligner(encoder)
    for other in ("ar", "fr"):
        rows = json_rows(dev / f"word_alignment.en-{other}.jsonl.gz")[start::2]
        pairs = [(passage(row[f"text_{other}"], other), passage(row["text_en"], "en")) for row in rows]
        for blocks, cells, evidence in words.evidence(pairs):
            truth = np.zeros(cells.size, np.bool_)
            for number, block in enumerate(blocks):
                source, target = (
                    read_words(each, vocabulary(each.language).bare_count) for each in pairs[block.pair]
                )
                for english, foreign in gold_links(rows[block.pair], other, target, source):
                    truth[cells.bounds[number] + foreign * len(target) + english] = True
            yield Example(cells, evidence, truth)


def fit_local(found: list[Example]) -> Tables:
    kinds = np.concatenate([each.evidence.kinds for each in found])
    evidence = np.stack(
        [np.concatenate([getattr(each.evidence, name) for each in found]) for name in LOCAL], axis=1
    )
    truth = np.concatenate([each.truth for each in found]).astype(np.float64)
    local = logistic(np.concatenate([evidence, np.eye(len(KINDS))[kinds]], axis=1), truth)
    content = kinds == KINDS.index("CONTENT_CONTENT")
    means = np.concatenate([evidence[content][:, : len(MEANING)], np.ones((content.sum(), 1))], axis=1)
    return {
        "local": dict(zip((*LOCAL, *KINDS), local.tolist(), strict=True)),
        "meaning": dict(zip((*MEANING, "one"), logistic(means, truth[content]).tolist(), strict=True)),
    }


def fit_network(features: Doubles, truth: NDArray[np.bool_]) -> Network:
    """By Adam on the cross-entropy; the seed is fixed."""
    mean, spread = features.mean(axis=0), features.std(axis=0)
    spread[spread == 0] = 1
    rows = torch.from_numpy(((features - mean) / spread).astype(np.float32))
    labels = torch.from_numpy(truth.astype(np.float32))
    torch.manual_seed(1)
    torch.set_num_threads(1)
    first, second = torch.nn.Linear(len(FEATURES), UNITS), torch.nn.Linear(UNITS, 1)
    optimiser = torch.optim.Adam([*first.parameters(), *second.parameters()], lr=RATE)
    for _ in range(ROUNDS):
        for some in torch.utils.data.BatchSampler(
            torch.randperm(len(rows)).tolist(), TOGETHER, drop_last=False
        ):
            odds = second(torch.relu(first(rows[some])))[:, 0]
            loss = torch.nn.functional.binary_cross_entropy_with_logits(odds, labels[some])
            loss = loss + DECAY * (first.weight.square().sum() + second.weight.square().sum())
            optimiser.zero_grad()
            torch.autograd.backward(loss)
            optimiser.step()
    inward = first.weight.detach().double().numpy().T / spread[:, None]
    constant = first.bias.detach().double().numpy() - mean @ inward
    outward = np.append(second.weight.detach().double().numpy()[0], second.bias.detach().double().numpy())
    return Network(np.vstack([inward, constant]), outward)


def write(path: Path, tables: Tables) -> None:
    lines = [
        "# Written by `python -m auditor.training links`; what they weigh is documented in scores.py and rivals.py.",
        f"least = {LEAST}",
    ]
    for name, table in tables.items():
        lines += ["", f"[{name}]", *(f"{key} = {_rounded(value)}" for key, value in table.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _rounded(value: Any) -> Any:  # noqa: ANN401, a number or a list of numbers
    return [round(each, 4) for each in value] if isinstance(value, list) else round(value, 4)
