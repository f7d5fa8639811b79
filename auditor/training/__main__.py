"""Trains one of the models that the package carries: `python -m auditor.training NAME FOLDER OUT`.

FOLDER holds the training data, OUT is the folder to write. Each NAME is a module here with `main(folder, out)`; one that
takes options names them in `add_options(parser)`. Modules are imported only when they are needed.
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from auditor.errors import AuditorError

TRAININGS = (
    "aligner",
    "belonging",
    "feeds",
    "fluency",
    "gaps",
    "languages",
    "latent",
    "lexicon",
    "links",
    "misfits",
    "model",
    "missing_words",
    "moved",
    "names",
    "negations",
    "phrasing",
    "places",
    "polarity",
    "quality",
    "reliability",
    "seams",
    "senses",
    "strangers",
    "told",
    "weights",
    "word_forms",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0, or 2 where the data cannot be read."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    words = list(sys.argv[1:] if arguments is None else arguments)
    parser = argparse.ArgumentParser(
        "python -m auditor.training", description="Trains a model that the package carries."
    )
    parser.add_argument("name", choices=TRAININGS)
    if not words or words[0] not in TRAININGS:
        parser.parse_args(words)  # says what is possible, and leaves
    training = import_module(f"auditor.training.{words[0]}")
    parser.add_argument("folder", type=Path, help="the training data")
    parser.add_argument("out", type=Path, help="the folder to write")
    if hasattr(training, "add_options"):
        training.add_options(parser)
    options = vars(parser.parse_args(words))
    del options["name"]
    try:
        training.main(options.pop("folder"), options.pop("out"), **options)
    except AuditorError as error:
        logging.getLogger("auditor.training").error("%s", error)  # noqa: TRY400, no traceback for what the user can mend
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
