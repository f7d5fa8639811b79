"""One name of the original that the translation spells in several ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.bitext import Pair, Passage
from auditor.names.pair.comparison import any_alike
from auditor.names.pair.forms import SPELLS, WordForm, alike, are_alike
from auditor.names.pair.likeness import joined_alike
from auditor.names.pair.sides import Side, read_side
from auditor.names.spelling.distortion import edits
from auditor.names.spelling.latin_likeness import consonants, sounds

PAIRS = 2
"""Pairs that make a document: a name that one pair has twice is not compared with itself."""
DOUBTFUL = 0.5
"""Confidence of the alignment below which a pair is not looked at."""
SHORTEST = 4
"""Letters of a name whose spellings are compared."""
WELL = 0.8
"""Probability from which on a spelling is a good one of a name."""
FAR = 2
"""Letters in which a distorted spelling differs from the usual one at most; one fewer in short names."""
_ENDINGS = frozenset(("s", "e", "es", "n", "ne", "ns", "nes"))
SHORT = 7
"""Letters up to which a name is short."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One use of a name: where, how it is spelled there, what stands next to it in the original."""

    source: Passage
    target: Passage
    spelled: str  # folded
    before: str
    after: str
    likeness: (
        float  # probability that the spelling is one of the original's name; 0 where only its place tells
    )


@dataclass(frozen=True, slots=True)
class Deviation:
    """A use of a name that is not spelled as it usually is in the document.

    `usual`: the usual spelling, used `times` times of `uses`; `is_distorted`: the spelling here is none of the name.
    """

    source: Passage
    target: Passage
    usual: Passage
    times: int
    uses: int
    is_distorted: bool


def name_deviations(pairs: Sequence[Pair]) -> tuple[Deviation, ...]:
    """The uses of names that are spelled otherwise than elsewhere in the document, in text order of the translation."""
    if len(pairs) < PAIRS:
        return ()
    sides = [
        (read_side(pair.source), read_side(pair.target))
        for pair in pairs
        if pair.source and pair.target and pair.confidence >= DOUBTFUL
    ]
    repeated = _repeated(sides)
    if not repeated:
        return ()
    groups: dict[str, list[Spelling]] = {}
    for source, target in sides:
        for key, spelling in _spellings(source, target, repeated):
            groups.setdefault(key, []).append(spelling)
    found = [deviation for key, uses in groups.items() for deviation in _deviations(uses, sides, key)]
    return tuple(sorted(found, key=lambda each: (each.target.start, each.target.end)))


def _repeated(sides: Sequence[tuple[Side, Side]]) -> frozenset[str]:
    """The names of the original that stand in it more than once, as their keys."""
    counts = Counter(key for source, _ in sides for key in {_key(source, index) for index in source.names})
    inside = Counter(_key(source, index) for source, _ in sides for index in source.names)
    return frozenset(key for key, times in inside.items() if times > 1 or counts[key] > 1) - {""}


def _key(source: Side, index: int) -> str:
    """A name without particles, together with the word that it makes one name with."""
    word = source.words[index]
    if len(word.folded) < SHORTEST:
        return ""
    before = source.words[index - 1] if index else None
    bare = min(
        word.readings, key=lambda reading: (not word.folded.endswith(reading), -_weight(word, reading))
    )
    return f"{before.readings[-1]} {bare}" if before and before.is_joiner else bare


def _weight(word: WordForm, reading: str) -> int:
    """Prefers the reading that only lacks the article; other particles are no part of a key where a name begins with them."""
    return 100 if word.folded.startswith("ال") and reading == word.folded[2:] else len(reading)


def _spellings(source: Side, target: Side, repeated: frozenset[str]) -> Iterator[tuple[str, Spelling]]:
    """The repeated names of a pair and how each is spelled in it; a name that stands there twice is left alone."""
    keys = [_key(source, index) for index in source.names]
    for index, key in zip(source.names, keys, strict=True):
        if key not in repeated or keys.count(key) > 1:
            continue
        first = index - 1 if " " in key else index
        best = _spelled(source, target, first, index)
        if best is not None:
            before, after = (_neighbour(source, target, place) for place in (first - 1, index + 1))
            start, end, likeness = best
            spelled = "".join(word.folded for word in target.words[start : end + 1])
            parts = source.part(first, index), target.part(start, end)
            yield key, Spelling(*parts, spelled, before, after, likeness)


def _neighbour(source: Side, target: Side, index: int) -> str:
    """The word of the original at a place, where it is part of a name: the translation spells it as well."""
    if not 0 <= index < len(source.words):
        return ""
    word = source.words[index]
    return word.folded if any_alike(word, target.capitals, SPELLS) else ""


def _spelled(source: Side, target: Side, first: int, last: int) -> tuple[int, int, float] | None:
    """The capitalised words of the translation that spell a name best: first, last, probability."""
    found: list[tuple[float, int, int]] = []
    for index, word in enumerate(target.words):
        if not word.is_capital:
            continue
        if first == last:
            found.append((alike(source.words[last], word), index, index))
            continue
        named = source.words[first : last + 1]
        found.append((joined_alike(named, (word,)), index, index))
        if index + 1 < len(target.words) and target.words[index + 1].is_capital:
            found.append((joined_alike(named, target.words[index : index + 2]), index, index + 1))
    likeness, start, end = max(found, key=lambda each: (each[0], -each[1]), default=(0.0, 0, 0))
    return (start, end, likeness) if likeness >= SPELLS else None


def _deviations(uses: list[Spelling], sides: Sequence[tuple[Side, Side]], key: str) -> Iterator[Deviation]:
    """The uses of one name that differ from the usual spelling, and words near it where the name is not spelled."""
    usual = _usual(uses)
    counts = Counter(use.spelled for use in uses)
    distorted = list(_distorted(usual, uses, sides, key)) if counts[usual.spelled] > 1 else []
    total = len(uses) + len(distorted)
    for use in uses:
        if use.spelled == usual.spelled or _is_inflected(use, usual) or not _is_variant(use, usual):
            continue
        if _is_same_bearer(use, usual, uses):
            yield Deviation(use.source, use.target, usual.target, counts[usual.spelled], total, False)  # noqa: FBT003
    for source, target in distorted:
        yield Deviation(source, target, usual.target, counts[usual.spelled], total, True)  # noqa: FBT003


def _usual(uses: list[Spelling]) -> Spelling:
    """A use in the spelling of most uses; of those alike one that spells the original well, the first of those."""
    counts = Counter(use.spelled for use in uses)
    return min(uses, key=lambda use: (-counts[use.spelled], use.likeness < WELL, use.target.start))


def _is_same_bearer(use: Spelling, usual: Spelling, uses: list[Spelling]) -> bool:
    """Whether two uses name one person: nothing next to them speaks against it, and nobody else is called so."""
    same_after = use.after == usual.after or not (use.after and usual.after)
    same_before = use.before == usual.before or not (use.before and usual.before)
    bearers = {each.after for each in uses if each.after}
    alone = not use.after or not usual.after
    return same_after and same_before and not (alone and len(bearers) > 1)


def _is_inflected(use: Spelling, usual: Spelling) -> bool:
    """Whether one spelling is the other with the ending of a plural, or of a people."""
    short, long = sorted((use.spelled, usual.spelled), key=len)
    return long.startswith(short) and (long[len(short) :] in _ENDINGS or len(long) - len(short) > FAR)


def _is_variant(use: Spelling, usual: Spelling) -> bool:
    """Whether one spelling could be taken for the other: two letters apart, or one consonant."""
    if edits(use.spelled, usual.spelled) <= FAR:
        return True
    ours, theirs = consonants(sounds(use.spelled)), consonants(sounds(usual.spelled))
    return len(ours) > FAR and edits(ours, theirs) < FAR


def _distorted(
    usual: Spelling, uses: list[Spelling], sides: Sequence[tuple[Side, Side]], key: str
) -> Iterator[tuple[Passage, Passage]]:
    """Where the name stands in the original, and a word nearly in its usual spelling, but none of the name, in the translation."""
    spelled = {(use.source.start, use.source.end) for use in uses}
    allowed = FAR if len(usual.spelled) > SHORT else FAR - 1
    for source, target in sides:
        for index in source.names:
            part = source.part(index, index)
            if _key(source, index) != key or " " in key or (part.start, part.end) in spelled:
                continue
            for place, word in enumerate(target.words):
                near = word.is_capital and word.folded[0] == usual.spelled[0]
                if near and 0 < edits(word.folded, usual.spelled) <= allowed and not _is_other(source, word):
                    yield part, target.part(place, place)
                    break


def _is_other(source: Side, word: WordForm) -> bool:
    """Whether some word of the original is spelled by a word of the translation."""
    return any(are_alike(each, word, SPELLS) for each in source.words)
