"""Tables of numbers that the package carries."""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def in_steps(table: NDArray[Any]) -> tuple[NDArray[np.int8], NDArray[np.float16]]:
    """A table of rows as small integers, in steps of 1/127 of the greatest value of each row, and those steps."""
    steps = (np.abs(table).max(axis=1) / 127 + 1e-6).astype(np.float16)
    return np.rint(table / steps.astype(np.float32)[:, None]).clip(-127, 127).astype(np.int8), steps


def from_steps(values: NDArray[Any], steps: NDArray[Any]) -> Floats:
    """The table that `in_steps` made small integers of."""
    table: Floats = values.astype(np.float32) * steps.astype(np.float32)[:, None]
    return table


def stored_arrays(package: str, name: str) -> dict[str, NDArray[Any]]:
    """All arrays of the file `name` in the data folder of a package, by their names."""
    with as_file(files(package) / "data" / name) as path, np.load(path, allow_pickle=False) as arrays:
        return {key: arrays[key] for key in arrays.files}
