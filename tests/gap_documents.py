"""The press documents of tests/data/gap_documents.toml, whole or with one of their marked pieces left out of either side."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

FILE = Path(__file__).parent / "data" / "gap_documents.toml"
_PIECE = re.compile(r"\{(\d) ([^}]*)\}")


@dataclass(frozen=True, slots=True)
class GapDocument:
    """Two texts with marked pieces: {1 …} of both says the same. `is_set_aside`: nobody looks at it to mend a check."""

    name: str
    original: str
    translation: str

    @property
    def is_set_aside(self) -> bool:
        return sha256(self.name.encode()).digest()[0] % 2 == 1

    @property
    def pieces(self) -> list[str]:
        """The marks, in order."""
        return sorted(mark for mark, _ in _PIECE.findall(self.original))

    def whole(self) -> tuple[str, str]:
        return _without(self.original, None), _without(self.translation, None)

    def lacking(self, mark: str, side: int) -> tuple[str, str, tuple[int, int]]:
        """Both texts, a piece left out of one (side 0: the original), and its slice in the other."""
        texts = self.original, self.translation
        left = [_without(text, mark if own == side else None) for own, text in enumerate(texts)]
        return left[0], left[1], _slice(texts[1 - side], mark)


def gap_documents() -> list[GapDocument]:
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return [GapDocument(each["name"], each["ar"], each.get("fr") or each["en"]) for each in table["document"]]


def _without(text: str, mark: str | None) -> str:
    return _PIECE.sub(lambda found: "" if found[1] == mark else found[2], text)


def _slice(text: str, mark: str) -> tuple[int, int]:
    found = next(each for each in _PIECE.finditer(text) if each[1] == mark)
    start = len(_without(text[: found.start()], None))
    return start, start + len(found[2])
