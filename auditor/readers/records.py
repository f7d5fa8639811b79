"""What every reader of aligned pairs gives: records, and lines or units that hold none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.errors import ReadError
from auditor.languages import LANGUAGES

REQUIRED = ("source", "target")
OPTIONAL = ("source_language", "target_language", "reference")


@dataclass(frozen=True, slots=True)
class PairRecord:
    """One segment and its translation; `id` is as given, or the number of the line (of the unit, where there are no lines)."""

    line: int
    id: str | int
    source: str
    target: str
    source_language: str | None = None
    target_language: str | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line or unit (from 1) that holds no pair, and why."""

    line: int
    error: str


def record(line: int, row: Mapping[str, object]) -> PairRecord | BadLine:
    """The pair of a row with the fields REQUIRED, OPTIONAL and `id`."""
    try:
        fields = {name: value for name in (*REQUIRED, *OPTIONAL) if (value := _field(row, name)) is not None}
        return PairRecord(line, _identifier(line, row), **fields)
    except ReadError as error:
        return BadLine(line, str(error))


def supported(tag: str | None) -> str | None:
    """The language of a BCP 47 tag, None where it is none of ours: `fr` of fr-MA."""
    language = (tag or "").replace("_", "-").partition("-")[0].lower()
    return language if language in LANGUAGES else None


def _identifier(line: int, row: Mapping[str, object]) -> str | int:
    given = row.get("id")
    if given is None:
        return str(line)
    if isinstance(given, str):
        _demand_unicode("id", given)
    elif not isinstance(given, int) or isinstance(given, bool):
        raise ReadError("id must be a text or a whole number")
    return given


def _field(row: Mapping[str, object], name: str) -> str | None:
    value = row.get(name)
    if not value and name in OPTIONAL:
        return None
    if value is None:
        raise ReadError(f"{name} is missing")
    if not isinstance(value, str):
        raise ReadError(f"{name} must be a text")
    if name in REQUIRED and not value.strip():
        raise ReadError(f"{name} is empty")
    if name.endswith("_language") and value not in LANGUAGES:
        raise ReadError(f"{name} {value!r} is not one of {', '.join(LANGUAGES)}")
    _demand_unicode(name, value)
    return value


def _demand_unicode(name: str, value: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError:
        raise ReadError(f"{name} is not UTF-8, or has half a surrogate pair") from None
