"""What is said of a name."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.bitext import Passage


@dataclass(frozen=True, slots=True)
class NameDifference:
    """A name of the original and what stands for it.

    `kind`: "distorted" (no form of the place, but near one), "place" (another place), "person" (another name),
    "translated" (a name rendered as a word), "misspelled" (what no convention spells so),
    "convention" (the same name, spelled the English way in French), "replaced" (a name left over, and what may stand for
    it), "missing" (a name left over), "swapped" (the father's name for the son's), "homonym" (a place of another country),
    "rival" (a name of persons near to it), "half" (one word of a name of two). Of "replaced" and "missing" `confidence` is fitted;
    of the others it is the share of findings of that kind that are right on the development sets, names planted in one pair of twenty.
    """

    kind: str
    source: Passage
    target: Passage | None
    suggestion: str | None
    confidence: float
