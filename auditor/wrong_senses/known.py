"""What the translation lexicon knows of an Arabic word, by the keys under which words are compared here."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from auditor.bitext import Passage
from auditor.folding import words
from auditor.languages import language_data
from auditor.terms.senses import content_keys
from auditor.word_alignment.lexicon import lexicon, vocabulary
from auditor.word_alignment.words import analysis

EXPLAINED = 0.1
"""p(target word | Arabic word) from which on a target word is a rendering of another Arabic word of its pair."""
_GRAMMAR = frozenset(language_data("ar", "words")["function"].split())


def content_words(text: str) -> tuple[str, ...]:
    """The folded words of an Arabic text but those of grammar."""
    return tuple(word for word, _, _ in words(text) if word not in _GRAMMAR)


def explained(source: Passage, places: Iterable[Passage], language: str) -> set[str]:
    """The keys of what renders the words of a passage of the original outside of `places`."""
    others: set[str] = set()
    start = source.start
    for place in sorted(places, key=lambda place: place.start):
        others.update(content_words(source.document.text[start : place.start]))
        start = max(start, place.end)
    others.update(content_words(source.document.text[start : source.end]))
    return {key for word in others for key, share in known(word, language).items() if share >= EXPLAINED}


def is_usual(source: str, word: str, language: str) -> bool:
    """Whether a target word is a rendering of a word of an Arabic text with a probability of EXPLAINED or more."""
    keys = content_keys(word, language)
    return any(
        known(each, language).get(key, 0) >= EXPLAINED for each in content_words(source) for key in keys
    )


@lru_cache(maxsize=65536)
def known(word: str, language: str) -> dict[str, float]:
    """The keys of the renderings of a folded Arabic word in the translation lexicon, with p(rendering | word)."""
    dictionary = lexicon("ar", language)
    stem, is_content = analysis(word, "ar", vocabulary("ar").bare_count)
    index = dictionary.source.ids.get(stem) if is_content else None
    if index is None:
        return {}
    others, ahead, _ = dictionary.row(index)
    found: dict[str, float] = {}
    for other, share in zip(others.tolist(), ahead.tolist(), strict=True):
        for key in content_keys(dictionary.target.spelling(other), language):
            found[key] = max(share, found.get(key, 0.0))
    return found
