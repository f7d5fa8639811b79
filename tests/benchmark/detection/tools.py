"""What `auditor check` says of each pair."""

from collections import Counter

from auditor.findings import Severity
from auditor.pipeline import Auditor
from auditor.readers.records import PairRecord


def pair_of(row, target):
    return row.source, target, row.languages


class Ours:
    """The findings and the quality of each pair (source, target, languages), all checked in one run."""

    name = "auditor"

    def __init__(self, pairs):
        records = [
            PairRecord(number, number, source, target, *languages)
            for number, (source, target, languages) in enumerate(pairs, start=1)
        ]
        self._checked = dict(zip(pairs, Auditor().check_all(records), strict=True))

    def findings(self, pair):
        return self._checked[pair].findings

    def quality(self, row, target):
        return self._checked[pair_of(row, target)].quality

    def said(self, pair):
        return _counted(self.findings(pair))

    def serious(self, pair):
        return _counted(each for each in self.findings(pair) if each.severity >= Severity.MAJOR)

    def at_the_place(self, row):
        """Findings of the faulty text that touch what differs from the sound one, or the place where something is gone."""
        start, end = changed(row.good, row.bad)
        return [
            each
            for each in self.findings(pair_of(row, row.bad))
            if each.target is None or (each.target.start <= end and start <= each.target.end)
        ]


def _counted(findings):
    """What is said, as a set: the same code and text a second time is another thing."""
    counts = Counter()
    found = set()
    for each in findings:
        key = (
            each.code,
            each.target.text if each.target else None,
            each.source.text if each.source else None,
        )
        counts[key] += 1
        found.add((*key, counts[key]))
    return found


def changed(good, bad):
    """The slice of `bad` outside of which both are alike."""
    least = min(len(good), len(bad))
    start = next((place for place in range(least) if good[place] != bad[place]), least)
    tail = next(
        (place for place in range(least - start) if good[-1 - place] != bad[-1 - place]), least - start
    )
    return start, len(bad) - tail
