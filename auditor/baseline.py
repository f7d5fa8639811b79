"""Known findings: a file of fingerprints that a run may leave out, so that only what is new counts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from auditor.audits import Audit
from auditor.errors import DecisionsError
from auditor.fingerprints import fingerprints, stamped
from auditor.score import score

SCHEMA = "auditor.baseline/1"


@dataclass(frozen=True, order=True, slots=True)
class Known:
    """One known finding; what it says besides the fingerprint is for whoever reads the file."""

    path: str  # of the translation
    fingerprint: str
    code: str = ""
    text: str = ""

    def __str__(self) -> str:
        return f"{self.path}: {self.code} “{self.text}”"


def known_findings(path: str, audit: Audit) -> tuple[Known, ...]:
    """All findings of an audit as known ones."""
    return tuple(
        Known(path, mark, finding.code, " ".join(passage.text.split()) if passage else "")
        for finding, mark in zip(audit.findings, fingerprints(audit.bitext, audit.findings), strict=True)
        for passage in (finding.target or finding.source,)
    )


def without_known(path: str, audit: Audit, known: Iterable[Known]) -> tuple[Audit, tuple[Known, ...]]:
    """The audit without what is known of its translation, scored without it; and what was known and is no more."""
    own = {each.fingerprint: each for each in known if each.path == path}
    found = stamped(audit.bitext, audit.findings)
    kept = tuple(each for each in found if each.fingerprint not in own)
    gone = tuple(own[mark] for mark in sorted(own.keys() - {each.fingerprint for each in found}))
    return replace(audit, findings=kept, score=score(kept, audit.bitext.target.text)), gone


def read_baseline(file: Path) -> tuple[Known, ...]:
    """Raises DecisionsError where the file cannot be read or is no baseline, naming the entry."""
    try:
        table = json.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise DecisionsError(f"{file}: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise DecisionsError(f"{file}: not JSON: {error}") from error
    entries = table.get("findings") if isinstance(table, dict) and table.get("schema") == SCHEMA else None
    if not isinstance(entries, list):
        raise DecisionsError(f"{file}: not a baseline: its schema is not {SCHEMA}")
    return tuple(_known(file, number, entry) for number, entry in enumerate(entries, start=1))


def _known(file: Path, number: int, entry: Any) -> Known:  # noqa: ANN401 - whatever stands in the file
    names = ("path", "fingerprint", "code", "text")
    values = [entry.get(name, "") for name in names] if isinstance(entry, dict) else []
    if not values or not all(isinstance(value, str) for value in values) or not all(values[:2]):
        raise DecisionsError(f"{file}: finding {number} needs a path and a fingerprint")
    return Known(*(value.encode(errors="replace").decode() for value in values))  # half a surrogate pair


def written(known: Sequence[Known]) -> str:
    """A baseline file: sorted, one finding a line, so that two versions can be compared."""
    entries = [
        {"path": each.path, "fingerprint": each.fingerprint, "code": each.code, "text": each.text}
        for each in sorted(set(known))
    ]
    lines = ",\n".join(f"  {json.dumps(entry, ensure_ascii=False)}" for entry in entries)
    return f'{{\n "schema": "{SCHEMA}",\n "findings": [\n{lines}\n ]\n}}\n'
