"""Per cent signs of the translation that have lost their number."""

from __future__ import annotations

import re
from functools import cache

from auditor.bitext import Passage
from auditor.findings import Severity
from auditor.folding import folded
from auditor.languages import language_data
from auditor.quantities.differ.confidence import confidence
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import Difference, Kind
from auditor.quantities.read.lexicon import lexicon

_NUMBERS = frozenset(("cardinal", "scale", "dual_scale", "fraction", "fraction_part"))
_SIGN = re.compile(r"([^\W\d_]+)\s+([%٪])(?=$|[\s.,;:)»])(?!\s+\d)")
_UNSURE = 0.7
"""Share of the confidence that is left where the original has no percentage; a million sentences of prose and software
have such a sign 86 times, all in software."""


def bare_signs(bead: Bead) -> list[Difference]:
    """As in "augmente de % en un an": a sign behind a word that is no number, unless the original has such a sign too.

    Percentages of the original that are left over are taken for those that the signs have lost.
    """
    source, target = bead.quantities.pair.source, bead.quantities.pair.target
    if target is None or source is None or "%" not in (text := target.text) or _SIGN.search(source.text):
        return []
    lost = [place for place in bead.source_left if bead.source(place).kind is Kind.PERCENTAGE]
    found = []
    for match in _SIGN.finditer(text):
        if not _may_precede(folded(match[1]), target.language):
            place = lost.pop(0) if lost else None
            if place is not None:
                bead.source_left.remove(place)
            found.append(_difference(bead, target.part(*match.span(2)), place))
    return found


def _may_precede(word: str, language: str) -> bool:
    """Whether the word is a number or one of those behind which a sign needs none: in %."""
    sense = lexicon(language).words.get(word)
    return word in _exempt(language) or (sense is not None and not _NUMBERS.isdisjoint(sense.roles))


@cache
def _exempt(language: str) -> frozenset[str]:
    return frozenset(language_data(language, "quantities")["grammar"].get("before_sign", ()))


def _difference(bead: Bead, sign: Passage, place: int | None) -> Difference:
    source = bead.source(place) if place is not None else None
    sure = any(each.kind is Kind.PERCENTAGE for each in bead.quantities.source)
    original = f"the original has “{source.passage.text}”, " if source else ""
    return Difference(
        code="number-missing",
        how="bare sign",
        severity=Severity.MAJOR if sure else Severity.MINOR,
        confidence=round(confidence("bare sign") * (1 if sure else _UNSURE), 2),
        message=f"{original}the translation has the sign “{sign.text}” without a number",
        source=source.passage if source else None,
        target=sign,
        suggestion=None,
    )
