"""Sound pairs in which a word of the translation is turned into its opposite."""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from auditor.folding import folded
from auditor.polarity.poles import opposite_phrases, poles
from auditor.polarity.reading import Side

RAREST = 8
"""Times that a word is seen in running text before it is put in."""
FIRST = 8
"""Of the opposites with the same ending, so many of the most frequent are drawn from."""
TRIED = 3
"""Words of a pair that are tried."""
ENDINGS = ("ed", "ing", "s")
"""Endings of English words that an opposite should share; of French ones the last two letters."""
_WORD = re.compile(r"[^\W\d_]+")


class Opposites:
    """The words of a language by the pole that they stand for, the most frequent first."""

    def __init__(self, language: str, texts: Iterable[str]) -> None:
        self._language = language
        seen = Counter(word for text in texts for word in _WORD.findall(text))
        found: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for word, count in seen.items():
            if count >= RAREST and word.islower():
                for each in opposite_phrases(language).find([folded(word)]):
                    found[each.label].append((-count, word))
        self._words = {label: sorted(words) for label, words in found.items()}

    def of(self, word: str, label: str, draw: random.Random) -> str | None:
        """A word of the other pole with the ending of a word, which stands for `label`; None if none is known."""
        opposite = f"{label[:-1]}{1 - int(label[-1])}"
        ending = self._ending(word.lower())
        known = [each for each in self._words.get(opposite, ()) if self._ending(each[1]) == ending][:FIRST]
        if not known:
            return None
        chosen = draw.choices([each for _, each in known], [(-count) ** 0.5 for count, _ in known])[0]
        return chosen.capitalize() if word[0].isupper() else chosen

    def _ending(self, word: str) -> str:
        if self._language != "en":
            return word[-2:]
        return next((ending for ending in ENDINGS if word.endswith(ending)), "")


def turned(source: Side, target: Side, known: Opposites, draw: random.Random) -> tuple[str, int] | None:
    """The target with a word turned into its opposite where the source has a word of the same pole, and where the word
    begins, counted from the start of the target; None where there is no such word.
    """
    if not target.words:
        return None
    text = target.words[0].document.text
    here, there = poles(source), poles(target)
    words = [
        each
        for concept in sorted(here.keys() & there.keys())
        for pole in (0, 1)
        if here[concept][pole]
        for each in there[concept][pole]
        if len(each.places) == 1
    ]
    draw.shuffle(words)
    for each in words[:TRIED]:
        word = target.words[each.places[0]]
        opposite = known.of(text[word.start : word.end], each.label, draw)
        if opposite is not None:
            return text[: word.start] + opposite + text[word.end :], word.start
    return None
