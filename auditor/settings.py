"""The configuration file: `auditor.toml`, or `[tool.auditor]` of `pyproject.toml`, found upwards from the working folder."""

from __future__ import annotations

import math
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from auditor.checks import CHECKS
from auditor.config import FAIL_LEVELS, check_names, known_name
from auditor.errors import ConfigError
from auditor.findings import Severity
from auditor.languages import LANGUAGES

OWN_FILE, PROJECT_FILE = "auditor.toml", "pyproject.toml"
# The keys are the long names of options; the value says what each may hold: the first type is asked for in errors.
KEYS: dict[str, tuple[type, ...]] = {
    "source-language": (str,),
    "target-language": (str,),
    "model": (str,),
    "reencode": (bool,),
    "termbase": (str, list),
    "select": (str, list),
    "ignore": (str, list),
    "fail-on": (str,),
    "max-findings": (int,),
    "format": (str,),
    "decisions": (str,),
    "baseline": (str,),
}
TABLES = ("severity", "checks", "report", "path")
FILES = ("termbase", "decisions", "baseline")
PATH_KEYS = ("select", "ignore", "fail-on")
_NAMES = {str: "a text", bool: "true or false", int: "a whole number", list: "a list of texts"}


@dataclass(frozen=True, slots=True)
class Section:
    """Values by long name of option, severities by code, options of checks by code."""

    values: Mapping[str, Any] = field(default_factory=dict)
    severities: Mapping[str, Severity] = field(default_factory=dict)
    checks: Mapping[str, Mapping[str, float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settings:
    """A configuration file as read; `sections` hold for the translations whose path matches, the later the stronger."""

    file: Path | None = None
    base: Section = field(default_factory=Section)
    reports: tuple[tuple[str, Path], ...] = ()
    sections: tuple[tuple[str, Section], ...] = ()

    def for_path(self, path: str) -> Section:
        """What the sections say of a translation, its path with `/`; `*` and `**` match any characters.

        Patterns are meant from the folder of the file, wherever below it the program is started.
        """
        path = self._from_here(path)
        values: dict[str, Any] = {}
        severities, checks = dict(self.base.severities), dict(self.base.checks)
        for pattern, section in self.sections:
            if fnmatchcase(path, pattern):
                values |= section.values
                severities |= section.severities
                checks |= {code: {**checks.get(code, {}), **given} for code, given in section.checks.items()}
        return Section(values, severities, checks)

    def _from_here(self, path: str) -> str:
        if self.file is None or "://" in path:
            return path
        folder, full = Path(os.path.realpath(self.file)).parent, Path(os.path.realpath(path))
        return full.relative_to(folder).as_posix() if full.is_relative_to(folder) else path


def find_settings(folder: Path) -> Path | None:
    """The nearest configuration file in a folder or above it; `auditor.toml` before `pyproject.toml` of one folder."""
    for place in (folder, *folder.parents):
        own, project = place / OWN_FILE, place / PROJECT_FILE
        if own.is_file():
            return own
        if project.is_file() and _of_project(_toml(project)) is not None:
            return project
    return None


def read_settings(path: Path) -> Settings:
    """Paths in it are taken from the file's own folder.

    Raises ConfigError where the file cannot be read, is not TOML, or has an unknown key or value, naming the nearest.
    """
    table = _toml(path)
    try:
        if path.name == PROJECT_FILE:
            table = _table("tool.auditor", _of_project(table) or {})
        return _settings(path, table)
    except ConfigError as error:
        raise ConfigError(f"{path}: {error}") from error


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not TOML: {error}") from error


def _of_project(table: dict[str, Any]) -> Any:  # noqa: ANN401 - whatever TOML can say
    """`[tool.auditor]`, None where there is none."""
    tools = table.get("tool")
    return tools.get("auditor") if isinstance(tools, dict) else None


def _settings(path: Path, table: dict[str, Any]) -> Settings:
    for key in table:
        known_name("key", key, [*KEYS, *TABLES])
    reports = tuple(_report(path.parent, each) for each in _tables(table, "report"))
    sections = tuple(_matched(path.parent, each) for each in _tables(table, "path"))
    return Settings(path, _section(path.parent, table), reports, sections)


def _tables(table: dict[str, Any], key: str) -> list[dict[str, Any]]:
    found = table.get(key, [])
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise ConfigError(f"{key} must be tables: [[{key}]]")
    return found


def _section(folder: Path, table: dict[str, Any]) -> Section:
    values = {key: _value(folder, key, value) for key, value in table.items() if key in KEYS}
    return Section(values, _severities(table.get("severity", {})), _options(table.get("checks", {})))


def _value(folder: Path, key: str, value: Any) -> Any:  # noqa: ANN401 - whatever TOML can say
    allowed = KEYS[key]
    texts = isinstance(value, list) and list in allowed and all(isinstance(each, str) for each in value)
    if not texts and (not isinstance(value, allowed[0]) or (isinstance(value, bool) and bool not in allowed)):
        raise ConfigError(f"{key} must be {' or '.join(_NAMES[each] for each in allowed)}, not {value!r}")
    if key == "fail-on":
        known_name("level for fail-on", value, FAIL_LEVELS)
    if key.endswith("-language"):
        known_name("language", value, LANGUAGES)
    if key in ("select", "ignore"):
        for name in ",".join(value if texts else [value]).split(","):
            if name.strip():
                known_name("check", name.strip(), check_names())
    if key in FILES:
        return [str(folder / each) for each in value] if texts else str(folder / value)
    return str(folder / value) if key == "model" and (folder / value).is_dir() else value


def _severities(table: Any) -> dict[str, Severity]:  # noqa: ANN401 - whatever TOML can say
    levels = [level.label for level in Severity]
    found = {}
    for code, level in _table("severity", table).items():
        known_name("check", code, [check.code for check in CHECKS])
        found[code] = Severity[known_name(f"severity of {code}", str(level), levels).upper()]
    return found


def _options(table: Any) -> dict[str, dict[str, float]]:  # noqa: ANN401 - whatever TOML can say
    checks = {check.code: check for check in CHECKS}
    found = {}
    for code, options in _table("checks", table).items():
        known_name("check", code, checks)
        check: Any = checks[code]  # every check is a dataclass whose fields are its options
        known: dict[str, Any] = {each.name: getattr(check, each.name) for each in fields(check)}
        for name, value in _table(f"checks.{code}", options).items():
            known_name(f"option of {code}", name, known)
            kinds = (int,) if isinstance(known[name], int) else (int, float)
            if not isinstance(value, kinds) or isinstance(value, bool) or not math.isfinite(value):
                raise ConfigError(f"{name} of {code} must be a number like {known[name]!r}, not {value!r}")
        found[code] = dict(options)
    return found


def _table(name: str, value: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever TOML can say
    if not isinstance(value, dict):
        raise ConfigError(f"{name} must be a table, not {value!r}")
    return value


def _report(folder: Path, table: dict[str, Any]) -> tuple[str, Path]:
    for key in table:
        known_name("key of report", key, ("format", "output"))
    name, output = table.get("format"), table.get("output")
    if not isinstance(name, str) or not isinstance(output, str):
        raise ConfigError("each [[report]] needs a format and an output")
    return name, Path(output) if output == "-" else folder / output


def _matched(folder: Path, table: dict[str, Any]) -> tuple[str, Section]:
    match = table.get("match")
    if not isinstance(match, str):
        raise ConfigError("each [[path]] needs a match, a pattern like news/*.fr.txt")
    for key in table:
        known_name("key of path", key, ("match", *PATH_KEYS, "severity", "checks"))
    return match, _section(folder, table)
