"""The words that a language may say twice, and those that join what is said twice."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from auditor.folding import folded
from auditor.languages import function_words, language_data


@dataclass(frozen=True, slots=True)
class RepetitionWords:
    """Words that may be doubled, short ones that may not, that join, coordinate, may stand between, that idioms repeat, that open a sentence."""

    doubled: frozenset[str]
    short: frozenset[str]
    joining: frozenset[str]
    coordinating: frozenset[str]
    between: frozenset[str]
    idioms: frozenset[str]
    opening: frozenset[str]
    function: frozenset[str]


@cache
def repetition_words(language: str) -> RepetitionWords:
    """Those of French or English."""
    data = language_data(language, "repetition")
    return RepetitionWords(
        frozenset(map(folded, data["doubled"])),
        frozenset(map(folded, data["short"])),
        frozenset(data["joining"]),
        frozenset(data["joining"][:1]),
        frozenset(data["between"]),
        frozenset(map(folded, data["idioms"])),
        frozenset(data["opening"]),
        function_words(language),
    )
