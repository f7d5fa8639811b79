"""What a run is asked to do: the options of the library, the configuration file, the choice of checks."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from auditor.checks import CHECKS, Check
from auditor.errors import ConfigError

# The keys of a configuration file are the long names of the options; the value says what each may hold.
KEYS: dict[str, Any] = {
    "select": str | list,
    "ignore": str | list,
    "termbase": str | list,
    "model": str,
    "fail-on": str,
    "source-language": str,
    "target-language": str,
    "format": str,
}


@dataclass(frozen=True, slots=True)
class Options:
    """How to audit; what is not given is found out (languages) or takes the default (model, every check)."""

    source_language: str | None = None
    target_language: str | None = None
    select: tuple[str, ...] = ()  # codes or families (`number`); empty: every check
    ignore: tuple[str, ...] = ()  # likewise; taken away from `select`
    termbases: tuple[Path, ...] = ()
    model: str | None = None  # name or folder; None: the one that ships
    reencode: bool = False  # embed neighbouring sentences together anew instead of adding their vectors


def known_name(kind: str, name: str, known: Iterable[str]) -> str:
    """`name` if it is one of `known`; raises ConfigError naming the nearest and the possible ones."""
    possible = list(known)
    if name in possible:
        return name
    near = difflib.get_close_matches(name, possible, n=1)
    hint = f"did you mean {near[0]}? " if near else ""
    raise ConfigError(f"unknown {kind} {name!r}: {hint}possible: {', '.join(possible)}")


def selected_checks(options: Options, checks: Sequence[Check] = CHECKS) -> tuple[Check, ...]:
    """The checks chosen by `select` less `ignore`, in the order of `checks`.

    A name is a code or a family: `number` stands for every code that begins with `number-`.
    Raises ConfigError for a name that stands for no check, and where nothing is left to run.
    """
    codes = [check.code for check in checks]
    chosen = _codes_named(options.select, codes) if options.select else set(codes)
    chosen -= _codes_named(options.ignore, codes)
    if not chosen:
        raise ConfigError(f"select and ignore leave no check to run; possible: {', '.join(codes)}")
    return tuple(check for check in checks if check.code in chosen)


def _codes_named(names: Sequence[str], codes: Sequence[str]) -> set[str]:
    families = sorted({code.partition("-")[0] for code in codes} - set(codes))
    found: set[str] = set()
    for name in names:
        known_name("check", name, [*codes, *families])
        found.update(code for code in codes if code == name or code.startswith(f"{name}-"))
    return found


def read_config(path: Path) -> dict[str, Any]:
    """The table of a configuration file; term bases and a model folder are taken from the file's own folder.

    Raises ConfigError where the file cannot be read, is not TOML, or has an unknown key or a value of the
    wrong type.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not TOML: {error}") from error
    for key, value in table.items():
        try:
            known_name("key", key, KEYS)
        except ConfigError as error:
            raise ConfigError(f"{path}: {error}") from error
        _demand_type(path, key, value)
    if "termbase" in table:
        given = table["termbase"]
        table["termbase"] = [
            str(path.parent / name) for name in ([given] if isinstance(given, str) else given)
        ]
    if "model" in table and (path.parent / table["model"]).is_dir():
        table["model"] = str(path.parent / table["model"])
    return table


def _demand_type(path: Path, key: str, value: object) -> None:
    plural = list in get_args(KEYS[key])
    texts = isinstance(value, list) and plural and all(isinstance(each, str) for each in value)
    if not isinstance(value, str) and not texts:
        wanted = "a text or a list of texts" if plural else "a text"
        raise ConfigError(f"{path}: {key} must be {wanted}, not {value!r}")
