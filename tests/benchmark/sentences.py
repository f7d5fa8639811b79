"""Free translations of single sentences: what is found of one error in each, and what is said of the sound ones.

`python -m tests.benchmark FOLDER sentences`; nothing of FOLDER is read. An error is found where a finding touches its
passage on either side.
"""

from collections import Counter

from auditor.findings import Severity
from auditor.pipeline import Auditor
from auditor.readers.records import PairRecord
from tests.benchmark.tables import figure, print_table
from tests.sentences import PARTS, sentences


def main(folder):  # noqa: ARG001 - every benchmark is given one
    errors, alarms = [], []
    for part in PARTS:
        counts = measured(sentences(part))
        kinds = sorted(kind for what, kind in counts if what == "errors")
        errors += [
            (part, kind, total, *(figure(counts[what, kind] / total, 2) for what in ("found", "major")))
            for kind in kinds
            for total in (counts["errors", kind],)
        ]
        sound = counts["sound", ""]
        alarms.append((part, sound, *(figure(counts[what, ""] / sound) for what in ("any", "serious"))))
    print_table(("sentences", "kind of error", "errors", "found", "at major"), errors)
    print_table(("sound sentences", "n", "any severity", "major or above"), alarms)


def measured(some):
    """Counts by what is counted and the kind of the error; of sound sentences, no kind."""
    texts = [text for each in some for text in (each.faulty, each.sound)]
    records = [
        PairRecord(number, number, some[number // 2].original, text, "ar", some[number // 2].language)
        for number, text in enumerate(texts)
    ]
    checked = [each.findings for each in Auditor().check_all(records)]
    counts = Counter()
    for each, faulty, sound in zip(some, checked[::2], checked[1::2], strict=True):
        hits = [finding for finding in faulty if touches(finding, each)]
        counts["errors", each.kind] += 1
        counts["found", each.kind] += bool(hits)
        counts["major", each.kind] += is_serious(hits)
        counts["sound", ""] += 1
        counts["any", ""] += bool(sound)
        counts["serious", ""] += is_serious(sound)
    return counts


def touches(finding, sentence):
    """Whether a finding lies on the error, in the translation or in the original."""
    sides = (
        (finding.target, sentence.faulty, sentence.wrong),
        (finding.source, sentence.original, sentence.source),
    )
    return any(
        passage is not None
        and passage.start < text.index(words) + len(words)
        and text.index(words) < passage.end
        for passage, text, words in sides
    )


def is_serious(findings):
    return any(each.severity >= Severity.MAJOR for each in findings)
