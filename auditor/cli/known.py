"""What a run need not report again: decided false alarms and the known findings of a baseline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from auditor.audits import Audit
from auditor.baseline import Known, known_findings, read_baseline, without_known, written
from auditor.bitext import Bitext
from auditor.cli.messages import tell
from auditor.decisions import FALSE_ALARM, Decision, read_decisions, without_false_alarms
from auditor.errors import ConfigError
from auditor.findings import Finding
from auditor.fingerprints import stamped
from auditor.reports.destination import demand_place, write_bytes


@dataclass(slots=True)
class Silence:
    """Applied to each audit of a run; `finish` writes what has to be written once all are through."""

    decisions: Mapping[str, Decision]
    file: Path | None
    known: tuple[Known, ...]
    new_file: Path | None
    prune: bool
    gone: list[Known] = field(default_factory=list)
    found: list[Known] = field(default_factory=list)
    left_out: int = 0
    seen: Counter[str] = field(default_factory=Counter)  # in the segment pairs so far

    @classmethod
    def of(
        cls, decisions: Path | None, baseline: Path | None, new_file: Path | None, *, prune: bool
    ) -> Silence:
        """Raises DecisionsError for a file that is none, ConfigError where there is no baseline to prune, WriteError."""
        if prune and baseline is None:
            raise ConfigError("--prune-baseline needs --baseline")
        demand_place(new_file)
        decided = read_decisions(decisions) if decisions else {}
        known = read_baseline(baseline) if baseline and not new_file else ()
        return cls(decided, baseline, known, new_file, prune)

    def apply(self, path: str, audit: Audit) -> Audit:
        """The audit without what is decided or known."""
        audit = without_false_alarms(audit, self.decisions)
        if self.new_file:
            self.found += known_findings(path, audit)
            return without_known(path, audit, self.found)[0]
        rest, gone = without_known(path, audit, self.known)
        self.gone += gone
        self.left_out += len(audit.findings) - len(rest.findings)
        return rest

    def kept(self, path: str, bitext: Bitext, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """Those findings of a segment pair that are neither decided nor known, with their fingerprints in the file."""
        if not findings:
            return findings
        own = {each.fingerprint for each in self.known if each.path == path}
        alarms = {mark for mark, each in self.decisions.items() if each.state == FALSE_ALARM} | own
        return tuple(each for each in stamped(bitext, findings, self.seen) if each.fingerprint not in alarms)

    def finish(self, *, quiet: bool) -> None:
        """Writes the baseline asked for, and names the known findings that are found no more."""
        if self.new_file:
            write_bytes(self.new_file, written(self.found).encode())
            if not quiet:
                tell(f"{len(self.found)} findings are known from now on: {self.new_file}")
        if self.prune and self.file:
            write_bytes(self.file, written([each for each in self.known if each not in self.gone]).encode())
        elif not quiet:
            if self.left_out:
                tell(f"{self.left_out} known findings are left out: {self.file}")
            for each in self.gone:
                tell(f"known, and found no more: {each} (--prune-baseline)")
