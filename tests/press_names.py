"""Reads the sentences with names made wrong (tests/data/names/README.md)."""

import zlib
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "data" / "names"


@dataclass(frozen=True, slots=True)
class WrongName:
    """An error: `wrong` for `right`; empty where the name is left out."""

    kind: str
    right: str
    wrong: str


@dataclass(frozen=True, slots=True)
class NameText:
    """A sentence, its sound translation, and what may be made wrong in it; `half`: 0 was looked at, 1 was not."""

    language: str
    original: str
    sound: str
    errors: tuple[WrongName, ...]

    @property
    def half(self) -> int:
        return zlib.crc32(self.original.encode()) % 2

    def faulty(self, error: WrongName) -> str:
        return self.sound.replace(error.right, error.wrong)


def name_texts() -> list[NameText]:
    """Every sentence, in the order of the files."""
    found = []
    lines = [
        line for path in sorted(FOLDER.glob("*_names.tsv")) for line in path.read_text("utf-8").splitlines()
    ]
    for line in lines:
        language, original, sound, *errors = line.split("\t")
        found.append(NameText(language, original, sound, tuple(map(wrong_name, errors))))
    return found


def wrong_name(cell: str) -> WrongName:
    kind, _, change = cell.partition(": ")
    right, _, wrong = change.partition("=>")
    return WrongName(kind, right, wrong)
