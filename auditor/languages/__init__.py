"""The supported languages; all that is known of one is data in the folder of its code."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES: tuple[str, ...] = ("ar", "fr", "en")


@cache
def language_data(code: str, room: str) -> dict[str, Any]:
    """The table that `languages/<code>/<room>.toml` holds: what a room of the program needs to know of a language."""
    path = Path(__file__).parent / code / f"{room}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def function_words(code: str) -> frozenset[str]:
    """The folded words of a language that carry grammar rather than content."""
    return frozenset(language_data(code, "words")["function"].split())
