"""Two, or neuf, for another number in words: a word that may be none, or said by a dual elsewhere, but for the noun behind it."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.bitext import Passage
from auditor.quantities.differ.lone_duals import Rendering
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import match_pair
from auditor.quantities.quantity import Demand, Difference, Kind, PairQuantities, Quantity
from auditor.quantities.read.nouns import Scan

_TWO = 2
_REACH = 2
"""Words that may stand between a number and its noun in the translation."""


def lone_twos(pair: PairQuantities, rendering: Rendering) -> Iterator[Difference]:
    """Where a number of the original and a word for another are left over, and count what is rendered by the same word."""
    source, target = pair.pair.source, pair.pair.target
    if source is None or target is None or not any(map(_is_two, pair.target)):
        return
    bead = match_pair(pair)
    twos = [each for j in bead.target_left if _is_two(each := bead.target(j))]
    counts = [each for i in bead.source_left if _counts(each := bead.source(i))]
    for one in counts:
        noun = _noun(Scan(source), one)
        rendered = rendering(noun.start) if noun is not None else None
        for two in twos:
            if one.readings & two.readings:
                continue
            if rendered is not None and 0 <= _between(target, two, rendered) <= _REACH:
                message = (
                    f"the original has the number “{one.passage.text}”, the translation “{two.passage.text}”"
                )
                passages = one.passage, two.passage
                yield plain_difference(bead, "number-changed", "replaced", passages, message)


def _is_two(quantity: Quantity) -> bool:
    is_slight = quantity.kind is Kind.CARDINAL and quantity.demand is Demand.SATISFIES
    return is_slight and min(quantity.readings) >= _TWO and quantity.unit is None and not quantity.digits


def _counts(quantity: Quantity) -> bool:
    is_count = quantity.kind is Kind.CARDINAL and quantity.unit is None and quantity.demand > Demand.SATISFIES
    return is_count and min(quantity.readings) > _TWO and quantity.expression == quantity.passage


def _noun(said: Scan, number: Quantity) -> Passage | None:
    """What an Arabic number counts: the word behind it, or the one before it where the number has the article."""
    is_definite = number.passage.text.startswith("ال")
    places = range(len(said.words))
    if is_definite:
        place = next((i for i in places if said.spans[i][1] >= number.passage.start), 0) - 1
    else:
        place = next((i for i in places if said.spans[i][0] >= number.passage.end), len(said.words))
        place += place < len(said.words) and said.words[place] == "من"  # أربع من الشركات
    return said.part(place, place) if 0 <= place < len(said.words) else None


def _between(target: Passage, two: Quantity, noun: Passage) -> int:
    """Words between the two; below 0 where the noun stands before."""
    if noun.start < two.passage.end:
        return -1
    return len(target.document.text[two.passage.end : noun.start].split())
