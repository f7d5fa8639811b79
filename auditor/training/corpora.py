"""Parallel corpora and dictionaries: reading, cleaning, removing what occurs twice, weighting by register."""

from __future__ import annotations

import csv
import gzip
import itertools
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from auditor.errors import AuditorError

LANGUAGES = ("ar", "fr", "en")
LANGUAGE_PAIRS = (("ar", "en"), ("ar", "fr"), ("fr", "en"))

MARKUP = re.compile(
    r"<[^<>]{1,200}>|%?\{\{?[^{}]{0,60}\}\}?|\$\{[^{}]*\}|%[\d$]*[sdif@]\b|&\w{2,8};|\[\[|\]\]|https?://\S+|'{2,}|\\[nt]"
)
ARABIC_LETTER = re.compile("[\u0620-\u064a]")
LATIN_LETTER = re.compile("[A-Za-z\u00c0-\u024f]")
BETWEEN_WORDS = re.compile(r"\W+")

LONGEST = 1500
"""Characters; a longer row is a page, not a passage."""
SHORT = 25
"""Characters; below this, lengths say nothing about whether a row is a translation."""
WIDEST_RATIO = 3.5
"""Of the lengths of the two sides, in characters. French over Arabic is 1.3 on average, with outliers near 2.5."""


@dataclass(frozen=True, slots=True)
class Example:
    """A passage in two languages, and how often it is shown in one pass (0 or more, not always whole)."""

    left: str
    right: str
    times: float
    is_entry: bool  # from a dictionary, not from running text


def examples(folder: Path, left: str, right: str, *, permissive: bool = False) -> list[Example]:
    """All examples of one language pair, each once, in the order of the files.

    `folder` holds `train/LEFT-RIGHT.tsv.gz` and `lexicon/*.tsv.gz`; `permissive` leaves out the corpora and dictionaries
    whose licence `corpora.toml` does not call so.

    Raises:
        AuditorError: a file is missing.
    """
    found: dict[tuple[str, str], Example] = {}
    left_out = strict_sources() if permissive else frozenset()
    for example in itertools.chain(
        running_text(folder, left, right, left_out), entries(folder, left, right, left_out)
    ):
        found.setdefault((fold(example.left), fold(example.right)), example)
    return list(found.values())


def running_text(
    folder: Path, left: str, right: str, left_out: frozenset[str] = frozenset()
) -> Iterator[Example]:
    """The clean rows of `train/LEFT-RIGHT.tsv.gz`, less those of the corpora `left_out`."""
    weights = register_weights()
    for row in rows(folder / "train" / f"{left}-{right}.tsv.gz"):
        if row["corpus"] in left_out:
            continue
        pair = clean(row[left]), clean(row[right])
        if is_translation(*pair, left):
            yield Example(*pair, weights["times"].get(row["corpus"], weights["default"]), is_entry=False)


def entries(folder: Path, left: str, right: str, left_out: frozenset[str] = frozenset()) -> Iterator[Example]:
    """The entries of `lexicon/*.tsv.gz`, as very short passages, less those of the dictionaries `left_out`."""
    weights = register_weights()["dictionaries"]
    for path in sorted((folder / "lexicon").glob("*.tsv.gz")):
        name = path.name.split(".")[0]
        times = 0.0 if name in left_out else weights.get(name)
        for row in rows(path) if times else ():
            pair = clean(row.get(left, "")), clean(row.get(right, ""))
            if is_entry(*pair, left):
                yield Example(*pair, times, is_entry=True)


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a gzipped table with a header."""
    if not path.is_file():
        raise AuditorError(f"{path}: no such file; the training data has train/*.tsv.gz and lexicon/*.tsv.gz")
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, restval="")


def register_weights() -> dict[str, Any]:
    """The tables of `corpora.toml`."""
    return tomllib.loads(Path(__file__).with_name("corpora.toml").read_text(encoding="utf-8"))


def strict_sources() -> frozenset[str]:
    """The corpora and dictionaries whose licence is none of the permissive ones of `corpora.toml`."""
    licences = register_weights()["licences"]
    permissive = set(licences["permissive"])
    return frozenset(
        name
        for kind in ("corpora", "dictionaries")
        for licence, names in licences[kind].items()
        if licence not in permissive
        for name in names
    )


def clean(text: str) -> str:
    """The text without markup, place holders and addresses."""
    return " ".join(MARKUP.sub(" ", text).split())


def fold(text: str) -> str:
    """What two rows have in common that differ in case, spaces or punctuation only."""
    return BETWEEN_WORDS.sub("", text).lower()


def is_translation(left: str, right: str, left_language: str) -> bool:
    """Whether a cleaned row can be the same passage in two languages."""
    shorter, longer = sorted((len(left), len(right)))
    return (
        shorter >= 2
        and longer <= LONGEST
        and (longer < SHORT or longer <= WIDEST_RATIO * shorter)
        and (left != right)
        and is_written_in(left, left_language)
        and is_written_in(right, "fr")
    )


def is_entry(left: str, right: str, left_language: str) -> bool:
    """Whether a cleaned entry has words in the script of its language on both sides; names may be alike."""
    return bool(left and right) and is_written_in(left, left_language) and is_written_in(right, "fr")


def is_written_in(text: str, language: str) -> bool:
    """Whether most letters, and at least two, are of the language's script."""
    counts = len(ARABIC_LETTER.findall(text)), len(LATIN_LETTER.findall(text))
    own, other = counts if language == "ar" else counts[::-1]
    return own >= 2 and own > other
