"""What is counted of an alignment against gold beads: strict and lax F1, one-sided sentences, calibration."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

BINS = 10


class Found(NamedTuple):
    """A bead as an aligner gives it: indices of sentences on both sides; peers give no confidence."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    confidence: float = 1.0
    moved: bool = False


@dataclass
class Tally:
    """Sums over documents.

    Strict: a two-sided bead with exactly the sentences of a gold bead. Lax: a two-sided bead that shares a sentence
    on both sides with a gold bead (Vecalign's score.py, after Langlais et al. 1998; it also counts one-sided beads
    in the precision, which have figures of their own here). One-sided: sentences, whatever runs they are given in.
    """

    found: int = 0
    gold: int = 0
    strict: int = 0
    lax_found: int = 0
    lax_gold: int = 0
    alone: int = 0
    found_alone: int = 0
    gold_alone: int = 0

    def add(self, gold, found):
        ours, wanted = two_sided(found), two_sided(gold)
        self.found += len(ours)
        self.gold += len(wanted)
        self.strict += len(ours & wanted)
        self.lax_found += overlapping(ours, wanted)
        self.lax_gold += overlapping(wanted, ours)
        self.alone += len(alone(found) & alone(gold))
        self.found_alone += len(alone(found))
        self.gold_alone += len(alone(gold))

    @property
    def precision(self):
        return self.strict / max(1, self.found)

    @property
    def recall(self):
        return self.strict / max(1, self.gold)

    @property
    def f1(self):
        return 2 * self.strict / max(1, self.found + self.gold)

    @property
    def lax_f1(self):
        return harmonic(self.lax_found / max(1, self.found), self.lax_gold / max(1, self.gold))

    @property
    def one_sided_f1(self):
        """None where no gold sentence stands alone."""
        return 2 * self.alone / (self.found_alone + self.gold_alone) if self.gold_alone else None


def harmonic(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def two_sided(beads):
    return {(tuple(bead[0]), tuple(bead[1])) for bead in beads if bead[0] and bead[1]}


def alone(beads):
    return {("source", i) for source, target, *_ in beads if not target for i in source} | {
        ("target", j) for source, target, *_ in beads if not source for j in target
    }


def overlapping(beads, others):
    """How many of the beads share a sentence on both sides with one of the others."""
    return sum(not set(target).isdisjoint(counterparts(others, source)) for source, target in beads)


def counterparts(beads, source):
    """The target sentences of the beads that hold one of these source sentences."""
    wanted = set(source)
    return {j for own, target in beads if not wanted.isdisjoint(own) for j in target}


@dataclass
class Calibration:
    """Beads by their confidence, in bins of a tenth: how many, how many right, the sum of the confidences."""

    bins: list[list[float]] = field(default_factory=lambda: [[0, 0, 0.0] for _ in range(BINS)])

    def add(self, gold, found: Iterable[Found]):
        wanted, lonely = two_sided(gold), alone(gold)
        for each in found:
            bead = (each.source, each.target)
            right = bead in wanted if all(bead) else alone([bead]) <= lonely
            entry = self.bins[min(BINS - 1, int(each.confidence * BINS))]
            entry[0] += 1
            entry[1] += right
            entry[2] += each.confidence

    @property
    def error(self):
        """Expected calibration error: the mean distance of confidence and share right, weighed by beads."""
        total = sum(count for count, _, _ in self.bins)
        return sum(abs(right - confident) for _, right, confident in self.bins) / max(1, total)

    def rows(self):
        for number, (count, right, confident) in enumerate(self.bins):
            if count:
                yield (
                    f"{number / BINS:.1f}–{(number + 1) / BINS:.1f}",
                    f"{count:,}",
                    f"{confident / count:.3f}",
                    f"{right / count:.3f}",
                )
