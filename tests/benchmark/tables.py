"""Markdown tables of figures, and their places in a file."""

import re

MARKS = "<!-- benchmark: {name} -->\n", "<!-- /benchmark -->"


def print_table(columns, rows, caption=""):
    """Columns with a figure in them to the right; a caption is a line of its own above."""
    rows = [[str(cell).replace("|", "/") for cell in row] for row in rows]
    figures = [any(row[place][:1].isdigit() for row in rows) and place for place in range(len(columns))]
    print(f"\n{caption}\n" if caption else "")
    print(f"| {' | '.join(columns)} |")
    print(f"|{'|'.join('--:' if right else '---' for right in figures)}|")
    for row in rows:
        print(f"| {' | '.join(row)} |", flush=True)


def figure(value, digits=3):
    """A dash for None."""
    return "–" if value is None else f"{value:.{digits}f}"


def places(text):
    """The names of the benchmarks whose tables a file holds."""
    return re.findall(r"^<!-- benchmark: (\w+) -->$", text, re.MULTILINE)


def put(text, name, tables):
    """The text with these tables between the marks of the benchmark.

    Raises:
        ValueError: the text has no such marks, or does not close them.
    """
    begin, end = (mark.format(name=name) for mark in MARKS)
    head, opened, rest = text.partition(begin)
    _, closed, tail = rest.partition(end)
    if not (opened and closed) or "<!-- benchmark:" in rest[: len(rest) - len(tail) - len(end)]:
        raise ValueError(name)
    return f"{head}{begin}\n{tables.strip()}\n\n{end}{tail}"
