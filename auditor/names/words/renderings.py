"""Which words translations often have for a name, where its letters do not show it: القاهرة Cairo, Londres London."""

from __future__ import annotations

import gzip
from collections import defaultdict
from functools import cache
from importlib.resources import files

from auditor.languages import language_data

_NONE: frozenset[str] = frozenset()


def is_rendering(source: str, target: str) -> bool:
    """Whether a folded word of the target language often stands for one of the source language."""
    return target in _renderings().get(source, ())


def renderings_of(readings: tuple[str, ...]) -> frozenset[str]:
    """The folded words of the target language that often stand for a word in one of its readings."""
    table = _renderings()
    found = [table[each] for each in readings if each in table]
    return frozenset().union(*found) if found else _NONE


@cache
def _renderings() -> dict[str, frozenset[str]]:
    """The words of data/renderings.txt.gz, exonyms of `languages/ar/names.toml`, usual forms of persons' names in
    `persons.toml`, and bodies of `bodies.toml`.

    Each line of the file is a word and its renderings, French and English both ways.
    """
    table: defaultdict[str, set[str]] = defaultdict(set)
    path = files("auditor.names") / "data" / "renderings.txt.gz"
    for line in gzip.decompress(path.read_bytes()).decode().splitlines():
        word, *others = line.split()
        table[word].update(others)
    for word, others in (
        *language_data("ar", "names")["exonyms"].items(),
        *language_data("ar", "persons")["usual"].items(),
    ):
        table[word].update(others.split())
        table[word.removeprefix("ال")].update(others.split())
    for word, others in language_data("ar", "bodies")["anywhere"].items():
        table[word].update(each for each in others.split("|") if " " not in each)
    return {word: frozenset(others) for word, others in table.items()}
