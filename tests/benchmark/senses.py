"""The table of polysemes: how often its rows apply and fire on sound human translations.

`python -m tests.benchmark FOLDER senses --rows FILE …` reads those files instead of the shipped table. Each firing goes to
standard error with its sentences: the row is wrong, lacks an accepted rendering, or asks for a context. FOLDER holds
`dev/` and `train/`.
"""

import sys
from collections import Counter
from functools import partial
from itertools import islice
from pathlib import Path

from auditor.pipeline import Auditor
from auditor.terms.matching import keyed_passage
from auditor.terms.polysemes import FOLDER, PolysemeIndex
from auditor.terms.tsv import read_polysemes
from auditor.terms.uses import TermUses
from auditor.word_alignment import WordAligner
from auditor.wrong_senses import listed_senses
from tests.benchmark.tables import print_table
from tests.benchmark.terms import rows_of, single

LEAST = 8  # Arabic words of a sentence of running text
BATCH = 256  # sentences that are aligned at once
SAMPLE = 20000  # sentences of the training data of each language
LEFT_OUT = {"quran"}  # verse is no press, and its words are old


def main(folder, rows=()):
    table = read_table(rows or sorted(FOLDER.glob("*.tsv")))
    encoder = Auditor().encoder
    index, aligner = PolysemeIndex(table), WordAligner(encoder)
    met, fired = Counter(), Counter()
    counts = []
    for language in ("fr", "en"):
        sets = Counter()
        for some in batches(sentences(folder, language)):
            bitexts = [(name, single(source, target, language)) for name, source, target in some]
            sets["sentences"] += len(some)
            beginnings = [(name, bitext, forms_met(index, bitext)) for name, bitext in bitexts]
            known = [(name, bitext) for name, bitext, here in beginnings if here]
            sets["apply"] += len(known)
            met.update(row for _, _, here in beginnings for row in here)
            pairs = [(bitext.pairs[0].source, bitext.pairs[0].target) for _, bitext in known]
            for (name, bitext), aligned in zip(known, aligner.align(pairs), strict=True):
                aligned_words = partial(dict, {0: aligned})
                for wrong in listed_senses(bitext, TermUses(), [()], aligned_words, index=index):
                    sets["fire"] += 1
                    fired[id(wrong.term)] += 1
                    show(name, wrong, bitext)
        counts.append((f"ar–{language}", sets["sentences"], sets["apply"], sets["fire"]))
    print_table(("rows of polysemes", "sound sentences", "with a form of a row", "fired"), counts)
    unmet = sum(id(row) not in met for row in table)
    bad = [row for row in table if fired[id(row.term)]]
    print_table(("rows", "never met here", "fired"), [(len(table), unmet, len(bad))])
    for row in bad:
        print(f"fired {fired[id(row.term)]} of {met[id(row)]}: {row.term.forms['ar'][0]}", file=sys.stderr)


def read_table(paths):
    return [row for path in map(Path, paths) for row in read_polysemes([path])]


def batches(rows):
    rows = iter(rows)
    while some := list(islice(rows, BATCH)):
        yield some


def forms_met(index, bitext):
    return {id(each.row) for each in index.find(keyed_passage(bitext.pairs[0].source, "ar"))}


def show(name, wrong, bitext):
    first = wrong.term.forms["ar"][0]
    print(f"{name}: {wrong.source.text} → {wrong.target.text} [{first}]", file=sys.stderr)
    print(f"    {bitext.source.text}\n    {bitext.target.text}", file=sys.stderr)


def sentences(folder, language):
    """Set, Arabic, translation."""
    column = {"fr": 1, "en": 2}[language]
    for name in ("flores_devtest", "tico19"):
        for cells in rows_of(folder / "dev" / f"{name}.ar-fr-en.tsv.gz"):
            yield name, cells[0], cells[column]
    train = (
        (cells[2], *cells[:2])
        for cells in rows_of(folder / "train" / f"ar-{language}.tsv.gz")
        if cells[2] not in LEFT_OUT and len(cells[0].split()) >= LEAST
    )
    yield from islice(train, SAMPLE)
