"""The pieces of a French or English text between which words may be missing: words, elided ones, figures, marks."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_ELIDED = r"\b(?:[cdjlmnst]|(?:jus|lors|puis|quoi|pres|quel)?qu)'"
_PIECE = re.compile(rf"\d[\d.,:/]*|{_ELIDED}|[^\W\d_]+|'[^\W\d_]+|[^\w\s]", re.IGNORECASE)
_SAME = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "…": "."}
)
"""Marks that stand for one another; each for one, so that places stay."""
ENDING = 3
"""Letters by which the kind of a rare word is told."""
LONGEST = 4
"""Figures up to which numbers of another length are other forms: a year is none of two figures."""
FIGURES = "#"


class Piece(NamedTuple):
    """`form`: in small letters, figures as zeros. `kind`: whether it has a capital, and its ending. A slice of the text."""

    form: str
    kind: str
    start: int
    end: int


def pieces(text: str) -> list[Piece]:
    """In text order."""
    return [
        Piece(*reading(match[0]), match.start(), match.end())
        for match in _PIECE.finditer(text.translate(_SAME))
    ]


@lru_cache(maxsize=1 << 16)
def reading(written: str, *, is_raised: bool = False) -> tuple[str, str]:
    """Form and kind of a piece; `is_raised`: as if it began with a capital."""
    if written[0].isdigit():
        return "0" * min(len(written), LONGEST), FIGURES
    if not written[-1].isalpha() and len(written) == 1:
        return written, written
    lower = written.lower()
    if len(written) > 1 and written.isupper():
        case = "A"
    else:
        case = "C" if is_raised or written[0].isupper() else "c"
    return lower, case + lower[-ENDING:]
