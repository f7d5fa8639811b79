"""Sound pairs with a wrong word planted in the target, in several ways, as people and machines get words wrong."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from auditor.bitext import Passage
from auditor.training.judged_words import PUNCTUATION, Judged, json_rows, passage, plain_rows
from auditor.training.recurring_errors import is_plain, ranked, units
from auditor.word_alignment.lexicon import vocabulary
from auditor.word_alignment.vectors import WordEncoder, embed
from auditor.word_alignment.words import Word, read_words

NEAR = 12
"""Rows away from which the words of the same text are taken."""
KIN = (5, 80)
"""Ranks of the words whose vectors are nearest to the one that is replaced; the very nearest may be right."""
WAYS = ("near", "near", "far", "kin", "alike", "phrase")
TIMES = 2
LEAST = 3
"""Words that could be replaced below which a pair is left alone."""


@dataclass(frozen=True, slots=True)
class Text:
    """Rows of a development set in two languages, with the words of each target that may be replaced."""

    name: str
    pairs: tuple[tuple[Passage, Passage], ...]
    plain: tuple[tuple[Word, ...], ...]


def planted(dev: Path, encoder: WordEncoder, *, fitted_on: bool) -> Iterator[Judged]:
    """TIMES pairs with a planted word for each sound pair of one half of the sets."""
    for time in range(TIMES):
        yield from _planted(dev, encoder, time, fitted_on=fitted_on)


def _planted(dev: Path, encoder: WordEncoder, time: int, *, fitted_on: bool) -> Iterator[Judged]:
    for text in texts(dev):
        draw = random.Random(text.name + " again" * time)  # noqa: S311, a sample, not a secret
        for number, (source, target) in enumerate(text.pairs):
            if len(text.plain[number]) < LEAST:
                continue
            change = _change(text, number, draw, encoder)
            if change is not None:
                start, end, come = change
                whole = passage(target.text[:start] + come + target.text[end:], target.language)
                found = Judged(f"{text.name}_planted", source, whole, ((start, start + len(come)),))
                if found.is_fitted_on == fitted_on:
                    yield found


def texts(dev: Path) -> Iterator[Text]:
    for name, rows in (
        ("flores", plain_rows(dev / "flores_devtest.ar-fr-en.tsv.gz")),
        ("pud", json_rows(dev / "pud.jsonl.gz")),
        ("tico19", plain_rows(dev / "tico19.ar-fr-en.tsv.gz")),
    ):
        for one, other in (("ar", "fr"), ("ar", "en"), ("fr", "en")):
            pairs = tuple((passage(row[one], one), passage(row[other], other)) for row in rows)
            plain = tuple(_plain(target) for _, target in pairs)
            yield Text(f"{name}_{one}-{other}", pairs, plain)


def _plain(target: Passage) -> tuple[Word, ...]:
    counts = vocabulary(target.language).bare_count
    return tuple(word for word in read_words(target, counts) if is_plain(word))


def _change(
    text: Text, number: int, draw: random.Random, encoder: WordEncoder
) -> tuple[int, int, str] | None:
    """The slice of the target that is replaced, and what by; None where nothing fits."""
    gone = draw.choice(text.plain[number])
    way = draw.choice(WAYS)
    start, end = gone.start, gone.end
    if way in ("kin", "alike"):
        come = _kin(gone, draw, encoder) if way == "kin" else _alike(gone, draw)
        return None if come is None else (start, end, come)
    far = draw.randrange(len(text.pairs))
    near = min(max(number + draw.randrange(-NEAR, NEAR + 1), 0), len(text.pairs) - 1)
    donor = far if way == "far" else near
    words = [word for word in text.plain[donor] if not akin(word.stem, gone.stem)]
    if not words or donor == number:
        return None
    if way == "phrase":
        end = _end(text.plain[number], gone, draw) if draw.random() < 0.4 else end
        return start, end, _phrase(text.plain[donor], draw.choice(words), draw)
    return start, end, draw.choice(words).passage.text


def akin(one: str, other: str) -> bool:
    """Whether two stems may be forms of one word."""
    return one[:4] == other[:4]


def _end(words: Sequence[Word], first: Word, draw: random.Random) -> int:
    """Where a phrase that begins with `first` ends: with one of the next three words that may be replaced."""
    place = words.index(first)
    end = draw.choice(words[place : place + 4]).end
    text = first.document.text[first.start : end]
    return first.end if PUNCTUATION.search(text) else end


def _phrase(words: Sequence[Word], first: Word, draw: random.Random) -> str:
    return first.document.text[first.start : _end(words, first, draw)]


def _kin(gone: Word, draw: random.Random, encoder: WordEncoder) -> str | None:
    language = gone.document.language
    near = units(language, encoder) @ embed([gone.spelling], encoder).units[0]
    order = np.argsort(-near, kind="stable")[slice(*KIN)].tolist()
    return _drawn([ranked(language)[place] for place in order], gone, draw)


def _alike(gone: Word, draw: random.Random) -> str | None:
    """A word of the same ending and the same first sort of letter, so that the sentence may still read well."""
    language = gone.document.language
    words = vocabulary(language)
    every = ranked(language)
    pool = [every[int(len(every) ** draw.random()) - 1] for _ in range(2000)]
    alike = [
        place
        for place in pool
        if words.spelling(place)[-3:] == gone.spelling[-3:]
        and (words.spelling(place)[0] in "aeiouéèêh") == (gone.spelling[0] in "aeiouéèêh")
    ]
    return _drawn(alike, gone, draw)


def _drawn(pool: Sequence[int], gone: Word, draw: random.Random) -> str | None:
    words = vocabulary(gone.document.language)
    fit = [place for place in pool if not akin(words.stems[place], gone.stem)]
    return words.spelling(draw.choice(fit)) if fit else None
