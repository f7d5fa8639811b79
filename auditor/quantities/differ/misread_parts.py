"""Parts that the translation takes for something else: ثلثاها as three of them, السداسي as six, أقل بالثلث as a third of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from auditor.bitext import Passage
from auditor.folding import folded
from auditor.languages import language_data
from auditor.quantities.differ.misread_days import days_as_numbers, numbers_as_days
from auditor.quantities.differ.outline import pattern
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import Difference, Kind, Quantity
from auditor.quantities.read.lexicon import lexicon

_SMALLEST = 3  # two of them and half of them are told apart by no count, since Arabic writes two as a dual
_SOUNDS_LIKE = {12: 10}  # a dozen for عُشر
_REACH = 40  # characters before a share in which what is compared is called more or less
_READ_AS = frozenset((Kind.CARDINAL, Kind.PERCENTAGE))
_SHARES = frozenset((Kind.FRACTION, Kind.PERCENTAGE))
_APART = re.compile(r"[.,،؛:()]")
_WORD = re.compile(r"[^\W\d_]+")
_AT_MOST = re.compile(r"\bup to\b")
"""No word for more."""


def misread_parts(bead: Bead) -> list[Difference]:
    """Takes what is misread from what is left over."""
    found = [_read_as_number(bead, source, target) for source, target in _numbers(bead)]
    found += [
        _difference(bead, *days, "a day of the week read as the number in its name")
        for days in days_as_numbers(bead)
    ]
    found += [
        _difference(bead, *days, "a number read as the day of the week that is named after it")
        for days in numbers_as_days(bead)
    ]
    found += [_difference(bead, *parts, "another part") for parts in bead.take(_is_other_part)]
    found += [_difference(bead, *parts, "a part for one in order") for parts in bead.take(_is_place_as_part)]
    found += [
        _difference(bead, *parts, "a part that the number of per cent sounds like")
        for parts in bead.take(_is_share_as_part)
    ]
    for i, j in bead.links:
        source, target = bead.source(i), bead.target(j)
        if (
            (target.kind is Kind.PERCENTAGE or _is_multiple(target) or _is_number_of_which(target))
            and _is_part_or_number(source)
            and source.readings & target.readings
        ):
            found.append(_read_as_number(bead, source, target))
        if {source.kind, target.kind} <= _SHARES and source.language == "ar" and _is_compared(source, target):
            found.append(
                _difference(bead, source, target, "as a share of it, not as more or less by so much")
            )
    return found


def _is_other_part(source: Quantity, target: Quantity) -> bool:
    """A sixth off the price for ثلث: behind an article, so that it may be in order as well."""
    if source.kind is not Kind.FRACTION or source.language != "ar" or target.kind is not Kind.ORDINAL:
        return False
    return min(target.readings) < 1 and source.readings.isdisjoint(target.readings) and source.value < 1


def _is_place_as_part(source: Quantity, target: Quantity) -> bool:
    """A third of the convoy for the third convoy."""
    if source.kind is not Kind.ORDINAL or source.unit is not None or source.language != "ar":
        return False
    is_part = target.kind is Kind.FRACTION and target.value.denominator == source.value
    return is_part and source.value >= _SMALLEST and _is_one_of_them(target)


def _is_share_as_part(source: Quantity, target: Quantity) -> bool:
    """A third for three per cent."""
    if source.kind is not Kind.PERCENTAGE or source.value < _SMALLEST or source.language != "ar":
        return False
    return target.kind is Kind.FRACTION and target.readings == {1 / Fraction(source.value)}


def _is_one_of_them(part: Quantity) -> bool:
    """Un tiers, a quarter: behind an article or one, no États tiers."""
    before = _WORD.findall(
        folded(part.passage.document.text[max(0, part.passage.start - _REACH) : part.passage.start])
    )
    ones = language_data(part.language, "quantities")["cardinal"]["1"]
    articles = {*map(folded, ones), *language_data(part.language, "quantities")["grammar"].get("article", ())}
    return " " in part.passage.text or (bool(before) and before[-1] in articles)


def _is_part_or_number(source: Quantity) -> bool:
    """خمس السكان: five or a fifth, but no five per cent."""
    return (
        source.kind is Kind.CARDINAL and min(source.readings) < 1 < max(source.readings) and not source.digits
    )


def _is_multiple(number: Quantity) -> bool:
    """Five times, cinq fois."""
    text = number.passage.document.text[number.passage.end : number.passage.end + _REACH]
    times = language_data(number.language, "quantities")["grammar"]["times"]
    return number.kind is Kind.CARDINAL and _WORD.findall(folded(text))[:1] in [[each] for each in times]


def _is_number_of_which(number: Quantity) -> bool:
    """Five of the population."""
    return number.kind is Kind.CARDINAL and _of_which(number)


def _numbers(bead: Bead) -> Iterator[tuple[Quantity, Quantity]]:
    """The parts of the source, with the numbers in their names that the target has left over."""
    for j in tuple(bead.target_left):
        target = bead.target(j)
        if target.kind not in _READ_AS or target.digits or target.value < _SMALLEST - _is_of_them(target):
            continue
        for i in tuple(bead.source_left):
            source = bead.source(i)
            if source.kind is not Kind.FRACTION or source.value >= 1 or _is_whole(bead, source, target):
                continue
            if _SOUNDS_LIKE.get(int(target.value), target.value) == source.value.denominator:
                bead.source_left.remove(i)
                bead.target_left.remove(j)
                yield source, target
                break
        else:
            named = next((each for each in _periods(bead) if _number_in_name(each) == target.value), None)
            if named is not None and not _are_months(target):
                bead.target_left.remove(j)
                yield named, target


def _is_whole(bead: Bead, part: Quantity, number: Quantity) -> bool:
    """Deux habitants du village sur trois: the number is what the part is taken of."""
    return is_of_so_many(number) and any(
        each.value == part.value.numerator for each in bead.quantities.target
    )


def is_of_so_many(number: Quantity) -> bool:
    """One in six: whether the number is the whole of a share."""
    before = folded(number.passage.document.text[: number.passage.start][-_REACH:])
    grammar = language_data(number.language, "quantities")["grammar"]
    return before.rstrip().endswith(tuple(f" {folded(each)}" for each in grammar["out_of"]))


def _is_of_them(number: Quantity) -> bool:
    """Two of them: a number of those that were named, and no two that Arabic says with a dual."""
    text = folded(number.passage.document.text[number.passage.end : number.passage.end + _REACH])
    grammar = language_data(number.language, "quantities")["grammar"]
    return text.lstrip().startswith(tuple(map(folded, grammar.get("of_them", ()))))


def _periods(bead: Bead) -> list[Quantity]:
    """Those of the source that the target does not call so."""
    linked = {i: bead.target(j) for i, j in bead.links}
    return [
        each
        for i, each in enumerate(bead.quantities.source)
        if each.kind is Kind.ORDINAL and each.measure and (i not in linked or linked[i].unit is None)
    ]


def _number_in_name(period: Quantity) -> int | None:
    if period.measure is None:
        return None
    sense = lexicon(period.language).words.get(folded(period.measure.text))
    name = sense.roles.get("named_after") if sense else None
    return int(name) if name else None


def _are_months(number: Quantity) -> bool:
    """Six premiers mois: a half of the year in other words."""
    text = number.passage.document.text[number.passage.end : number.passage.end + _REACH]
    words = lexicon(number.language).words
    units = (words[word].roles.get("unit") for word in _WORD.findall(folded(text))[:3] if word in words)
    return number.unit == "month_long" or "month_long" in units


def _is_compared(source: Quantity, target: Quantity) -> bool:
    """Whether the source says by how much one thing is more or less than another, and the target nothing of the kind."""
    place = source.passage
    before = place.document.text[max(0, place.start - _REACH) : place.start]
    clause = folded(_APART.split(before)[-1])
    changed = pattern("ar", "changed_by")
    is_changed = changed is not None and changed.search(clause) is not None and not _is_of_which(source)
    if not (is_changed or not _compared("ar").isdisjoint(_WORD.findall(clause)[-4:])) or not _of_which(
        target
    ):
        return False
    known = _compared(target.language)
    around = target.passage.document.text[
        max(0, target.passage.start - 2 * _REACH) : target.passage.end + 2 * _REACH
    ]
    words = _WORD.findall(_AT_MOST.sub("", folded(around)))
    return not any(word.startswith(each) for word in words for each in known)


def _is_of_which(share: Quantity) -> bool:
    """خسر 30 في المائة من قيمته: the share of something is said too."""
    text = share.passage.document.text[share.passage.end : share.passage.end + _REACH]
    return _WORD.findall(text)[:1] == ["من"]


def _of_which(share: Quantity) -> bool:
    text = share.passage.document.text[share.passage.end : share.passage.end + _REACH]
    of = language_data(share.language, "quantities")["grammar"]["of"]
    return _WORD.findall(folded(text))[:1] in [[each] for each in of]


@cache
def _compared(language: str) -> frozenset[str]:
    return frozenset(map(folded, language_data(language, "quantities")["grammar"]["compared"]))


def _read_as_number(bead: Bead, source: Quantity, target: Quantity) -> Difference:
    return _difference(bead, source, target, "a part read as the number in its name")


def _difference(bead: Bead, source: Quantity, target: Quantity, what: str) -> Difference:
    where = _said(source)
    message = f"the original has “{where.text}”, the translation “{target.passage.text}”: {what}"
    return plain_difference(bead, "number-changed", "replaced", (where, target.passage), message)


def _said(part: Quantity) -> Passage:
    """The part with the name of its period."""
    if part.kind is not Kind.ORDINAL or part.measure is None:
        return part.passage
    start, end = min(part.measure.start, part.passage.start), max(part.measure.end, part.passage.end)
    return Passage(part.passage.document, start, end)
