"""Names of the original that come back as other names, or distorted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from auditor.bitext import Pair, Passage
from auditor.folding import folded
from auditor.names.gazetteer import Form, gazetteer
from auditor.names.sides import Mention, NameWord, Side, read_side
from auditor.names.transliteration import spelled_alike

GENERAL = frozenset({"EU", "AFRICA", "ASIA", "ARAB", "GULF", "MAGHREB", "SAHARA", "AMAZIGH", "KURD"})
"""Places that a text may leave out or bring in without naming another place."""
SPELLS, STRANGE = 0.5, 0.04
"""Probability from which on a word is the spelling of another, and below which it is no attempt at it."""
VARIANT = 0.8
"""Probability from which on an unusual form of a place is a spelling of its Arabic name, not a distortion."""
SHORTEST = 4
"""Letters of a name that is judged."""


@dataclass(frozen=True, slots=True)
class NameDifference:
    """A name of the original and what stands for it.

    `kind`: "distorted" (no form of the place, but near one), "place" (another place), "person" (another name).
    `confidence` in [0, 1], measured on sentences with planted names (`python -m tests.benchmark names`).
    """

    kind: str
    source: Passage
    target: Passage
    suggestion: str | None
    confidence: float


def name_differences(pairs: Sequence[Pair]) -> tuple[NameDifference, ...]:
    """The names that differ, pair by pair; what the pairs before and after name accuses nobody."""
    sides = [_sides(pair) for pair in pairs]
    found: list[NameDifference] = []
    for index, both in enumerate(sides):
        if both is None or both[0].passage.language != "ar":
            continue
        near = [sides[place] for place in (index - 1, index + 1) if 0 <= place < len(sides)]
        found.extend(_Comparison(*both, [each for each in near if each is not None]).differences())
    return tuple(found)


def _sides(pair: Pair) -> tuple[Side, Side] | None:
    if pair.source is None or pair.target is None:
        return None
    return read_side(pair.source, pair.source.language), read_side(pair.target, "fr", "en")


class _Comparison:
    """One pair: what is accounted for on both sides, and what is left."""

    def __init__(self, source: Side, target: Side, near: Sequence[tuple[Side, Side]]) -> None:
        self.source, self.target = source, target
        self.near_source = [each for each, _ in near]
        self.near_target = [each for _, each in near]
        self.lost = [each for each in source.mentions if self._is_lost(each)]

    def differences(self) -> list[NameDifference]:
        found = self._distorted()
        accused = {(each.target.start, each.target.end) for each in found}
        if not found:
            found += self._other_place()
        found += [
            each for each in self._other_person() if (each.target.start, each.target.end) not in accused
        ]
        return sorted(found, key=lambda each: each.target.start)

    def _is_lost(self, mention: Mention) -> bool:
        """Whether nothing in the translation names the place."""
        if any(mention.places & side.places for side in (self.target, *self.near_target)):
            return False
        words = self.source.words[mention.first : mention.last + 1]
        return all(self._best(word, self.target.words) < VARIANT for word in words)

    @staticmethod
    def _best(word: NameWord, others: Sequence[NameWord]) -> float:
        return max((alike(word, other) for other in others), default=0.0)

    def _distorted(self) -> list[NameDifference]:
        found = []
        covered = self.target.covered()
        language = self.target.passage.language
        taken: set[int] = set()
        for mention in self.lost:
            for index, word in enumerate(self.target.words):
                if index in covered or index in taken or not (word.is_capital or len(word.readings[0]) >= 7):
                    continue
                form = _nearest(word.readings[0], mention.places, language)
                if form is not None:
                    taken.add(index)
                    source = self.source.part(mention.first, mention.last)
                    found.append(NameDifference("distorted", source, word.passage, form.shown or None, 0.85))
                    break
        return found

    def _other_place(self) -> list[NameDifference]:
        named = frozenset().union(*(each.places for each in (self.source, *self.near_source)))
        strange = [each for each in self.target.mentions if not each.places & named]
        strange = [each for each in strange if not each.places & GENERAL]
        lost = [each for each in self.lost if not each.places & GENERAL]
        if len({each.places for each in lost}) != 1 or len({each.places for each in strange}) != 1:
            return []
        target, source = strange[0], lost[0]
        words = self.target.words[target.first : target.last + 1]
        heard = any(self._best(other, words) >= STRANGE for other in self._sources())
        if heard or not all(word.is_capital for word in words[:1]):
            return []
        shown = next(
            (form.shown for form in _forms(source.places, self.target.passage.language) if form.shown), None
        )
        return [NameDifference("place", self.source.part(source.first, source.last),
                               self.target.part(target.first, target.last), shown, 0.8)]  # fmt: skip

    def _side_sources(self) -> list[Side]:
        return [self.source, *self.near_source]

    def _sources(self) -> list[NameWord]:
        return [word for side in self._side_sources() for word in side.words]

    def _other_person(self) -> list[NameDifference]:
        strange = [index for index in range(len(self.target.words)) if self._is_strange(index)]
        unheard = (
            [index for index in range(len(self.source.words)) if self._is_unheard(index)] if strange else []
        )
        found = []
        for there in strange:
            for here in unheard:
                if self._same_place(here, there):
                    found.append(NameDifference("person", self.source.words[here].passage,
                                                self.target.words[there].passage, None, 0.75))  # fmt: skip
                    break
        return found

    def _is_strange(self, index: int) -> bool:
        """Whether a target word is a name that no word of the original sounds like."""
        word = self.target.words[index]
        if not word.is_name or len(word.readings[0]) < SHORTEST or word.passage.text.isupper():
            return False
        if index in self.target.covered() or any(
            word.readings[0] in folded(side.passage.text) for side in self._side_sources()
        ):
            return False
        return self._best(word, self._sources()) < STRANGE

    def _is_unheard(self, index: int) -> bool:
        """Whether a source word is a name that no word of the translation sounds like."""
        word = self.source.words[index]
        if not word.is_name or len(word.readings[0]) < SHORTEST or index in self.source.covered():
            return False
        others = [other for side in (self.target, *self.near_target) for other in side.words]
        return self._best(word, others) < STRANGE

    def _same_place(self, here: int, there: int) -> bool:
        """Whether the words next to both are each other's spelling, on the same side of them."""
        for step in (-1, 1):
            if not (0 <= here + step < len(self.source.words) and 0 <= there + step < len(self.target.words)):
                continue
            one, other = self.source.words[here + step], self.target.words[there + step]
            if other.is_capital and len(other.readings[0]) >= 3 and alike(one, other) >= SPELLS:
                return True
        return False


def alike(one: NameWord, other: NameWord) -> float:
    """The probability that two words of the two sides spell the same name, in whatever reading."""
    latin, arabic = (one, other) if one.readings[0].isascii() else (other, one)
    return max(
        (spelled_alike(each, letters) for letters in latin.letters for each in arabic.letters), default=0.0
    )


def _forms(places: frozenset[str], *languages: str) -> list[Form]:
    return [
        form
        for language in languages
        for place in sorted(places)
        for form in gazetteer(language).places.get(place, ())
    ]


def _nearest(word: str, places: frozenset[str], language: str) -> Form | None:
    """The form of one word that a word is a distortion of: one edit of five letters, two of seven, the first kept."""
    best: tuple[int, int] | None = None
    chosen: Form | None = None
    for rank, form in enumerate(_forms(places, language, "en", "fr")):
        if len(form.words) > 1 or len(form.words[0]) < 5 or not form.shown:
            continue
        for known in _inflected(form):
            apart = edits(word, known)
            allowed = 0 if len(known) < 5 else 1 if len(known) < 7 else 2
            if apart <= allowed and word[0] == known[0] and (best is None or (apart, rank) < best):
                best, chosen = (apart, rank), form
    if chosen is None:
        return None
    own = [form for form in _forms(places, language) if form.shown]
    return chosen if chosen in own else min(own, key=lambda form: edits(form.words[-1], word), default=chosen)


def _inflected(form: Form) -> tuple[str, ...]:
    word = form.words[0]
    return (word, word + "s", word + "e", word + "es") if form.ending else (word,)


@lru_cache(maxsize=1 << 14)
def edits(one: str, other: str) -> int:
    """Letters to add, drop, change or swap between two words (Damerau 1964, restricted)."""
    if abs(len(one) - len(other)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        older, before = before, row
        row = [i]
        for j, b in enumerate(other, start=1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
