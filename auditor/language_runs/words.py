"""The words of a text in Latin letters, with what their look says: capitals, figures, addresses, punctuation around them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LETTER = r"[^\W\d_\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufeff]"
_MARKS = r"[\u0300-\u036f\u00ad]"
_APOSTROPHE = r"['’ʼ‘]"
WORD = re.compile(
    rf"(?<!\w)(?:[ldjmtscn]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu){_APOSTROPHE}(?={_LETTER})"
    rf"|(?:{_LETTER}{_MARKS}*)+(?:(?:[-‐‑]|{_APOSTROPHE})(?:{_LETTER}{_MARKS}*)+)*",
    re.IGNORECASE,
)
"""A word; French elided words (l’, qu’) stand alone, English ones (don’t, king’s) stay whole."""

HEADING = 6
"""Words from which a text in which most words have a capital is a heading, not a name."""
_FIGURE = r"\d+(?:[.,:/-]?\d+)*(?:\s?[%°€$£]|\s?°C)?"
_TOKEN = re.compile(rf"{WORD.pattern}|{_FIGURE}", re.IGNORECASE)
_ADDRESS = re.compile(
    r"\b(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[@#]\w+"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|int|gov|edu|ma|fr|eu|io|tv|dz|tn|eg|sa|ae|uk|us|au|ca|de|ch|be|ly|me|co)\b(?:/\S*)?"
    r"|<[^<>\n]{1,200}>|`[^`\n]+`|\b\w*_\w+\b|\{[^{}\n]*\}"
)
_HINT = re.compile(r"[@#<`_{]|:/|\.\S")
"""What every address has."""
_SENTENCE_END = re.compile(r"[.!?…;•|]|\n")
_CLAUSE_END = re.compile(r"[,:()\[\]«»“”\"–—]|\s-\s")


@dataclass(frozen=True, slots=True)
class Word:
    """One word or figure of a text.

    `start`, `end`: code points of the text. `gap`: what stands between it and the word before.
    """

    text: str
    start: int
    end: int
    gap: str
    opens_sentence: bool = False
    is_capital: bool = False  # where a capital letter is a choice, so that it hints at a name
    is_acronym: bool = False
    is_masked: bool = False  # a figure, or part of an address, a hashtag, a piece of code

    @property
    def follows_punctuation(self) -> bool:
        return self.opens_sentence or _CLAUSE_END.search(self.gap) is not None


def words_of(text: str) -> list[Word]:
    """The words and figures of a text in order."""
    masks = [match.span() for match in _ADDRESS.finditer(text)] if _HINT.search(text) else []
    found: list[Word] = []
    end = 0
    for match in _TOKEN.finditer(text):
        gap = text[end : match.start()]
        opens = not found or (_SENTENCE_END.search(gap) is not None and not _abbreviates(found[-1], gap))
        masked = match[0][0].isdigit() or any(start <= match.start() < stop for start, stop in masks)
        found.append(Word(match[0], match.start(), match.end(), gap, opens_sentence=opens, is_masked=masked))
        end = match.end()
    return _with_capitals(found)


def _abbreviates(word: Word, gap: str) -> bool:
    """Whether the full stop after a word may belong to it: M. Alami, U.S. Army, St. Louis."""
    return gap[0] == "." and len(word.text) <= 2 and word.text[0].isupper()


def _with_capitals(words: list[Word]) -> list[Word]:
    """Capitals of a text all in capitals, and those of a heading in the English manner, say nothing."""
    long = [word for word in words if len(word.text) > 3 and not word.is_masked]
    shouted = 2 * sum(word.text.isupper() for word in long) > len(long) > 2
    titled = len(words) >= HEADING and not any(_CLAUSE_END.search(word.gap) for word in words)
    if shouted or (titled and sum(word.text[0].isupper() for word in long) >= 0.9 * len(long)):
        return words
    return [_with_capital(word) if not word.text.islower() else word for word in words]


def _with_capital(word: Word) -> Word:
    letters = word.text
    acronym = (
        len(letters) > 1
        and sum(map(str.isupper, letters)) > 1
        and letters[0].isupper()
        and "-" not in letters
    )
    stem = (
        letters.split("-", 1)[-1] if letters[:4].islower() or "-" in letters[:4] else letters
    )  # al-Quds, as-Sultan
    capital = not word.opens_sentence and (letters[0].isupper() or stem[:1].isupper())
    return Word(
        letters, word.start, word.end, word.gap, word.opens_sentence, capital, acronym, word.is_masked
    )
