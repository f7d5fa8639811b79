"""Documents with gold alignments, to fit on and to report on."""

from __future__ import annotations

import ast
import gzip
import json
import random
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from auditor.alignment.features import SHAPES
from auditor.alignment.sides import Sides, read_sides
from auditor.bitext import Document, Passage
from auditor.embedding import Encoder

RUNS = (0, 1, 1)
LENGTHS = (2, 12)
"""What `interrupted` adds: a run to the source and two to the target, of so many sentences."""
Beads = list[tuple[list[int], list[int]]]
WELL_NUMBERED = {"literature/001": (((0, 55), (0, 115)), ((69, 93), (144, 202)))}
"""Stretches of source and target sentences to learn from, of a document whose gold beads are one sentence off between them."""


@dataclass(frozen=True)
class AlignedDocument:
    """Sentences of both sides and their gold beads; beads of several sentences are contiguous."""

    name: str
    languages: tuple[str, str]
    source: list[str]
    target: list[str]
    beads: Beads
    interrupted: bool = False  # by runs of sentences from other documents

    def well_numbered(self) -> list[AlignedDocument]:
        """The document, or the stretches of it whose gold beads can be trusted."""
        whole_text = ((0, len(self.source)), (0, len(self.target)))
        return [self.stretch(*each) for each in WELL_NUMBERED.get(self.name, (whole_text,))]

    def stretch(self, source: tuple[int, int], target: tuple[int, int]) -> AlignedDocument:
        """These sentences of both sides and the beads inside."""
        beads = [
            ([i - source[0] for i in left], [j - target[0] for j in right])
            for left, right in self.beads
            if all(source[0] <= i < source[1] for i in left)
            and all(target[0] <= j < target[1] for j in right)
        ]
        texts = self.source[slice(*source)], self.target[slice(*target)]
        return AlignedDocument(self.name, self.languages, *texts, beads)

    def passages(self) -> tuple[list[Passage], list[Passage]]:
        """The sentences of both sides as slices of a document with a sentence a line."""
        return _sentences(self.source, self.languages[0]), _sentences(self.target, self.languages[1])

    def sides(self, encoder: Encoder) -> Sides:
        """As the aligner reads them."""
        return read_sides(self.passages(), (encoder.sums(self.source), encoder.sums(self.target)))


def _sentences(texts: list[str], language: str) -> list[Passage]:
    whole = Document("", language, "\n".join(texts))
    ends = list(accumulate(len(text) + 1 for text in texts))
    return [whole.passage(end - len(text) - 1, end - 1) for text, end in zip(texts, ends, strict=True)]


def read_documents(folder: Path) -> tuple[list[AlignedDocument], list[AlignedDocument]]:
    """The documents to fit on and those held apart, from the `dev` folder of the shared data."""
    articles = [
        read_alignar(folder / "alignar" / kind, number)
        for kind in ("law", "literature")
        for number in ("001", "002")
    ]
    with gzip.open(folder / "document_alignment.jsonl.gz", "rt", encoding="utf-8") as lines:
        made = [_made(json.loads(line)) for line in lines]
    names = sorted({document.name for document in made})
    fitted = set(names[::2])  # both languages of a document on one side
    return (
        [articles[0], articles[2], *(document for document in made if document.name in fitted)],
        [articles[1], articles[3], *(document for document in made if document.name not in fitted)],
    )


def read_alignar(folder: Path, number: str) -> AlignedDocument:
    texts = {
        code: (folder / f"{number}.{code}.txt").read_text(encoding="utf-8").split("\n")
        for code in ("ar", "en")
    }
    beads = [
        tuple(ast.literal_eval(side.strip()) for side in line.split(" : "))
        for line in (folder / f"{number}.gold.txt").read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    sizes = [max(index for bead in beads for index in bead[side]) + 1 for side in (0, 1)]
    source, target = ([text.strip() for text in texts[code]] for code in ("ar", "en"))
    return AlignedDocument(
        f"{folder.name}/{number}",
        ("ar", "en"),
        source[: sizes[0]],
        target[: sizes[1]],
        [(a, b) for a, b in beads],
    )


def _made(row: dict[str, Any]) -> AlignedDocument:
    return AlignedDocument(row["doc"], ("ar", row["tgt_lang"]), row["src_ar"], row["tgt"], row["gold"])


def interrupted(
    document: AlignedDocument, others: list[AlignedDocument], draw: random.Random
) -> AlignedDocument:
    """The document with RUNS of neighbouring sentences from others of its languages: menus, teasers, added paragraphs.

    They stand between two beads, every other time at the beginning or the end.
    """
    units = [(document.source[i : i + a], document.target[j : j + b]) for i, j, a, b in gold_path(document)]
    strangers = [
        each for each in others if each.languages == document.languages and each.name != document.name
    ]
    for side in RUNS:
        other = draw.choice(strangers)
        texts = (other.source, other.target)[side]
        length = draw.randint(*LENGTHS)
        first = draw.randrange(max(1, len(texts) - length))
        place = draw.choice([0, len(units), *[draw.randrange(len(units) + 1)] * 2])
        run: list[tuple[list[str], list[str]]] = [
            ([text], []) if side == 0 else ([], [text]) for text in texts[first : first + length]
        ]
        units[place:place] = run
    source = [text for left, _ in units for text in left]
    target = [text for _, right in units for text in right]
    beads: Beads = []
    i = j = 0
    for left, right in units:
        beads.append((list(range(i, i + len(left))), list(range(j, j + len(right)))))
        i, j = i + len(left), j + len(right)
    return AlignedDocument(document.name, document.languages, source, target, beads, interrupted=True)


def gold_path(document: AlignedDocument) -> list[tuple[int, int, int, int]]:
    """The gold beads as (i, j, a, b) in order, every sentence in one; what no shape fits is cut into beads that do."""
    path = []
    i = j = 0
    ends = [
        (max(a) + 1 if a else None, max(b) + 1 if b else None, bool(a), bool(b)) for a, b in document.beads
    ]
    ends.append((len(document.source), len(document.target), False, False))
    for (end_a, end_b, has_a, has_b), (own_a, own_b) in zip(ends, [*document.beads, ([], [])], strict=True):
        start_a = min(own_a) if has_a else (end_a if not has_b and end_a is not None else i)
        start_b = min(own_b) if has_b else (end_b if not has_a and end_b is not None else j)
        path += [(each, j, 1, 0) for each in range(i, start_a)]
        i = max(i, start_a)
        path += [(i, each, 0, 1) for each in range(j, start_b)]
        j = max(j, start_b)
        if has_a and has_b and end_a is not None and end_b is not None:
            path += _cut(i, j, end_a - i, end_b - j)
            i, j = end_a, end_b
        elif has_a and end_a is not None:
            path += [(each, j, 1, 0) for each in range(i, end_a)]
            i = end_a
        elif has_b and end_b is not None:
            path += [(i, each, 0, 1) for each in range(j, end_b)]
            j = end_b
    return path


def _cut(i: int, j: int, a: int, b: int) -> list[tuple[int, int, int, int]]:
    if (a, b) in SHAPES:
        return [(i, j, a, b)]
    if a > 1 and b > 1:
        half = b // 2
        return [*_cut(i, j, a // 2, half), *_cut(i + a // 2, j + half, a - a // 2, b - half)]
    return (
        [*_cut(i, j, a, b - 1), (i + a, j + b - 1, 0, 1)]
        if b > 1
        else [*_cut(i, j, a - 1, b), (i + a - 1, j + b, 1, 0)]
    )
