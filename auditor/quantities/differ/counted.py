"""What numbers of people count, where news counts several things side by side: dead and wounded, men and women."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from auditor.folding import folded
from auditor.languages import language_data
from auditor.quantities.quantity import Quantity

BEHIND, BEFORE = 4, 3
"""Words behind a number and before it that may say what it counts."""
_REACH = 60  # characters in which so many words stand
_PIECE = re.compile(r"[^\W\d_]+|\d|[^\w\s]")
_LEADS = ("وال", "بال", "ال", "لل", "و", "ب", "ل", "ف", "")


_ELISIONS = frozenset("'’")


class Counted(NamedTuple):
    """The words of a language by group, whole and by their beginnings; `joins` part one count from the next, `apart` from what it is of."""

    words: dict[str, str]
    beginnings: tuple[tuple[str, str], ...]
    joins: frozenset[str]
    apart: frozenset[str]

    def group(self, word: str) -> str | None:
        """The group of a folded word."""
        found = self.words.get(word)
        return found or next((group for start, group in self.beginnings if word.startswith(start)), None)


def counted(quantity: Quantity) -> str | None:
    """The group that a number counts: the word behind it names it, or else the nearest before it; None where neither does."""
    text, place = quantity.passage.document.text, quantity.passage
    known = _counted(quantity.language)
    if place.text.isalpha() and (own := _group(folded(place.text), quantity.language)) is not None:
        return own  # فضيتين
    behind = _PIECE.findall(folded(text[place.end : place.end + _REACH]))[:BEHIND]
    for word in behind:
        if word in _ELISIONS:
            continue
        is_joined = word in known.joins or not word[0].isalpha()
        if is_joined or (quantity.language == "ar" and word[0] == "و" and known.group(word) is None):
            break  # شخصان وأصيب ثلاثة, but ثلاث حالات وفاة
        group = _group(word, quantity.language)
        if group is not None:
            return group
    before = _PIECE.findall(folded(text[max(0, place.start - _REACH) : place.start]))[: -BEFORE - 1 : -1]
    for word in before:
        if not word[0].isalpha() or word in known.apart:
            break
        group = _group(word, quantity.language)
        if group is not None:
            return group
        if word in known.joins:
            break
    return None


@lru_cache(maxsize=4096)
def _group(word: str, language: str) -> str | None:
    known = _counted(language)
    if language != "ar":
        return known.group(word)
    bare = (word[len(lead) :] for lead in _LEADS if word.startswith(lead))
    return next((group for each in bare if (group := known.group(each))), None)


@cache
def _counted(language: str) -> Counted:
    data = language_data(language, "quantities")
    entries = [(folded(word), group) for group, words in data["counted"].items() for word in words]
    return Counted(
        {word: group for word, group in entries if not word.endswith("*")},
        tuple((word[:-1], group) for word, group in entries if word.endswith("*")),
        frozenset(map(folded, data["grammar"]["and"])),
        frozenset(map(folded, data["grammar"]["counted_of"])),
    )
