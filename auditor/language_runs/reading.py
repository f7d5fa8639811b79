"""Reads the runs of another language in a passage."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache, partial

from auditor.bitext import Passage
from auditor.language_runs.decoding import foreign_stretches
from auditor.language_runs.evidence import ONE_WORD, can_stand_alone, is_out_of_place, may_hold_run
from auditor.language_runs.leanings import dates, heads, home_words, is_proper, leanings, links
from auditor.language_runs.naming import is_small_word, language_of
from auditor.language_runs.scores import SIGN, plain, scores
from auditor.language_runs.words import Word, words_of
from auditor.languages import language_data

FLOOR = 4.0
"""No run without a word that leans this far."""
MORE_WORDS = 6.0
"""Smallest sum of leanings of a run of several words."""
TWO_WORDS = 9.0
"""... of two words of which neither could be reported alone: par la, in town."""
HARDLY = 1.0
"""Leaning below which a word at the edge of a run may be of either language."""
LONGEST_QUOTED, LONGEST_TITLE = 6, 12  # words
LONGEST_GLOSS = LONGEST_NAME = 8  # words

_ARABIC = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff"
_ARABIC_LETTER = "\u0620-\u065f\u066e-\u06d3\u06fa-\u06fc\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
_ARABIC_RUN = re.compile(rf"[{_ARABIC_LETTER}](?:[^A-Za-z\u00c0-\u024f\n]*[{_ARABIC_LETTER}])?")
_ARABIC_WORD = re.compile(rf"[{_ARABIC}]*[\u0620-\u064a\u066e-\u06d3][{_ARABIC}]*")
_MARKS = frozenset('«»“”„"()[].!?')
_QUOTES = {"«": "»", "“": "”", "„": "“", '"': '"', "‘": "’", "'": "'", "`": "'", "(": ")", "[": "]"}


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch in another language than the text around it, without punctuation at its edges.

    `words`: how many words of it are foreign. `log_odds`: natural, of being foreign, at least 4.
    """

    passage: Passage
    language: str
    words: int
    log_odds: float


def read_runs(passage: Passage, main_language: str) -> tuple[Run, ...]:
    """The runs within the passage that are not in its document's main language, in text order.

    French is told from English by words, Arabic from both by its letters. A third language in Latin letters
    is taken for the one it looks more like, or passes.
    """
    text = passage.text
    runs = [] if main_language == "ar" else _arabic_runs(passage, text)
    runs += _latin_runs(passage, text, main_language)
    return tuple(sorted(runs, key=lambda run: run.passage.start))


def _arabic_runs(passage: Passage, text: str) -> list[Run]:
    runs = []
    for match in _ARABIC_RUN.finditer(text):
        words = len(_ARABIC_WORD.findall(match[0]))
        if words:
            runs.append(Run(passage.part(*match.span()), "ar", words, math.inf))
    return runs


def _latin_runs(passage: Passage, text: str, main: str) -> list[Run]:
    other = "fr" if main == "en" else "en"
    if not may_hold_run(text, main):
        return []
    words = words_of(text)
    leaning = leanings(words, main, other)
    stretches = foreign_stretches(words, leaning)
    inside = {place for stretch in stretches for place in stretch}
    stretches += [
        range(place, place + 1)
        for place, each in enumerate(leaning)
        if each >= ONE_WORD and place not in inside
    ]
    found = []
    for stretch in map(partial(_trimmed, words, leaning, other), stretches):
        weight = _weigh(text, words, leaning, stretch, other)
        if weight:
            whole = _whole_date(words, _whole_name(words, leaning, stretch), other)
            language = language_of([words[place].text for place in stretch], other)
            found.append(
                Run(passage.part(words[whole[0]].start, _end(text, words, whole)), language, *weight)
            )
    return found


def _is_at_home(words: list[Word], place: int, other: str) -> bool:
    """Whether a word before a name is of the main language: The Institut du monde arabe."""
    return SIGN[other] * scores()[words[place].text] <= -FLOOR and words[place + 1].is_capital


def _trimmed(words: list[Word], leaning: list[float], other: str, stretch: range) -> range:
    """The stretch without words that hardly lean at an edge where no punctuation parts them from the main language."""
    start, stop = stretch.start, stretch.stop
    while (
        stop - start > 1
        and leaning[start] < HARDLY
        and (not words[start].follows_punctuation or _is_at_home(words, start, other))
    ):
        start += 1
    while (
        stop - start > 1
        and leaning[stop - 1] < HARDLY
        and stop < len(words)
        and not words[stop].follows_punctuation
    ):
        stop -= 1
    return range(start, stop)


def _whole_date(words: list[Word], stretch: range, language: str) -> range:
    """The stretch with the day or year beside a month at its edge."""
    start, stop = stretch.start, stretch.stop
    if stop < len(words) and plain(words[stop - 1].text) in dates(language) and words[stop].text.isdigit():
        stop += 1
    if start and plain(words[start].text) in dates(language) and words[start - 1].text.isdigit():
        start -= 1
    return range(start, stop)


def _whole_name(words: list[Word], leaning: list[float], stretch: range) -> range:
    """The stretch with the rest of a name at its edge: neutral words with capitals, and Arabie in Saudi Arabie."""
    start, stop = stretch.start, stretch.stop
    least = -math.inf if len(stretch) == 1 and is_proper(words[start].text) else -1.0

    def belongs(place: int, edge: int) -> bool:
        mixed = is_proper(words[place].text) if least < -1 else leaning[place] > least
        return words[place].is_capital and words[edge].text[0].isupper() and mixed

    while start and words[start].gap.isspace() and belongs(start - 1, start):
        start -= 1
    while stop < len(words) and words[stop].gap.isspace() and belongs(stop, stop - 1):
        stop += 1
    return range(start, stop)


def _weigh(
    text: str, words: list[Word], leaning: list[float], stretch: range, other: str
) -> tuple[int, float] | None:
    """The number of words and the log-odds of a stretch that is foreign enough to be reported, else None."""
    count = sum(not words[place].is_masked for place in stretch)
    odds = sum(leaning[place] for place in stretch)
    if len(stretch) == 1 and is_out_of_place(words, leaning, stretch.start, other):
        return 1, max(odds, FLOOR)
    if odds < (ONE_WORD if count == 1 else MORE_WORDS) or 2 * count < len(stretch):  # figures, addresses
        return None
    if not _is_telling(words, leaning, stretch, count):
        return None
    if count <= LONGEST_NAME and _is_french_name(words, stretch):
        return None
    whole = _quoted(words, leaning, stretch)
    if any(_is_set_apart(text, [words[place] for place in each], count) for each in (stretch, whole)):
        return None
    return count, odds


def _is_telling(words: list[Word], leaning: list[float], stretch: range, count: int) -> bool:
    """Whether the words of a stretch prove another language, not their number alone."""
    if count > 1 and max(leaning[place] for place in stretch) < FLOOR:
        return False
    if count > 2 or any(can_stand_alone(words[place], leaning[place]) for place in stretch):
        return True
    return sum(leaning[place] for place in stretch) >= TWO_WORDS and _are_in_prose(words, stretch)


def _are_in_prose(words: list[Word], stretch: range) -> bool:
    """Whether neither the words nor those beside them have capitals, as they would in a name: Oscar de la Renta."""
    around = words[max(0, stretch.start - 1) : stretch.stop + 1]
    return len(stretch) == 2 and not any(word.text[0].isupper() or word.is_masked for word in around)


def _end(text: str, words: list[Word], stretch: range) -> int:
    """The end of a stretch, with the bracket that closes one opened in it."""
    start, end = words[stretch[0]].start, words[stretch[-1]].end
    inside = text[start:end]
    closes = (inside.count("(") > inside.count(")") and text[end : end + 1] == ")") or (
        inside.count("[") > inside.count("]") and text[end : end + 1] == "]"
    )
    return end + closes


def _is_french_name(words: list[Word], stretch: range) -> bool:
    """Whether a run may be a name in the French manner, with a capital in front alone and no verb: Caisse nationale de crédit."""
    if _ends_name(words, stretch):
        return True
    first = words[stretch[0]]
    if _opens_sentence(first.text) and len(stretch) > 1 and words[stretch[1]].text.islower():
        return False  # Les autres lutteurs, Tous les navires
    if not first.is_capital or is_proper(first.text) or plain(first.text) in heads("fr"):
        return False
    small = [words[place].text for place in stretch if is_small_word(words[place].text, "fr")]
    return scores()[first.text] < 0 and all(plain(word) in links("fr") for word in small)


def _ends_name(words: list[Word], stretch: range) -> bool:
    """Whether these are the last words of a name, links and capitals that no language translates: rue de la Paix."""
    inside = [words[place] for place in stretch]
    before = words[stretch.start - 1] if stretch.start else None
    if before is None or inside[0].follows_punctuation or not inside[-1].is_capital:
        return False
    return (before.is_capital or plain(before.text) in home_words("en")[0]) and all(
        not is_proper(word.text) if word.is_capital else plain(word.text) in links("fr") for word in inside
    )


def _opens_sentence(word: str) -> bool:
    """Whether a French word opens sentences rather than names: an article, a pronoun, a conjunction."""
    return is_small_word(word, "fr") or plain(word) in _openers()


@cache
def _openers() -> frozenset[str]:
    return frozenset(language_data("fr", "language_runs")["openers"].split())


def _quoted(words: list[Word], leaning: list[float], stretch: range) -> range:
    """The stretch with the words beside it that are of no language, up to a quotation mark: "Polanski: wanted and desired"."""
    start, stop = stretch.start, stretch.stop
    while start and leaning[start - 1] > -HARDLY and _MARKS.isdisjoint(words[start].gap):
        start -= 1
    while stop < len(words) and leaning[stop] > -HARDLY and _MARKS.isdisjoint(words[stop].gap):
        stop += 1
    return range(start, stop)


def _is_set_apart(text: str, words: list[Word], count: int) -> bool:
    """Whether quotation marks or brackets show that the author meant the foreign words to stand there."""
    opening = text[: words[0].start].rstrip()[-1:]
    closing = text[words[-1].end :].lstrip(" \u00a0\u202f,.!?…")[:1]
    if not opening or _QUOTES.get(opening) != closing:
        return False
    long = [word for word in words if len(word.text) > 3 and not word.is_masked]
    is_title = sum(word.text[0].isupper() for word in long) >= 0.8 * len(long)
    return count <= (LONGEST_GLOSS if opening in "([" else LONGEST_TITLE if is_title else LONGEST_QUOTED)
