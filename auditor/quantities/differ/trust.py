"""How sure it is that the two sides of a pair speak of the same, their numbers considered."""

from __future__ import annotations

from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import Demand

_DOUBT_LEFT = 0.4  # by each number in common; of the development pairs that do not correspond, few have one
_LEAST_SIMILARITY = 0.1


def trust(bead: Bead) -> float:
    """In [0, 1]: the aligner's confidence, raised by every number that both sides have.

    The aligner is unsure where sentences were merged or cut otherwise, though the passages correspond.
    """
    pair = bead.quantities.pair
    if pair.similarity is not None and pair.similarity < _LEAST_SIMILARITY:
        return 0.0
    return 1 - (1 - pair.confidence) * _DOUBT_LEFT ** _numbers_in_common(bead)


def _numbers_in_common(bead: Bead) -> int:
    """Links of numbers that ask for a counterpart: no mere identifiers, no words for one."""
    linked = ((bead.source(i), bead.target(j)) for i, j in bead.links)
    return sum(one.demand is other.demand is Demand.DEMANDS for one, other in linked)
