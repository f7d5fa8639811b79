"""Names that are words as well, by data/meant_names.tsv: what machines make of them, and how they are spelled otherwise.

Columns: `person` or `place`; the name in folded spelling, with its article where it has one; Latin forms that its letters
do not tell, `!` where only a word for its kind tells it from the word; what its letters mean in French and English, folded,
empty where they mean nothing. The project's own list.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Meant:
    """A name, its words after the first, its other Latin forms and its meanings; all folded."""

    kind: str
    words: tuple[str, ...]
    spelled: frozenset[str]
    meanings: frozenset[str]


@cache
def meant_names() -> tuple[Meant, ...]:
    """Every name of the list, in its order."""
    text = (files("auditor.names") / "data" / "meant_names.tsv").read_text("utf-8")
    found = []
    for line in text.splitlines()[1:]:
        kind, name, spelled, meanings = line.split("\t")
        found.append(
            Meant(kind, tuple(name.split()), frozenset(spelled.split()), frozenset(meanings.split()))
        )
    return tuple(found)
