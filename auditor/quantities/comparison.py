"""From quantities that do not agree to differences: changed, missing, added, ambiguous."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.findings import Severity
from auditor.quantities.differ.bare_signs import bare_signs
from auditor.quantities.differ.bounds import other_bounds
from auditor.quantities.differ.changes import changes
from auditor.quantities.differ.clean_sheets import other_clean_sheets
from auditor.quantities.differ.compounds import drop_compounds
from auditor.quantities.differ.confidence import confidence
from auditor.quantities.differ.date_order import turned_years, unsure_dates
from auditor.quantities.differ.decades import other_decades
from auditor.quantities.differ.decimals import lost_thousands
from auditor.quantities.differ.deixis import other_periods
from auditor.quantities.differ.directions import other_directions
from auditor.quantities.differ.duals import lost_duals
from auditor.quantities.differ.exchanges import exchanges
from auditor.quantities.differ.goals import other_goals
from auditor.quantities.differ.half_points import half_points
from auditor.quantities.differ.homes import other_homes
from auditor.quantities.differ.joints import other_joints
from auditor.quantities.differ.lengths_and_ranks import other_lengths_and_ranks
from auditor.quantities.differ.lost_heads import lost_heads
from auditor.quantities.differ.misread_parts import is_of_so_many, misread_parts
from auditor.quantities.differ.multiples import other_multiples
from auditor.quantities.differ.named_notions import other_notions
from auditor.quantities.differ.named_numbers import drop_named, is_team
from auditor.quantities.differ.outline import Outlines
from auditor.quantities.differ.points import other_halves, other_points
from auditor.quantities.differ.ranks import other_ranks
from auditor.quantities.differ.rates import other_rates
from auditor.quantities.differ.rounds import names_round
from auditor.quantities.differ.set_scores import other_sets
from auditor.quantities.differ.signs import lost_signs
from auditor.quantities.differ.single_units import other_single_units
from auditor.quantities.differ.spans import other_spans
from auditor.quantities.differ.superlatives import lost_ranks
from auditor.quantities.differ.tallies import other_tallies
from auditor.quantities.differ.trust import trust
from auditor.quantities.differ.turned_words import turned_words
from auditor.quantities.differ.vague import other_orders, vague_numbers
from auditor.quantities.differ.vague_lengths import vague_lengths
from auditor.quantities.match.implied import drop_implied
from auditor.quantities.match.matching import Bead, drop_second_measures, match_pair
from auditor.quantities.match.neighbours import drop_known_dates, drop_repeated, link_neighbours
from auditor.quantities.quantity import Demand, Difference, Kind, PairQuantities, Quantity

_WEAK = frozenset(("replaced", "missing", "added"))  # no fingerprint of a corruption
# Measured on the sound and corrupted pairs of the development data, some of which do not correspond.
_ENOUGH = 0.6
_SURE = 0.85
_MAJOR = 0.7  # confidence below which what one side has alone is minor
_FEW, _MANY, _DUAL = 3, 12, 2
"""Number words that the original would say too: seven left over in 21,700 sound pairs of prose."""
_BY_WORDS = (
    other_multiples,
    other_rates,
    other_goals,
    other_joints,
    other_ranks,
    other_points,
    other_halves,
    lost_duals,
    other_tallies,
    other_spans,
    other_notions,
    other_bounds,
    other_directions,
    lost_ranks,
    other_single_units,
    vague_lengths,
    half_points,
    other_clean_sheets,
    turned_words,
    lost_heads,
    other_homes,
    other_sets,
    other_lengths_and_ranks,
)
_BY_VALUE = other_decades, other_periods, other_orders, turned_years, lost_thousands


def compare_quantities(pairs: Sequence[PairQuantities]) -> tuple[Difference, ...]:
    """The differences of all pairs, pair by pair, each pair's in the order of the target text."""
    beads = [match_pair(pair) for pair in pairs]
    is_open = any(bead.is_open for bead in beads)
    if is_open:
        for bead in beads:
            if bead.is_open:
                drop_compounds(bead)
        link_neighbours(beads)
    judged = [
        bead for bead in beads if (bead.links or bead.is_open) and bead.is_whole and trust(bead) >= _ENOUGH
    ]
    changed = [_changed(bead) for bead in judged]
    if is_open:
        drop_repeated(beads)
        drop_known_dates(beads)
    found: list[Difference] = [sign for bead in beads for sign in bare_signs(bead)]
    found += [
        said for bead in beads if bead.is_whole and trust(bead) >= _ENOUGH for said in _said_otherwise(bead)
    ]
    for bead, marked in zip(judged, changed, strict=True):
        here = marked + _alone(bead) if bead.is_open else marked
        telling = [each for each in here if each.how not in _WEAK or trust(bead) >= _SURE]
        found.extend(sorted(telling, key=_place))
    return tuple(found)


def _said_otherwise(bead: Bead) -> list[Difference]:
    """What the words around numbers say, and words without a number."""
    sides = Outlines(bead)
    found = [said for reader in _BY_WORDS for said in reader(bead, sides)]
    return found + [said for reader in _BY_VALUE for said in reader(bead)]


def _changed(bead: Bead) -> list[Difference]:
    """What both sides have, otherwise; takes it from what is left over."""
    found = [*unsure_dates(bead), *lost_signs(bead), *exchanges(bead), *vague_numbers(bead)]
    found += misread_parts(bead)
    return found + changes(bead) if bead.source_left and bead.target_left else found


def _alone(bead: Bead) -> list[Difference]:
    """What only one side has."""
    drop_second_measures(bead)
    drop_implied(bead)
    drop_named(bead)
    return _missing(bead) + _added(bead) if _have_much_in_common(bead) else []


def _place(difference: Difference) -> tuple[int, int]:
    passage = difference.target or difference.source
    return (passage.start, passage.end) if passage else (0, 0)


def _have_much_in_common(bead: Bead) -> bool:
    """Whether what one side has alone is a slip: not where one side has several numbers and the other none of them."""
    alone = [sum(of(place).demand is Demand.DEMANDS for place in left) for of, left in bead.leftovers]
    return bool(bead.links) or max(alone) < 2 or bead.quantities.pair.similarity is not None


def _missing(bead: Bead) -> list[Difference]:
    return [
        _absence(bead, bead.source(place), "number-missing")
        for place in bead.source_left
        if bead.source(place).demand is Demand.DEMANDS
        and not names_round(bead.source(place), bead.quantities.pair.target)
    ]


def _added(bead: Bead) -> list[Difference]:
    return [
        _absence(bead, bead.target(place), "number-added")
        for place in bead.target_left
        if (
            (bead.target(place).demand is Demand.DEMANDS and not _completes_date(bead, place))
            or _is_count_alone(bead, place)
        )
        and not names_round(bead.target(place), bead.quantities.pair.source)
    ]


def _is_count_alone(bead: Bead, place: int) -> bool:
    """Four sides for a dual: a number word for which the original has no number left, and no unit that it may count (ten years)."""
    number = bead.target(place)
    source = bead.quantities.pair.source
    if (
        number.kind is not Kind.CARDINAL
        or number.demand is not Demand.COMPARES
        or number.digits
        or number.scale > 1
    ):
        return False
    if not _FEW <= number.value <= _MANY or source is None or source.language != "ar":
        return False
    is_end = number.expression != number.passage
    if is_end or number.unit is not None or number.loose or is_of_so_many(number) or is_team(number):
        return False
    left = (bead.source(i) for i in bead.source_left)
    return all(each.demand is Demand.SATISFIES and each.value <= _DUAL for each in left)


def _completes_date(bead: Bead, place: int) -> bool:
    """Whether this is the year of a date whose other parts both sides have."""
    year = bead.target(place)
    linked = [bead.target(other) for _, other in bead.links]
    return year.kind is Kind.YEAR and any(
        each.kind in (Kind.DAY, Kind.MONTH) and each.expression.overlaps(year.expression) for each in linked
    )


def _absence(bead: Bead, quantity: Quantity, code: str) -> Difference:
    missing = code == "number-missing"
    how = "missing" if missing else "added"
    sure = round(confidence(how) * trust(bead), 2)
    side, other = ("original", "translation") if missing else ("translation", "original")
    return Difference(
        code=code,
        how=how,
        severity=Severity.MAJOR if sure >= _MAJOR and quantity.demand is Demand.DEMANDS else Severity.MINOR,
        confidence=sure,
        message=f"the {side} has the {quantity.kind.value} “{quantity.passage.text}” and the {other} has none like it",
        source=quantity.passage if missing else None,
        target=None if missing else quantity.passage,
        suggestion=None,
    )
