"""The aligned documents of development: in groups, and made from rows of parallel text by seeded edits."""

import csv
import gzip
import json
from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from auditor.training.aligned_documents import AlignedDocument, read_documents

SOUND = (
    0.25  # mean cosine of the gold beads below which the texts of a document are shifted against each other
)
SHIFTED = "made, texts shifted"


def groups(folder, encoder):
    """Documents by group, those that the weights were fitted on apart from the others."""
    found = defaultdict(list)
    for part, documents in zip(("fitted", "held apart"), read_documents(folder / "dev"), strict=True):
        for document in documents:
            name = document.name if "/" in document.name else f"made, {part}"
            if "/" not in document.name and likeness(document, encoder) < SOUND:
                name = SHIFTED
            found[name].append(document)
    return dict(sorted(found.items()))


def likeness(document, encoder):
    """The mean cosine of the two sides of the gold beads."""
    sides = encoder.sums(document.source), encoder.sums(document.target)
    pairs = [
        (sides[0][source].sum(axis=0), sides[1][target].sum(axis=0))
        for source, target in document.beads
        if source and target
    ]
    norms = [float(np.linalg.norm(one) * np.linalg.norm(other)) or 1.0 for one, other in pairs]
    return float(np.mean([one @ other / norm for (one, other), norm in zip(pairs, norms, strict=True)]))


@dataclass(frozen=True)
class Edits:
    """Shares of the rows: merged with the next on one side, cut in two on one side, lost on one side, and strange
    sentences put in on one side; each side equally.
    """

    merged: float
    cut: float
    lost: float
    strange: float


PRESS = Edits(0.10, 0.10, 0.04, 0.04)
LITERATURE = Edits(0.40, 0.35, 0.04, 0.02)
MARKS = ("؛ ", "؛", "، ", "; ", ": ", ", ")


def make(name, rows, languages, edits, draw, strange):  # noqa: PLR0917
    """A document from rows (source, target) and its gold beads.

    Beads grow to what their edits tie together: two rows merged in the source and the second merged with a third in
    the target are one bead of two sentences and two.
    """
    sides, beads = ([], []), []
    index = 0
    while index < len(rows):
        size = 1
        ties = []
        while index + size < len(rows) and size < 4 and draw.random() < edits.merged:
            ties.append(draw.randrange(2))
            size += 1
        group = rows[index : index + size]
        index += size
        texts = [joined([row[side] for row in group], ties, side) for side in (0, 1)]
        lost = draw.randrange(2) if size == 1 and draw.random() < edits.lost else None
        if lost is None and draw.random() < edits.cut:
            side = draw.randrange(2)
            texts[side] = [part for text in texts[side] for part in cut(text)]
        beads += _put(sides, [[] if side == lost else texts[side] for side in (0, 1)])
        if draw.random() < edits.strange:
            side, row = draw.randrange(2), draw.choice(strange)
            beads += _put(sides, [[row[0]] if side == 0 else [], [row[1]] if side == 1 else []])
    return AlignedDocument(name, languages, sides[0], sides[1], beads)


def joined(texts, ties, side):
    """The texts of one side of a bead; tie k says which side joins texts k and k + 1."""
    found = [texts[0]]
    for tie, text in zip(ties, texts[1:], strict=True):
        if tie == side:
            found[-1] += " " + text
        else:
            found.append(text)
    return found


def cut(text):
    """In two, after the mark nearest to the middle; whole where there is none in the middle half."""
    places = [
        place + len(mark)
        for mark in MARKS
        for place in range(len(text) // 4, 3 * len(text) // 4)
        if text.startswith(mark, place)
    ]
    if not places:
        return [text]
    place = min(places, key=lambda each: (abs(each - len(text) / 2), each))
    return [text[:place].strip(), text[place:].strip()]


def _put(sides, texts):
    starts = len(sides[0]), len(sides[1])
    for side, added in zip(sides, texts, strict=True):
        side.extend(added)
    ranges = [list(range(start, start + len(added))) for start, added in zip(starts, texts, strict=True)]
    return [(ranges[0], ranges[1])]


def parallel_rows(folder):
    """(corpus, languages, rows) of FLORES and PUD, Arabic with French and with English, in their order."""
    with gzip.open(folder / "dev" / "flores_devtest.ar-fr-en.tsv.gz", "rt", encoding="utf-8") as lines:
        flores = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    with gzip.open(folder / "dev" / "pud.jsonl.gz", "rt", encoding="utf-8") as lines:
        pud = [(row["ar"], row["fr"], row["en"]) for row in map(json.loads, lines)]
    for corpus, rows in (("FLORES", flores), ("PUD", pud)):
        for column, language in ((1, "fr"), (2, "en")):
            yield corpus, ("ar", language), [(row[0], row[column]) for row in rows]
