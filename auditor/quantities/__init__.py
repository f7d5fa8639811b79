"""Numbers, dates and times: read by value and role in each language, and compared across a pair."""

from auditor.quantities.comparison import compare_quantities
from auditor.quantities.quantity import Demand, Difference, Kind, PairQuantities, Quantity
from auditor.quantities.reading import read_quantities

__all__ = [
    "Demand",
    "Difference",
    "Kind",
    "PairQuantities",
    "Quantity",
    "compare_quantities",
    "read_quantities",
]
