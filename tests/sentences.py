"""Sentences of the press with two translations each, tests/data/sentences: a free one that is sound, and the same with one error."""

import json
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "data" / "sentences"
PARTS = ("fitted", "reported")
"""The files; of the second nobody looked at a sentence when the checks were written."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """`wrong` stands once in `faulty`, `source`, what it should render, once in the `original`, `right` in `sound`.

    `kind` is that of the error, one of four; `what` says more of it.
    """

    kind: str
    what: str
    language: str
    original: str
    sound: str
    faulty: str
    wrong: str
    right: str
    source: str


def sentences(part):
    """Those of one of PARTS."""
    lines = (FOLDER / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()
    return [Sentence(**json.loads(line)) for line in lines]
