"""The forests of the names room as they are stored, with the scale and offset that make their log-odds a confidence."""

from __future__ import annotations

from auditor.forest import Forest, stored_forest
from auditor.stored import stored_arrays


def stored(name: str) -> tuple[Forest, float, float]:
    """The forest of a file of the data folder, its scale and its offset."""
    arrays = stored_arrays("auditor.names", name)
    scale, offset = arrays["calibration"].tolist()
    return stored_forest(arrays, "forest"), scale, offset
