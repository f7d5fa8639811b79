"""From files to one term base."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from auditor.errors import TermBaseError
from auditor.terms import Term, TermBase, tbx, tsv

PRESS = Path(__file__).parent / "press"
FORMATS = {".tsv": tsv.read_terms, ".txt": tsv.read_terms, ".tbx": tbx.read_terms, ".xml": tbx.read_terms}


def load_termbases(paths: Iterable[str]) -> TermBase:
    """The press term base that is shipped, after the user's files, whose entries win.

    Raises TermBaseError for a file that is missing, of no known format, or malformed (with its line).
    """
    terms = [term for path in paths for term in read_termbase(Path(path))]
    press = tsv.read_press(PRESS)
    return TermBase((*terms, *press.terms), press.calques)


def read_termbase(path: Path) -> tuple[Term, ...]:
    """The terms of a user's TSV or TBX file, all strict."""
    read = FORMATS.get(path.suffix.lower())
    if read is None:
        raise TermBaseError(f"{path}: a term base is a file named {', '.join(FORMATS)}")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise TermBaseError(f"{path}: {error.strerror}") from error
    return read(str(path), content)
