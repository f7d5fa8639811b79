"""What makes a finding the same one in the next run, when the text elsewhere has changed."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from auditor.bitext import Bitext, Passage
from auditor.findings import Finding
from auditor.folding import folded

_SEPARATOR = "\x1f"  # never in a folded text: it is a space to `str.split`


def stamped(
    bitext: Bitext, findings: Sequence[Finding], seen: Counter[str] | None = None
) -> tuple[Finding, ...]:
    """The findings with their fingerprints, which they keep when some of them are left out; `seen` counts on."""
    marks = fingerprints(bitext, findings, seen)
    return tuple(replace(each, fingerprint=mark) for each, mark in zip(findings, marks, strict=True))


def fingerprints(
    bitext: Bitext, findings: Sequence[Finding], seen: Counter[str] | None = None
) -> tuple[str, ...]:
    """16 hexadecimal digits for each finding, in order, all different.

    The start of the SHA-256 of the code, the folded text of both passages and of the sentence they stand in
    (of the translation, or of the original where the finding has no target passage), and a count where all
    that is the same twice. Without sentences the bitext's pairs serve; no place enters it.
    """
    targets = bitext.target_sentences or tuple(pair.target for pair in bitext.pairs if pair.target)
    sources = bitext.source_sentences or tuple(pair.source for pair in bitext.pairs if pair.source)
    seen = Counter() if seen is None else seen
    found = []
    for finding in findings:
        if finding.fingerprint:
            found.append(finding.fingerprint)
            continue
        context = _sentence(finding.target, targets) if finding.target else _sentence(finding.source, sources)
        key = _SEPARATOR.join((finding.code, _plain(finding.source), _plain(finding.target), context))
        seen[key] += 1
        digest = hashlib.sha256(f"{key}{_SEPARATOR}{seen[key]}".encode())
        found.append(digest.hexdigest()[:16])
    return tuple(found)


def _plain(passage: Passage | None) -> str:
    return "" if passage is None else " ".join(folded(passage.text).split())


def _sentence(passage: Passage | None, sentences: Sequence[Passage]) -> str:
    """The folded text of the sentence in which the passage begins."""
    if passage is None or not sentences:
        return ""
    index = bisect_right(sentences, passage.start, key=lambda sentence: sentence.start) - 1
    return _plain(sentences[max(index, 0)])
