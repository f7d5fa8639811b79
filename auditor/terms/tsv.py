"""Term bases as tab-separated text: a header of language codes, a line for each term, ` | ` between values.

Columns: `ar`, `fr`, `en` (forms, the preferred one first) and `fr_forbidden`, `en_forbidden` (renderings known to
be wrong); a column may be left out, others are ignored.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from auditor.errors import TermBaseError
from auditor.languages import LANGUAGES
from auditor.terms import Calque, Term, TermBase

CALQUES, SENSES = "calques.tsv", "senses.tsv"
FORBIDDEN = "_forbidden"


def read_terms(name: str, content: bytes) -> tuple[Term, ...]:
    """The terms of a user's file. Raises TermBaseError with the line for what cannot be read."""
    rows = list(_rows(name, content))
    columns = set(rows[0][1]) if rows else set()
    if len(columns & set(LANGUAGES)) < 2:
        raise TermBaseError(
            f"{name}:1: the header must name two or more of the columns {', '.join(LANGUAGES)}, separated by tabs"
        )
    return tuple(_term(row, strict=True) for _, row in rows)


@cache
def read_press(folder: Path) -> TermBase:
    """The shipped term base: every file of the folder in order of name."""
    terms = [
        Term(Cells(row), Cells(row, FORBIDDEN))
        for path in sorted(folder.glob("*.tsv"))
        if path.name not in {CALQUES, SENSES}
        for _, row in _rows(path.name, path.read_bytes())
    ]
    return TermBase(tuple(terms), tuple(_calques(folder / CALQUES)))


class Polyseme:
    """A word or expression of several senses in a context: what is listed as wrong is wrong, everything else may be right.

    The row holds where one of `when` stands in the passage or next to it, outside the form, if there are any, and none
    of `unless`. Its cells are taken apart when first asked for: a text meets few of the rows.
    """

    __slots__ = ("_header", "_known", "_line")

    def __init__(self, header: Sequence[str], line: str) -> None:
        self._header, self._line = header, line
        self._known: tuple[Term, tuple[str, ...], tuple[str, ...]] | None = None

    @property
    def arabic(self) -> str:
        """The cell of the Arabic forms, the first of the line."""
        return self._line.partition("\t")[0]

    @property
    def term(self) -> Term:
        return self._read()[0]

    @property
    def when(self) -> tuple[str, ...]:
        return self._read()[1]

    @property
    def unless(self) -> tuple[str, ...]:
        return self._read()[2]

    def _read(self) -> tuple[Term, tuple[str, ...], tuple[str, ...]]:
        if self._known is None:
            row = dict(zip(self._header, self._line.split("\t"), strict=True))
            term = Term(Cells(row), Cells(row, FORBIDDEN))
            self._known = term, _values(row.get("when", "")), _values(row.get("unless", ""))
        return self._known


def read_polysemes(paths: Iterable[Path]) -> Iterator[Polyseme]:
    """The rows of files; columns `when` and `unless` beside those of terms, the column of Arabic first."""
    for path in paths:
        first, *lines = path.read_text(encoding="utf-8").splitlines()
        header = first.split("\t")
        yield from (Polyseme(header, line) for line in lines)


def read_senses(folder: Path) -> list[Cells]:
    """The shipped table of senses: Arabic words that share a row, and what a dictionary has for them."""
    path = folder / SENSES
    return [Cells(row) for _, row in _rows(path.name, path.read_bytes()) if row.get("ar")]


class Cells(Mapping[str, tuple[str, ...]]):
    """The values of a row's columns by language, taken apart when first asked for: a text meets few of the rows."""

    __slots__ = ("_known", "_row", "_suffix")

    def __init__(self, row: dict[str, str], suffix: str = "") -> None:
        self._row, self._suffix = row, suffix
        self._known: dict[str, tuple[str, ...]] = {}

    def __getitem__(self, language: str) -> tuple[str, ...]:
        known = self._known.get(language)
        if known is None:
            known = self._known[language] = _values(self._row.get(language + self._suffix, ""))
        if not known:
            raise KeyError(language)
        return known

    def __iter__(self) -> Iterator[str]:
        return (language for language in LANGUAGES if self.get(language))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _rows(name: str, content: bytes) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        lines = content.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise TermBaseError(f"{name}: not UTF-8 at byte {error.start}") from error
    header = [cell.strip().lower() for cell in lines[0].rstrip("\r").split("\t")]
    for number, line in enumerate(lines[1:], start=2):
        cells = line.rstrip("\r").split("\t")
        if not line.strip() or line.startswith("#"):
            continue
        if len(cells) > len(header):
            raise TermBaseError(
                f"{name}:{number}: {len(cells)} cells, but the header names {len(header)} columns"
            )
        yield number, dict(zip(header, cells, strict=False))


def _term(row: dict[str, str], *, strict: bool) -> Term:
    forms = {code: values for code in LANGUAGES if (values := _values(row.get(code, "")))}
    forbidden = {code: values for code in LANGUAGES if (values := _values(row.get(code + FORBIDDEN, "")))}
    return Term(forms, forbidden, strict)


def _values(cell: str) -> tuple[str, ...]:
    if "|" not in cell:
        return (cell.strip(),) if cell.strip() else ()
    return tuple(filter(None, map(str.strip, cell.split("|"))))


def _calques(path: Path) -> Iterator[Calque]:
    for _, row in _rows(path.name, path.read_bytes()):
        for language in LANGUAGES:
            for wrong in _values(row.get(language, "") if f"{language}_better" in row else ""):
                yield Calque(language, wrong, _values(row[f"{language}_better"])[0], row.get("ar", ""))
