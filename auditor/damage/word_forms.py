"""How the words of a language are written: the forms seen in the training data, and groups of letters that words have."""

from __future__ import annotations

import gzip
from bisect import bisect_left
from functools import cache
from importlib.resources import files
from itertools import islice, takewhile

from auditor.folding import folded
from auditor.languages import language_data

SEEN, COMMON, FREQUENT = 5, 20, 100
"""Times seen from which a form is known for certain, is a common word, is a frequent one."""
FORMS_HAVE = "fr", "en"
UNSEEN = -2.0
"""Logarithm to base 2 of the forms that have a group of letters that none was seen to have."""


class FormsOf:
    """The forms of one language in small letters; `levels` says how often each was seen at least (1, 2, 5, 20 …).

    Loan words that the training data may lack count as seen.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self.levels: dict[str, int] = {}
        for value, words in _table(f"forms.{language}.txt.gz"):
            self.levels.update(dict.fromkeys(words, value))
        for word in language_data(language, "damage")["loans"].split():
            self.levels.setdefault(word, SEEN)
        self.known = frozenset(self.levels)
        self.common = frozenset(form for form, level in self.levels.items() if level >= COMMON)
        self._accented: dict[str, str] | None = None
        self._groups: dict[str, int] | None = None
        self._sorted: list[str] | None = None

    def level(self, word: str) -> int:
        """How often a word was seen at least; 0 where never."""
        return self.levels.get(word, 0)

    def accented(self, bare: str) -> str | None:
        """The commonest form with accents that is written `bare` without them."""
        if self._accented is None:
            accented = [form for form in self.levels if not form.isascii()]
            accented.sort(key=lambda each: (self.levels[each], each))
            self._accented = {folded(form): form for form in accented}
        return self._accented.get(bare)

    def beginning(self, start: str) -> list[str]:
        """The common forms that begin so, in alphabetical order."""
        if self._sorted is None:
            self._sorted = sorted(self.common)
        first = bisect_left(self._sorted, start)
        return list(takewhile(lambda form: form.startswith(start), islice(self._sorted, first, None)))

    def rarity(self, word: str) -> float:
        """How unlike a word of the language its rarest three letters are: from 0, many words have them, to about 14."""
        if self._groups is None:
            found = _table(f"groups.{self.language}.txt.gz")
            self._groups = {group.replace("_", " "): value for value, groups in found for group in groups}
        shown = f" {word} "
        groups = (shown[place : place + 3] for place in range(len(shown) - 2))
        return 12.0 - min(self._groups.get(group, UNSEEN) for group in groups)


def _table(name: str) -> list[tuple[int, list[str]]]:
    """Lines of a value, a tab, and what has it."""
    packed = files("auditor.damage").joinpath("data", name).read_bytes()
    lines = gzip.decompress(packed).decode("utf-8").splitlines()
    return [(int(value), found.split()) for value, _, found in (line.partition("\t") for line in lines)]


@cache
def forms_of(language: str) -> FormsOf:
    """The forms of French or English."""
    return FormsOf(language)
