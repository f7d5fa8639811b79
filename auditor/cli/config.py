"""`auditor config`: which settings hold here, and where each comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import typer

from auditor.cli import options as shared

if TYPE_CHECKING:
    from auditor.settings import Section, Settings

_DEFAULTS = {
    "source-language": "found out",
    "target-language": "found out",
    "model": "the one that ships",
    "reencode": False,
    "termbase": "the press term base alone",
    "select": "every check",
    "ignore": "none",
    "fail-on": "major",
    "max-findings": 0,
    "format": "text",
    "decisions": "none",
    "baseline": "none",
}


def config(
    ctx: typer.Context,
    *,
    config: shared.Config = None,  # noqa: ARG001 - its callback has read it
) -> None:
    """Show which settings hold here, and where each comes from."""
    for line in _lines(shared.settings(ctx)):
        typer.echo(line)


def _lines(settings: Settings) -> Iterator[str]:
    """The configuration file as it was read, what is not in it as comments with the defaults."""
    from auditor.settings import KEYS

    yield f"# {settings.file or 'no auditor.toml, and no [tool.auditor] in a pyproject.toml, from here upwards'}"
    for key in KEYS:
        if key in settings.base.values:
            yield f"{key} = {_toml(settings.base.values[key])}  # {settings.file}"
        else:
            yield f"# {key}: {_DEFAULTS[key]} (default)"
    yield from _tables("", settings.base)
    for form, output in settings.reports:
        yield f"\n[[report]]\nformat = {_toml(form)}\noutput = {_toml(str(output))}"
    for pattern, section in settings.sections:
        yield f"\n[[path]]\nmatch = {_toml(pattern)}"
        yield from (f"{key} = {_toml(value)}" for key, value in section.values.items())
        yield from _tables("path.", section)


def _tables(prefix: str, section: Section) -> Iterator[str]:
    if section.severities:
        yield f"\n[{prefix}severity]"
        yield from (f"{code} = {_toml(level.label)}" for code, level in section.severities.items())
    for code, options in section.checks.items():
        yield f"\n[{prefix}checks.{code}]"
        yield from (f"{name} = {value}" for name, value in options.items())


def _toml(value: Any) -> str:  # noqa: ANN401 - whatever a settings file may say
    """Texts, lists of them, numbers and truth values are written in TOML as in JSON."""
    return json.dumps(value, ensure_ascii=False)
