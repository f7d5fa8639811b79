"""The words that the names room knows for common, learned from running text."""

from __future__ import annotations

import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from auditor.folding import folded, words
from auditor.names.transliteration import latin_letters, spelled_alike
from auditor.training.corpora import rows

FREQUENT, EXAMPLES, NAMED = 2, 20, 0.3
"""Least occurrences of a common word, translations looked at, share of them in which it may be spelled as a name."""
USUAL = 12
"""Least occurrences of a common Latin word in lower case."""
WORD = re.compile(r"[^\W\d_]+")
CAPITALISED = re.compile(r"[A-ZÀ-Þ][\w'’]{2,}")


def write_words(path: Path, listed: Iterable[str]) -> None:
    path.write_bytes(gzip.compress("\n".join(listed).encode(), mtime=0))


def common_latin(train: Path) -> list[str]:
    """Folded French and English words written USUAL times or more in lower case, and not once in twenty."""
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    for row in rows(train / "fr-en.tsv.gz"):
        for language in ("en", "fr"):
            for word in WORD.findall(row[language]):
                (upper if word[0].isupper() else lower)[folded(word)] += 1
    return sorted(
        word for word, count in lower.items() if count >= USUAL and len(word) > 3 and 20 * count > upper[word]
    )


def common_words(train: Path) -> list[str]:
    """Folded Arabic words of running text, without their article, that translations do not spell in Latin letters.

    Of the words seen FREQUENT times and more, those that at most NAMED of their translations have a capitalised word for
    that spells them.
    """
    seen: Counter[str] = Counter()
    near: defaultdict[str, list[set[str]]] = defaultdict(list)
    for language in ("en", "fr"):
        for row in rows(train / f"ar-{language}.tsv.gz"):
            spelled = {latin_letters(word) for word in CAPITALISED.findall(row[language])}
            for word in {bare_form(row["ar"], *found) for found in words(row["ar"])} - {""}:
                seen[word] += 1
                if len(near[word]) < EXAMPLES:
                    near[word].append(spelled)
    return sorted(
        word
        for word, count in seen.items()
        if count >= FREQUENT
        and not word.isascii()
        and sum(any(spelled_alike(word, other) >= 0.5 for other in each) for each in near[word])
        <= NAMED * len(near[word])
    )


def bare_form(text: str, form: str, start: int, _: int) -> str:
    """A folded word of a text without its article, which is written with a plain alef; nothing for a figure."""
    if not form.isalpha():
        return ""
    return without_article(form) if text[start] == "ا" else form


def without_article(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word
