"""Numbers that both sides have, with another unit or in another place than the original's."""

from __future__ import annotations

from itertools import combinations

from auditor.bitext import Passage, span
from auditor.findings import Severity
from auditor.languages import language_data
from auditor.quantities.differ.confidence import confidence
from auditor.quantities.differ.counted import counted
from auditor.quantities.differ.divisions import have_changed_divisions
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.differ.shares import HUNDRED, is_share_of_measure, is_share_of_points, may_be_points
from auditor.quantities.differ.trust import trust
from auditor.quantities.differ.unit_qualifiers import Qualifier, other_qualifiers
from auditor.quantities.match.matching import Bead, match_pair
from auditor.quantities.match.units import exchanged, measures
from auditor.quantities.quantity import NUMBERS, Demand, Difference, Kind, PairQuantities, Quantity

_FAMILIES = (
    frozenset(("gold", "silver", "bronze")),
    frozenset(("dead", "wounded", "missing")),
    frozenset(("men", "women", "children")),
)
_BY_TABLE = {
    "era": "years of another era",
    "rate": "the same number for each of something else",
    "issuer": "the currency of another country",
}
Link = tuple[Quantity, Quantity]
_SHARE = 0.6  # of confidence: per cent for percentage points is a slip that many writers make on purpose
_YEARS = {Kind.CARDINAL, Kind.YEAR}
_CENTURIES = {Kind.ORDINAL, Kind.CENTURY}
_TELLING = {Kind.CARDINAL, Kind.PERCENTAGE}
_BY_KIND = {
    "currency": "currencies are not converted by exchanging their names",
    "temperature": "the two scales do not agree at this number",
    "share": "a percentage and percentage points are not the same",
}


def exchanges(bead: Bead) -> list[Difference]:
    """Numbers that have changed places, and the same numbers of other units."""
    links = [(bead.source(i), bead.target(j)) for i, j in bead.links]
    moved: set[int] = set()
    found = []
    for one, other in combinations(range(len(links)), 2) if len(links) > 1 else ():
        if _have_changed_places(links[one], links[other]):
            moved |= {one, other}
            found += [_moved(bead, links[one], links[other]), _moved(bead, links[other], links[one])]
    found += [
        _other_thing(bead, *link)
        for place, link in enumerate(links)
        if place not in moved and _counts_other(*link) and not _is_doubled(bead, *link)
    ]
    units = [
        link
        for place, link in enumerate(links)
        if place not in moved and _has_other_unit(*link) and not may_be_points(bead, *link)
    ]
    found += [_other_unit(bead, *link) for link in units]
    for link in links:
        qualifiers = other_qualifiers(*link) if _is_one_number(*link) and link not in units else None
        if qualifiers is not None:
            found.append(_other_qualifier(bead, *qualifiers))
    return found


def _counts_other(source: Quantity, target: Quantity) -> bool:
    """Seven silvers for سبع برونزيات: the same number of another of things that exclude each other."""
    if not (source.kind is target.kind is Kind.CARDINAL and source.unit is target.unit is None):
        return False
    if not source.readings & target.readings or (group := counted(source)) is None:
        return False
    other = counted(target)
    return other != group and any(group in family and other in family for family in _FAMILIES)


def _is_doubled(bead: Bead, source: Quantity, target: Quantity) -> bool:
    """Whether either side has the number twice, so that the links may be crossed."""
    both = (source, bead.quantities.source), (target, bead.quantities.target)
    return any(sum(bool(each.readings & one.readings) for each in side) > 1 for one, side in both)


def _other_thing(bead: Bead, source: Quantity, target: Quantity) -> Difference:
    message = f"“{source.passage.text}” counts something else in the translation, “{target.passage.text}”"
    return plain_difference(bead, "number-changed", "exchanged", (source.passage, target.passage), message)


def _is_one_number(source: Quantity, target: Quantity) -> bool:
    kinds = {source.kind, target.kind}
    return bool(source.readings & target.readings) and (len(kinds) == 1 or kinds in (_YEARS, _CENTURIES))


def _other_qualifier(bead: Bead, here: Qualifier, there: Qualifier) -> Difference:
    message = (
        f"the original has “{here.passage.text}”, the translation “{there.passage.text}”: "
        + _BY_TABLE[here.table]
    )
    return plain_difference(bead, "unit-changed", "unit", (here.passage, there.passage), message)


def _have_changed_places(one: Link, other: Link) -> bool:
    """As their units and kinds show, or the two ends of a range."""
    return not one[0].readings & other[0].readings and (
        _crossed(one, other)
        or _turned(one, other)
        or _in_months_of_each_other(one, other)
        or have_changed_divisions(one, other)
    )


def _in_months_of_each_other(one: Link, other: Link) -> bool:
    """15 July to 5 August as 5 July to 15 August."""
    if any(each.kind is not Kind.DAY or each.of_month is None for each in (*one, *other)):
        return False
    return one[0].of_month == other[1].of_month != one[1].of_month == other[0].of_month


def _crossed(one: Link, other: Link) -> bool:
    """12 hours and 30 minutes as 30 hours and 12 minutes: each number has the role that the other had."""
    numbers = (*one, *other)
    if any(each.demand is Demand.SATISFIES for each in numbers):
        return False
    roles = [(each.kind, each.unit) for each in numbers]
    if roles == [(Kind.CARDINAL, None)] * 4:
        groups = [counted(each) for each in numbers]
        return None not in groups and groups[0] == groups[3] != groups[1] == groups[2]
    named = {one[0].kind, other[0].kind} == _TELLING or None not in (one[0].unit, other[0].unit)
    return named and roles[0] == roles[3] != roles[1] == roles[2]


def _turned(one: Link, other: Link) -> bool:
    """من 10 إلى 20 as from 20 to 10; a dash between digits says nothing, since Arabic text may store its ends reversed."""
    source, target = (one[0], other[0]), (one[1], other[1])
    for first, second in (source, target):
        if (
            first.expression != second.expression
            or not _has_words(first, second)
            or first.kind is not second.kind
        ):
            return False
    in_order = [first.passage.start < second.passage.start for first, second in (source, target)]
    return in_order[0] != in_order[1]


def _has_words(one: Quantity, other: Quantity) -> bool:
    start, end = sorted((one.passage, other.passage), key=lambda each: each.start)
    between = one.passage.document.text[start.end : end.start]
    return any(map(str.isalpha, between))


def linked_numbers(pair: PairQuantities) -> list[Link]:
    """The numbers that both sides of a pair have and that no unit tells apart: people, houses, votes."""
    if min(sum(map(_is_count, side)) for side in (pair.source, pair.target)) < 2:
        return []
    bead = match_pair(pair)
    links = [(bead.source(i), bead.target(j)) for i, j in bead.links]
    return [link for link in links if all(map(_is_count, link)) and link[0].readings & link[1].readings]


def _is_count(quantity: Quantity) -> bool:
    return (
        quantity.kind is Kind.CARDINAL and quantity.unit is None and quantity.demand is not Demand.SATISFIES
    )


def changed_places(pair: PairQuantities, one: Link, other: Link) -> list[Difference]:
    """What is to be said of two numbers that have changed places."""
    bead = match_pair(pair)
    return [_moved(bead, one, other), _moved(bead, other, one)]


def _moved(bead: Bead, link: Link, other: Link) -> Difference:
    """The place of `link`'s source number, where the translation has `other`'s."""
    source, wrong = link[0], other[1]
    return plain_difference(
        bead,
        "number-changed",
        "exchanged",
        (source.passage, wrong.passage),
        f"the original has “{_measured(source).text}” where the translation has “{_measured(wrong).text}”: "
        "two numbers have changed places",
        severity=Severity.CRITICAL,
        suggestion=link[1].passage.text,
    )


def _has_other_unit(source: Quantity, target: Quantity) -> bool:
    """Whether this is the same number of another unit or currency."""
    return (
        source.unit != target.unit
        and bool(source.readings & target.readings)
        and (
            exchanged(source, target)
            or is_share_of_points(source, target)
            or is_share_of_measure(source, target)
        )
        and (
            max(source.demand, target.demand) > Demand.SATISFIES
            or 1 not in source.readings
            or _is_period(source, target)
        )
        and (
            source.kind is target.kind
            or {source.kind, target.kind} <= NUMBERS
            or is_share_of_points(source, target)
            or is_share_of_measure(source, target)
        )
    )


def _is_period(source: Quantity, target: Quantity) -> bool:
    return source.kind is target.kind is Kind.ORDINAL


def _other_unit(bead: Bead, source: Quantity, target: Quantity) -> Difference:
    kind = measures().get(source.unit or "", ("", 0))[0]
    name = language_data(target.language, "quantities")["named"].get(source.unit)
    is_share = kind == "share" and "permille" not in (source.unit, target.unit)
    is_share = is_share or (is_share_of_points(source, target) and source.value <= HUNDRED)
    return Difference(
        code="unit-changed",
        how="unit",
        severity=Severity.MINOR if is_share else Severity.MAJOR,
        confidence=round(confidence("unit") * (_SHARE if is_share else 1) * trust(bead), 2),
        message=f"the original has “{_measured(source).text}”, the translation “{_measured(target).text}”: "
        + _BY_KIND.get(kind, "the same number of another unit is another amount"),
        source=source.measure or source.passage,
        target=target.measure or target.passage,
        suggestion=str(name) if name else None,
    )


def _measured(quantity: Quantity) -> Passage:
    """The number with its unit."""
    if quantity.measure is None:
        return quantity.passage
    return span(sorted((quantity.passage, quantity.measure), key=lambda each: (each.start, each.end)))
