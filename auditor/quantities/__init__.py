"""Numbers, dates and times: read by value and role in each language, and compared across a pair."""

from auditor.quantities.comparison import compare_quantities
from auditor.quantities.differ.exchanges import changed_places, linked_numbers
from auditor.quantities.differ.lone_counts import lone_counts
from auditor.quantities.differ.lone_duals import lone_dual, lone_duals
from auditor.quantities.quantity import Demand, Difference, Kind, PairQuantities, Quantity
from auditor.quantities.read.nouns import Scan
from auditor.quantities.read.reading import read_quantities

__all__ = [
    "Demand",
    "Difference",
    "Kind",
    "PairQuantities",
    "Quantity",
    "Scan",
    "changed_places",
    "compare_quantities",
    "linked_numbers",
    "lone_counts",
    "lone_dual",
    "lone_duals",
    "read_quantities",
]
