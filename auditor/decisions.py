"""What editors decided on findings: a file that comes back with the next audit, and silences what is no error."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from auditor.audits import Audit
from auditor.errors import DecisionsError
from auditor.fingerprints import stamped
from auditor.score import score

SCHEMA = "auditor.decisions/1"
OPEN, ACCEPTED, FALSE_ALARM = STATES = ("open", "accepted", "false-alarm")


@dataclass(frozen=True, slots=True)
class Decision:
    """`state`: one of STATES; `note` is free text."""

    state: str
    note: str = ""


Decisions = Mapping[str, Decision]  # by the fingerprint of a finding


def read_decisions(path: Path) -> dict[str, Decision]:
    """Raises DecisionsError where the file cannot be read or is no decisions file, naming the entry."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DecisionsError(f"{path}: {getattr(error, 'strerror', None) or 'not UTF-8'}") from error
    return parse_decisions(str(path), text)


def parse_decisions(name: str, text: str) -> dict[str, Decision]:
    """The decisions of a file's text; of two on one finding the later holds. Raises DecisionsError."""
    try:
        table = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DecisionsError(f"{name}: not JSON: {error}") from error
    if not isinstance(table, dict) or table.get("schema") != SCHEMA:
        raise DecisionsError(f"{name}: not a decisions file: its schema is not {SCHEMA}")
    entries = table.get("decisions")
    if not isinstance(entries, list):
        raise DecisionsError(f"{name}: decisions must be a list")
    return dict(_decision(name, number, entry) for number, entry in enumerate(entries, start=1))


def _decision(name: str, number: int, entry: Any) -> tuple[str, Decision]:  # noqa: ANN401 - whatever stands in the file
    fields = entry if isinstance(entry, dict) else {}
    mark, state, note = fields.get("fingerprint"), fields.get("state"), fields.get("note", "")
    if not isinstance(mark, str) or not isinstance(note, str) or state not in STATES:
        raise DecisionsError(
            f"{name}: decision {number} needs a fingerprint and a state of {', '.join(STATES)}, not {state!r}"
        )
    return _whole(mark), Decision(state, _whole(note))


def _whole(text: str) -> str:
    """JSON can write half a surrogate pair, which no report can hold."""
    return text.encode(errors="replace").decode()


def without_false_alarms(audit: Audit, decisions: Decisions) -> Audit:
    """The audit without the findings decided to be false alarms, and scored without them."""
    alarms = {mark for mark, decision in decisions.items() if decision.state == FALSE_ALARM}
    kept = tuple(each for each in stamped(audit.bitext, audit.findings) if each.fingerprint not in alarms)
    return replace(audit, findings=kept, score=score(kept, audit.bitext.target.text))
