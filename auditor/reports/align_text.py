"""The alignment in two columns, original and translation side by side, and how sure each bead is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from rich.cells import cell_len
from rich.text import Text

from auditor.bitext import Bitext, Pair, Passage
from auditor.reports import View
from auditor.reports.drawing import counted, rendered
from auditor.reports.shown_text import isolated, right_to_left, shown, wrapped

_GAP = " │ "
_MOVED, _DOUBT = "⇅", "?"
_MARGIN = 6  # cells: the confidence in hundredths, a mark, a space
_DOUBTFUL = 0.5  # confidence below which a bead is more likely wrong than right


def write(bitext: Bitext, view: View) -> str:
    return rendered(_lines(bitext, view), view)


def _lines(bitext: Bitext, view: View) -> Iterator[Text]:
    column = max((view.width - _MARGIN - len(_GAP)) // 2, 10)
    for pair in bitext.pairs:
        yield from _rows(pair, column)
        yield Text(f"{'':{_MARGIN}}{'─' * column}─┼─{'─' * column}", style="dim")
    both = sum(1 for pair in bitext.pairs if pair.source and pair.target)
    moved = sum(pair.moved for pair in bitext.pairs)
    doubtful = sum(pair.confidence < _DOUBTFUL for pair in bitext.pairs)
    yield Text(f"{both:,} of {len(bitext.pairs):,} beads have both sides", style="bold")
    yield Text("left: how sure it is that each is right", style="dim")
    if doubtful:
        yield Text(f"{_DOUBT} marks {counted(doubtful, 'bead')} more likely wrong", style="dim")
    if moved:
        yield Text(f"{_MOVED} marks {counted(moved, 'passage')} that moved", style="dim")


def _rows(pair: Pair, column: int) -> Iterator[Text]:
    doubtful = pair.confidence < _DOUBTFUL
    label = f"{pair.confidence:.2f}{_MOVED if pair.moved else _DOUBT * doubtful}"
    sides = (_side(pair.source, column), _side(pair.target, column))
    for number, (left, right) in enumerate(zip_longest(*sides, fillvalue=" " * column)):
        yield (
            Text()
            .append(f"{'' if number else label:{_MARGIN}}", style="yellow" if doubtful else "dim")
            .append(f"{left}{_GAP}{right}")
        )


def _side(passage: Passage | None, column: int) -> list[str]:
    """The text in lines of the column's width; Arabic stands at its right edge."""
    if passage is None:
        return [f"{'—':{column}}"]
    rows = []
    for row in wrapped(shown(passage.text), column):
        blank = " " * (column - cell_len(row))
        rows.append(blank + right_to_left(row) if passage.language == "ar" else isolated(row) + blank)
    return rows
