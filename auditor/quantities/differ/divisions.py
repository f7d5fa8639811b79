"""What a number in order counts: the second paragraph of article 11 is not the eleventh of article 2."""

from __future__ import annotations

import re
from functools import cache

from auditor.folding import folded
from auditor.languages import language_data
from auditor.quantities.match.units import measures
from auditor.quantities.quantity import Kind, Quantity

_REACH = 24  # characters that hold the word beside a number
_WORD = re.compile(r"[^\W\d_]+")
_LEADS = ("وال", "بال", "ال", "لل", "و", "ب", "ل")
_SIGNS = frozenset(("رقم", "no", "n", "number", "numero", "l", "of", "the"))
_ORDERED = frozenset((Kind.ORDINAL, Kind.CARDINAL))


def divisions(quantity: Quantity) -> frozenset[str]:
    """The divisions that the word beside the number names: before it, or behind an ordinal; none where it names none."""
    if quantity.kind not in _ORDERED:
        return frozenset()
    if quantity.unit is not None:
        is_time = quantity.kind is Kind.ORDINAL and measures().get(quantity.unit, ("", 0))[0] == "time"
        return frozenset((quantity.unit,)) if is_time else frozenset()
    known, text = _divisions(quantity.language), quantity.passage.document.text
    is_roman = quantity.passage.text.isupper()
    if quantity.kind is Kind.ORDINAL and quantity.language != "ar" and not is_roman:
        behind = _WORD.findall(folded(text[quantity.passage.end : quantity.passage.end + _REACH]))
        return known.get(behind[0], frozenset()) if behind else frozenset()
    start = max(0, quantity.passage.start - _REACH)
    before = [
        word for word in _WORD.findall(folded(text[start : quantity.passage.start])) if word not in _SIGNS
    ]
    return known.get(before[-1], frozenset()) if before else frozenset()


def have_changed_divisions(one: tuple[Quantity, Quantity], other: tuple[Quantity, Quantity]) -> bool:
    """Whether each of two linked numbers counts on the target side what the other counts in the source."""
    (here, there), (here_too, there_too) = (tuple(map(divisions, link)) for link in (one, other))
    crossed = bool(here & there_too) and bool(here_too & there)
    return crossed and not here & there and not here_too & there_too


@cache
def _divisions(language: str) -> dict[str, frozenset[str]]:
    """Folded word -> the divisions it may name, in Arabic with the particles that may stand before it."""
    found: dict[str, frozenset[str]] = {}
    for name, listed in language_data(language, "quantities")["division"].items():
        for word in map(folded, listed):
            for form in [word] if language != "ar" else [word, *(lead + word for lead in _LEADS)]:
                found[form] = found.get(form, frozenset()) | {name}
    return found
