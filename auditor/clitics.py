"""Arabic words without the particles written onto them."""

from __future__ import annotations

from functools import cache, lru_cache

from auditor.languages import language_data


@lru_cache(maxsize=65536)
def stems(word: str) -> tuple[str, ...]:
    """Every reading of a folded Arabic word without proclitics, article, enclitic pronouns; the word itself first.

    وبالتراب gives وبالتراب, بالتراب, التراب, تراب, ...: whoever looks a word up tries them in order, since a word
    that only looks cliticised (وزير, بنك, لبنان) is known as it stands.
    """
    conjunctions, articles, prepositions = _leads()
    found = [word]
    if word.startswith(conjunctions):
        found += _without(word, conjunctions, 3)
    for candidate in tuple(found):
        if candidate.startswith(articles):
            found += _without(candidate, articles, 2)
        if candidate.startswith(prepositions):
            found += _without(candidate, prepositions, 3)
    # What ends a word ends all of it but its beginning, and a pronoun leaves three letters.
    if word.endswith(_enclitics()):
        for candidate in tuple(found):
            found += _without_enclitic(candidate)
    return tuple(dict.fromkeys(found)) if len(found) > 1 else (word,)


@cache
def _leads() -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Conjunctions, articles with what they grow together with (لل is ل + ال), prepositions."""
    clitics = language_data("ar", "clitics")
    return tuple(clitics["conjunctions"]), tuple(clitics["articles"]), tuple(clitics["prepositions"])


@cache
def _enclitics() -> tuple[str, ...]:
    return tuple(language_data("ar", "clitics")["enclitics"])


def _without(word: str, leads: tuple[str, ...], remaining: int) -> list[str]:
    """Without each lead that leaves so many letters or more."""
    letters = len(word) - remaining
    return [word[len(lead) :] for lead in leads if len(lead) <= letters and word.startswith(lead)]


def _without_enclitic(word: str) -> list[str]:
    """Without a pronoun at the end; before it ة is written ت, so both spellings come back."""
    found = []
    letters = len(word) - 3
    for tail in _enclitics():
        if len(tail) <= letters and word.endswith(tail):
            stem = word[: -len(tail)]
            found.append(stem)
            if stem.endswith("ت"):
                found.append(stem[:-1] + "ه")
    return found
