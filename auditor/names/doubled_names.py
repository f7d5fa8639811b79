"""Surnames of one person that came back as another's of the same sentence: “Kamel Belkhiri … Youcef Belkhiri”.

What spells a word of the original is the counterpart of that word, as often as the original has it; once more is once too often.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.names.pair.anchors import rendered_words
from auditor.names.pair.comparison import Comparison
from auditor.names.pair.forms import WordForm
from auditor.names.pair.native_names import bare_readings
from auditor.names.pair.persons import is_given
from auditor.names.people.sequences import PartDifference, next_capital, next_part
from auditor.names.places.owned_names import is_spelled_by, is_spelling
from auditor.names.words.person_words import epithets

DOUBLED = 0.8
"""Confidence: of the sound development pairs none has one."""
_JOINED = ("لل", "بال", "وال", "فال", "كال")
SHORTEST = 4
"""Letters of a surname."""


def doubled_names(pair: Comparison) -> Iterator[PartDifference]:
    """The surnames that came back as another's, in text order."""
    words = pair.source.words
    for here, word in enumerate(words):
        after = next_part(pair.source, here) if is_given(word) else None
        if after is None or not _may_be_surname(words[after]):
            continue
        if any(is_spelled_by(pair.source, after, other) for other in pair.capitals):
            continue
        if rendered_words(words[after], pair.target):
            continue
        there = _after(pair, word)
        if there is not None and _is_too_many(pair, here, there):
            yield PartDifference("person", after, there, DOUBLED)


def _may_be_surname(word: WordForm) -> bool:
    if word.is_title or word.begins or word.folded in epithets():
        return False
    return len(word.folded) >= SHORTEST and not (word.is_joiner or word.folded.startswith(_JOINED))


def _after(pair: Comparison, word: WordForm) -> int | None:
    """The word with a capital after the one place that spells a given name."""
    at = [
        there
        for there, other in enumerate(pair.target.words)
        if other.is_capital and is_spelling(word, other)
    ]
    return next_capital(pair.target, at[0], 1) if len(at) == 1 else None


def _is_too_many(pair: Comparison, here: int, there: int) -> bool:
    """Whether a word spells one name of the original, further on, and the translation has it more often."""
    other = pair.target.words[there]
    spelled = [word for word in pair.source.words if _may_be_surname(word) and is_spelling(word, other)]
    if len({bare_readings(word) for word in spelled}) != 1:
        return False
    times = sum(each.is_capital and is_spelling(spelled[0], each) for each in pair.target.words)
    return times > len(spelled) and pair.source.words.index(spelled[0]) > here
