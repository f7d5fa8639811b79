"""The press articles: how many of the marked errors of the machine translation are found, what is said of human ones.

FOLDER is the data folder; the articles are in `press/` beside it.
"""

import json
from collections import Counter

from auditor.findings import Severity
from auditor.pipeline import Auditor
from auditor.readers import read_file
from tests.benchmark.tables import print_table

# A code that may stand for another: the same passage seen from its other side.
NEIGHBOURS = {
    ("code-switch", "term-mistranslated"),
    ("code-switch", "name-changed"),
    ("repetition", "term-mistranslated"),
}
HUMAN = ("igef-2025.human.fr.txt", "igef-2024.human.fr.txt", "interpol-2025.human.fr.txt")
NEVER = {"number-changed", "term-mistranslated", "code-switch", "name-changed"}


def main(folder):
    press = folder.parent / "press"
    findings = audit(press, "igef-2025.translation.fr.txt")
    rows = [
        json.loads(line)
        for line in (press / "igef-2025.errors.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    marked = []
    found = 0
    for row in rows:
        codes = {
            each.code
            for each in findings
            if each.target and each.target.start < row["end"] and row["start"] < each.target.end
        }
        right = [code for code in sorted(codes) if code == row["code"] or (row["code"], code) in NEIGHBOURS]
        found += bool(right)
        text = row["text"] if len(row["text"]) < 50 else row["text"][:47] + "…"
        marked.append((text, row["severity"], row["code"], ", ".join(right) or "**no**"))
    print_table(("marked error", "severity", "code", "found as"), marked)
    print(f"\n{found} of {len(rows)} found; findings by severity: {by_severity(findings)}")
    counts = []
    for name in HUMAN:
        findings = audit(press, name)
        never = [each.code for each in findings if each.code in NEVER and each.severity >= Severity.MAJOR]
        counts.append((name, by_severity(findings), len(never)))
    print_table(("human article", "findings", f"{', '.join(sorted(NEVER))} at major or above"), counts)


def audit(press, name):
    auditor = Auditor()
    texts = [read_file(str(press / each), warn=print) for each in ("igef-2025.original.ar.txt", name)]
    return auditor.audit(*auditor.documents(*texts)).findings


def by_severity(findings):
    counts = Counter(each.severity.label for each in findings)
    return ", ".join(f"{times} {label}" for label, times in sorted(counts.items())) or "none"
