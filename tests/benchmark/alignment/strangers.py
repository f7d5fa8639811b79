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


def report_unrelated(groups, ours):
    """The source of each document with the target of the next of the same languages, beside the documents themselves."""
    every = [document for documents in groups.values() for document in documents]
    made = []
    for languages in sorted({document.languages for document in every}):
        alike = [document for document in every if document.languages == languages]
        made += [
            replace(one, target=other.target, beads=[])
            for one, other in pairwise(alike)
            if one.name != other.name
        ]
    rows = [unrelated_row(name, documents, ours) for name, documents in {"unrelated": made, **groups}.items()]
    print_table(
        ("translations or not", "documents", "beads two-sided", "sentences in them", "their mean confidence",
         "of all beads two-sided and .5 or surer", "strangeness, least", "mean", "greatest"),
        rows,
    )  # fmt: skip


def unrelated_row(name, documents, ours):
    found = [bead for document in ours.align(documents) for bead in document]
    both = [bead for bead in found if bead.source and bead.target]
    covered = sum(len(bead.source) + len(bead.target) for bead in both)
    total = sum(len(document.source) + len(document.target) for document in documents)
    sure = sum(bead.confidence >= 0.5 for bead in both)
    strange = [ours.bitext(document).strangeness for document in documents]
    return (
        name, len(documents), figure(len(both) / len(found)), figure(covered / total),
        figure(sum(bead.confidence for bead in both) / max(1, len(both))), figure(sure / len(found)),
        figure(min(strange)), figure(sum(strange) / len(strange)), figure(max(strange)),
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
