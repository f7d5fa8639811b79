"""Measures one part of the project on development data: `python -m tests.benchmark NAME FOLDER`.

NAME is a module here with `main(folder, *rest)`; FOLDER holds the shared data.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

NAMES = sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))


def run(arguments: list[str]) -> None:
    if len(arguments) < 2 or arguments[0] not in NAMES or not (Path(arguments[1]) / "dev").is_dir():
        sys.exit(
            f"usage: python -m tests.benchmark {{{','.join(NAMES)}}} FOLDER (the folder that holds dev/)"
        )
    import_module(f"tests.benchmark.{arguments[0]}").main(Path(arguments[1]), *arguments[2:])


if __name__ == "__main__":
    run(sys.argv[1:])
