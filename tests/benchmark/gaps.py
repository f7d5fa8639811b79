"""Clauses left out and put in inside a sentence: `python -m tests.benchmark FOLDER gaps`.

FOLDER holds `dev/`. Weights are fitted on even rows of FLORES, PUD and TICO-19; the clauses here are made of the odd ones, as
`auditor.training.gap_pieces` says: three content words or more, at most half of the sentence. ContraTICO and DEMETR are whole. The press documents are the
project's own; half of them nobody looked at while the room was written.
"""

from __future__ import annotations

import time
from collections import defaultdict
from pathlib import Path

import numpy as np

from auditor.embedding import load_encoder
from auditor.findings import Severity
from auditor.gaps.coverage import find_gaps, judge_coverage
from auditor.pipeline import Auditor
from auditor.training.judged_words import passage, table_rows
from auditor.training.made_gaps import development_rows, made_pairs
from auditor.word_alignment import WordAligner
from tests.benchmark.tables import figure, print_table
from tests.gap_documents import gap_documents

FOUND = 0.5  # of 2 shared characters / sum of both
RANKED = {
    "omission": 0, "expansion_impact": 1, "expansion_noimpact": 1, "intensifier": 1, "synonym": 1, "word_order": 1,
}  # fmt: skip
REMOVED = {
    "major_id5_pp_removed": 0, "critical_id21_adj_adv_removed": 0, "critical_id22_verb_removed": 0,
    "critical_id23_noun_removed": 0, "critical_id24_subj_removed": 0, "critical_id25_ne_removed": 0, "critical_id6_addition": 1,
}  # fmt: skip


def main(folder: Path) -> None:
    encoder = load_encoder(None)
    made_clauses(folder / "dev", encoder)
    documents()
    ranked(folder / "dev", encoder)


def made_clauses(dev, encoder):
    rows = [row for row in development_rows(dev) if not row.is_fitted_on]
    made = list(made_pairs(rows, WordAligner(encoder)))
    found = defaultdict(list)
    alignments = [each.alignment for each in made]
    for number, gap in find_gaps(judge_coverage(alignments, encoder), alignments, encoder, connected=False):
        found[id(made[number])].append(gap)
    sound = [each for each in made if each.kind == "sound"]
    begun = time.process_time()
    judge_coverage([each.alignment for each in sound], encoder)
    seconds = time.process_time() - begun
    flags = [found[id(each)] for each in sound]
    alarms = {
        level: np.mean([any(counts(gap, level) for gap in each) for each in flags])
        for level in (Severity.MINOR, Severity.MAJOR)
    }
    table = []
    for name, least, which in (
        ("clause left out", 3, "clause left out"), ("clause put in", 3, "clause put in"),
        ("– of six content words or more", 6, "clause"),
        ("word left out", 1, "word left out"), ("word put in", 1, "word put in"),
    ):  # fmt: skip
        pairs = [each for each in made if each.kind.startswith(which) and each.words >= least]
        for level, label in ((Severity.MINOR, "reported"), (Severity.MAJOR, "major")):
            table.append((name, label, len(pairs), *_scores(pairs, found, level, alarms[level])))
    print_table(("planted", "level", "n", "precision", "recall", "F1", "F1 of characters"), table)
    by_set = defaultdict(list)
    for each, flagged in zip(sound, flags, strict=True):
        by_set[each.row.set].append(flagged)
    by_set["all"] = flags
    print_table(
        ("sound pairs", "n", "flagged", "at major"),
        [
            (name, len(each), *(f"{np.mean([any(counts(gap, level) for gap in pair) for pair in each]):.2%}" for level in (Severity.MINOR, Severity.MAJOR)))
            for name, each in by_set.items()
        ],
    )  # fmt: skip
    print_table(
        ("gaps", ""), [("microseconds a sound pair, its words aligned", f"{1e6 * seconds / len(sound):.0f}")]
    )


def documents():
    """Pieces of press documents (`tests.gap_documents`), one a document left out of the translation or put into it."""
    auditor, table = Auditor(), []
    for aside, name in ((False, "looked at"), (True, "set aside")):
        some = [each for each in gap_documents() if each.is_set_aside == aside]
        sound = [each for document in some for each in gaps_of(auditor, *document.whole())]
        for side, code in ((1, "omission"), (0, "addition")):
            pieces = [document.lacking(mark, side) for document in some for mark in document.pieces]
            hits = [found_in(auditor, code, *each) for each in pieces]
            alarms = sum(each.code == code for each in sound)
            shares = [
                np.mean([any(one.severity >= level for one in each) for each in hits])
                for level in (Severity.MINOR, Severity.MAJOR)
            ]
            table.append((name, code, len(some), len(pieces), *map(figure, shares), alarms))
    columns = (
        "press documents",
        "code",
        "documents",
        "pieces",
        "found",
        "at major",
        "findings in sound ones",
    )
    print_table(columns, table)


def gaps_of(auditor, original, translation):
    found = auditor.audit(*auditor.documents(("original", original), ("translation", translation))).findings
    return [each for each in found if each.code in {"omission", "addition"}]


def found_in(auditor, code, original, translation, piece):
    start, end = piece
    found = []
    for each in gaps_of(auditor, original, translation):
        passage = each.source if code == "omission" else each.target
        if each.code == code and passage is not None:
            common = min(end, passage.end) - max(start, passage.start)
            if 2 * common >= FOUND * (passage.end - passage.start + end - start):
                found.append(each)
    return found


def counts(gap, level):
    return gap.severity >= level


def _scores(pairs, found, level, alarms):
    """Precision where there are as many sound pairs, recall, F1, and F1 of the characters of what was found."""
    hits = flagged = 0
    shared = given = wanted = 0
    for each in pairs:
        chosen = [gap for gap in found[id(each)] if counts(gap, level)]
        flagged += bool(chosen)
        start, end = each.gap
        for gap in chosen:
            if gap.is_source == (each.side == 0):
                common = max(0, min(end, gap.passage.end) - max(start, gap.passage.start))
                length = gap.passage.end - gap.passage.start
                if 2 * common >= FOUND * (length + end - start):
                    hits, shared, given, wanted = (
                        hits + 1,
                        shared + common,
                        given + length,
                        wanted + end - start,
                    )
    precision = hits / max(1, flagged + alarms * len(pairs))
    recall = hits / len(pairs)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return *map(figure, (precision, recall, f1)), figure(2 * shared / (given + wanted) if given else None)


def ranked(dev, encoder):
    """How often the changed translation has higher odds than the sound one, and how surely over all pairs (AUC)."""
    table = []
    contra = table_rows(dev / "contratico_ar_fr.tsv.gz")
    for kind, side in RANKED.items():
        rows = [row for row in contra if row["perturbation"] == kind and row["changed_norm"] == "1"]
        pairs = [(row["src_ar"], row["fr_good"], row["fr_pert"]) for row in rows]
        table.append((f"ContraTICO {kind}", len(pairs), *_ranking(pairs, ("ar", "fr"), side, encoder)))
    demetr = table_rows(dev / "demetr.fr-en.tsv.gz")
    for kind, side in REMOVED.items():
        rows = [row for row in demetr if row["pert_name"] == kind]
        pairs = [(row["src_fr"], row["mt_en_good"], row["mt_en_pert"]) for row in rows]
        table.append((f"DEMETR {kind}", len(pairs), *_ranking(pairs, ("fr", "en"), side, encoder)))
    print_table(("changed against sound", "n", "ranked below", "AUC", "flagged", "sound flagged"), table)


def _ranking(pairs, languages, side, encoder):
    aligner = WordAligner(encoder)
    sound, changed = (
        aligner.align([(passage(row[0], languages[0]), passage(row[which], languages[1])) for row in pairs])
        for which in (1, 2)
    )
    judged = [judge_coverage(each, encoder) for each in (sound, changed)]
    good, bad = (np.array([one.odds[side] for one in each]) for each in judged)
    below = np.mean(bad > good) + np.mean(bad == good) / 2
    auc = np.mean(bad[:, None] > good[None]) + np.mean(bad[:, None] == good[None]) / 2
    flagged = [
        len({number for number, _ in find_gaps(one, each, encoder, connected=False)})
        for one, each in zip(reversed(judged), (changed, sound), strict=True)
    ]
    return figure(below), figure(auc), *(f"{each / len(pairs):.1%}" for each in flagged)
