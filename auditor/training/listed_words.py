"""The words of names in lists of two languages, one by one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from auditor.languages import language_data
from auditor.names.spelling.transliteration import arabic_letters, latin_letters
from auditor.training.name_words import without_article


def word_pairs(entries: Iterable[dict[str, str]]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        if entry.get("kind") == "ORGANIZATION":
            continue
        arabic = [without_article(arabic_letters(word)) for word in (entry.get("ar") or "").split()]
        for language in ("fr", "en"):
            latin = latin_words(entry.get(language) or "")
            if len(arabic) == len(latin):
                yield from (
                    (one, other)
                    for one, other in zip(arabic, latin, strict=True)
                    if len(one) > 1 and len(other) > 1 and len(other) <= 3 * len(one) and len(one) <= 14
                    and not one.isascii()
                )  # fmt: skip


def latin_words(name: str) -> list[str]:
    articles = language_data("fr", "names")["articles"]
    found = [latin_letters(word) for word in re.split(r"[\s-]+", name.replace("'", "").replace("’", ""))]
    return [word for word in found if word and word not in articles]
