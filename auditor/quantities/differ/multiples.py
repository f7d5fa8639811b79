"""How many times as much: doubled, tripled, half, where the translation says another multiple than the original."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from auditor.bitext import Passage
from auditor.folding import folded
from auditor.languages import language_data
from auditor.quantities.differ.outline import Outlines, pattern
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import Difference, Kind

_TWICE = Fraction(2)
_INVERSE = frozenset((Fraction(1, 2), Fraction(1, 3), Fraction(1, 4), Fraction(1, 5)))
# Words that a part may be set against: half against no other word for twice.
_TIMES = ("ضعف", "أضعاف", "أمثال", "مرات")
_TWO_TIMES = ("ضعف", "ضاعف")
_WORD = re.compile(r"[^\W\d_]+")
_REACH = 24  # characters behind a number that hold the word for times
Said = dict[Fraction, Passage]


def other_multiples(bead: Bead, sides: Outlines) -> list[Difference]:
    """Where each side says one multiple, and not the same; a number of times says how often twice is meant (تضاعف ثلاث مرات)."""
    source, target = bead.quantities.pair.source, bead.quantities.pair.target
    if source is None or target is None or target.language == "ar" or not sides.may_have("multiple"):
        return []
    there = _said(target) or _parts(bead)
    if not there:
        return _without_times(bead, target)
    here = _said(source) if len(there) == 1 else {}
    if not here and len(there) == 1:
        here = _added_part(bead, max(there))
    if max(here, default=_TWICE) > _TWICE:
        here.pop(_TWICE, None)
    if len(here) != 1 or here.keys() == there.keys():
        return []
    ((value, said),), part = here.items(), max(there)
    words = _TIMES if value > _TWICE else _TWO_TIMES
    if value in _INVERSE:
        return [_difference(bead, *here.values(), *there.values())] if part > _TWICE else []
    if part in _INVERSE and (value * part != 1 or not any(word in said.text for word in words)):
        return []
    return [_difference(bead, *here.values(), *there.values())]


def _added_part(bead: Bead, multiple: Fraction) -> Said:
    """بنسبة الربع, بزيادة الثلث: the part by which something changes, where the translation has the multiple of its name."""
    parts = [
        each for each in bead.quantities.source if each.kind is Kind.FRACTION and each.value == 1 / multiple
    ]
    if len(parts) != 1 or any(each.kind is Kind.FRACTION for each in bead.quantities.target):
        return {}
    return {1 / multiple: parts[0].passage}


def _without_times(bead: Bead, target: Passage) -> list[Difference]:
    """Seven examples for سبعة أمثال, ten per cent for عشر مرات: the number is there and no word for times is."""
    known, times, multiple = (
        pattern(language, name)
        for language, name in ((target.language, "multiplied"), ("ar", "multiplied"), ("ar", "multiple_of"))
    )
    if known is None or times is None or multiple is None:
        return []
    found = []
    for i, j in bead.links:
        one, other = bead.source(i), bead.target(j)
        if one.kind is not Kind.CARDINAL or one.unit is not None or one.value <= _TWICE:
            continue
        behind = _WORD.findall(folded(one.passage.document.text[one.passage.end : one.passage.end + _REACH]))
        share = other.kind is Kind.PERCENTAGE
        if not behind or not (times if share else multiple).fullmatch(behind[0]):
            continue
        if share or (other.unit is None and known.search(folded(target.text)) is None):
            found.append(_difference(bead, one.passage, other.passage))
    return found


def _parts(bead: Bead) -> Said:
    """The one part that is left over in the translation while the original has none: a quarter, for four times."""
    parts = [
        each
        for each in bead.quantities.target
        if each.kind is Kind.FRACTION and Fraction(each.value) in _INVERSE
    ]
    if len(parts) != 1 or any(each.kind is Kind.FRACTION for each in bead.quantities.source):
        return {}
    numbers = {value for each in bead.quantities.target for value in each.readings}
    return {} if 1 / Fraction(parts[0].value) in numbers else {Fraction(parts[0].value): parts[0].passage}


def _said(passage: Passage) -> Said:
    """The multiples of a passage with the first words that say each."""
    pattern, values = _multiples(passage.language)
    found: Said = {}
    for match in pattern.finditer(passage.text):
        value = values[match.lastgroup or ""]
        found.setdefault(value, passage.part(*match.span()))
    return found


@cache
def _multiples(language: str) -> tuple[re.Pattern[str], dict[str, Fraction]]:
    """The words of all multiples, and the value that each group of the pattern stands for; a star is any ending."""
    table = language_data(language, "quantities")["multiple"]
    parts, values = [], {}
    for number, (value, listed) in enumerate(table.items()):
        words = sorted(listed, key=lambda each: (-len(each), each))
        alike = "|".join(re.escape(each).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for each in words)
        parts.append(f"(?P<m{number}>{alike})")
        values[f"m{number}"] = Fraction(value)
    lead = language_data(language, "quantities")["wording"]["multiple_lead"]
    return re.compile(rf"(?<!\w){lead}(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE), values


def _difference(bead: Bead, one: Passage, other: Passage) -> Difference:
    message = f"the original has “{one.text}”, the translation “{other.text}”: another multiple"
    return plain_difference(bead, "number-changed", "replaced", (one, other), message)
