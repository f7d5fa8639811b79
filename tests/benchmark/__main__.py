"""`python -m tests.benchmark NAME FOLDER` prints the figures of one capability on the data in FOLDER."""

import sys
from importlib import import_module
from pathlib import Path

NAMES = sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))


def main() -> None:
    arguments = sys.argv[1:]
    if len(arguments) != 2 or arguments[0] not in NAMES or not (Path(arguments[1]) / "dev").is_dir():
        sys.exit(f"usage: python -m tests.benchmark {{{','.join(NAMES)}}} FOLDER (the folder that holds dev/)")
    import_module(f"tests.benchmark.{arguments[0]}").main(Path(arguments[1]))


if __name__ == "__main__":
    main()
