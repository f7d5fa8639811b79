"""Term bases: which renderings of a source term are accepted, which are known to be wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Term:
    """One concept: its forms by language, the preferred one first, and renderings known to be wrong."""

    forms: Mapping[str, tuple[str, ...]]
    forbidden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    strict: bool = (
        False  # a user's term: a rendering outside `forms` may be reported, not only a forbidden one
    )

    def preferred(self, language: str) -> str | None:
        """What a finding suggests in `language`; None where the term base has no form in it."""
        return next(iter(self.forms.get(language, ())), None)


@dataclass(frozen=True, slots=True)
class Calque:
    """An expression that is wrong in its language whatever the original says, with the sound one."""

    language: str
    wrong: str
    better: str
    source: str


@dataclass(frozen=True, slots=True)
class TermBase:
    """Terms and calques, in file order."""

    terms: tuple[Term, ...]
    calques: tuple[Calque, ...] = ()
