"""How likely a negation without sure counterpart is an error: forests fitted by `python -m auditor.training negations`."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

import numpy as np

from auditor.forest import Forest, stored_forest
from auditor.odds import probability
from auditor.polarity.denial import SINGULAR, Denials
from auditor.polarity.scope import FEW
from auditor.polarity.signals import NONE, Counts, features, stand_ins
from auditor.polarity.standing import Claim
from auditor.stored import stored_arrays

DATA = "auditor.polarity"
KINDS = ("lost", "except", "denying", "added")
"""What is judged by a forest of its own."""
FROM_LOG_ODDS = 0.8473
"""The log odds of 0.7, the probability from which on a negation is worth a major remark; 0.5 is that of a minor one."""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The forest of either side, the log odds from which on it says something at all, and as major, and what was counted
    by the languages of the sides.
    """

    forests: dict[str, Forest]
    limits: dict[str, tuple[float, float]]
    counts: dict[str, Counts]

    def probability(self, denials: Denials, claim: Claim) -> float:
        """That a negation is an error, in (0, 1)."""
        kind = kind_of(claim.mark.label, lost=denials.lost)
        minor, major = self.limits[kind]
        odds = float(self.forests[kind].logits(np.array([self.row(denials, claim)], np.float32))[0])
        return probability((odds - minor) / (major - minor) * FROM_LOG_ODDS)

    def row(self, denials: Denials, claim: Claim) -> list[float]:
        known = self.counts.get(
            direction(denials.own.language, denials.other.language, claim.mark.label), NONE
        )
        return features(denials, claim, stand_ins(denials, claim), known)


def kind_of(label: str, *, lost: bool) -> str:
    """Which of KINDS judges a negation."""
    if not lost:
        return "added"
    return label if label in SINGULAR else "lost"


def direction(own: str, other: str, label: str) -> str:
    """The languages of the sides, that of the negation first, and whether it denies the next word alone or limits."""
    kind = " few" if label in FEW else " except" if label == "except" else ""
    return f"{own}-{other}{kind}"


@cache
def verdicts() -> Verdicts:
    arrays = stored_arrays(DATA, "negations.npz")
    forests = {kind: stored_forest(arrays, kind) for kind in KINDS}
    limits = {kind: (minor, major) for kind in KINDS for minor, major in [arrays[f"{kind}.limits"].tolist()]}
    return Verdicts(forests, limits, _counts())


def _counts() -> dict[str, Counts]:
    """As stored: the languages, what the word is, the word, what it is worth."""
    tables: dict[str, dict[str, dict[str, float]]] = {}
    for line in (files(DATA) / "data" / "stand_ins.tsv").read_text("utf-8").splitlines()[1:]:
        languages, kind, word, worth = line.split("\t")
        table = tables.setdefault(languages, {each.name: {} for each in fields(Counts)})
        table[kind][word] = float(worth)
    return {languages: Counts(**table) for languages, table in tables.items()}
