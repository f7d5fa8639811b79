"""Arabic words without the particles written onto them."""

from __future__ import annotations

from functools import lru_cache

from auditor.languages import language_data


@lru_cache(maxsize=65536)
def stems(word: str) -> tuple[str, ...]:
    """Every reading of a folded Arabic word without proclitics, article, enclitic pronouns; the word itself first.

    وبالتراب gives وبالتراب, بالتراب, التراب, تراب, ...: whoever looks a word up tries them in order, since a word
    that only looks cliticised (وزير, بنك, لبنان) is known as it stands.
    """
    clitics = language_data("ar", "clitics")
    found = [word]
    found += _without(word, clitics["conjunctions"], 3)
    for candidate in tuple(found):
        found.extend(_without_preposition(candidate))
    for candidate in tuple(found):
        found.extend(_without_enclitic(candidate))
    return tuple(dict.fromkeys(found))


def _without_preposition(word: str) -> list[str]:
    """Without ب ك ل س and the article, each where two letters or more remain; لل is ل + ال."""
    clitics = language_data("ar", "clitics")
    return [*_without(word, clitics["articles"], 2), *_without(word, clitics["prepositions"], 3)]


def _without(word: str, leads: list[str], remaining: int) -> list[str]:
    return [
        word[len(lead) :] for lead in leads if word.startswith(lead) and len(word) - len(lead) >= remaining
    ]


def _without_enclitic(word: str) -> list[str]:
    """Without a pronoun at the end; before it ة is written ت, so both spellings come back."""
    found = []
    for tail in language_data("ar", "clitics")["enclitics"]:
        if word.endswith(tail) and len(word) - len(tail) >= 3:
            stem = word[: -len(tail)]
            found.append(stem)
            if stem.endswith("ت"):
                found.append(stem[:-1] + "ه")
    return found
