"""Reads the press set: Arabic communiqués, each with a sound translation and a faulty one (tests/press/README.md)."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

FOLDER = Path(__file__).parent / "press"

Part = Literal["fitted", "reported", "fitted_words", "reported_words"]
PARTS: tuple[Part, ...] = ("fitted", "reported", "fitted_words", "reported_words")


@dataclass(frozen=True, slots=True)
class PressError:
    """One error of a faulty translation.

    `target` and `source` are slices (start, end) of the faulty and the original text, in code points, end exclusive;
    `source` is None for an addition. `codes` are the codes that would be right, `sound` what the sound text has there.
    """

    kind: str
    codes: tuple[str, ...]
    severity: str
    target: tuple[int, int]
    source: tuple[int, int] | None
    sound: str
    note: str


@dataclass(frozen=True, slots=True)
class PressText:
    """An original with both translations; `free` are pairs (sound, faulty) of wordings that are both right."""

    name: str
    part: Part
    original: str
    language: str
    sound: str
    faulty: str
    errors: tuple[PressError, ...]
    free: tuple[tuple[str, str], ...]


def press_texts(part: Part | None = None) -> list[PressText]:
    """The texts of one part, or of all, by name within the part."""
    return [
        press_text(folder)
        for name in PARTS
        if part in {None, name}
        for folder in sorted((FOLDER / name).iterdir())
    ]


def press_text(folder: Path) -> PressText:
    """The text of a folder; its part is the name of the folder above.

    Raises:
        ValueError: no or several translations, or a passage that its text doesn't hold, or not only once and no
            `nth` says which is meant.

    """
    (sound,) = folder.glob("sound.*.txt")
    language = sound.suffixes[0].removeprefix(".")
    original, faulty = (
        (folder / name).read_text(encoding="utf-8") for name in ("original.ar.txt", f"faulty.{language}.txt")
    )
    marked = tomllib.loads((folder / "errors.toml").read_text(encoding="utf-8"))
    (part,) = (name for name in PARTS if name == folder.parent.name)
    return PressText(
        name=folder.name,
        part=part,
        original=original,
        language=language,
        sound=sound.read_text(encoding="utf-8"),
        faulty=faulty,
        errors=tuple(press_error(entry, original, faulty) for entry in marked["error"]),
        free=tuple((entry["sound"], entry["faulty"]) for entry in marked.get("free", ())),
    )


def press_error(entry: dict[str, Any], original: str, faulty: str) -> PressError:
    """The error of a table of errors.toml, its passages found in the texts."""
    if ("code" in entry) == ("codes" in entry):
        message = f"either code or codes: {entry}"
        raise ValueError(message)
    source = entry["source"]
    return PressError(
        kind=entry["kind"],
        codes=tuple(entry.get("codes") or [entry["code"]]),
        severity=entry["severity"],
        target=occurrence(entry["target"], faulty, entry.get("nth")),
        source=occurrence(source, original, entry.get("source_nth")) if source else None,
        sound=entry["sound"],
        note=entry["note"],
    )


def occurrence(passage: str, text: str, nth: int | None) -> tuple[int, int]:
    """Where a passage stands in a text, the nth time (from 1); without `nth` it must stand there once."""
    starts = [start for start in range(len(text)) if text.startswith(passage, start)] if passage else []
    if len(starts) < (nth or 1) or (nth is None and len(starts) > 1):
        message = f"{len(starts)} times in the text: {passage!r}"
        raise ValueError(message)
    start = starts[(nth or 1) - 1]
    return start, start + len(passage)
