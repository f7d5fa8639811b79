"""Words left out of translations, one at a time: `python -m tests.benchmark FOLDER missing_words`.

FOLDER holds `dev/`. The half of the sets that nothing is fitted on; a missing word is found where it was left out.
"""

from __future__ import annotations

import time
from collections import defaultdict
from pathlib import Path

from auditor.checks.omission import Omission
from auditor.missing_words import missing_words
from auditor.training.missing_words import HERE, torn_pairs
from tests.benchmark.tables import figure, print_table


def main(folder: Path) -> None:
    pairs = [each for each in torn_pairs(folder / "dev") if not each.is_fitted_on]
    begun = time.process_time()
    found = missing_words([each.alignment for each in pairs])
    seconds = time.process_time() - begun
    hits, alarms = defaultdict(list), defaultdict(list)
    for pair, missing in zip(pairs, found, strict=True):
        names = pair.name, f"all {pair.name.partition(' ')[2]}", "all"
        if pair.cut is None:
            for name in names:
                alarms[name].append(missing.confidence if missing else 0.0)
            continue
        place = missing and missing.place.start - pair.alignment.target.start
        is_here = missing is not None and abs(place + len(missing.before) - pair.cut) <= HERE + 1
        for name in names:
            hits[name].append(missing.confidence if missing and is_here else 0.0)
    rows = [
        (name, len(some), *shares(some, 2), *shares(alarms[name], 4))
        for name, some in sorted(hits.items(), key=lambda each: each[0].startswith("all"))
        if not name.startswith("all") or name == "all" or "–" in name
    ]
    print_table(("a word left out", "n", "found", "major", "sound flagged", "major"), rows)
    print_table(("missing words", ""), [("microseconds a pair", f"{1e6 * seconds / len(pairs):.0f}")])


def shares(confidences: list[float], digits: int) -> tuple[str, str]:
    size = max(1, len(confidences))
    reported, sure = sum(map(bool, confidences)), sum(each >= Omission().sure for each in confidences)
    return figure(reported / size, digits), figure(sure / size, digits)
