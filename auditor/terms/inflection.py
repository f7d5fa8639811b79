"""Words brought to keys under which the inflected forms of one word meet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from auditor.folding import folded
from auditor.languages import language_data

_LONGEST = 4  # letters that a regular ending of an Arabic word has at most


@lru_cache(maxsize=65536)
def latin_key(word: str, language: str) -> str:
    """The key of a folded French or English word: without plural and feminine endings.

    Both sides of a comparison pass through here, so a key need not be a word: nationales and national give nation-al.
    """
    for endings in _endings(language):
        fitting = endings.get(word[-1])
        if fitting:
            word = _without_ending(word, fitting)
    return word


@cache
def _endings(language: str) -> tuple[dict[str, list[tuple[str, str]]], ...]:
    """The endings of number and those of gender, with what stands for them, by their last letter."""
    groups: list[dict[str, list[tuple[str, str]]]] = []
    for group in ("number", "gender"):
        groups.append({})
        for ending, replacement in language_data(language, "inflection")[group]:
            groups[-1].setdefault(ending[-1], []).append((ending, replacement))
    return tuple(groups)


@cache
def _skipped(language: str) -> frozenset[str]:
    return frozenset(language_data(language, "inflection")["skipped"])


def elision(word: str, language: str) -> int:
    """Length of the elided article or particle that a folded word begins with: 2 for l'Empire."""
    leads = language_data(language, "inflection")["elisions"]
    return next((len(lead) for lead in leads if word.startswith(lead) and len(word) > len(lead)), 0)


def is_skipped(word: str, language: str) -> bool:
    """Whether a folded word may stand between the words of a rendering, as articles and prepositions do."""
    return word in _skipped(language)


def shared_stem(word: str) -> str:
    """An Arabic word folded and without its article."""
    return without_article(folded(word))


def without_article(form: str) -> str:
    """A folded Arabic word without its article."""
    return form[2:] if form.startswith("ال") and len(form) > 4 else form


@lru_cache(maxsize=65536)
def arabic_forms(word: str, *, first: bool) -> frozenset[str]:
    """The folded forms, without clitics and article, in which a term's word may occur.

    `first`: the head of the term, a noun; later words may be adjectives and agree in gender too.
    """
    table = language_data("ar", "inflection")
    stem = shared_stem(word)
    # What looks like an article may belong to the word: ألوية with its article is الألوية.
    found = {stem, folded(word), *_regular_forms(stem, table["forms"])}
    if not first:
        for suffix, others in table["agreement"]:
            if stem.endswith(suffix):
                found.update(stem[: len(stem) - len(suffix)] + other for other in others)
                break
    return frozenset(found)


@lru_cache(maxsize=65536)
def arabic_origins(form: str) -> tuple[str, ...]:
    """Whatever a word may be of which `form` is a regular form, itself first: `arabic_forms` tells whether it is."""
    table = _origins()
    found = {form: None}
    for start in range(unchanged(form), len(form) + 1):
        suffixes = table.get(form[start:])
        if suffixes:
            base = form[:start]
            for suffix in suffixes:
                found[base + suffix] = None
    return tuple(found)


def unchanged(form: str) -> int:
    """Letters that a word has in common, at its beginning, with all that it may be a regular form of."""
    return max(2, len(form) - _LONGEST)


@cache
def _origins() -> dict[str, tuple[str, ...]]:
    """For each ending the others of which it is a form."""
    found: dict[str, dict[str, None]] = {}
    for suffix, others in language_data("ar", "inflection")["forms"]:
        for other in others:
            found.setdefault(other, {})[suffix] = None
    return {other: tuple(suffixes) for other, suffixes in found.items()}


def _regular_forms(stem: str, forms: list[tuple[str, list[str]]]) -> list[str]:
    for suffix, others in forms:
        if stem.endswith(suffix) and len(stem) - len(suffix) >= 2:
            base = stem[: len(stem) - len(suffix)]
            return [base + other for other in others if len(base) + len(other) >= 3]
    return []


def _without_ending(word: str, endings: Sequence[tuple[str, str]]) -> str:
    for ending, replacement in endings:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: len(word) - len(ending)] + replacement
    return word
