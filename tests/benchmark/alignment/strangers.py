"""Documents as they come from the web: with foreign lines around the text, with the wrong translation, turned round."""

import random
from dataclasses import replace
from itertools import pairwise

from auditor.alignment.one_sided import one_sided_runs
from auditor.findings import Severity
from tests.benchmark.alignment.measures import Tally, alone, two_sided
from tests.benchmark.alignment.ours import beads
from tests.benchmark.tables import figure, print_table

SEED, ALONE = 12, 10
LEAST, MOST = 5, 40
MENU_WORDS = 4


def padded(document, foreign, draw):
    """The document with foreign lines before the text, after it or both, on one side; `foreign`: its sentences by
    language. Half of the lines are cut to a few words, as in a menu.
    """
    side = draw.randrange(2)
    lines = draw.sample(foreign[document.languages[side]], draw.randint(LEAST, MOST))
    lines = [line if draw.random() < 0.5 else first_words(line, draw) for line in lines]
    before = draw.choice((0, len(lines) // 2, len(lines)))
    texts = (document.source, document.target)[side]
    strange = [*range(before), *range(before + len(texts), len(texts) + len(lines))]
    gold = []
    for bead in document.beads:
        sides = [list(each) for each in bead]
        sides[side] = [index + before for index in sides[side]]
        gold.append(tuple(sides))
    gold += [([index], []) if side == 0 else ([], [index]) for index in strange]
    changed = [*lines[:before], *texts, *lines[before:]]
    return replace(document, beads=gold, **{("source", "target")[side]: changed})


def first_words(line, draw):
    return " ".join(line.split()[: draw.randint(1, MENU_WORDS)])


def report_padded(groups, everything, ours):
    draw = random.Random(SEED)  # noqa: S311
    rows = []
    for name, documents in groups.items():
        tally, runs, major, gaps = Tally(), 0, 0, 0
        made = [
            padded(document, others(document, everything), draw)
            for document in documents
            for _ in range(max(1, ALONE // len(documents)))
        ]
        for document in made:
            aligned = ours.bitext(document)
            tally.add(document.beads, beads(aligned.pairs))
            found = [run for side in one_sided_runs(aligned) for run in side]
            runs += len(found)
            major += sum(run.severity is not None and run.severity >= Severity.MAJOR for run in found)
            gaps += real_gaps(document.beads)
        rows.append((
            name, len(made), figure(tally.f1), figure(tally.one_sided_f1), gaps, figure(runs / gaps, 2),
            figure(major / gaps, 2),
        ))  # fmt: skip
    print_table(
        ("5–40 foreign lines on a side", "documents", "strict F1", "one-sided F1", "real gaps",
         "one-sided runs a gap", "of them major"),
        rows,
    )  # fmt: skip


def others(document, everything):
    """The sentences of the other documents by language."""
    found = {}
    for other in everything:
        if other.name != document.name:
            for language, texts in zip(other.languages, (other.source, other.target), strict=True):
                found.setdefault(language, {}).update(dict.fromkeys(texts))
    return {language: list(texts) for language, texts in found.items()}


def real_gaps(gold):
    """Runs of neighbouring sentences of a side that have no counterpart."""
    lonely = alone(gold)
    return sum((side, index - 1) not in lonely for side, index in lonely)


def report_unrelated(documents, aligner):
    """The source of each document with the target of the next of the same languages."""
    made = []
    for languages in sorted({document.languages for document in documents}):
        alike = [document for document in documents if document.languages == languages]
        pairs = pairwise(alike)
        made += [
            replace(one, target=other.target, beads=[]) for one, other in pairs if one.name != other.name
        ]
    found = [bead for document in aligner.align(made) for bead in document]
    both = [bead.confidence for bead in found if bead.source and bead.target]
    covered = sum(len(bead.source) + len(bead.target) for bead in found if bead.source and bead.target)
    total = sum(len(document.source) + len(document.target) for document in made)
    print_table(
        ("unrelated documents", ""),
        [
            ("pairs of documents", len(made)),
            ("share of beads that are two-sided", figure(len(both) / len(found))),
            ("share of sentences in them", figure(covered / total)),
            ("mean confidence of two-sided beads", figure(sum(both) / len(both) if both else None)),
            ("two-sided beads of confidence .5 or more, share of all", figure(sum(c >= 0.5 for c in both) / len(found))),
        ],
    )  # fmt: skip


def report_swapped(groups, aligner):
    """Whether source and target may change places."""
    rows = []
    for name, documents in groups.items():
        turned = [
            replace(
                document, languages=document.languages[::-1], source=document.target, target=document.source
            )
            for document in documents
        ]
        same = total = 0
        for one, other in zip(aligner.align(documents), aligner.align(turned), strict=True):
            mirrored = {(target, source) for source, target in two_sided(other)}
            same += len(two_sided(one) & mirrored)
            total += len(two_sided(one) | mirrored)
        rows.append((name, total, figure(same / total)))
    print_table(("source and target swapped", "two-sided beads", "share the same"), rows)
