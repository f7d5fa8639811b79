"""The words of a passage and the marks of negation among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from auditor.bitext import Passage, span
from auditor.languages import language_data
from auditor.polarity.phrases import Found, Phrases
from auditor.word_alignment import Word

DEMANDING = frozenset({"verb", "noun", "adjective"})
"""Labels of negations that must have a counterpart."""
_BREAKS = frozenset(",;:.!?()[]،؛؟«»“”\"\n/–—")
_EXCEPT = frozenset({"الا", "والا", "فالا"})


@dataclass(frozen=True, slots=True)
class Side:
    """The words of one passage, their folded forms, and the marks of negation among them, in text order.

    The labels of marks: those of DEMANDING; `optional`, what repeats a negation or stands for one; `only`, what limits;
    `faint`, what nearly negates; `neutral`, negative in form alone; `words`, what holds a negation (refuse, unknown).
    """

    language: str
    words: Sequence[Word] = field(repr=False)
    forms: list[str] = field(repr=False)
    marks: list[Found]

    @property
    def negations(self) -> list[Found]:
        """The marks that must have a counterpart."""
        return [mark for mark in self.marks if mark.label in DEMANDING]

    def passage(self, places: Sequence[int]) -> Passage:
        """From the first to the last of some words, given in text order."""
        return span([self.words[places[0]].passage, self.words[places[-1]].passage])

    def breaks_before(self, place: int) -> bool:
        """Whether punctuation stands between a word and the one before it."""
        before, after = self.words[place - 1].passage, self.words[place].passage
        return not _BREAKS.isdisjoint(before.document.text[before.end : after.start])


def read_side(words: Sequence[Word], language: str) -> Side:
    """Reads the words of a passage, as the word alignment has them."""
    forms = [word.form for word in words]
    if language == "ar":
        forms = [_that_not(word) if word.form in _EXCEPT else word.form for word in words]
    elif language == "fr" and "n" in forms:
        forms = ["-" if word.form == "n" and not _is_elided(word) else word.form for word in words]
    return Side(language, words, forms, negation_phrases(language).find(forms))


def _that_not(word: Word) -> str:
    """`ألا` (that … not) as الّا, to tell it from إلا (except), which folds to the same letters."""
    return "الّا" if "أ" in word.passage.text else word.form


def _is_elided(word: Word) -> bool:
    """Whether an n is that of n’est, not that of 802.11n."""
    end = word.passage.end
    return word.passage.document.text[end : end + 1] in {"'", "’"}


@cache
def negation_phrases(language: str) -> Phrases:
    table = language_data(language, "polarity")["negation"]
    return Phrases(
        language,
        [(label, line) for label, lines in table.items() if label != "prefixes" for line in lines.split("\n") if line],
    )
