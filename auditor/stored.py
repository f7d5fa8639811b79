"""Tables of numbers that the package carries."""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import Any

import numpy as np
from numpy.typing import NDArray


def stored_arrays(package: str, name: str) -> dict[str, NDArray[Any]]:
    """All arrays of the file `name` in the data folder of a package, by their names."""
    with as_file(files(package) / "data" / name) as path, np.load(path, allow_pickle=False) as arrays:
        return {key: arrays[key] for key in arrays.files}
