"""The forests of the names room as they are stored, with the scale and offset that make their log-odds a confidence."""

from __future__ import annotations

from importlib.resources import as_file, files

import numpy as np

from auditor.forest import Forest, stored_forest


def stored(name: str) -> tuple[Forest, float, float]:
    """The forest of a file of the data folder, its scale and its offset."""
    with (
        as_file(files("auditor.names") / "data" / name) as path,
        np.load(path, allow_pickle=False) as arrays,
    ):
        scale, offset = arrays["calibration"].tolist()
        return stored_forest(arrays, "forest"), scale, offset
