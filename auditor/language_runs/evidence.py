"""Which words are evidence enough: by themselves, or for a closer look at a text."""

from __future__ import annotations

from functools import cache

from auditor.language_runs.leanings import dates, home_words, is_proper, links
from auditor.language_runs.scores import REMEMBERED, SIGN, plain, scores
from auditor.language_runs.words import WORD, Word
from auditor.languages import language_data

CERTAIN = 8.0
"""Leaning from which a word proves the other language whatever the dictionaries say."""
ONE_WORD = 3.5
"""Leaning from which one word may be a run. At 4.0 a tenth fewer planted words are found, at 3.0 twice the false alarms."""
AT_HOME = -4.0
"""Leaning up to which a word beside another is surely of the main language."""
STRANGE = 6.5
"""Leaning from which a word between two such words is of the other language, though both may have it."""
BARELY = -2.0
"""Sum of the leanings of the words around one that is certain."""
UNSEEN = 2.4
"""The same for a word that was never seen."""
SEVERAL_WORDS = 6.0
"""Sum of leanings below which a text without such a word has no run."""


def can_stand_alone(word: Word, leaning: float) -> bool:
    """Whether one word by itself may be reported: at least two letters, of one language alone, no name."""
    written = plain(word.text)
    if is_proper(word.text) or leaning >= CERTAIN:
        return leaning > 0 and written not in shared_words()
    is_name = word.text[0].isupper() and (word.opens_sentence or leaning < ONE_WORD)
    return len(written) > 1 and not is_name and written in scores().own and written not in shared_words()


def is_out_of_place(words: list[Word], leaning: list[float], place: int, other: str) -> bool:
    """Whether one word in small letters is of the `other` language though both may have it, or was never seen and has an accent
    that English has not: it stands between two words that are surely of the main language, or beside one and a name.
    """
    if not 0 < place < len(words) - 1 or not words[place].text.islower():
        return False
    is_parted = words[place].follows_punctuation or words[place + 1].follows_punctuation
    if is_parted and leaning[place] < CERTAIN:
        return False
    written = plain(words[place].text)
    if leaning[place] >= CERTAIN and leaning[place - 1] + leaning[place + 1] <= BARELY:
        return len(written) > 2
    around = [step for step in (-1, 1) if leaning[place + step] <= AT_HOME]
    if len(around) < 2 and (written in links(other) or not around or not words[place - around[0]].is_capital):
        return False
    if leaning[place] >= STRANGE:
        return len(written) > 1
    return (
        leaning[place] >= UNSEEN and other == "fr" and not written.isascii() and written not in scores().known
    )


def may_hold_run(text: str, main: str) -> bool:
    """Whether words of a text hint at a run, one of them enough for a word by itself, as every run has one.

    Most texts have none, and this look costs a hundredth of reading the runs.
    """
    hints = list(map(_hints(main).__getitem__, text.split()))
    return sum(hints) >= SEVERAL_WORDS and max(hints) >= ONE_WORD


@cache
def shared_words() -> frozenset[str]:
    """Words that both languages spell alike, whatever they mean."""
    return frozenset(word for code in SIGN for word in language_data(code, "language_runs")["alike"].split())


class Hints(dict[str, float]):
    """How much what stands between two spaces hints at another language than the main one, by how it is written.

    The leanings of its words, if any; SEVERAL_WORDS where one of them is enough by itself.
    """

    def __init__(self, main: str) -> None:
        super().__init__()
        self.main, self.other = (main, "fr") if main == "en" else (main, "en")

    def __missing__(self, written: str) -> float:
        hint = sum(self._hint(word, plain(word)) for word in WORD.findall(written))
        if len(self) < REMEMBERED:
            self[written] = hint
        return hint

    def _hint(self, written: str, word: str) -> float:
        leaning = SIGN[self.other] * scores()[written]
        if word in home_words(self.main)[0]:
            return 0.0
        if word in dates(self.other):
            return SEVERAL_WORDS
        if leaning < 1:
            return 0.0
        alone = (
            word in scores().own and leaning >= ONE_WORD and written.islower() and word not in shared_words()
        )
        unseen = leaning >= UNSEEN and self.main == "en" and not word.isascii() and written.islower()
        return SEVERAL_WORDS if alone or unseen else leaning


@cache
def _hints(main: str) -> Hints:
    return Hints(main)
