"""The press set: what is found of the errors marked in it, and what is said of sound texts.

`python -m tests.benchmark FOLDER press_set`; nothing of FOLDER is read. An error is found where a finding with a right
code touches its passage on either side; for an omission, where one lies on the lost passage of the original. The parts
that are reported were not looked at when the checks were written.
"""

import sys
from collections import defaultdict

from auditor.findings import Severity
from auditor.pipeline import Auditor
from tests.benchmark.tables import figure, print_table
from tests.press_set import press_texts

# Codes that name the same error from another side.
ALIKE = (
    {"number-changed", "number-missing", "number-added", "date-changed", "unit-changed"},
    {"code-switch", "untranslated"},
    {"negation-changed", "meaning-changed"},
    {"name-changed", "name-missing", "name-inconsistent", "acronym-changed"},
    {"term-mistranslated", "term-inconsistent", "meaning-changed"},
    {"repetition", "addition"},
    {"text-damaged", "name-changed"},
)


PAIRS = (("fitted", "reported"), ("fitted_words", "reported_words"))


def main(folder):  # noqa: ARG001 - every benchmark is given one
    auditor = Auditor()
    alarms = []
    for pair in PAIRS:
        kinds = defaultdict(lambda: defaultdict(list))
        alarms += [(part, *measured(auditor, part, kinds)) for part in pair]
        rows = [
            (kind, *(cell for part in pair for cell in cells(some[part])))
            for kind, some in sorted(kinds.items())
        ]
        every = {part: [hit for some in kinds.values() for hit in some[part]] for part in pair}
        rows.append(("all", *(cell for part in pair for cell in cells(every[part]))))
        columns = [f"{part}, {what}" for part in pair for what in ("errors", "found", "touched")]
        print_table(("kind of error", *columns), rows)
    print_table(("sound texts", "texts", "paragraphs", "findings of major or above", "minor"), alarms)


def measured(auditor, part, kinds):
    """What is said of the sound texts of a part; what is found of its errors goes to `kinds`."""
    paragraphs = major = minor = 0
    texts = press_texts(part)
    for text in texts:
        found = findings(auditor, text, text.faulty)
        for error in text.errors:
            hits = [each for each in found if touches(each, error)]
            right = any(is_right(each.code, error.codes) for each in hits)
            kinds[error.kind][part].append((right, bool(hits)))
        paragraphs += len([line for line in text.sound.splitlines() if line.strip()])
        said = findings(auditor, text, text.sound)
        major += sum(each.severity >= Severity.MAJOR for each in said)
        minor += sum(each.severity < Severity.MAJOR for each in said)
        if part.startswith("fitted"):
            show(text, said, found)
    return len(texts), paragraphs, major, minor


def cells(hits):
    if not hits:
        return 0, "–", "–"
    return len(hits), *(figure(sum(each[place] for each in hits) / len(hits), 2) for place in (0, 1))


def findings(auditor, text, translation):
    sides = auditor.documents(("original", text.original), (text.language, translation))
    return auditor.audit(*sides).findings


def touches(finding, error):
    """Whether the finding lies where the error is marked; what is lost is marked in the original only."""
    lost = "omission" in error.codes
    on_target = finding.target is not None and not lost and meet(finding.target, error.target)
    short = finding.source is not None and (lost or finding.target is None)
    return on_target or (short and error.source is not None and meet(finding.source, error.source))


def meet(passage, place):
    return passage.start < place[1] and place[0] < passage.end


def is_right(code, wanted):
    return code in wanted or any(code in group and group & set(wanted) for group in ALIKE)


def show(text, said, found):
    """What is said and what is missed of the texts that may be looked at."""
    for each in said:
        print(f"{text.name} sound: {each.code} {each.severity.label} {each.message}", file=sys.stderr)
    for error in text.errors:
        if not any(touches(each, error) and is_right(each.code, error.codes) for each in found):
            faulty = text.faulty[slice(*error.target)]
            print(
                f"{text.name} missed: {error.kind} {error.codes}: {faulty[:70]} ({error.sound[:70]})",
                file=sys.stderr,
            )
