"""Names of the original that come back as other names, or distorted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.bitext import Pair, Passage
from auditor.names.comparison import GENERAL, SPELLS, Comparison, best, holds
from auditor.names.conventions import english_spellings
from auditor.names.distortion import forms_of, nearest_form
from auditor.names.replacement import is_replaced, stands_for
from auditor.names.sides import Mention, Side, read_side

DOUBTFUL = 0.3
"""Confidence of the alignment below which nothing is said of a pair."""


COUNTRY_CODE = 2
MOST = 3
"""Names left over on either side that are still put together one by one: a person's names."""
_CERTAIN = ("distorted", "convention")


@dataclass(frozen=True, slots=True)
class NameDifference:
    """A name of the original and what stands for it.

    `kind`: "distorted" (no form of the place, but near one), "place" (another place), "person" (another name),
    "convention" (the same name, spelled the English way in French).
    `confidence` in [0, 1] is one figure a kind, set by hand and not fitted.
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
        if both is None or both[0].passage.language != "ar" or pairs[index].confidence < DOUBTFUL:
            continue
        near = [sides[place] for place in (index - 1, index + 1) if 0 <= place < len(sides)]
        comparison = Comparison(*both, [each for each in near if each is not None])
        found.extend(_differences(comparison))
    return tuple(each for each in found if each.kind in _CERTAIN or not _named_elsewhere(each.target, sides))


def _named_elsewhere(target: Passage, sides: Sequence[tuple[Side, Side] | None]) -> bool:
    """Whether some sentence of the original has a name that the words of the translation spell."""
    if len(sides) < 4:
        return False
    words = [word for word in read_side(target).words if word.letters]
    names = [word for both in sides if both for word in both[0].words if word.is_name]
    return any(best(word, names) >= SPELLS for word in words)


def _sides(pair: Pair) -> tuple[Side, Side] | None:
    if pair.source is None or pair.target is None:
        return None
    return read_side(pair.source), read_side(pair.target)


def _differences(pair: Comparison) -> list[NameDifference]:
    found = _distorted(pair)
    found += [] if found else _other_place(pair)
    accused = {each.target.start for each in found}
    found += [each for each in _other_person(pair) if each.target.start not in accused]
    if pair.target.passage.language == "fr":
        found += _by_english_convention(pair)
    return sorted(found, key=lambda each: each.target.start)


def _distorted(pair: Comparison) -> list[NameDifference]:
    found = []
    language = pair.target.passage.language
    taken = set(pair.target.covered)
    for mention in pair.lost:
        if not _is_country(mention) and pair.is_spelled(mention):
            continue
        for index, word in enumerate(pair.target.words):
            form = word.folded
            if index in taken or not (word.is_capital or len(form) >= 7):
                continue
            near = nearest_form(form, mention.places, language)
            if near is not None:
                taken.add(index)
                source = pair.source.part(mention.first, mention.last)
                target = pair.target.part(index, index)
                found.append(NameDifference("distorted", source, target, near.shown or None, 0.85))
                break
    return found


def _is_country(mention: Mention) -> bool:
    """Countries have fixed names, cities and dynasties spellings: their codes are those of ISO 3166."""
    return all(len(place) == COUNTRY_CODE for place in mention.places)


def _other_place(pair: Comparison) -> list[NameDifference]:
    """The one place that is lost against the one place, or strange name, that stands for it."""
    lost = [each for each in pair.lost if not each.places & GENERAL and not pair.is_spelled(each)]
    if len({each.places for each in lost}) != 1:
        return []
    foreign = [each for each in pair.foreign if not each.places & GENERAL]
    if len({each.places for each in foreign}) == 1:
        if not stands_for(pair, lost[0], foreign[0]):
            return []
        target = pair.target.part(foreign[0].first, foreign[0].last)
    elif not foreign and is_replaced(pair, lost[0]):
        target = pair.target.part(*pair.rare_left_over()[0][:1] * 2)
    else:
        return []
    forms = forms_of(lost[0].places, pair.target.passage.language)
    shown = next((form.shown for form in forms if form.shown), None)
    return [NameDifference("place", pair.source.part(lost[0].first, lost[0].last), target, shown, 0.8)]


def _other_person(pair: Comparison) -> list[NameDifference]:
    """Strange names beside words that are spelled right, and as many strange names as are not heard, one by one."""
    if not pair.strange:  # as nearly always: whom the translation has not heard need not be known
        return []
    found = []
    strange, unheard = pair.rare_left_over()
    ranked = set(zip(unheard, strange, strict=True)) if len(strange) == len(unheard) <= MOST else set()
    for there in pair.strange:
        for here in pair.unheard:
            source, target = pair.source.words[here], pair.target.words[there]
            placed = pair.beside(here, there) or ((here, there) in ranked and pair.is_likely(here, there))
            if placed and not holds(source, target):
                places = pair.source.part(here, here), pair.target.part(there, there)
                found.append(NameDifference("person", *places, None, 0.75))
                break
    return found


def _by_english_convention(pair: Comparison) -> list[NameDifference]:
    return [
        NameDifference("convention", pair.source.part(first, last), pair.target.part(start, end), usual, 0.7)
        for first, last, start, end, usual in english_spellings(pair)
    ]
