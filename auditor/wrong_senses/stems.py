"""The stems of renderings of one word: a verb that is listed in one form meets its others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from auditor.folding import folded
from auditor.terms.inflection import latin_key
from auditor.terms.tsv import Polyseme
from auditor.word_alignment.lexicon import vocabulary
from auditor.word_alignment.words import analysis

_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
LEAST = 4
"""Letters of a stem from which on it tells one word from others."""
ROOT = 5
"""Letters that words of one root begin with; of shorter words all but the last."""

BEGINNING = 4
"""Letters that all forms of a word begin with; of shorter words all but the last."""


@lru_cache(maxsize=16384)
def beginnings(row: Polyseme, language: str) -> tuple[str, ...]:
    """Of each forbidden rendering what its longest word begins with, folded."""
    renderings = folded("\n".join(row.term.forbidden.get(language, ()))).split("\n")
    longest = (max(_WORD.findall(each), key=len, default="") for each in renderings)
    return tuple({word[: min(BEGINNING, len(word) - 1)]: None for word in longest if len(word) > 1})


@lru_cache(maxsize=16384)
def forbidden_stems(row: Polyseme, language: str) -> frozenset[str]:
    """Of the forbidden renderings of one word, those of LEAST letters or more."""
    forms = row.term.forbidden.get(language, ())
    return frozenset(stem for stem in _stems(forms, language) if len(stem) >= LEAST)


@lru_cache(maxsize=16384)
def accepted_stems(row: Polyseme, language: str) -> frozenset[str]:
    """Of the words of the accepted renderings."""
    return frozenset(_stems(" ".join(row.term.forms.get(language, ())).split(), language))


@lru_cache(maxsize=16384)
def word_keys(renderings: tuple[str, ...], language: str) -> frozenset[str]:
    """Of the renderings of one word their stems, and their forms without the ending of a plural or of gender."""
    single = [each for each in renderings if " " not in each]
    return frozenset(_stems(single, language)) | {latin_key(folded(each), language) for each in single}


@lru_cache(maxsize=16384)
def every_stem(renderings: tuple[str, ...], language: str) -> frozenset[str]:
    """Of all words of renderings."""
    return frozenset(_stems(" ".join(renderings).split(), language))


def share_root(one: str, other: str) -> bool:
    """Whether two folded Latin words begin alike, as a verb and its noun do: distributing, distribution."""
    shared = max(LEAST, min(len(one) - 1, len(other) - 1, ROOT))
    return min(len(one), len(other)) >= LEAST and one[:shared] == other[:shared]


def _stems(forms: Sequence[str], language: str) -> Iterator[str]:
    """Of the content words among forms, which are folded together; no form has the end of a line in it."""
    counts = vocabulary(language).bare_count
    for copy in folded("\n".join(forms)).split("\n"):
        found = _TOKEN.findall(copy)
        if len(found) == 1:
            stem, is_content = analysis(found[0], language, counts)
            if is_content:
                yield stem
