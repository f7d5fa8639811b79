"""How likely a rare word is a name, by its shape: by the letters it holds, begins and ends with.

The weights of its letter groups are those of a logistic regression on the words of running text that were seen once or
often, against whether translations spell them (`python -m auditor.training names`).
"""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files
from itertools import repeat

from auditor.languages import language_data

KNOWN = 3.0
"""Log-odds of a word that translations nearly always spell."""
LONGEST = 4
"""Letters of a group."""


def nameness(word: str) -> float:
    """The log-odds that a folded Arabic word outside the common vocabulary is a name."""
    if not known_names().isdisjoint((word, word.removeprefix("ال"))):
        return KNOWN
    return _sum(word, "shape.txt.gz")


def latin_nameness(word: str) -> float:
    """The log-odds that a folded French or English word outside the common vocabulary is a name."""
    return _sum(word, "shape_latin.txt.gz")


def _sum(word: str, name: str) -> float:
    table = _weights(name)
    return table[""] + sum(map(table.get, groups(word), repeat(0.0)))


def groups(word: str) -> list[str]:
    """The letter groups of a word, without article, its ends marked; each as often as it stands there."""
    bare = word[2:] if word.startswith("ال") and len(word) > 4 else word
    marked = f"^{bare}$"
    ends = len(marked) + 1
    return [marked[end - size : end] for size in range(1, LONGEST + 1) for end in range(size, ends)]


@cache
def known_names() -> frozenset[str]:
    """Arabic words that translations nearly always spell in Latin letters, with a capital, and names of public persons."""
    listed: dict[str, str] = language_data("fr", "names")["spellings"]
    return word_list("known.txt.gz") | (listed.keys() - common_words())


@cache
def common_words() -> frozenset[str]:
    """Arabic words without article that translations do not spell in Latin letters."""
    return word_list("common.txt.gz")


def word_list(name: str) -> frozenset[str]:
    return frozenset(gzip.decompress((files("auditor.names") / "data" / name).read_bytes()).decode().split())


@cache
def _weights(name: str) -> dict[str, float]:
    path = files("auditor.names") / "data" / name
    pairs = (line.split("\t") for line in gzip.decompress(path.read_bytes()).decode().splitlines())
    return {group: int(weight) / 100 for group, weight in pairs}
