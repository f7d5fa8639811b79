"""The language of a run by its small words, which also knows neighbours that the word model does not."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from typing import Any

from auditor.language_runs.scores import DATA, plain

ENOUGH = 3
"""Small words of a third language, and more than of any other, before a run is given that language."""


def language_of(words: Iterable[str], supposed: str) -> str:
    """The code of the language that the small words name, or the one supposed where they do not say."""
    written = [plain(word) for word in words]
    counts = {code: sum(word in table["small"] for word in written) for code, table in _languages().items()}
    best = max(sorted(counts), key=lambda code: counts[code])
    return best if counts[best] >= ENOUGH and counts[best] > counts[supposed] else supposed


def language_name(code: str) -> str:
    """The English name of a language that a run can have."""
    return "Arabic" if code == "ar" else str(_languages()[code]["name"])


def is_small_word(word: str, code: str) -> bool:
    """Whether it is one of the commonest small words of the language."""
    return plain(word) in _languages()[code]["small"]


@cache
def _languages() -> dict[str, dict[str, Any]]:
    tables = tomllib.loads((DATA / "function_words.toml").read_text(encoding="utf-8"))
    return {code: table | {"small": frozenset(table["words"].split())} for code, table in tables.items()}
