"""Which words belong to French or English alone, so that a single one in a text of the other is foreign."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from auditor.language_runs.scores import letter_groups, plain
from auditor.language_runs.words import WORD
from auditor.training.corpora import rows
from auditor.training.spelling import EVERY, USUAL, english_words, not_french

SIDES = ("fr", "en")
VOWEL = re.compile("[aeiouy]")
"""Units have none."""
AMERICAN = re.compile(r"z(?=(?:ations?|e|ed|es|ing|ers?)$)")
"""British English spells these with s, as French does."""
DICTIONARIES = (
    "arabterm",
    "freedict_eng-fra.fr-en",
    "freedict_fra-eng.fr-en",
    "omw_pairs.ar-en",
    "omw_pairs.ar-fr",
    "omw_pairs.fr-en",
)
"""They only say which words belong to one language alone; no list of theirs is in the model."""
OWN_ODDS, OWN_ODDS_UNLISTED = 3.0, 5.0
"""Log-odds from which a word can be one language's alone: listed in the dictionaries, and not."""
OWN_LOOKS, OWN_ODDS_UNLIKE = 1.0, 5.5
"""Where the letters do not say so clearly too, more log-odds are needed: partial, durable."""
OWN_ODDS_SPELLED = 2.0
"""Likewise where the dictionaries of the other language's spelling do not have the word either."""
LISTED_LOOKS = 1.0
"""How far its letters, or the training data, must lean to English for a word that English dictionaries have and French ones have
not, which is LISTED: French dictionaries lack loans."""
SHORTEST_LISTED = 3  # letters
OWN_ENTRIES = 8
"""Such a word stands in so many times more entries of its language: dictionaries list loans and mistakes too."""


def words_alone(
    folder: Path, scored: dict[str, float], letters: dict[str, float]
) -> tuple[set[str], set[str]]:
    """Those of the scored words that are one language's alone, and English ones that dictionaries tell of: LISTED or more.

    Raises:
        AuditorError: a dictionary is missing.
    """
    entries = count_entries(folder)
    english = english_words(EVERY) | frozenset(entries["en"])
    own = own_words(scored, entries, letters) | unspelled(scored, english, letters)
    return own, english_alone(scored, letters, english_words(USUAL))


def looks(word: str, letters: dict[str, float]) -> float:
    """How English a word looks by its letters alone, in log-odds."""
    return sum(letters.get(group, 0.0) for group in letter_groups(word))


def count_entries(folder: Path) -> dict[str, Counter[str]]:
    """By language: how often the dictionaries have a word."""
    found: dict[str, Counter[str]] = {side: Counter() for side in SIDES}
    for name in DICTIONARIES:
        for row in rows(folder / "lexicon" / f"{name}.tsv.gz"):
            for side in SIDES:
                found[side].update(map(plain, WORD.findall(row.get(side, ""))))
    return found


def own_words(
    scored: dict[str, float], entries: dict[str, Counter[str]], letters: dict[str, float]
) -> set[str]:
    """Words that belong to one language alone, so that a single one in a text of the other is foreign.

    An English word that with an r is a French infinitive is a form of it too: relate, oppose.
    """
    found = set()
    for word, odds in scored.items():
        own, other = ("en", "fr") if odds > 0 else ("fr", "en")
        stem = word.removesuffix("s") if len(word) > 3 else word
        listed = any(entries[side][word] for side in SIDES)
        is_own = all(entries[own][form] >= OWN_ENTRIES * entries[other][form] for form in (word, stem))
        is_verb = own == "en" and stem.endswith("e") and entries["fr"][stem + "r"] > entries["en"][stem + "r"]
        likely = looks(word, letters) * (1 if odds > 0 else -1)
        needed = (OWN_ODDS if listed else OWN_ODDS_UNLISTED) if likely > OWN_LOOKS else OWN_ODDS_UNLIKE
        if is_own and not is_verb and abs(odds) >= needed:
            found.add(word)
    return found


def unspelled(scored: dict[str, float], english: frozenset[str], letters: dict[str, float]) -> set[str]:
    """French words, also by their looks, that no English dictionary has."""
    known = {plain(word) for word in english}
    return {
        word
        for word, odds in scored.items()
        if odds <= -OWN_ODDS_SPELLED and looks(word, letters) < -OWN_LOOKS
        if word.isalpha() and AMERICAN.sub("s", word) not in known
    }


def english_alone(scored: dict[str, float], letters: dict[str, float], english: frozenset[str]) -> set[str]:
    """English words written small that French dictionaries do not have."""

    def lean(word: str) -> float:
        return scored[word] if word in scored else looks(word, letters)

    wanted = {
        word
        for word in english
        if word.islower() and word.isascii() and len(word) >= SHORTEST_LISTED and VOWEL.search(word)
        if lean(word) >= LISTED_LOOKS
    }
    return not_french(sorted(wanted))
