"""Which source quantity stands for which target quantity: cheapest agreements first, inside a pair and next to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from auditor.folding import folded
from auditor.quantities.match.agreement import agreement
from auditor.quantities.match.units import converted, same_unit
from auditor.quantities.quantity import Demand, Kind, PairQuantities, Quantity

_BESIDE = 15  # characters between a number and its repetition in brackets
_THOUSAND, _TEENS = 1000, 20
_BETWEEN = ("بين", "من")  # words before the first end of a range
_FEW = 3  # up to which a number and a place in order are alike by chance


@dataclass(slots=True)
class Bead:
    """A pair's quantities: those that agree, by place, and those left over on either side."""

    quantities: PairQuantities
    links: list[tuple[int, int]]
    source_left: list[int]
    target_left: list[int]

    @property
    def is_whole(self) -> bool:
        """Whether the pair has both sides."""
        return self.quantities.pair.source is not None and self.quantities.pair.target is not None

    @property
    def is_open(self) -> bool:
        """Whether anything is left over that may ask for a counterpart."""
        left = [self.source(i) for i in self.source_left] + [self.target(j) for j in self.target_left]
        return any(each.demand or each.scale > 1 or each.unit or each.kind is Kind.FRACTION for each in left)

    def source(self, place: int) -> Quantity:
        return self.quantities.source[place]

    def target(self, place: int) -> Quantity:
        return self.quantities.target[place]

    @property
    def leftovers(self) -> tuple[tuple[Callable[[int], Quantity], list[int]], ...]:
        """Of each side what a place holds, and what is left over."""
        return (self.source, self.source_left), (self.target, self.target_left)

    def take(self, stands_for: Callable[[Quantity, Quantity], bool]) -> Iterator[tuple[Quantity, Quantity]]:
        """What is left over of the source with the first of the target that stands for it; neither is left over then."""
        for i in tuple(self.source_left):
            for j in tuple(self.target_left):
                if stands_for(self.source(i), self.target(j)):
                    self.source_left.remove(i)
                    self.target_left.remove(j)
                    yield self.source(i), self.target(j)
                    break


def match_pair(quantities: PairQuantities) -> Bead:
    """Links what agrees in the pair; what the other side says otherwise (parts, duals, articles) is not left over."""
    links = _links(quantities.source, quantities.target)
    bead = Bead(
        quantities,
        links,
        _without(len(quantities.source), {i for i, _ in links}),
        _without(len(quantities.target), {j for _, j in links}),
    )
    _unlink_other_roles(bead)
    if bead.is_open:
        _drop_restated(bead)
        _link_compositions(bead)
        _link_run_on(bead)
        _drop_converted(bead)
        _drop_months_in_digits(bead)
    return bead


def _without(count: int, taken: set[int]) -> list[int]:
    return [place for place in range(count) if place not in taken]


def _links(source: Sequence[Quantity], target: Sequence[Quantity]) -> list[tuple[int, int]]:
    """Agreements by cost, then by nearness in order; each quantity once."""
    if not source or not target:
        return []
    costs = []
    for i, one in enumerate(source):
        for j, other in enumerate(target):
            cost = agreement(one, other)
            if cost is not None:
                costs.append((cost, abs(i - j), i, j))
    costs.sort()
    taken_source: set[int] = set()
    taken_target: set[int] = set()
    links = []
    for _, _, i, j in costs:
        if i not in taken_source and j not in taken_target:
            taken_source.add(i)
            taken_target.add(j)
            links.append((i, j))
    return sorted(links)


def _unlink_other_roles(bead: Bead) -> None:
    """“Second” is none of two decades where the original has a first time left over: the ordinals face each other."""
    for i, j in tuple(bead.links):
        one, other = bead.source(i), bead.target(j)
        if {one.kind, other.kind} != {Kind.CARDINAL, Kind.ORDINAL}:
            continue
        of, left = bead.leftovers[one.kind is Kind.ORDINAL]
        counted = one if one.kind is Kind.CARDINAL else other
        is_small = counted.unit is not None and counted.value <= _FEW
        if is_small and any(of(place).kind is Kind.ORDINAL for place in left):
            bead.links.remove((i, j))
            bead.source_left = sorted((*bead.source_left, i))
            bead.target_left = sorted((*bead.target_left, j))


def _drop_restated(bead: Bead) -> None:
    """التسعينيات 1990, three (3): said twice in a row on one side, once on the other, which has no other figure left."""
    linked_source, linked_target = {i for i, _ in bead.links}, {j for _, j in bead.links}
    both = [bead.source(i) for i in bead.source_left], [bead.target(j) for j in bead.target_left]
    for left, of, linked, rivals in (
        (bead.source_left, bead.source, linked_source, both[1]),
        (bead.target_left, bead.target, linked_target, both[0]),
    ):
        for place in tuple(left):
            beside = [of(each) for each in (place - 1, place + 1) if each in linked]
            if any(_restates(of(place), each) for each in beside) and not any(
                _is_figure(rival) for rival in rivals
            ):
                left.remove(place)


def _restates(one: Quantity, beside: Quantity) -> bool:
    return (
        _near(one, beside)
        and agreement(one, beside) is not None
        and (one.kind is Kind.CODE or beside.kind is not Kind.CODE)
    )


def _is_figure(quantity: Quantity) -> bool:
    """Whether this is a number in digits that asks for a counterpart."""
    return quantity.digits and quantity.demand is Demand.DEMANDS


def _near(one: Quantity, other: Quantity) -> bool:
    return max(one.passage.start, other.passage.start) - min(one.passage.end, other.passage.end) <= _BESIDE


def drop_second_measures(bead: Bead) -> None:
    """100 metres (328 feet): the second measure says the first again, and the other side may do without it."""
    linked_source, linked_target = {i for i, _ in bead.links}, {j for _, j in bead.links}
    for left, of, linked in (
        (bead.source_left, bead.source, linked_source),
        (bead.target_left, bead.target, linked_target),
    ):
        for place in tuple(left):
            if any(converted(of(place), of(each)) for each in linked if place - 3 <= each < place):
                left.remove(place)


def _link_compositions(bead: Bead) -> None:
    """17.95 for 17-95, 24 300 for 24 and 300: the digit runs of one quantity are whole quantities on the other side."""
    for whole_left, part_left, whole_of, part_of in (
        (bead.source_left, bead.target_left, bead.source, bead.target),
        (bead.target_left, bead.source_left, bead.target, bead.source),
    ):
        for place in tuple(whole_left):
            parts = whole_of(place).parts
            is_clock = whole_of(place).unit == "clock" and any(
                part_of(each).unit == "hour" for each in part_left
            )
            if len(parts) < 2 or is_clock:
                continue
            found = _find_parts(whole_of(place), [(each, part_of(each)) for each in part_left])
            if found is not None and not _is_range([part_of(each) for each in found]):
                whole_left.remove(place)
                for each in found:
                    part_left.remove(each)


def _link_run_on(bead: Bead) -> None:
    """Quarante-cinq mille trois mois plus tôt: thousands, and behind them what counts the next noun, are read as one number."""
    for j in tuple(bead.target_left):
        whole = bead.target(j)
        rest = whole.value % _THOUSAND
        if whole.digits or whole.value < _THOUSAND or not 0 < rest < _TEENS:
            continue
        places = [
            next((i for i in bead.source_left if part in bead.source(i).readings), None)
            for part in (whole.value - rest, rest)
        ]
        if None not in places:
            bead.target_left.remove(j)
            bead.source_left = [i for i in bead.source_left if i not in places]


def _drop_converted(bead: Bead) -> None:
    """Six miles for ten kilometres, dirhams for dollars: not another number, unless one of its own unit is left over."""
    here, there = (list(map(of, left)) for of, left in bead.leftovers)

    def stands_for(one: Quantity, other: Quantity) -> bool:
        own = any(same_unit(one, each) for each in there) or any(same_unit(each, other) for each in here)
        return not own and converted(one, other)

    for _ in bead.take(stands_for):
        pass


def _is_range(parts: list[Quantity]) -> bool:
    """بين 45 و48, no 45.48: the two ends of a range in Arabic, whose joining word is a letter."""
    one, other = parts[0], parts[-1]
    if one.language != "ar" or other.value <= one.value:
        return False
    before = one.passage.document.text[: one.passage.start].rsplit(maxsplit=1)[-1:]
    return any(folded(word) in _BETWEEN for word in before)


def _find_parts(whole: Quantity, candidates: list[tuple[int, Quantity]]) -> list[int] | None:
    found: list[int] = []
    for part in whole.parts:
        for place, quantity in candidates:
            is_whole = sorted(quantity.parts) == sorted(whole.parts) and quantity.scale == whole.scale
            if place not in found and (part in quantity.readings or is_whole):
                found.append(place)
                break
        else:
            return None
    return found


def _drop_months_in_digits(bead: Bead) -> None:
    """9/11 for 11 سبتمبر: a number of an expression may be the month that is left over on the other side."""
    for left, of, other_left, other_of in (
        (bead.source_left, bead.source, bead.target_left, bead.target),
        (bead.target_left, bead.target, bead.source_left, bead.source),
    ):
        months = {
            value
            for each in other_left
            if other_of(each).kind is Kind.MONTH
            for value in other_of(each).readings
        }
        left[:] = [
            each
            for each in left
            if of(each).expression == of(each).passage
            or not (months & of(each).readings)
            or of(each).kind is Kind.MONTH
        ]
