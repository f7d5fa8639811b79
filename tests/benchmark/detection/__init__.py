"""All checks on all the development data, beside peers: `python -m tests.benchmark FOLDER detection`.

FOLDER holds `dev/`. First the false alarms on sound human translations, then what is found of planted errors, then real
machine translations whose errors professionals marked. A planted error is found where a tool says something of the
faulty text that it does not say of the sound one; every tool is judged by that. Peers run on the same rows: the
filters of translate-toolkit in a process of their own, lingua for languages, and a plain comparison of digits; what is
not installed has a dash.
"""

import statistics
import sys
from collections import defaultdict

from auditor.training.planted_errors import planted_errors
from tests.benchmark.detection.marked import marked_rows
from tests.benchmark.detection.peers import PEERS
from tests.benchmark.detection.sound import sound_sets
from tests.benchmark.detection.tools import Ours, pair_of
from tests.benchmark.tables import figure, print_table

SOUND = 500  # rows of each set, about
FAULTY = 150  # of each kind, about


def main(folder):
    sound = {
        name: rows[:: max(1, len(rows) // SOUND)]
        for name, rows in ((name, list(dict.fromkeys(rows))) for name, rows in sound_sets(folder / "dev"))
    }
    faulty = faulty_rows(folder / "dev")
    marked = list(marked_rows(folder / "dev"))
    sound_pairs = [row for rows in sound.values() for row in rows]
    pairs = sound_pairs + [pair for row in faulty for pair in (pair_of(row, row.good), pair_of(row, row.bad))]
    pairs += [pair_of(row, row.target) for row in marked]
    distinct = list(dict.fromkeys(pairs))
    print(f"{len(distinct):,} pairs", file=sys.stderr)
    ours = Ours(distinct)
    peers = [peer(distinct) for peer in PEERS]
    false_alarms(sound, ours, peers)
    planted(faulty, ours, peers)
    confidences(faulty, sound_pairs, ours)
    qualities(faulty, ours)
    professionals(marked, ours)


def faulty_rows(dev):
    """Of the half that nothing was fitted on, every n-th of each kind."""
    kinds = defaultdict(list)
    for row in planted_errors(dev):
        if not row.is_fitted_on:
            kinds[row.set, row.kind].append(row)
    return [row for some in kinds.values() for row in some[:: max(1, len(some) // FAULTY)]]


def false_alarms(sound, ours, peers):
    rows = []
    whole = [pair for some in sound.values() for pair in some]
    for name, some in [("all", whole), *sound.items()]:
        shares = [
            share(some, ours.serious),
            share(some, ours.said),
            *(share(some, peer.said) for peer in peers),
        ]
        rows.append((name, f"{len(some):,}", *shares))
    print_table(
        ("sound segments flagged", "n", "major or above", "any severity", *(each.name for each in peers)),
        rows,
    )


def share(pairs, said):
    found = [said(pair) for pair in pairs]
    return "–" if None in found else f"{sum(map(bool, found)) / len(pairs):.2%}"


def planted(faulty, ours, peers):
    kinds = defaultdict(list)
    for row in faulty:
        kinds[row.harmless, row.set, row.kind].append(row)
    for harmless in (False, True):
        rows = [
            (f"{set_}: {kind}", len(some), *recall(some, ours, peers))
            for (each, set_, kind), some in sorted(kinds.items())
            if each == harmless
        ]
        what = "harmless or cosmetic changes flagged" if harmless else "planted errors found"
        columns = (what, "n", "any severity", "major or above", "at the place", "quality lower")
        print_table((*columns, *(each.name for each in peers)), rows)


def recall(rows, ours, peers):
    tell = [figure(told_apart(rows, said), 2) for said in (ours.said, ours.serious)]
    place = figure(statistics.fmean(bool(ours.at_the_place(row)) for row in rows), 2)
    lower = figure(
        statistics.fmean(ours.quality(row, row.bad) < ours.quality(row, row.good) for row in rows), 2
    )
    return (*tell, place, lower, *(figure(told_apart(rows, each.said), 2) for each in peers))


def told_apart(rows, said):
    found = [(said(pair_of(row, row.bad)), said(pair_of(row, row.good))) for row in rows]
    if any(each is None for both in found for each in both):
        return None
    return statistics.fmean(bool(bad - good) for bad, good in found)


def confidences(faulty, sound, ours):
    """Whether findings are as often right as they say: those of planted errors, and those of sound texts, which count as wrong."""
    judged = [
        (each, each in ours.at_the_place(row))
        for row in faulty
        if not row.harmless
        for each in ours.findings(pair_of(row, row.bad))
    ]
    judged += [(each, False) for pair in sound for each in ours.findings(pair)]
    codes = defaultdict(list)
    for each, right in judged:
        codes[each.code].append((each.confidence, right))
    codes["all"] = [pair for some in codes.values() for pair in some]
    rows = [
        (
            code,
            len(some),
            figure(statistics.fmean(right for _, right in some), 2),
            figure(statistics.fmean(confidence for confidence, _ in some), 2),
            figure(calibration_error(some), 3),
        )
        for code, some in sorted(codes.items())
        if len(some) >= 20
    ]
    print_table(("findings", "n", "right", "mean confidence", "expected calibration error"), rows)


def qualities(faulty, ours):
    """Whether quality is the share of pairs without a serious error, where every other pair has one."""
    rows = [row for row in faulty if not row.harmless]
    judged = [(ours.quality(row, row.good), True) for row in rows]
    judged += [(ours.quality(row, row.bad), False) for row in rows]
    bins = defaultdict(list)
    for quality, sound in judged:
        bins[min(9, int(quality * 10))].append(sound)
    shown = [
        (f"{each / 10:.1f}–{(each + 1) / 10:.1f}", len(some), figure(statistics.fmean(some), 2))
        for each, some in sorted(bins.items())
    ]
    print_table(("quality", "pairs", "sound"), shown)
    print(f"\nExpected calibration error of quality: {calibration_error(judged):.3f}.")


def calibration_error(judged):
    """Of (probability, outcome), by tenths."""
    bins = defaultdict(list)
    for probability, outcome in judged:
        bins[min(9, int(probability * 10))].append(outcome - probability)
    return sum(abs(sum(some)) for some in bins.values()) / len(judged)


def professionals(marked, ours):
    """Of what professionals marked, and of what they left unmarked in real machine translations."""
    kinds, given = defaultdict(list), []
    for row in marked:
        findings = ours.findings(pair_of(row, row.target))
        given += [any(overlap(each, error) for error in row.errors) for each in findings if each.target]
        for error in row.errors:
            hit = any(each.target and overlap(each, error) for each in findings)
            kinds[error.severity, error.category].append(hit)
    rows = [
        (f"{severity}, {category}", len(hits), figure(statistics.fmean(hits), 2))
        for (severity, category), hits in sorted(kinds.items())
        if len(hits) >= 20
    ]
    print_table(("marked by professionals in machine translations", "n", "found"), rows)
    if given:
        right = figure(statistics.fmean(given), 2)
        print(f"\nOf {len(given)} findings in {len(marked):,} segments {right} lie on a marked error.")


def overlap(finding, error):
    return finding.target.start < error.end and error.start < finding.target.end
