"""Names of the original that come back as other names, or distorted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from auditor.bitext import Pair
from auditor.names.conventions import english_differences
from auditor.names.difference import NameDifference
from auditor.names.known_bodies import named_bodies
from auditor.names.pair.comparison import GENERAL, SHORTEST, Comparison, any_alike
from auditor.names.pair.forms import SPELLS, WordForm
from auditor.names.pair.likeness import holds
from auditor.names.pair.listed_forms import is_own
from auditor.names.pair.native_names import is_arabic
from auditor.names.pair.plain_words import is_plain
from auditor.names.pair.sides import Side, is_nationality, read_side
from auditor.names.pair.worded import is_word_here
from auditor.names.people.added_words import added_words
from auditor.names.people.dropped_parts import dropped_differences
from auditor.names.places.replacement import confused_people, is_replaced, stands_for
from auditor.names.slots.facing_names import facing_names
from auditor.names.slots.intruders import intrusions
from auditor.names.slots.leftovers import is_joined
from auditor.names.slots.losses import MOST_LOST, left_over
from auditor.names.slots.replaced_names import replaced_names
from auditor.names.slots.slots import Slots
from auditor.names.slots.unaccounted import Unaccounted
from auditor.names.spelling.conformity import resembles, same_kinds
from auditor.names.spelling.distortion import forms_of, nearest_form
from auditor.names.standing import standing_differences

DOUBTFUL = 0.3
"""Confidence of the alignment below which nothing is said of a pair."""
STANDS = 0.6
"""Probability from which on what stands in a name's place is reported."""
MOST = 3
"""Names left over on either side that are still put together one by one: a person's names."""
_CERTAIN = ("distorted", "convention", "translated", "misspelled", "swapped", "homonym", "rival", "half")


def name_differences(pairs: Sequence[Pair]) -> tuple[NameDifference, ...]:
    """The names that differ, pair by pair; what the pairs before and after name accuses nobody."""
    sides = [_sides(pair) for pair in pairs]
    found: list[NameDifference] = []
    for index, both in enumerate(sides):
        if both is None or pairs[index].confidence < DOUBTFUL:
            continue
        near = [sides[place] for place in (index - 1, index + 1) if 0 <= place < len(sides)]
        comparison = Comparison(*both, [each for each in near if each is not None])
        slots = Slots(comparison)
        certain: list[NameDifference] = []
        if both[0].passage.language == "ar":
            certain += _differences(comparison, sides)
            certain += _replaced(slots, certain, pairs[index].confidence)
            certain += _unaccounted(slots, certain, pairs[index].confidence)
            certain += dropped_differences(comparison, certain)
        found.extend(certain)
        found.extend(
            left_over(comparison, certain, pairs[index].confidence, slots, partial(named_bodies, comparison))
        )
    return tuple(each for each in found if each.kind in _CERTAIN or not _named_elsewhere(each, sides))


def _named_elsewhere(each: NameDifference, sides: Sequence[tuple[Side, Side] | None]) -> bool:
    """Whether some sentence of the original has a name that the words of the translation spell."""
    if len(sides) < 4 or each.target is None:
        return False
    words = [word for word in read_side(each.target).words if len(word.folded) >= SHORTEST]
    names = [word for both in sides if both for word in both[0].words if word.is_name]
    return any(any_alike(word, names, SPELLS) for word in words)


def _sides(pair: Pair) -> tuple[Side, Side] | None:
    if pair.source is None or pair.target is None:
        return None
    return read_side(pair.source), read_side(pair.target)


def _differences(pair: Comparison, sides: Sequence[tuple[Side, Side] | None]) -> list[NameDifference]:
    found = _distorted(pair)
    found += [] if found else _other_place(pair)
    found = _without_overlap(found + standing_differences(pair, sides))
    accused = {each.target for each in found}
    found += [each for each in _other_person(pair) if each.target not in accused]
    if pair.target.passage.language == "fr":
        found += english_differences(pair)
    return sorted(found, key=lambda each: each.target.start if each.target else -1)


def _without_overlap(found: list[NameDifference]) -> list[NameDifference]:
    """The first of those that lie on one another."""
    kept: list[NameDifference] = []
    for each in found:
        if not any(
            each.source.overlaps(one.source)
            or (each.target and one.target and each.target.overlaps(one.target))
            for one in kept
        ):
            kept.append(each)
    return kept


def _distorted(pair: Comparison) -> list[NameDifference]:
    found = []
    language = pair.target.passage.language
    taken = set(pair.target.covered)
    for mention in pair.lost:
        if not mention.is_country and pair.is_spelled(mention):
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


def _other_place(pair: Comparison) -> list[NameDifference]:
    """The one place that is lost against the one place, or strange name, that stands for it."""
    lost = [each for each in pair.lost if not each.places & GENERAL and not pair.is_spelled(each)]
    if len({each.places for each in lost}) != 1:
        return []
    known = pair.all_foreign if is_nationality(lost[0]) else pair.foreign
    foreign = [each for each in known if not each.places & GENERAL]
    confused = confused_people(pair, lost[0])
    if confused is not None:
        target = pair.target.part(confused.first, confused.last)
    elif len({each.places for each in foreign}) == 1:
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
    is_told = len(strange) == len(unheard) <= MOST and pair.is_about_as_long
    ranked = set(zip(unheard, strange, strict=True)) if is_told else set()
    for there in pair.strange:
        if not (pair.target.words[there].is_rare or pair.target.words[there].nameness > 0):
            continue
        for here in pair.unheard:
            source, target = pair.source.words[here], pair.target.words[there]
            placed = pair.beside(here, there) or ((here, there) in ranked and pair.is_likely(here, there))
            if not placed or is_joined(pair, here) or holds(source, target):
                continue
            if _is_word(pair, here, here) or any(is_own(each, target) for each in pair.source.words):
                continue
            if not resembles(source.letters, target.folded):
                places = pair.source.part(here, here), pair.target.part(there, there)
                found.append(NameDifference("person", *places, None, 0.75))
                break
    return found


def _is_word(pair: Comparison, first: int, last: int) -> bool:
    """Whether what seems a name is one word, and no name."""
    return first == last and (
        is_word_here(pair.source.words[first], pair.target) or is_plain(pair.source, first)
    )


def _replaced(slots: Slots, certain: list[NameDifference], alignment: float) -> list[NameDifference]:
    """What stands in the place of names that nothing is said of yet."""
    taken = [passage for each in certain for passage in (each.source, each.target) if passage]
    found: list[NameDifference] = []
    pair = slots.pair
    judged = [(sure, each.first, each.last, each.begin) for sure, each in replaced_names(slots, STANDS)]
    judged += [(each.confidence, each.first, each.last, each.there) for each in intrusions(slots)]
    named = named_bodies(pair) if judged else frozenset()
    for sure, first, last, there in judged:
        if first in named or _is_word(pair, first, last) or is_joined(pair, first):
            continue
        if _is_foreign_spelling(pair.source.words[first], pair.target.words[there]):
            continue
        source, target = pair.source.part(first, last), pair.target.part(there, there)
        if any(
            one.document is other.document and one.overlaps(other)
            for one in (source, target)
            for other in taken
        ):
            continue
        taken += [source, target]
        found.append(NameDifference("replaced", source, target, None, round(sure * alignment, 2)))
    return found if len(found) <= MOST_LOST else []


def _is_foreign_spelling(word: WordForm, other: WordForm) -> bool:
    """Whether a foreign name has the consonants that are heard of a word: بيجو is Bugeaud."""
    return not is_arabic(word) and same_kinds(word.letters, other.folded)


def _unaccounted(slots: Slots, certain: list[NameDifference], alignment: float) -> list[NameDifference]:
    """Words that nothing of the original accounts for, where nothing is said of them yet."""
    pair, seen = slots.pair, Unaccounted(slots)
    found: list[NameDifference] = []
    judged = [("added", each) for each in added_words(seen)] + [
        ("place", each) for each in facing_names(seen)
    ]
    for kind, each in judged:
        if _is_word(pair, each.first, each.last):
            continue
        source, target = pair.source.part(each.first, each.last), pair.target.part(each.begin, each.end)
        if not any(
            (one.target and one.target.overlaps(target)) or (kind != "added" and one.source.overlaps(source))
            for one in certain + found
        ):
            found.append(NameDifference(kind, source, target, None, round(each.confidence * alignment, 2)))
    return found
