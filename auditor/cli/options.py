"""The options that commands share, and what is made of their values."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from auditor.config import Options
    from auditor.reports import Writer

FAIL_LEVELS = ("minor", "major", "critical", "never")


def _configure(ctx: typer.Context, path: Path | None) -> Path | None:
    """Makes the values of the configuration file the defaults of the other options."""
    if path is not None:
        from auditor.config import read_config

        table = read_config(path)
        parameters = {
            option.removeprefix("--"): parameter
            for parameter in ctx.command.params
            for option in parameter.opts
        }
        ctx.default_map = {
            str(parameters[key].name): [value]
            if parameters[key].multiple and isinstance(value, str)
            else value
            for key, value in table.items()
            if key in parameters
        }
    return path


Original = Annotated[
    str, typer.Argument(metavar="ORIGINAL", help="The original; - reads standard input.", show_default=False)
]
Translation = Annotated[
    str,
    typer.Argument(
        metavar="TRANSLATION", help="The translation; - reads standard input.", show_default=False
    ),
]
SourceLanguage = Annotated[
    str | None, typer.Option(metavar="CODE", help="ar, fr or en; found out by default.")
]
TargetLanguage = Annotated[str | None, typer.Option(metavar="CODE", help="fr or en; found out by default.")]
Output = Annotated[Path | None, typer.Option(metavar="FILE", help="Where to; standard output by default.")]
Outputs = Annotated[
    list[Path] | None,
    typer.Option("--output", metavar="FILE", help="Where to, one for each format; - is standard output."),
]
FailOn = Annotated[
    str, typer.Option(metavar="LEVEL", help="minor, major, critical or never: exit status 1 from there on.")
]
Select = Annotated[
    list[str] | None, typer.Option(metavar="CODES", help="Only these checks, or families of them.")
]
Ignore = Annotated[list[str] | None, typer.Option(metavar="CODES", help="Without these checks, or families.")]
TermBases = Annotated[
    list[Path] | None, typer.Option("--termbase", metavar="FILE", help="A term base; repeatable.")
]
Reference = Annotated[str | None, typer.Option(metavar="FILE", help="A human translation to score against.")]
DecisionsFile = Annotated[
    Path | None,
    typer.Option("--decisions", metavar="FILE", help="What editors decided: false alarms in it are silent."),
]
Model = Annotated[str | None, typer.Option(metavar="NAME_OR_FOLDER", help="The embedding model.")]
Reencode = Annotated[
    bool,
    typer.Option(
        "--reencode",
        help="Embed neighbouring sentences together anew; slow, for a --model whose vectors do not add up.",
    ),
]
Config = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="TOML whose keys are the long names of options; the command line wins.",
        callback=_configure,
        is_eager=True,
    ),
]


def writer_named(command: str, name: str | None) -> Writer:
    """The writer of a format, the command's default for None; raises ConfigError for an unknown one."""
    from auditor.config import known_name
    from auditor.reports import FORMATS, writer

    formats = FORMATS[command]
    return writer(command, known_name("format", name or next(iter(formats)), formats))


def destinations(
    names: Sequence[str] | None, outputs: Sequence[Path] | None
) -> list[tuple[str, Path | None]]:
    """The formats of an audit, each with its file, None for standard output.

    Raises ConfigError for an unknown format, and where it is not clear which report goes where.
    """
    from auditor.config import known_name
    from auditor.errors import ConfigError
    from auditor.reports import FORMATS, LISTINGS

    known = [*FORMATS["audit"], *LISTINGS]
    chosen = [known_name("format", name, known) for name in names or known[:1]]
    given: Sequence[Path] = outputs or [Path("-")] * (len(chosen) == 1)
    places = [None if str(path) == "-" else path for path in given]
    if len(places) != len(chosen):
        raise ConfigError(
            f"{len(chosen)} of --format and {len(places)} of --output: each format needs its own output (- is standard output)"
        )
    if len(set(places)) < len(places):
        raise ConfigError("two formats would go to one --output")
    return list(zip(chosen, places, strict=True))


def fail_level(name: str) -> float:
    """The penalty of a finding from which on the exit status is 1; raises ConfigError for an unknown level."""
    from auditor.config import known_name
    from auditor.findings import Severity

    known_name("level for --fail-on", name, FAIL_LEVELS)
    return float("inf") if name == "never" else Severity[name.upper()]


def options_of(
    *,
    source_language: str | None,
    target_language: str | None,
    model: str | None,
    reencode: bool = False,
    select: list[str] | None = None,
    ignore: list[str] | None = None,
    termbases: list[Path] | None = None,
) -> Options:
    """Raises ConfigError for an unknown language or a blank model."""
    from auditor.config import Options, known_name
    from auditor.errors import ConfigError
    from auditor.languages import LANGUAGES

    for language in (source_language, target_language):
        if language is not None:
            known_name("language", language, LANGUAGES)
    if model is not None and not model.strip():
        raise ConfigError("--model: the name of a model is missing")
    chosen, left_out = _codes(select), _codes(ignore)
    return Options(
        source_language, target_language, chosen, left_out, tuple(termbases or ()), model, reencode
    )


def _codes(values: list[str] | None) -> tuple[str, ...]:
    return tuple(code.strip() for value in values or () for code in value.split(",") if code.strip())
