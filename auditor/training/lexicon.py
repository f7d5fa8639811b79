"""The translation lexicon learned from parallel text: `python -m auditor.training lexicon FOLDER OUT`."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from auditor.training import em
from auditor.training.corpora import (
    LANGUAGE_PAIRS,
    LANGUAGES,
    Example,
    clean,
    entries,
    fold,
    rows,
    running_text,
)
from auditor.word_alignment.lexicon import SCALE, bytes_of
from auditor.word_alignment.words import Counts, analysis, tokens

SHIPPED = ("cldr", "cldr_more", "countries_un", "google_translit")
"""Dictionaries whose licence lets their entries be passed on; the others steer the learning only."""
LONGEST = 60
"""Words of a side; longer pairs are left out of the learning (3 % of them)."""
RAREST = 2
"""A stem is known from so many occurrences on."""
BARE = 3
"""An Arabic word without particles is known from so many occurrences on."""
LARGEST = 65_535
"""Stems of a language; ids are stored in 16 bits."""
KEPT, LEAST = 16, 0.01
"""Translations kept for a stem, and the least probability, in either direction."""
EVIDENCE = 0.3
"""Expected occurrences in running text below which an entry is noise."""

ARTICLES = ("ال", "وال", "بال", "كال", "فال", "لل")


@dataclass(slots=True)
class Side:
    """What is gathered of one language."""

    counts: Counter[str] = field(default_factory=Counter)
    spellings: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    ids: dict[str, int] = field(default_factory=dict)  # from 1; 0 is padding


def main(folder: Path, out: Path) -> None:
    """Learn the lexicon from `folder` (train/, lexicon/) and write its arrays into `out`.

    Raises:
        AuditorError: a file is missing.
    """
    out.mkdir(parents=True, exist_ok=True)
    material = {pair: gather(folder, *pair) for pair in LANGUAGE_PAIRS}
    bare = bare_counts(
        example.left for (left, _), found in material.items() if left == "ar" for example, _ in found
    )
    sides = {language: Side() for language in LANGUAGES}
    stems = {pair: analyse(found, pair, sides, bare) for pair, found in material.items()}
    for side in sides.values():
        number(side)
    learned = {
        pair: learn(material[pair], stems[pair], sides[pair[0]], sides[pair[1]]) for pair in LANGUAGE_PAIRS
    }
    write(out, sides, bare, learned)


def gather(folder: Path, left: str, right: str) -> list[tuple[Example, bool]]:
    """The examples of a language pair, each once, and whether the entries learned from one may be passed on."""
    shipped = {
        (clean(row.get(left, "")), clean(row.get(right, "")))
        for name in SHIPPED
        for path in sorted((folder / "lexicon").glob(f"{name}.*"))
        for row in rows(path)
    }
    found: dict[tuple[str, str], tuple[Example, bool]] = {}
    for example in itertools.chain(running_text(folder, left, right), entries(folder, left, right)):
        open_entry = not example.is_entry or (example.left, example.right) in shipped
        found.setdefault((fold(example.left), fold(example.right)), (example, open_entry))
    return list(found.values())


def bare_counts(texts: Iterable[str]) -> dict[str, float]:
    """How often each folded Arabic word is seen with nothing but an article before it; as stored, in half precision."""
    seen: Counter[str] = Counter()
    for text in texts:
        for form, _, _ in tokens(text):
            seen[without_article(form)] += 1
    return {
        word: float(np.float16(min(count, 60_000))) for word, count in sorted(seen.items()) if count >= BARE
    }


def without_article(form: str) -> str:
    for article in ARTICLES:
        if form.startswith(article) and len(form) - len(article) >= 2:
            return form[len(article) :]
    return form


def analyse(
    found: list[tuple[Example, bool]], pair: tuple[str, str], sides: dict[str, Side], bare: dict[str, float]
) -> list[tuple[list[str], list[str]]]:
    """The stems of both sides of each example; fills the counts and spellings of the sides."""
    counts: Counts = lambda word: bare.get(word, 0.0)  # noqa: E731
    result = []
    for example, _ in found:
        both = []
        for text, language in zip((example.left, example.right), pair, strict=True):
            side = sides[language]
            stems = []
            for place, (form, start, end) in enumerate(tokens(text)):
                stem, _ = analysis(form, language, counts)
                stems.append(stem)
                if place and not example.is_entry:
                    side.spellings[stem][text[start:end]] += 1
            if not example.is_entry:
                side.counts.update(stems)
            both.append(stems)
        result.append((both[0], both[1]))
    return result


def number(side: Side) -> None:
    """Ids by frequency, for the stems seen often enough."""
    ranked = sorted(side.counts.items(), key=lambda entry: (-entry[1], entry[0]))
    known = [stem for stem, count in ranked if count >= RAREST and not stem[0].isdigit()]
    side.ids = {stem: index for index, stem in enumerate(known[:LARGEST], start=1)}


def learn(
    found: list[tuple[Example, bool]], stems: list[tuple[list[str], list[str]]], left: Side, right: Side
) -> dict[str, NDArray[Any]]:
    """The entries of a language pair, by left id, then by falling probability; ids from 0."""
    kept: list[tuple[Any, Any, float, float]] = []
    for (example, open_entry), (one, other) in zip(found, stems, strict=True):
        one_ids = [left.ids[stem] for stem in one if stem in left.ids]
        other_ids = [right.ids[stem] for stem in other if stem in right.ids]
        if one_ids and other_ids and len(one_ids) <= LONGEST and len(other_ids) <= LONGEST:
            attested = example.times if open_entry else 0.0
            kept.append((np.array(one_ids, np.int32), np.array(other_ids, np.int32), example.times, attested))
    ones, others, weights, attested_weights = zip(*kept, strict=True)
    both = np.array(weights, np.float32), np.array(attested_weights, np.float32)
    data = em.corpus(ones, others, both, (len(left.ids) + 1, len(right.ids) + 1))
    return pruned(data, *em.train(data))


def pruned(data: em.Corpus, model: em.Model, counts: NDArray[np.float32]) -> dict[str, NDArray[Any]]:
    left, right = data.sides()
    strong = (counts >= EVIDENCE) & ((model.forward >= LEAST) | (model.backward >= LEAST))
    chosen = np.flatnonzero(strong)
    best = rank(left[chosen], model.forward[chosen]) < KEPT
    best |= rank(right[chosen], model.backward[chosen]) < KEPT
    chosen = chosen[best]
    return {
        "left": (left[chosen] - 1).astype(np.uint16),
        "right": (right[chosen] - 1).astype(np.uint16),
        "forward": quantised(model.forward[chosen]),
        "backward": quantised(model.backward[chosen]),
    }


def rank(ids: NDArray[np.int32], values: NDArray[np.float32]) -> NDArray[np.int64]:
    """The place of each value among those of the same id, from 0, the largest first."""
    order = np.lexsort((-values, ids))
    ranked = ids[order]
    first = np.searchsorted(ranked, ranked)
    places = np.empty(len(ids), np.int64)
    places[order] = np.arange(len(ids)) - first
    return places


def quantised(values: NDArray[np.float32]) -> NDArray[np.uint8]:
    steps: NDArray[np.uint8] = np.clip(np.rint(values * SCALE), 0, SCALE).astype(np.uint8)
    return steps


def write(
    out: Path,
    sides: dict[str, Side],
    bare: dict[str, float],
    learned: dict[tuple[str, str], dict[str, NDArray[Any]]],
) -> None:
    for language, side in sides.items():
        stems = list(side.ids)
        shown = [usual(side.spellings[stem], stem) if language != "ar" else "" for stem in stems]
        arabic = bare if language == "ar" else {"": 0.0}
        np.savez(
            out / f"words.{language}.npz",
            stems=bytes_of("\n".join(stems)),
            shown=bytes_of("\n".join(shown)),
            counts=np.array([min(side.counts[stem], 60_000) for stem in stems], np.float16),
            bare=bytes_of("\n".join(arabic)),
            bare_counts=np.array(list(arabic.values()), np.float16),
        )
    for (left, right), arrays in learned.items():
        np.savez(out / f"{left}-{right}.npz", allow_pickle=False, **arrays)


def usual(spellings: Counter[str], stem: str) -> str:
    """The most frequent spelling; nothing where it is the stem itself."""
    best = min(spellings.items(), key=lambda entry: (-entry[1], entry[0]), default=(stem, 0))[0]
    return "" if best == stem else best
