"""How much more a word is English than French: log-odds learned from parallel text.

The model is data: the words seen in training by score, and the letter groups that score all others.
Where it comes from: `auditor.training.languages`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from auditor.languages import language_data

DATA = Path(__file__).parent / "data"
SIGN = {"en": 1.0, "fr": -1.0}
LARGEST = 9.0
"""Natural-log odds; a word alone is no better proof than one in eight thousand."""
LARGEST_BY_LETTERS = 2.5
"""Of a word never seen: the letters are right about 94 % of word types."""
LARGEST_LETTER = 1.0
"""Of a single letter, which is a label or an initial as often as a word."""
REMEMBERED = 200_000
"""Words kept with their score, so that memory stays bounded whatever is read."""
PROPER = 8.0
"""Of a country, people, month or day as one language spells it."""
LISTED = 4.0
"""Of a word of the English dictionary that training has not seen."""
ELIDED = 4.0
ENGLISH_GENITIVE = 2.0
_VOWEL = re.compile("[aeiouyàâäéèêëîïôöùûüœæ]")
_APOSTROPHES = str.maketrans("’ʼ‘‐‑", "'''--", "\u00ad")


class Scores(dict[str, float]):
    """Log-odds, English over French, in [-9, 9], of a word as it is written; what is asked once is remembered.

    `known`: the words seen in training. `own`: those of them that belong to one language alone.
    """

    def __init__(self) -> None:
        super().__init__()
        self.known, self.own = _table("words.txt")
        self.letters, _ = _table("letters.txt")

    def __missing__(self, written: str) -> float:
        word = plain(written)
        score = max(-LARGEST, min(LARGEST, self._score(word)))
        if written[0].isupper():
            score = next((sign * PROPER for code, sign in SIGN.items() if word in proper_words(code)), score)
        if len(self) < REMEMBERED:
            self[written] = score
        return score

    def _score(self, word: str) -> float:
        known = self.known.get(word)
        if len(word) == 1 and word.isascii():
            return max(-LARGEST_LETTER, min(LARGEST_LETTER, known or 0.0))
        if known is not None:
            return known
        if word[-1] == "'":
            return -ELIDED
        if "-" in word:
            return sum(self._score(part) for part in word.split("-") if part)
        stem, apostrophe, ending = word.rpartition("'")
        if apostrophe:
            return self._score(stem) + (ENGLISH_GENITIVE if ending == "s" else 0.0)
        return self.by_letters(word)

    def by_letters(self, word: str) -> float:
        """The sum of the weights of the word's letter groups, its edges marked; 0 without a vowel (mph, km)."""
        if not _VOWEL.search(word):
            return 0.0
        total = sum(self.letters.get(group, 0.0) for group in letter_groups(word))
        return max(-LARGEST_BY_LETTERS, min(LARGEST_BY_LETTERS, total))


def letter_groups(word: str) -> list[str]:
    """Groups of two to four letters, the word's edges marked `^` and `$`."""
    marked = f"^{word}$"
    return [marked[start : start + size] for size in (2, 3, 4) for start in range(len(marked) - size + 1)]


@lru_cache(maxsize=REMEMBERED)
def plain(written: str) -> str:
    """Lower case, composed letters, plain apostrophes and hyphens."""
    return unicodedata.normalize("NFC", written.lower().translate(_APOSTROPHES))


@cache
def scores() -> Scores:
    return Scores()


@cache
def listed_words() -> frozenset[str]:
    """English words of the dictionary that training has not seen: fodder."""
    table = scores()
    return frozenset([word for word in table.own if table.known[word] == LISTED])


@cache
def proper_words(language: str) -> frozenset[str]:
    """Words of a language that it writes with a capital letter and translates: countries, peoples, months, days."""
    excluded = set(language_data(language, "language_runs")["names"])
    lines = (DATA / "places.txt").read_text(encoding="utf-8").splitlines()
    places = next(line.split()[1:] for line in lines if line.startswith(f"{language}\t"))
    listed = language_data(language, "language_runs")["capitalised"].split()
    return frozenset([*places, *listed]) - excluded


def _table(name: str) -> tuple[dict[str, float], frozenset[str]]:
    """What has a score, and what of it is marked: lines of a score in tenths, perhaps `!`, then all that has it."""
    table: dict[str, float] = {}
    marked: list[str] = []
    for line in (DATA / name).read_text(encoding="utf-8").split("\n"):
        tenths, _, listed = line.partition(" ")
        entries = listed.split(" ")
        if tenths:
            table.update(dict.fromkeys(entries, int(tenths.rstrip("!")) / 10))
        if tenths.endswith("!"):
            marked += entries
    return table, frozenset(marked)
