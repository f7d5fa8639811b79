"""The reports under samples/ are what the program says today.

`python -m tests.test_samples` writes them anew, with the picture of the report that README.md shows.
"""

import io
from pathlib import Path

import pytest
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from auditor.pipeline import Auditor
from auditor.readers import read_file
from auditor.reports import View, writer

SAMPLES = Path(__file__).parent.parent / "samples"
ARTICLE = SAMPLES / "igef-2025"
TRANSLATIONS = ("translation.fr", "human.fr")
FORMATS = {"txt": ("text", View(100)), "json": ("json", View())}
PICTURED = 46  # lines


def audit(translation):
    auditor = Auditor()
    texts = [
        read_file(str(ARTICLE / name), warn=pytest.fail) for name in ("original.ar.txt", f"{translation}.txt")
    ]
    return auditor.audit(*auditor.documents(*texts))


def expected(translation, suffix):
    return ARTICLE / "expected" / f"{translation}.{suffix}"


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("translation", TRANSLATIONS)
def test_expected_report(translation, suffix):
    name, view = FORMATS[suffix]
    assert writer("audit", name)(audit(translation), view) == expected(translation, suffix).read_text(
        encoding="utf-8"
    )


def right_to_left(line):
    """An SVG places each coloured piece of a line from left to right; those of Arabic go the other way."""
    start, end = line.plain.find("\u2067"), line.plain.rfind("\u2069")
    if start < 0:
        return line
    before, arabic, after = line.divide([start, end + 1])
    edges = sorted(
        {edge for piece in arabic.spans for edge in (piece.start, piece.end)} & set(range(len(arabic)))
    )
    return Text.assemble(before, *reversed(arabic.divide(edges)), after)


def picture(found):
    """The beginning of the coloured report as an SVG."""
    console = Console(record=True, width=112, file=io.StringIO(), force_terminal=True)
    lines = writer("audit", "text")(found, View(110, styled=True)).split("\n")[:PICTURED]
    for line in lines:
        console.print(right_to_left(Text.from_ansi(line)))
    return console.export_svg(title="auditor audit original.ar.txt translation.fr.txt", theme=MONOKAI)


def main():
    for translation in TRANSLATIONS:
        found = audit(translation)
        for suffix, (name, view) in FORMATS.items():
            expected(translation, suffix).write_text(writer("audit", name)(found, view), encoding="utf-8")
        if translation == TRANSLATIONS[0]:
            (ARTICLE / "expected" / "report.svg").write_text(picture(found), encoding="utf-8")


if __name__ == "__main__":
    main()
