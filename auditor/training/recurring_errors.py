"""Documents with a wrong rendering that comes back, made of sound ones: a word is replaced in all its places.

Documents are runs of consecutive rows of development sets. Every second one is for fitting, the others for measuring.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from auditor.languages import function_words
from auditor.training.judged_words import json_rows, passage, plain_rows
from auditor.word_alignment.aligner import WordAligner
from auditor.word_alignment.lexicon import vocabulary
from auditor.word_alignment.links import WordAlignment
from auditor.word_alignment.vectors import WordEncoder, embed
from auditor.word_alignment.words import Word

ROWS = 30
"""Pairs of a document."""
PLANTED = 6
"""Wrong renderings planted in one document, at most."""
CLEAR = 0.4
"""Plausibility of the links between a source word and the rendering that is replaced."""
NEAREST = (20, 200)
"""Ranks of the words near the source word of which half of the wrong ones are drawn; the nearest may be right."""


@dataclass(frozen=True, slots=True)
class RecurringErrors:
    """A document, sound, and with wrong renderings: (stem of the source word, stem of the wrong word)."""

    name: str
    sound: tuple[WordAlignment, ...]
    planted: tuple[WordAlignment, ...]
    wrong: frozenset[tuple[str, str]]


def recurring_errors(dev: Path, encoder: WordEncoder | None, *, fitted_on: bool) -> Iterator[RecurringErrors]:
    """One half of the documents."""
    aligner = WordAligner(encoder)
    for name, rows in (
        ("flores", plain_rows(dev / "flores_devtest.ar-fr-en.tsv.gz")),
        ("pud", json_rows(dev / "pud.jsonl.gz")),
        ("tico19", plain_rows(dev / "tico19.ar-fr-en.tsv.gz")),
    ):
        for language in ("fr", "en"):
            for start in range(0 if fitted_on else ROWS, len(rows), 2 * ROWS):
                pairs = [
                    (passage(row["ar"], "ar"), passage(row[language], language))
                    for row in rows[start : start + ROWS]
                ]
                yield _planted(f"{name} {language} {start}", aligner.align(pairs), aligner, encoder)


def _planted(
    name: str, sound: tuple[WordAlignment, ...], aligner: WordAligner, encoder: WordEncoder | None
) -> RecurringErrors:
    draw = random.Random(name)  # noqa: S311
    renderings = _renderings(sound)
    keys = sorted(renderings)
    chosen = draw.sample(keys, min(PLANTED, len(keys)))
    changed: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    wrong = set()
    for number, key in enumerate(chosen):
        source, target = renderings[key][0]
        first = sound[source[0]].source_words[source[1]], sound[target[0]].target_words[target[1]]
        come, stem = _wrong_word(*first, draw, encoder if number % 2 else None)
        wrong.add((key[0], stem))
        for pair, place in sorted({other for _, other in renderings[key]}):
            gone = sound[pair].target_words[place].passage
            changed[pair].append((gone.start, gone.end, come))
    pairs = [
        (
            sound[number].source,
            passage(_rewritten(sound[number].target.text, changed[number]), sound[number].target.language),
        )
        for number in sorted(changed)
    ]
    again = dict(zip(sorted(changed), aligner.align(pairs), strict=True))
    planted = tuple(again.get(number, each) for number, each in enumerate(sound))
    return RecurringErrors(name, sound, planted, frozenset(wrong))


Spot = tuple[int, int]  # number of the pair, place of the word


def _renderings(sound: Sequence[WordAlignment]) -> dict[tuple[str, str], list[tuple[Spot, Spot]]]:
    """Renderings by a lower-case word that come back in two pairs or more: stems to the places of both words."""
    found: dict[tuple[str, str], list[tuple[Spot, Spot]]] = defaultdict(list)
    for number, alignment in enumerate(sound):
        for link in alignment.links:
            one, other = alignment.source_words[link.source], alignment.target_words[link.target]
            if link.score >= CLEAR and one.is_content and is_plain(other):
                found[one.stem, other.stem].append(((number, link.source), (number, link.target)))
    return {
        stems: places for stems, places in found.items() if len({number for (number, _), _ in places}) > 1
    }


def is_plain(word: Word) -> bool:
    return word.is_content and len(word.form) > 3 and not word.is_capital and not word.is_number


def _wrong_word(
    source: Word, target: Word, draw: random.Random, encoder: WordEncoder | None
) -> tuple[str, str]:
    """Spelling and stem of a word of like length: of any frequency or, with an encoder, near the source word."""
    words = vocabulary(target.passage.language)
    every = ranked(target.passage.language)
    if encoder is not None:
        near = units(target.passage.language, encoder) @ embed([source.spelling], encoder).units[0]
        order = np.argsort(-near, kind="stable")[NEAREST[0] : NEAREST[1]].tolist()
        pool = [every[place] for place in order]
    else:
        rare = draw.random() < 0.5
        pool = [
            every[draw.randrange(len(every)) if rare else int(len(every) ** draw.random()) - 1]
            for _ in range(200)
        ]
    like = [
        index
        for index in pool
        if abs(len(words.spelling(index)) - len(target.form)) <= 3 and words.stems[index] != target.stem
    ]
    chosen = draw.choice(like or pool)
    return words.spelling(chosen), words.stems[chosen]


@cache
def ranked(language: str) -> list[int]:
    """Content words of the vocabulary written in lower case, the most frequent first."""
    words = vocabulary(language)
    order = np.argsort(-words.counts, kind="stable").tolist()
    small = function_words(language)
    return [
        index
        for index in order
        if len(words.stems[index]) > 3
        and words.spelling(index).islower()
        and words.spelling(index) not in small
    ]


_UNITS: dict[str, np.ndarray] = {}


def units(language: str, encoder: WordEncoder) -> np.ndarray:
    if language not in _UNITS:
        words = vocabulary(language)
        spellings = [words.spelling(index) for index in ranked(language)]
        vectors = embed(spellings, encoder)
        _UNITS[language] = vectors.units_of(spellings)
    return _UNITS[language]


def _rewritten(text: str, changes: Sequence[tuple[int, int, str]]) -> str:
    for start, end, come in sorted(set(changes), reverse=True):
        text = text[:start] + come + text[end:]
    return text
