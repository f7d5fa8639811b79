"""Which of the supported languages a text is in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.folding import word_forms
from auditor.languages import LANGUAGES, language_data

if TYPE_CHECKING:
    from langdetect.detector_factory import DetectorFactory

SEED = 93
SAMPLE = 3000
"""Characters looked at, a third each from the beginning, the middle and the end."""
ARABIC_SHARE = 0.5
"""Of the letters: from there on a text is Arabic; Latin names and acronyms in it are fewer."""
TOO_SHORT = 3
"""Letters; a shorter text is a label in any language."""
DOUBTFUL_WORDS = 20
"""Words from which the share of small words is worth a judgement."""
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


@dataclass(frozen=True, slots=True)
class Detection:
    """The likeliest of the languages asked for, and how sure that is.

    `confidence` in [0, 1]; 0 for a text that shows nothing. `other`: the code of the language outside of those
    asked for in which the text rather seems to be, else None.
    """

    language: str
    confidence: float
    other: str | None = None


def detect_language(text: str, among: Sequence[str] = LANGUAGES) -> Detection:
    """Finds the language of a text among those given.

    By script first: where half of the letters are Arabic, it is Arabic. Latin letters are judged by langdetect with
    only the languages asked for, always with the same seed. A text without three letters is taken for the first
    language with confidence 0, and so is one in a third script. A text of twenty words and more with too few of the small words of
    the language found (articles, prepositions) is judged again among all 55 languages that langdetect knows, and
    `other` names the result when it is none of those asked for.
    """
    sample = sample_of(text)
    arabic, latin = len(_ARABIC.findall(sample)), len(_LATIN.findall(sample))
    letters = sum(map(str.isalpha, sample))
    if letters < TOO_SHORT:
        return Detection(among[0], 0.0)
    if 2 * (arabic + latin) < letters:
        return Detection(among[0], 0.0, _outside(sample, among))
    if "ar" in among and arabic >= ARABIC_SHARE * (arabic + latin):
        found = Detection("ar", arabic / (arabic + latin))
    else:
        found = _latin_language(sample, [language for language in among if language != "ar"] or list(among))
    if _seems_foreign(sample, found.language):
        return Detection(found.language, found.confidence, _outside(sample, among))
    return found


def sample_of(text: str) -> str:
    """Enough of a text to judge it by; all of a short one."""
    if len(text) <= SAMPLE:
        return text
    third = SAMPLE // 3
    middle = (len(text) - third) // 2
    return "\n".join((text[:third], text[middle : middle + third], text[-third:]))


def _latin_language(sample: str, among: list[str]) -> Detection:
    if len(among) == 1:
        return Detection(among[0], 1.0)
    ranked = _ranking(sample, tuple(among))
    return Detection(*ranked[0]) if ranked else Detection(among[0], 0.0)


def _seems_foreign(sample: str, language: str) -> bool:
    found = [word.partition("'")[0] for word in word_forms(sample)]
    small = _small_words(language)
    share = language_data(language, "detect")["least_share"]
    return len(found) >= DOUBTFUL_WORDS and sum(word in small for word in found) < share * len(found)


@cache
def _small_words(language: str) -> frozenset[str]:
    return frozenset(language_data(language, "detect")["small_words"].split())


def _outside(sample: str, among: Sequence[str]) -> str | None:
    ranked = _ranking(sample, None)
    return ranked[0][0] if ranked and ranked[0][0] not in among else None


def _ranking(sample: str, languages: tuple[str, ...] | None) -> list[tuple[str, float]]:
    """Languages by langdetect (Shuyo 2010) with their probabilities, best first; empty where it finds no letters."""
    from langdetect.lang_detect_exception import LangDetectException

    detector = _factory(languages).create()
    if languages:
        detector.set_prior_map(dict.fromkeys(languages, 1.0))
    detector.append(sample.lower() if sample.isupper() else sample)
    try:
        return [(each.lang, each.prob) for each in detector.get_probabilities()]
    except LangDetectException:
        return []


@cache
def _factory(languages: tuple[str, ...] | None) -> DetectorFactory:
    """A factory with the profiles of the languages, all 55 by default; loading two takes 10 ms, all of them 300."""
    from langdetect import detector_factory

    factory = detector_factory.DetectorFactory()
    factory.set_seed(SEED)
    folder = Path(detector_factory.PROFILES_DIRECTORY)
    names = languages or sorted(path.name for path in folder.iterdir())
    factory.load_json_profile([(folder / name).read_text(encoding="utf-8") for name in names])
    return factory
