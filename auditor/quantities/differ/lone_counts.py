"""Another number for a number or a dual, as the words that both count show: a witness for أحد عشر شاهدا."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.bitext import Passage
from auditor.quantities.differ.lone_duals import Rendering, duals, with_article
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import Bead, match_pair
from auditor.quantities.quantity import Demand, Difference, Kind, PairQuantities, Quantity
from auditor.quantities.read.nouns import Scan

_KINDS = frozenset((Kind.CARDINAL, Kind.ORDINAL))
_TWO = 2
_REACH = 2
"""Words that may stand between a number and its noun in the translation."""


def lone_counts(pair: PairQuantities, here: Scan, rendering: Rendering) -> Iterator[Difference]:
    """Numbers in words, and duals, that nothing stands for, where what they count is counted otherwise in the translation.

    By a word for two, which a dual elsewhere may say; by the article of one thing; for a dual by a number of more. `here`: the
    original of the pair.
    """
    target = pair.pair.target
    if target is None or not any(map(_counts, (*pair.source, *pair.target))):
        return
    bead = match_pair(pair)
    left = [bead.target(j) for j in bead.target_left]
    for i in bead.source_left:
        one = bead.source(i)
        noun = _noun(here, one) if _counts(one) else None
        rendered = rendering(noun.start) if noun is not None else None
        if rendered is None:
            continue
        twos = [
            each
            for each in left
            if _is_two(each) and each.kind is one.kind and not one.readings & each.readings
        ]
        said = [each.passage for each in twos if 0 <= _between(each, rendered) <= _REACH]
        lone = with_article(Scan(target), rendered) if one.kind is Kind.CARDINAL else None
        for other in (*said, *([] if lone is None else [lone])):
            yield _difference(bead, one.passage, other)
    more = [each for each in left if each.kind is Kind.CARDINAL and _counts(each)]
    for first, last in duals(here) if more else ():
        rendered = rendering(here.spans[first][0])
        for each in more:
            if rendered is not None and 0 <= _between(each, rendered) <= _REACH:
                yield _difference(bead, here.part(first, last), each.passage)


def _difference(bead: Bead, one: Passage, other: Passage) -> Difference:
    message = f"the original has “{one.text}”, the translation “{other.text}”: another number of them"
    return plain_difference(bead, "number-changed", "replaced", (one, other), message)


def _is_two(quantity: Quantity) -> bool:
    is_slight = quantity.kind in _KINDS and quantity.demand is Demand.SATISFIES
    return is_slight and min(quantity.readings) >= _TWO and quantity.unit is None and not quantity.digits


def _counts(quantity: Quantity) -> bool:
    is_count = quantity.kind in _KINDS and quantity.unit is None and quantity.demand > Demand.SATISFIES
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


def _between(number: Quantity, noun: Passage) -> int:
    """Words between the two; below 0 where the noun stands before."""
    if noun.start < number.passage.end:
        return -1
    return len(noun.document.text[number.passage.end : noun.start].split())
