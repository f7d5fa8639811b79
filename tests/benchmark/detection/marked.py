"""Real machine translations between French and English with the errors that professionals marked."""

from dataclasses import dataclass

from auditor.training.planted_errors import json_lines

ROWS = 700


@dataclass(frozen=True)
class Error:
    start: int
    end: int
    severity: str
    category: str


@dataclass(frozen=True)
class Marked:
    source: str
    target: str
    languages: tuple[str, str]
    errors: tuple[Error, ...]


def marked_rows(dev):
    rows = [
        row
        for row in json_lines(dev / "human_errors.en-fr.jsonl.gz")
        if not row["system"].startswith("reference")
    ]
    for row in rows[:: max(1, len(rows) // ROWS)]:
        yield Marked(
            row["src"], row["tgt"], tuple(row["lp"].split("-")), tuple(map(_error, row["tgt_errors"]))
        )


def _error(error):
    """Offsets in the file include the end."""
    category = f"{error['error_category']} {error['error_subcategory']}".replace("_", " ").lower()
    return Error(error["startIndex"], error["endIndex"] + 1, error["severity"].lower(), category)
