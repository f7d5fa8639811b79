"""How the text reports draw: severities, passages in their line, tables of labels and values."""

from __future__ import annotations

import io
from collections.abc import Iterable

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from auditor.bitext import Passage
from auditor.findings import Severity
from auditor.reports import View
from auditor.reports.shown_text import in_context, isolated, right_to_left, shown, wrapped

# Told apart by their marks and words, not by colour alone.
_MARKS = {Severity.CRITICAL: "●●●", Severity.MAJOR: "●●○", Severity.MINOR: "●○○"}
_STYLES = {Severity.CRITICAL: "bold red", Severity.MAJOR: "bold yellow", Severity.MINOR: "bold cyan"}
_BORDER = " │ "


def rendered(lines: Iterable[Text], view: View) -> str:
    """The lines as they go to a terminal, or as plain text."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=view.width,
        force_terminal=view.styled,
        color_system="standard" if view.styled else None,
        legacy_windows=False,
        highlight=False,
        _environ={},
    )
    for line in lines:
        line.rstrip()
        console.print(line, soft_wrap=True)
    return out.getvalue()


def severity(level: Severity) -> Text:
    return Text().append(f"{_MARKS[level]} {level.label.upper()}", style=_STYLES[level])


def in_line(passage: Passage, level: Severity, label: str, view: View) -> Text:
    """`label`, then the line of the text around the passage, which is marked; never wider than the view."""
    room = view.width - cell_len(label) - len(_BORDER) - 2 * (not view.styled)
    before, marked, after = in_context(passage, room)
    opening, closing = ("", "") if view.styled else ("⟦", "⟧")
    drawn = Text().append(f"{label}{_BORDER}", style="dim")
    if passage.language == "ar":
        whole = right_to_left(f"{before}{opening}{marked}{closing}{after}")
        offset = len(before) + 1
        content = Text(whole)
        content.stylize(f"{_STYLES[level]} reverse", offset, offset + len(opening + marked + closing))
        return drawn.append_text(content)
    drawn.append(isolated(before))
    drawn.append(f"{opening}{isolated(marked)}{closing}", style=f"{_STYLES[level]} reverse")
    return drawn.append(isolated(after))


def labelled(label: str, value: str, view: View, style: str = "") -> list[Text]:
    """A label and a value that goes on, indented, on as many lines as it needs."""
    room = max(view.width - cell_len(label) - len(_BORDER), 20)
    rows = wrapped(shown(value), room) or [""]
    margins = [label, *[" " * cell_len(label)] * (len(rows) - 1)]
    return [
        Text().append(f"{margin}{_BORDER}", style="dim").append(isolated(row), style=style)
        for margin, row in zip(margins, rows, strict=True)
    ]


def paragraph(text: str, view: View, indent: int = 2) -> list[Text]:
    return [Text(" " * indent + isolated(row)) for row in wrapped(shown(text), max(view.width - indent, 20))]


def counted(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
