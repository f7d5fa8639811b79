"""How many times as much: doubled, tripled, half, where the translation says another multiple than the original."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from auditor.bitext import Passage
from auditor.languages import language_data
from auditor.quantities.matching import Bead
from auditor.quantities.plain import plain_difference
from auditor.quantities.quantity import Difference

_TWICE = Fraction(2)
Said = dict[Fraction, Passage]


def other_multiples(bead: Bead) -> list[Difference]:
    """Where each side says one multiple, and not the same; a number of times says how often twice is meant (تضاعف ثلاث مرات)."""
    source, target = bead.quantities.pair.source, bead.quantities.pair.target
    if source is None or target is None or source.language != "ar" or target.language == "ar":
        return []
    there = _said(target)
    here = _said(source) if len(there) == 1 else {}
    if max(here, default=_TWICE) > _TWICE:
        here.pop(_TWICE, None)
    if len(here) != 1 or here.keys() == there.keys():
        return []
    return [_difference(bead, *here.values(), *there.values())]


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
