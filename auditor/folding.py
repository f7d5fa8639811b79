"""Folded copies of a text, for comparison, that know where each character came from.

Texts are never edited. What compares words under case, accents, Arabic vowels and spelling variants
compares folded copies and maps the place back: NFC and NFKC change lengths, so offsets are kept one by one.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي",
    "ی": "ي", "ک": "ك", "ڭ": "ك", "گ": "ك", "ھ": "ه", "ہ": "ه",
    "’": "'", "‘": "'", "ʼ": "'", "´": "'", "‐": "-", "‑": "-", "œ": "oe", "æ": "ae", "ß": "ss",
}  # fmt: skip
_DROPPED = frozenset("\u0640\u200b\u200c\u200d\u200e\u200f\u061c\u2060\ufeff\u202a\u202b\u202c\u202d\u202e"
                     "\u2066\u2067\u2068\u2069\u00ad")  # fmt: skip
ASCII_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
"""For `str.translate`: the digits of either Arabic script as 0 to 9, each in its place."""
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_MARKS = re.compile(r"[\u0300-\u036f\u064b-\u065f\u0670\u06d6-\u06ed]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded copy; `offsets[i]` is the index in the original of folded character i, `offsets[-1]` its length."""

    text: str
    offsets: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The slice of the original that stands for the folded slice [start, end), end > start."""
        return self.offsets[start], self.offsets[end - 1] + 1


@lru_cache(maxsize=256)  # the readers of one pair fold its two passages one after the other
def fold(text: str) -> Folded:
    """Lower case, no accents, no Arabic vowels or tatweel, one shape for each Arabic letter, plain apostrophes,
    every kind of space a plain space, no invisible characters.

    A letter with combining marks maps to the place of the letter; the marks themselves have no place.
    """
    copy = text.translate(_TABLE)
    if _IRREGULAR.isdisjoint(text):
        return Folded(copy, tuple(range(len(text) + 1)))
    offsets = [index for index, character in enumerate(text) for _ in _TABLE[ord(character)]]
    return Folded(copy, (*offsets, len(text)))


def folded(text: str) -> str:
    """Only the folded copy's text, where no place is needed."""
    return text.translate(_TABLE)


def _fold_character(character: str) -> str:
    if character in _DROPPED:
        return ""
    if "a" <= character <= "z" or character == " ":
        return character
    if character.isspace():
        return character if character == "\n" else " "
    known = _LETTERS.get(character)
    if known is not None:
        return known
    plain = (
        _MARKS.sub("", unicodedata.normalize("NFKD", character)).lower()
        if not character.isdigit()
        else character
    )
    return "".join(_LETTERS.get(each, each) for each in plain if each not in _DROPPED)


class _Table(dict[int, str]):
    """What each character folds to, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        result = self[code] = _fold_character(chr(code))
        if len(result) != 1:
            _IRREGULAR.add(chr(code))
        return result


_TABLE = _Table()
_IRREGULAR: set[str] = set()  # characters that fold to none or to several


def word_forms(text: str) -> list[str]:
    """The folded words that `words` finds, where no place is needed."""
    return _WORD.findall(text.translate(_TABLE))


def words(text: str) -> list[tuple[str, int, int]]:
    """Folded words with their slices in `text`: runs of letters and digits, inner apostrophes and hyphens kept.

    Unlike `\\w+` on the raw text it does not split Arabic words at vowel marks. Marks that close a word belong to it.
    """
    copy = fold(text)
    found = []
    for match in _WORD.finditer(copy.text):
        start, end = copy.original(match.start(), match.end())
        while end < len(text) and (text[end] in _DROPPED or unicodedata.combining(text[end])):
            end += 1
        found.append((match[0], start, end))
    return found
