"""Acronyms that lose, gain or change a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from auditor.bitext import Passage
from auditor.evidence import Evidence
from auditor.findings import Finding, Severity

_ACRONYM = re.compile(r"(?<![\w.-])(?=[\w-]*[A-Z][\w-]*[A-Z])[A-Z][A-Za-z]*(?:-[A-Z]+)*(?![\w-])")


@dataclass(frozen=True, slots=True)
class AcronymChanged:
    """An acronym of the original comes back with a letter lost, added, changed or swapped.

    Why it matters: GEF is not IGEF; a reader who looks it up finds another thing.
    Flags: "IGEF 2025" in the Arabic, "GEF 2025" in the translation.
    Passes: an acronym that each language has of its own (NATO, OTAN); two acronyms that the original has both.
    Known limits: an acronym written in Arabic letters; one of two letters.
    Source: MQM, Accuracy > Mistranslation > Entity. One edit apart (Damerau 1964), and the original's own form
    stands nowhere in the pair's translation.
    """

    code: ClassVar[str] = "acronym-changed"
    severity: ClassVar[Severity] = Severity.MAJOR
    mqm: ClassVar[str] = "accuracy/mistranslation/entity"
    its: ClassVar[str] = "inconsistent-entities"

    shortest: int = 3  # letters of the shorter of the two

    def find(self, evidence: Evidence) -> Iterator[Finding]:
        originals = _acronyms(evidence.bitext.source.passage())
        known = {acronym.text for acronym in originals}
        for pair in evidence.bitext.pairs:
            if pair.target is None or not known:
                continue
            found = _acronyms(pair.target)
            kept = {acronym.text for acronym in found}
            for target in found:
                if target.text in known or target.text.removesuffix("s") in known:
                    continue
                source = self._nearest(
                    target.text, [each for each in originals if each.text not in kept], pair.source
                )
                if source is not None:
                    message = f"the original has {source.text}, the translation {target.text}"
                    yield Finding(self.code, self.severity, message, source, target, 0.9, source.text)

    def _nearest(self, acronym: str, originals: list[Passage], own: Passage | None) -> Passage | None:
        """The original's acronym one edit away, of the pair itself before any other."""
        close = [each for each in originals if self._one_edit(acronym, each.text)]
        inside = [each for each in close if own is not None and each.overlaps(own)]
        return next(iter(inside or close), None)

    def _one_edit(self, one: str, other: str) -> bool:
        short, long = sorted((one.upper(), other.upper()), key=len)
        if len(short) < self.shortest or len(long) - len(short) > 1:
            return False
        if len(long) > len(short):
            return any(long[:index] + long[index + 1 :] == short for index in range(len(long)))
        apart = [index for index in range(len(long)) if long[index] != short[index]]
        swapped = (
            len(apart) == 2
            and apart[1] == apart[0] + 1
            and long[apart[0]] + long[apart[1]] == short[apart[1]] + short[apart[0]]
        )
        return len(long) > self.shortest and (len(apart) == 1 or swapped)


def _acronyms(passage: Passage) -> list[Passage]:
    return [passage.part(match.start(), match.end()) for match in _ACRONYM.finditer(passage.text)]
