"""Which words of the two sides of a pair stand for each other beyond doubt, by the lexicon or by their spelling."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import lru_cache

from auditor.names.pair.forms import WordForm, alike, are_alike
from auditor.names.pair.sides import Side

LEAST = 0.2
"""Geometric mean of both directions' probabilities from which on two words of the lexicon may be put together."""
SPELLED = 0.7
"""Probability from which on a word is the spelling of another beyond doubt."""


@lru_cache(maxsize=1 << 16)
def entry(word: str, language: str) -> int | None:
    """The place in the vocabulary that a folded word has; None for unknown words and words of grammar."""
    from auditor.word_alignment import known_words

    found = known_words(word, language)
    return found[0] if found else None


@lru_cache(maxsize=1 << 10)  # every word of the other side is looked for in them
def entries(side: Side) -> dict[int, list[int]]:
    """For each place in the vocabulary the words of a side that have it."""
    found: dict[int, list[int]] = {}
    for index, word in enumerate(side.words):
        place = entry(word.folded, side.passage.language)
        if place is not None:
            found.setdefault(place, []).append(index)
    return found


@lru_cache(maxsize=1 << 15)
def _translations(place: int, source: str, target: str) -> dict[int, float]:
    """How likely each stem of the target is a translation of one of the source, in [0, 1]: the root of both directions."""
    from auditor.word_alignment import lexicon

    return {
        other: ahead * back
        for other, (ahead, back) in lexicon(source, target).known(place).items()
        if ahead * back >= LEAST / 4
    }


def renderings(source: Side, target: Side) -> list[dict[int, float]]:
    """For each word of the source the words of the target that the lexicon has for it, and how likely each is."""
    languages = source.passage.language, target.passage.language
    places = entries(target)
    met = places.keys()
    found: list[dict[int, float]] = []
    for word in source.words:
        place = entry(word.folded, languages[0])
        known = {} if place is None else _translations(place, *languages)
        if known.keys().isdisjoint(met):
            found.append({})
        else:
            found.append({index: known[each] for each in known.keys() & met for index in places[each]})
    return found


def is_rendering_of(source: Side, word: WordForm, language: str, least: float) -> bool:
    """Whether the lexicon has a word of the translation for some word of the source, with a probability of `least` or more."""
    other = entry(word.folded, language)
    if other is None:
        return False
    own = source.passage.language
    for each in source.words:
        place = entry(each.folded, own)
        if place is not None and _translations(place, own, language).get(other, 0.0) >= least:
            return True
    return False


def renders(source: Side, word: WordForm, language: str, least: float) -> list[int]:
    """The words of the source that the lexicon has a word of the translation for, as `is_rendering_of`, in text order."""
    other = entry(word.folded, language)
    if other is None:
        return []
    own = source.passage.language
    places = ((here, entry(each.folded, own)) for here, each in enumerate(source.words))
    return [
        here
        for here, place in places
        if place is not None and _translations(place, own, language).get(other, 0.0) >= least
    ]


def anchors(source: Side, target: Side, rendered: Sequence[dict[int, float]]) -> dict[int, int]:
    """For source words the target word that is the best for each other: by the lexicon, or spelled alike with a capital."""
    scores: dict[tuple[int, int], float] = {}
    for here, word in enumerate(source.words):
        for there, likely in rendered[here].items():
            if likely >= LEAST:
                scores[here, there] = likely
        if not word.is_name:
            continue
        for there, other in enumerate(target.words):
            if other.is_capital and are_alike(word, other, SPELLED):
                scores[here, there] = 1 + alike(word, other, SPELLED)
    best_here: dict[int, float] = {}
    best_there: dict[int, float] = {}
    for (here, there), score in scores.items():
        best_here[here] = max(best_here.get(here, 0.0), score)
        best_there[there] = max(best_there.get(there, 0.0), score)
    size = len(source.words), len(target.words)
    found: dict[int, int] = {}
    for here, there in sorted(
        scores, key=lambda each: (-scores[each], abs(each[0] / size[0] - each[1] / size[1]), each)
    ):
        best = max(best_here[here], best_there[there])
        if scores[here, there] >= best and here not in found and there not in found.values():
            found[here] = there
    return found


@lru_cache(maxsize=1 << 14)
def arabic_renderings(place: int, language: str) -> tuple[str, ...]:
    """The Arabic words that the lexicon has for a word of the vocabulary of French or English, the likeliest first."""
    from auditor.word_alignment import vocabulary

    known = sorted(_translations(place, language, "ar").items(), key=lambda each: (-each[1], each[0]))
    return tuple(vocabulary("ar").spelling(other) for other, _ in known)


@lru_cache(maxsize=1 << 16)
def is_translated(word: str, least: float) -> bool:
    """Whether the lexicon has a word written in lower case for a folded Arabic one, in either language, with `least` or more."""
    from auditor.word_alignment import vocabulary

    place = entry(word, "ar")
    if place is None:
        return False
    return any(
        likely >= least and vocabulary(language).spelling(other).islower()
        for language in ("fr", "en")
        for other, likely in _translations(place, "ar", language).items()
    )


def rendered_words(word: WordForm, target: Side, least: float = LEAST / 4) -> list[int]:
    """The words of the translation that the lexicon has for a word of the original, in text order."""
    place = entry(word.folded, "ar")
    if place is None:
        return []
    language = target.passage.language
    known = _translations(place, "ar", language)
    met = entries(target)
    if met.keys().isdisjoint(known.keys()):
        return []
    return sorted(
        there for other in met.keys() & known.keys() if known[other] >= least for there in met[other]
    )


def renders_others(source: Side, target: Side, there: int, but: Container[int]) -> bool:
    """Whether the lexicon has a word of the translation for a word of the original that is not at one of some places."""
    return any(
        there in rendered_words(word, target) for index, word in enumerate(source.words) if index not in but
    )
