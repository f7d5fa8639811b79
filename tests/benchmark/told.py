"""Passages with words in a wrong sense, tests/data/senses: what is found of them, and what is said of the sound translations.

`python -m tests.benchmark FOLDER told`; nothing of FOLDER is read. No word of the inventory was written for these passages; the
weights of the clues of a context are fitted on all but those of `reported`.
"""

from collections import Counter
from pathlib import Path

from auditor.findings import Severity
from auditor.pipeline import Auditor
from tests.benchmark.tables import figure, print_table

PASSAGES = Path(__file__).parent.parent / "data" / "senses"
BETWEEN = " ¶ "


def main(folder):  # noqa: ARG001 - every benchmark is given one
    auditor = Auditor()
    rows = []
    for path in sorted(PASSAGES.glob("*.tsv")):
        counts = Counter()
        for line in path.read_text(encoding="utf-8").splitlines():
            counts.update(measured(auditor, *line.split("\t")))
        errors = counts["errors"]
        rows.append(
            (
                path.stem,
                errors,
                figure(counts["found"] / errors, 2),
                figure(counts["major"] / errors, 2),
                counts["passages"],
                counts["alarms, major"],
                counts["alarms, minor"],
            )
        )
    print_table(
        (
            "passages",
            "errors",
            "touched",
            "at major",
            "sound passages",
            "findings of major or above",
            "minor",
        ),
        rows,
    )


def measured(auditor, language, arabic, sound, faulty, words, better, wrong):  # noqa: ARG001, PLR0917 - the cells of a line
    """What is found of a line's errors, and what is said of its sound translation."""
    counts = Counter(passages=sound.count(BETWEEN) + 1)
    text = paragraphs(faulty)
    found = findings(auditor, language, arabic, faulty)
    for passage in wrong.split(" | "):
        start = text.index(passage)
        end = start + len(passage)
        hits = [each for each in found if each.target and each.target.start < end and start < each.target.end]
        counts["errors"] += 1
        counts["found"] += bool(hits)
        counts["major"] += any(each.severity >= Severity.MAJOR for each in hits)
    for each in findings(auditor, language, arabic, sound):
        counts["alarms, major" if each.severity >= Severity.MAJOR else "alarms, minor"] += 1
    return counts


def paragraphs(text):
    return text.replace(BETWEEN, "\n\n")


def findings(auditor, language, arabic, translation):
    sides = auditor.documents(("original", paragraphs(arabic)), (language, paragraphs(translation)))
    return auditor.audit(*sides).findings
