"""Findings that say the same of the same words, shown once with their other places."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.bitext import Passage
from auditor.clitics import stems
from auditor.findings import Finding
from auditor.folding import folded, words


def groups(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Findings of one code with the same target words and source words, these without their particles.

    Each group in the order given, groups in the order of their first finding.
    """
    found: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        key = (finding.code, _stemmed(finding.source), _plain(finding.target))
        found.setdefault(key, []).append(finding)
    return list(found.values())


def _plain(passage: Passage | None) -> str:
    return "" if passage is None else " ".join(folded(passage.text).split())


def _stemmed(passage: Passage | None) -> str:
    if passage is None or passage.language != "ar":
        return _plain(passage)
    return " ".join(min(stems(word), key=len) for word, _, _ in words(passage.text))
