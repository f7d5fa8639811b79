"""Measures the project on development data: `python -m tests.benchmark FOLDER [NAME …]`, all that there are without NAME.

FOLDER holds `dev/`, for some benchmarks `train/` as well. Each benchmark is a module or package here with
`main(folder)`, which prints Markdown; remarks go to standard error. `--write FILE` also puts what was printed between
the marks that FILE, say models.md, has for the benchmark: `<!-- benchmark: NAME -->` and `<!-- /benchmark -->`.
"""

import argparse
import contextlib
import inspect
import io
import sys
import time
from importlib import import_module
from pathlib import Path

from tests.benchmark.tables import places, put

HERE = Path(__file__).parent
NAMES = sorted(
    {path.stem for path in HERE.glob("[a-z]*.py")} - {"tables"}
    | {path.parent.name for path in HERE.glob("[a-z]*/__init__.py")}
)


class Copied(io.TextIOBase):
    """Standard output that is kept as well."""

    def __init__(self, out):
        self.out, self.kept = out, []

    def write(self, text):
        self.kept.append(text)
        return self.out.write(text)

    def flush(self):
        self.out.flush()


def run(arguments):
    options = parsed(arguments)
    for name in options.names or NAMES:
        main = import_module(f"tests.benchmark.{name}").main
        taken = inspect.signature(main).parameters
        given = {
            key: value
            for key in ("model", "sizes", "rows")
            if (value := getattr(options, key)) and key in taken
        }
        print(f"\n## {name}", flush=True)
        copy, start = Copied(sys.stdout), time.perf_counter()
        with contextlib.redirect_stdout(copy):
            main(options.folder, **given)
        print(f"{name}: {time.perf_counter() - start:.0f} s", file=sys.stderr)
        if options.write:
            write(options.write, name, "".join(copy.kept))


def parsed(arguments):
    parser = argparse.ArgumentParser(
        "python -m tests.benchmark", description="Measures the project on development data."
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="the folder that holds dev/")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(NAMES)}; all by default")
    parser.add_argument("--write", type=Path, metavar="FILE", help="put the tables into FILE as well")
    parser.add_argument("--model", help="the embedding model, for benchmarks that take one")
    parser.add_argument("--sizes", type=sizes, help="sentences of the long documents, with commas between")
    parser.add_argument("--rows", nargs="+", type=Path, metavar="FILE", help="rows of polysemes for `senses`")
    options = parser.parse_args(arguments)
    if not (options.folder / "dev").is_dir():
        parser.error(f"{options.folder} holds no dev/")
    if unknown := sorted(set(options.names) - set(NAMES)):
        parser.error(f"no benchmark {', '.join(unknown)}; there are {', '.join(NAMES)}")
    if options.write and not options.write.is_file():
        parser.error(f"{options.write} is no file")
    return options


def sizes(text):
    return tuple(int(size) for size in text.split(","))


def write(path, name, tables):
    text = path.read_text(encoding="utf-8")
    if name in places(text):
        path.write_text(put(text, name, tables), encoding="utf-8")
    else:
        print(f"{path} has no place for {name}", file=sys.stderr)


if __name__ == "__main__":
    run(sys.argv[1:])
