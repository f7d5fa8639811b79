"""How a sentence looks where a word fell out: `python -m auditor.training seams FOLDER OUT`.

Words of content are taken out of the French and English sentences of FOLDER/train; the seams that they leave are told
from the seams of sound sentences and from those beside them. Writes OUT/seams.LANGUAGE.npz; about five minutes a language.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from auditor.languages import function_words
from auditor.missing_words.pieces import Piece, pieces, reading
from auditor.missing_words.seams import EDGE, KNOWN, REACH, UNKNOWN
from auditor.stored import in_steps
from auditor.training.phrasing import TEXTS, shown_texts

Integers = NDArray[np.int64]
Windows = tuple[Integers, Integers, NDArray[np.float64]]
"""Rows of forms and of kinds around seams, shape (seams, 2 * REACH), and whether a word is missing there."""

DIMENSIONS, UNITS, FEW_UNITS = 40, 256, 48
FORMS, KINDS = 16_000, 4_000
"""Those that have vectors: the most frequent."""
SHORTEST, LONGEST = 6, 80
"""Words of a sentence at least, and pieces at most."""
OFTEN = 4.0
"""Times that a sentence counts in a pass, at most."""
PASSES, BATCH = 10, 256
RATE, LAST_RATE = 2e-3, 3e-5
SOUND, TAKEN = 6, 3
"""Seams drawn of a sentence as it is, and words taken out of it, one at a time."""
BESIDE = (-3, -2, -1, 1, 2, 3)
"""How far from the seam that a word leaves another is drawn."""
FORGOTTEN = 0.05
"""How often a form is hidden so that its kind must do."""
TWO, RAISED = 0.5, 0.7
"""How often a word with a capital goes with the next, and how often what follows the first word gets its capital."""
SPARE = max(BESIDE) + 2
"""Edges between sentences beyond REACH: a window beside a seam, or one that skips words, reaches farther."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Text:
    """Sentences laid out one after the other; `raised` are the kinds with a capital, `content` the places of words of content."""

    forms: Integers
    kinds: Integers
    raised: Integers
    capital: NDArray[np.bool_]
    content: Integers
    starts: Integers
    sizes: Integers


class Network(nn.Module):
    """What `missing_words.seams.Seams` computes."""

    def __init__(self, forms: int, kinds: int) -> None:
        super().__init__()
        self.form, self.kind = nn.Embedding(forms, DIMENSIONS), nn.Embedding(kinds, DIMENSIONS)
        for table in (self.form, self.kind):
            nn.init.normal_(table.weight, std=0.1)
        self.first = nn.Linear(2 * REACH * DIMENSIONS, UNITS)
        self.second, self.last = nn.Linear(UNITS, FEW_UNITS), nn.Linear(FEW_UNITS, 1)

    def forward(self, forms: Tensor, kinds: Tensor) -> Tensor:
        hidden = torch.where(torch.rand(forms.shape) < FORGOTTEN, torch.full_like(forms, UNKNOWN), forms)
        values = (self.form(hidden) + self.kind(kinds)).flatten(1)
        odds: Tensor = self.last(torch.relu(self.second(torch.relu(self.first(values)))))
        return odds[:, 0]


def main(folder: Path, out: Path) -> None:
    """Raises AuditorError where a file of FOLDER/train is missing."""
    torch.set_num_threads(1)
    for language, names in TEXTS.items():
        np.savez_compressed(
            out / f"seams.{language}.npz",
            allow_pickle=False,
            **learned(sentences(folder, language, names), language),
        )


def sentences(folder: Path, language: str, names: Iterable[str]) -> list[tuple[str, float]]:
    """Those of one language that may lose a word, each once, and how much each counts."""
    shown = shown_texts(folder, language, names)
    return [(text, weight) for text, weight in shown if _is_fit(pieces(text), language)]


def _is_fit(own: Sequence[Piece], language: str) -> bool:
    long = sum(piece.form[0].isalpha() for piece in own) >= SHORTEST and len(own) <= LONGEST
    return long and any(is_content(piece, language) for piece in own)


def is_content(piece: Piece, language: str) -> bool:
    """Whether a piece is a word of content: one that is taken out."""
    return piece.form[0].isalpha() and len(piece.form) > 1 and piece.form not in function_words(language)


def learned(found: Sequence[tuple[str, float]], language: str) -> dict[str, NDArray[Any]]:
    """The arrays of `Seams`."""
    torch.manual_seed(0)
    draw = np.random.default_rng(0)
    forms, kinds = known(text for text, _ in found)
    text = laid_out([each for each, _ in found], (forms, kinds), language)
    times = np.minimum([weight for _, weight in found], OFTEN)
    network = Network(len(forms) + KNOWN, len(kinds) + KNOWN)
    adam = torch.optim.Adam(network.parameters(), RATE)
    orders = [_order(times, draw) for _ in range(PASSES)]
    batches = [order[start : start + BATCH] for order in orders for start in range(0, len(order), BATCH)]
    for number, members in enumerate(batches):
        adam.param_groups[0]["lr"] = RATE * (1 - number / len(batches)) + LAST_RATE
        loss = _loss(network, joined(text, members, draw))
        adam.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        adam.step()
        if number % 1000 == 0:
            log.info("%s: batch %d of %d, loss %.3f", language, number, len(batches), loss.item())
    return stored(network, forms, kinds)


def known(texts: Iterable[str]) -> tuple[list[str], list[str]]:
    """The most frequent forms and kinds."""
    every = [(piece.form, piece.kind) for text in texts for piece in pieces(text)]
    counts = Counter(form for form, _ in every), Counter(kind for _, kind in every)
    ranked = (sorted(each.items(), key=lambda one: (-one[1], one[0])) for each in counts)
    forms, kinds = ([name for name, _ in each] for each in ranked)
    return forms[:FORMS], kinds[:KINDS]


def laid_out(texts: Sequence[str], names: tuple[Sequence[str], Sequence[str]], language: str) -> Text:
    forms, kinds = ({name: row for row, name in enumerate(each, KNOWN)} for each in names)
    columns: list[tuple[int, int, int, bool, bool]] = []
    starts, sizes = [], []
    edges = [(EDGE, EDGE, EDGE, False, False)] * (REACH + SPARE)
    columns += edges
    for text in texts:
        own = pieces(text)
        starts.append(len(columns))
        sizes.append(len(own))
        for piece in own:
            raised = reading(text[piece.start : piece.end], is_raised=True)[1]
            rows_of = (
                forms.get(piece.form, UNKNOWN),
                kinds.get(piece.kind, UNKNOWN),
                kinds.get(raised, UNKNOWN),
            )
            columns.append((*rows_of, text[piece.start].isupper(), is_content(piece, language)))
        columns += edges
    form, kind, capital_kind, capital, content = np.array(columns, np.int64).T
    places = np.flatnonzero(content)
    return Text(form, kind, capital_kind, capital > 0, places, np.array(starts), np.array(sizes))


def _order(times: NDArray[np.float64], draw: np.random.Generator) -> Integers:
    """The sentences of one pass."""
    order = np.repeat(np.arange(len(times)), np.floor(times + draw.random(len(times))).astype(np.int64))
    draw.shuffle(order)
    return order


def _loss(network: Network, windows: Windows) -> Tensor:
    forms, kinds, truth = map(torch.from_numpy, windows)
    return nn.functional.binary_cross_entropy_with_logits(network(forms, kinds), truth.float())


def joined(text: Text, members: Integers, draw: np.random.Generator) -> Windows:
    """The windows of a batch of sentences."""
    parts = [
        *(sound_seams(text, members, draw) for _ in range(SOUND)),
        *(part for _ in range(TAKEN) for part in torn_seams(text, members, draw)),
    ]
    forms, kinds, truth = zip(*parts, strict=True)
    return np.concatenate(forms), np.concatenate(kinds), np.concatenate(truth)


def sound_seams(text: Text, members: Integers, draw: np.random.Generator) -> Windows:
    """A seam of each sentence."""
    places = text.starts[members] + draw.integers(0, text.sizes[members] + 1)
    around = places[:, None] + np.arange(-REACH, REACH)
    return text.forms[around], text.kinds[around], np.zeros(len(members))


def torn_seams(text: Text, members: Integers, draw: np.random.Generator) -> Iterator[Windows]:
    """The seam that a word leaves that is taken out of each sentence, and one beside it, where there is such a one."""
    starts, ends = text.starts[members], text.starts[members] + text.sizes[members]
    first, last = np.searchsorted(text.content, starts), np.searchsorted(text.content, ends)
    gone = text.content[first + (draw.random(len(members)) * (last - first)).astype(np.int64)]
    lengths = 1 + (text.capital[gone] & text.capital[gone + 1] & (draw.random(len(gone)) < TWO))
    tear = Tear(text, starts, gone, lengths)
    yield tear.windows(gone, draw)
    beside = gone + draw.choice(BESIDE, len(gone))
    own = (beside >= starts) & (beside <= ends - lengths)
    forms, kinds, truth = tear.windows(beside, draw)
    yield forms[own], kinds[own], truth[own]


@dataclass(frozen=True, slots=True)
class Tear:
    """Sentences that begin at `starts` without the `lengths` words from `gone` on."""

    text: Text
    starts: Integers
    gone: Integers
    lengths: Integers

    def windows(self, places: Integers, draw: np.random.Generator) -> Windows:
        """What stands around a seam of each sentence, counted without the words that are gone."""
        text, gone = self.text, self.gone
        around = places[:, None] + np.arange(-REACH, REACH)
        around += self.lengths[:, None] * (around >= gone[:, None])
        opens = (around == (self.starts + self.lengths)[:, None]) & (gone == self.starts)[:, None]
        raised = opens & (draw.random(len(gone)) < RAISED)[:, None]
        kinds = np.where(raised, text.raised[around], text.kinds[around])
        return text.forms[around], kinds, (places == gone).astype(np.float64)


def stored(network: Network, forms: Sequence[str], kinds: Sequence[str]) -> dict[str, NDArray[Any]]:
    """Vectors in steps of 1/127 of the greatest of a row, the rest in half precision."""
    found: dict[str, NDArray[Any]] = {
        "forms": np.array("\n".join(forms)),
        "kinds": np.array("\n".join(kinds)),
    }
    for name, table in (("form", network.form), ("kind", network.kind)):
        found[f"{name}_vectors"], found[f"{name}_steps"] = in_steps(table.weight.detach().numpy())
    for name, layer in (("first", network.first), ("second", network.second), ("last", network.last)):
        found[name] = layer.weight.detach().numpy().T.astype(np.float16)
        found[f"{name}_bias"] = layer.bias.detach().numpy().astype(np.float16)
    return found
