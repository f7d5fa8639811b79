"""What running text tells of names: which words translations spell, which they render by another, which are common."""

from __future__ import annotations

import gzip
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from auditor.folding import folded, words
from auditor.names.pair.forms import SPELLS
from auditor.names.spelling.spelled import has_same_consonants, spelled_alike
from auditor.names.spelling.transliteration import latin_letters
from auditor.training.corpora import rows

EXAMPLES = 20
"""Translations of a word that are looked at."""
USUAL = 12
"""Least occurrences of a common Latin word in lower case."""
SPELLED, UNSPELLED = 1.7, -1.15
"""Log-odds that a word is a name for each translation that spells it, and for each that does not: half of log .9/.03 and
log .1/.97, since most Arabic sentences are there twice, with a French and an English translation."""
COMMON, KNOWN = -3.0, 2.5
"""Log-odds below which a word is common, and above which it is known for a name."""
LEAST_SHARE = 0.6
"""Share of the translations of a known name that spell it."""
MOST_WORDS, MOST_CAPITALS = 60, 25
"""Words of a sentence, and capitalised words of its translation, beyond which it is no sentence."""
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(slots=True)
class Seen:
    """How often a word was seen, how many of its translations were looked at and spell it, and what else is in them."""

    times: int = 0
    looked: int = 0
    spelled: int = 0
    beside: Counter[str] = field(default_factory=Counter)  # capitalised words of all translations, folded


@dataclass(frozen=True, slots=True)
class RunningText:
    """`words`: Arabic words without article; `capitals`: how many sentences have a capitalised Latin word."""

    words: dict[str, Seen]
    capitals: Counter[str]


def read_arabic(train: Path) -> RunningText:
    """The Arabic words of both training files; rows in capitals are left out, of those in lower case any word counts."""
    found: defaultdict[str, Seen] = defaultdict(Seen)
    capitals: Counter[str] = Counter()
    for language in ("en", "fr"):
        for row in rows(train / f"ar-{language}.tsv.gz"):
            text = row[language]
            if text.isupper():
                continue
            named, spelled = _names(text)
            capitals.update(named)
            listed = sorted({bare_form(row["ar"], *each) for each in words(row["ar"])} - {""})
            for word in listed:
                seen = found[word]
                seen.times += 1
                if len(listed) <= MOST_WORDS and len(named) < MOST_CAPITALS:
                    seen.beside.update(named)
                if seen.looked < EXAMPLES:
                    seen.looked += 1
                    seen.spelled += any(_spells(word, other) for other in spelled)
    return RunningText(dict(found), capitals)


def _names(text: str) -> tuple[set[str], set[str]]:
    """The folded capitalised words that open no sentence, and the letters of all words that a name may be among."""
    named = {word for word, opens in _capitals(text) if not opens}
    plain = text[1:].islower()  # questions and chat: names in lower case
    spelled = {
        latin_letters(word) for word in _WORD.findall(text) if len(word) > 2 and (plain or word[0].isupper())
    }
    return named, spelled


def _capitals(text: str) -> Iterator[tuple[str, bool]]:
    """The words with a capital and without another, folded, and whether they open a sentence."""
    for match in _WORD.finditer(text):
        if len(match[0]) > 2 and match[0][0].isupper() and match[0][1:].islower():
            before = text[max(0, match.start() - 2) : match.start()]
            yield folded(match[0]), not before or before[0] in '.!?…:\n«“”"(' or before[-1] in '\n«“"('


@lru_cache(maxsize=1 << 22)
def _spells(arabic: str, latin: str) -> bool:
    return has_same_consonants(arabic, latin) and spelled_alike(arabic, latin) >= SPELLS


def log_odds(seen: Seen, shape: float) -> float:
    """That a word is a name, by its shape and by its translations."""
    return shape + SPELLED * seen.spelled + UNSPELLED * (seen.looked - seen.spelled)


def common_words(
    text: RunningText, shapes: Mapping[str, float], renderings: Mapping[str, set[str]], common: set[str]
) -> list[str]:
    """Words that translations neither spell nor have a name for; `common`: Latin words written in lower case."""
    return sorted(
        word
        for word, seen in text.words.items()
        if seen.times >= (2 if len(word) > 2 else EXAMPLES)
        and log_odds(seen, shapes[word]) < COMMON
        and renderings.get(word, set()) <= common
    )


def known_names(text: RunningText, shapes: Mapping[str, float], common: set[str]) -> list[str]:
    """Words that translations spell, by a word that is not common, or in two translations at least."""
    found = []
    for word, seen in text.words.items():
        if len(word) < 3 or seen.spelled < max(2, LEAST_SHARE * seen.looked):
            continue
        if log_odds(seen, shapes[word]) <= KNOWN:
            continue
        spelled = {
            other for other, times in seen.beside.items() if times > 1 and _spells(word, latin_letters(other))
        }
        if spelled - common or (not spelled and shapes[word] > -1.5):
            found.append(word)
    return sorted(found)


def arabic_renderings(text: RunningText) -> dict[str, set[str]]:
    """For a word the capitalised words that its translations often have and that do not spell it."""
    found = {}
    for word, seen in text.words.items():
        if seen.times < 2 or len(word) < 3:
            continue
        listed = {
            other
            for other, times in seen.beside.items()
            if times >= 3
            and is_rendering(times / seen.times, times / text.capitals[other])
            and not _spells(word, latin_letters(other))
        }
        if listed:
            found[word] = listed
    return found


def is_rendering(ahead: float, back: float) -> bool:
    """Whether two words go together: the shares of the sentences with either that have the other."""
    return math.sqrt(ahead * back) >= 0.35 or (ahead >= 0.8 and ahead * back > 0.01)


def write_words(path: Path, listed: Iterable[str]) -> None:
    path.write_bytes(gzip.compress("\n".join(listed).encode(), mtime=0))


def write_renderings(path: Path, table: Mapping[str, set[str]]) -> None:
    write_words(path, (" ".join((word, *sorted(others))) for word, others in sorted(table.items())))


def latin_cases(train: Path) -> tuple[Counter[str], Counter[str]]:
    """How often French and English words are written in lower case, and with a capital; folded."""
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    for row in rows(train / "fr-en.tsv.gz"):
        for language in ("en", "fr"):
            if not row[language].isupper():
                for word in _WORD.findall(row[language]):
                    (upper if word[0].isupper() else lower)[folded(word)] += 1
    return lower, upper


def common_latin(lower: Counter[str], upper: Counter[str]) -> list[str]:
    """Folded French and English words written USUAL times or more in lower case, and not once in twenty."""
    return sorted(
        word for word, count in lower.items() if count >= USUAL and len(word) > 3 and 20 * count > upper[word]
    )


def bare_form(text: str, form: str, start: int, _: int) -> str:
    """A folded word of a text without its article, which is written with a plain alef; nothing for a figure or Latin letters."""
    if not form.isalpha() or form.isascii():
        return ""
    return without_article(form) if text[start] == "ا" else form


def without_article(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word
