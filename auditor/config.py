"""What a run is asked to do: the options of the library, the choice of checks."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from auditor.checks import CHECKS, Check
from auditor.errors import ConfigError
from auditor.findings import Severity

FAIL_LEVELS = ("minor", "major", "critical", "never")


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
    severities: Mapping[str, Severity] = field(default_factory=dict)  # by code, instead of the check's own
    check_options: Mapping[str, Mapping[str, float]] = field(default_factory=dict)  # by code and name


def known_name(kind: str, name: str, known: Iterable[str]) -> str:
    """`name` if it is one of `known`; raises ConfigError naming the nearest and the possible ones."""
    possible = list(known)
    if name in possible:
        return name
    near = difflib.get_close_matches(name, possible, n=1)
    hint = f"did you mean {near[0]}? " if near else ""
    raise ConfigError(f"unknown {kind} {name!r}: {hint}possible: {', '.join(possible)}")


def selected_checks(options: Options, checks: Sequence[Check] = CHECKS) -> tuple[Check, ...]:
    """The checks chosen by `select` less `ignore`, in the order of `checks`, with the options given for them.

    A name is a code or a family: `number` stands for every code that begins with `number-`.
    Raises ConfigError for a name that stands for no check, and where nothing is left to run.
    """
    codes = [check.code for check in checks]
    chosen = _codes_named(options.select, codes) if options.select else set(codes)
    chosen -= _codes_named(options.ignore, codes)
    if not chosen:
        raise ConfigError(f"select and ignore leave no check to run; possible: {', '.join(codes)}")
    return tuple(_with_options(check, options) for check in checks if check.code in chosen)


def _with_options(check: Check, options: Options) -> Check:
    given: Any = options.check_options.get(check.code)
    return replace(check, **given) if given else check  # type: ignore[type-var]


def check_names(codes: Sequence[str] = ()) -> list[str]:
    """What `select` and `ignore` know of these checks, of all by default: codes, then families."""
    codes = codes or [each.code for each in CHECKS]
    return [*codes, *sorted({code.partition("-")[0] for code in codes} - set(codes))]


def _codes_named(names: Sequence[str], codes: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for name in names:
        known_name("check", name, check_names(codes))
        found.update(code for code in codes if code == name or code.startswith(f"{name}-"))
    return found
