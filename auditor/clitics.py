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
    found += _without(word, conjunctions, 3)
    for candidate in tuple(found):
        found += _without(candidate, articles, 2)
        found += _without(candidate, prepositions, 3)
    for candidate in tuple(found):
        found += _without_enclitic(candidate)
    return tuple(dict.fromkeys(found))


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
    if not word.startswith(leads):
        return []
    return [
        word[len(lead) :] for lead in leads if word.startswith(lead) and len(word) - len(lead) >= remaining
    ]


def _without_enclitic(word: str) -> list[str]:
    """Without a pronoun at the end; before it ة is written ت, so both spellings come back."""
    if not word.endswith(_enclitics()):
        return []
    found = []
    for tail in _enclitics():
        if word.endswith(tail) and len(word) - len(tail) >= 3:
            stem = word[: -len(tail)]
            found.append(stem)
            if stem.endswith("ت"):
                found.append(stem[:-1] + "ه")
    return found
