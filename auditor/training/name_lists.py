"""The word lists of the names room: common words, known names, renderings, and what names look like."""

from __future__ import annotations

import random
import re
from collections import Counter
from pathlib import Path

from auditor.folding import folded
from auditor.names.spelling.transliteration import arabic_letters
from auditor.names.words.nameness import groups
from auditor.training.corpora import rows
from auditor.training.name_renderings import latin_renderings
from auditor.training.name_shapes import shape_weights, write_shapes
from auditor.training.name_words import (
    RunningText,
    arabic_renderings,
    common_latin,
    common_words,
    known_names,
    latin_cases,
    read_arabic,
    write_renderings,
    write_words,
)

NAMES = {"google_translit": 9_000, "anetac_ne": 12_000}
"""Names of each list that shapes are learned from."""
TERMS = ("arabterm", "omw_pairs.ar-en")
"""Lists of common words, of which the letters are learned and no entry is kept."""
MOST_SEEN = 40
"""Occurrences of a word beyond which its shape tells nothing of rare words."""
SURE = 0.2
"""Share of spelled translations, of four or more, below which a listed name is a common word as well."""
LONGEST = 13
SINGLE_NAMES, LEAST_LETTERS, CAPITAL = "google_translit", 4, 4
"""List that names in Latin letters are kept of, their letters, and how often they have a capital for each time they have none."""


def write_lists(folder: Path, out: Path) -> None:
    """Learn from `folder`/train and `folder`/lexicon; `out` is the data folder of the names room."""
    text = read_arabic(folder / "train")
    lower, upper = latin_cases(folder / "train")
    latin = common_latin(lower, upper)
    write_words(out / "common_latin.txt.gz", latin)
    write_words(out / "latin_names.txt.gz", capital_names(folder / "lexicon", lower, upper))
    arabic_names, latin_names = listed_names(folder / "lexicon")
    write_shapes(out / "shape_latin.txt.gz", latin_shapes(lower, upper, latin_names))
    weights = arabic_shapes(text, arabic_names, common_terms(folder / "lexicon"))
    write_shapes(out / "shape.txt.gz", weights)
    shapes = {
        word: weights[""] + sum(weights.get(group, 0.0) for group in groups(word)) for word in text.words
    }
    renderings = arabic_renderings(text)
    common = common_words(text, shapes, renderings, set(latin))
    write_words(out / "common.txt.gz", common)
    write_words(out / "known.txt.gz", known_names(text, shapes, set(latin)))
    write_renderings(
        out / "renderings.txt.gz", _joined(renderings, latin_renderings(folder / "train"), common, latin)
    )


def capital_names(lexicon: Path, lower: Counter[str], upper: Counter[str]) -> list[str]:
    """Single names of the list of names, folded, that running text has in lower case CAPITAL times less often than not."""
    listed = {
        folded(row["en"])
        for path in sorted(lexicon.glob(f"{SINGLE_NAMES}*"))
        for row in rows(path)
        if row["en"].isalpha() and len(row["en"]) >= LEAST_LETTERS
    }
    return sorted(word for word in listed if upper[word] >= CAPITAL * lower[word])


def _joined(
    arabic: dict[str, set[str]], latin: dict[str, set[str]], common: list[str], common_words: list[str]
) -> dict[str, set[str]]:
    """Both tables; of a common Arabic word only what is no common word."""
    left_out = set(common)
    plain = set(common_words)
    kept = {word: others - plain if word in left_out else others for word, others in arabic.items()}
    return {**{word: others for word, others in kept.items() if others}, **latin}


def listed_names(lexicon: Path) -> tuple[list[str], list[str]]:
    """Single words of names, Arabic and Latin, folded, drawn with a fixed seed."""
    draw = random.Random(4)  # noqa: S311
    arabic: set[str] = set()
    latin: set[str] = set()
    for name, portion in NAMES.items():
        entries = [
            row
            for path in sorted(lexicon.glob(f"{name}*"))
            for row in rows(path)
            if row.get("kind") != "ORGANIZATION"
        ]
        for chosen, words in (
            (arabic, {arabic_letters(word) for row in entries for word in row["ar"].split()}),
            (latin, {folded(word) for row in entries for word in re.findall(r"[^\W\d_]+", row["en"])}),
        ):
            kept = sorted(word for word in words if 2 < len(word) < LONGEST + 2)
            draw.shuffle(kept)
            chosen.update(kept[:portion])
    return sorted(word for word in arabic if not word.isascii() and len(word) < LONGEST), sorted(latin)


def common_terms(lexicon: Path) -> list[str]:
    """Arabic words of terms and of dictionary entries that are written in lower case."""
    found: set[str] = set()
    for name in TERMS:
        for path in sorted(lexicon.glob(f"{name}*")):
            for row in rows(path):
                other = row.get("en") or row.get("fr") or ""
                if other and other == other.lower():
                    found.update(arabic_letters(word) for word in row["ar"].split())
    return sorted(word for word in found if 2 < len(word) < LONGEST and not word.isascii())


def arabic_shapes(text: RunningText, names: list[str], terms: list[str]) -> dict[str, float]:
    shares = {
        word: seen.spelled / seen.looked
        for word, seen in text.words.items()
        if len(word) > 2 and seen.times <= MOST_SEEN
    }
    shares = {**dict.fromkeys(terms, 0.0), **shares}
    common = {
        word for word, seen in text.words.items() if seen.looked >= 4 and seen.spelled < SURE * seen.looked
    }
    common.update(word for word in terms if not shares[word])
    return shape_weights(shares, [name for name in names if name not in common])


def latin_shapes(lower: Counter[str], upper: Counter[str], names: list[str]) -> dict[str, float]:
    shares = {
        word: upper[word] / (upper[word] + lower[word])
        for word in {*lower, *upper}
        if upper[word] + lower[word] > 1 and 2 < len(word) < 20 and word.isascii()
    }
    return shape_weights(shares, [name for name in names if name not in shares])
