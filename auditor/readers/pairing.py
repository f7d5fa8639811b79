"""Several files at once: which original goes with which translation, by their names."""

from __future__ import annotations

import glob
import re
from dataclasses import dataclass
from pathlib import Path

from auditor.errors import ReadError
from auditor.languages import LANGUAGES

_LANGUAGE = re.compile(rf"[._-]({'|'.join(LANGUAGES)})(?=\.|$)")


@dataclass(frozen=True, slots=True)
class FilePairs:
    """`pairs` of (original, translation) in order of name; `alone` are the files without a partner."""

    pairs: tuple[tuple[str, str], ...]
    alone: tuple[str, ...] = ()


def file_pairs(original: str, translation: str) -> FilePairs:
    """One pair for two files, all pairs for two folders or two patterns.

    Of two folders the files pair whose paths differ in nothing but a language (`a/b.ar.txt`, `a/b.fr.txt`; `a/b.txt` in
    both). A pattern has one `*`, which stands for the same text on both sides (`news/*.ar.txt`, `news/*.fr.txt`).
    Raises ReadError where only one side is several, two files of a side have one name, or nothing pairs.
    """
    kinds = [_kind(path) for path in (original, translation)]
    if kinds == ["file", "file"]:
        return FilePairs(((original, translation),))
    if kinds[0] != kinds[1]:
        raise ReadError(
            f"{original} is a {kinds[0]}, {translation} a {kinds[1]}: give two files, folders or patterns"
        )
    read = _folder if kinds[0] == "folder" else _pattern
    sources, targets = read(original), read(translation)
    both = sorted(sources.keys() & targets.keys())
    if not both:
        raise ReadError(
            f"{original} and {translation}: none of {len(sources)} originals and {len(targets)} translations pair by name"
        )
    alone = [files[key] for files in (sources, targets) for key in files.keys() - set(both)]
    return FilePairs(tuple((sources[key], targets[key]) for key in both), tuple(sorted(alone)))


def _kind(path: str) -> str:
    if Path(path).is_dir():
        return "folder"
    return "pattern" if "*" in path and not Path(path).exists() else "file"


def _folder(path: str) -> dict[str, str]:
    files = sorted(
        each
        for each in Path(path).rglob("*")
        if each.is_file() and not any(part.startswith(".") for part in each.relative_to(path).parts)
    )
    return _by_key({each: _LANGUAGE.sub("", each.relative_to(path).as_posix(), count=1) for each in files})


def _pattern(pattern: str) -> dict[str, str]:
    if pattern.count("*") > 1:
        raise ReadError(f"{pattern}: a pattern has one *, which stands for the same text on both sides")
    before, after = pattern.split("*")
    parent = Path(before).parent if not before.endswith("/") else Path(before)
    files = sorted(
        each for each in parent.glob("*" + (glob.escape(after) if "/" in after else "")) if each.is_file()
    )
    shape = re.compile(rf"{re.escape(Path(before + '*').as_posix()[:-1])}(.*){re.escape(after)}")
    found = {each: match[1] for each in files if (match := shape.fullmatch(each.as_posix()))}
    return _by_key(found)


def _by_key(keys: dict[Path, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for path, key in keys.items():
        if key in found:
            raise ReadError(
                f"{found[key]} and {path} would both be {key}: which of them is meant? Two patterns, such as 'a/*.ar.txt' and 'a/*.fr.txt', say it"
            )
        found[key] = str(path)
    return found
