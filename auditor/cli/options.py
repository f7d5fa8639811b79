"""The options that commands share, and what is made of their values."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from auditor.config import Options
    from auditor.reports import Writer
    from auditor.settings import Section, Settings


def _configure(ctx: typer.Context, path: Path | None) -> Path | None:
    """Makes the values of the configuration file the defaults of the other options; the whole of it is `ctx.obj`."""
    from auditor.settings import find_settings, read_settings

    file = path or find_settings(Path.cwd())
    if file is not None:
        ctx.obj = read_settings(file)
        parameters = {
            option.removeprefix("--"): parameter
            for parameter in ctx.command.params
            for option in parameter.opts
        }
        ctx.default_map = {
            str(parameters[key].name): [value]
            if parameters[key].multiple and isinstance(value, str)
            else value
            for key, value in ctx.obj.base.values.items()
            if key in parameters and (key != "format" or value in _formats(str(ctx.command.name), value))
        }
    return path


def _formats(command: str, *chosen: str) -> frozenset[str]:
    """The formats of a command: the file is for all of them, and each takes from it what it can write.

    Raises ConfigError for one of `chosen` that no command writes.
    """
    from auditor.config import known_name
    from auditor.reports import FORMATS, LISTINGS

    every = {**LISTINGS, **{name: module for formats in FORMATS.values() for name, module in formats.items()}}
    for name in chosen:
        known_name("format", name, every)
    own = FORMATS.get("audit" if command == "feed" else command, {})
    return frozenset(own if command == "align" else {**own, **LISTINGS})


def settings(ctx: typer.Context) -> Settings:
    """The configuration file of this run, an empty one where there is none."""
    from auditor.settings import Settings

    return ctx.obj if isinstance(ctx.obj, Settings) else Settings()


def given(ctx: typer.Context) -> frozenset[str]:
    """The long names of the options that stand on the command line."""
    return frozenset(
        option.removeprefix("--")
        for parameter in ctx.command.params
        for option in parameter.opts
        if str(getattr(ctx.get_parameter_source(str(parameter.name)), "name", "")) == "COMMANDLINE"
    )


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
Baseline = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Known findings: those in it are left out.")
]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Exit status 0 whatever is found.")]
MaxFindings = Annotated[
    int,
    typer.Option(metavar="NUMBER", min=0, help="So many findings at or above --fail-on are let through."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Nothing on standard error but errors.")]
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
        help="The configuration file, instead of auditor.toml or pyproject.toml found upwards from here.",
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
    names: Sequence[str] | None, outputs: Sequence[Path] | None, command: str = "audit"
) -> list[tuple[str, Path | None]]:
    """The formats of `audit` or `check`, each with its file, None for standard output.

    Raises ConfigError for an unknown format, and where it is not clear which report goes where; WriteError for a file in
    a folder that is not there.
    """
    from auditor.config import known_name
    from auditor.errors import ConfigError
    from auditor.reports import FORMATS, LISTINGS
    from auditor.reports.destination import demand_place

    known = [*FORMATS[command], *LISTINGS]
    chosen = [known_name("format", name, known) for name in names or known[:1]]
    given: Sequence[Path] = outputs or [Path("-")] * (len(chosen) == 1)
    places = [None if str(path) == "-" else path for path in given]
    if len(places) != len(chosen):
        raise ConfigError(
            f"{len(chosen)} of --format and {len(places)} of --output: each format needs its own output (- is standard output)"
        )
    if len({place and os.path.realpath(place) for place in places}) < len(places):
        raise ConfigError("two formats would go to one --output")
    for place in places:
        demand_place(place)
    return list(zip(chosen, places, strict=True))


def reports_of(
    settings: Settings,
    names: Sequence[str] | None,
    outputs: Sequence[Path] | None,
    *,
    statistics: bool,
    command: str = "audit",
) -> list[tuple[str, Path | None]]:
    """The reports asked for on the command line, else those of the configuration file, else the default one."""
    chosen = [*(names or ()), *(["statistics"] if statistics else ())]
    if not chosen and not outputs:
        known = _formats(command, *(name for name, _ in settings.reports))
        listed = [each for each in settings.reports if each[0] in known]
        chosen, outputs = [name for name, _ in listed], [place for _, place in listed]
    return destinations(chosen, outputs, command)


def fail_level(name: str) -> float:
    """The penalty of a finding from which on the exit status is 1; raises ConfigError for an unknown level."""
    from auditor.config import FAIL_LEVELS, known_name
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
    section: Section | None = None,
) -> Options:
    """The options of the library; `section` has the severities and check options of the configuration file.

    Raises ConfigError for an unknown language or a blank model.
    """
    from auditor.config import Options, known_name
    from auditor.errors import ConfigError
    from auditor.languages import LANGUAGES

    for language in (source_language, target_language):
        if language is not None:
            known_name("language", language, LANGUAGES)
    if model is not None and not model.strip():
        raise ConfigError("--model: the name of a model is missing")
    chosen, left_out = codes(select), codes(ignore)
    return Options(
        source_language,
        target_language,
        chosen,
        left_out,
        tuple(termbases or ()),
        model,
        reencode,
        section.severities if section else {},
        section.checks if section else {},
    )


def codes(values: Sequence[str] | None) -> tuple[str, ...]:
    """Codes given one by one or with commas between them."""
    return tuple(code.strip() for value in values or () for code in value.split(",") if code.strip())
