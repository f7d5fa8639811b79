"""Sentences that end in the middle: after an article, a preposition, a conjunction, or within a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.bitext import Passage
from auditor.damage.damage import Damage
from auditor.languages import language_data

_MARKS = " .…!?\u00a0\u202f"
_ENDS = re.compile(r"[.!?؟…»”\")\]]\s*$")
_LOOK_BACK = 32
"""Longer than the words that no sentence ends with, and the one before."""


@cache
def _never_last(language: str) -> frozenset[str]:
    return frozenset(language_data(language, "damage")["never_last"])


def cut_off(target: Passage, source: str) -> Iterator[Damage]:
    """The last word of a passage that no sentence can end with."""
    text = target.text
    stripped = text[-_LOOK_BACK:].rstrip(_MARKS)
    before, _, word = stripped.replace("’", "' ").rpartition(" ")
    if word == "" and before.endswith("'"):
        before, _, word = before.rpartition(" ")
    hanging = word.endswith("-") and len(word) > 3 and word[:-1].islower()
    if word not in _never_last(target.language) and not hanging:
        return
    marks = text.rstrip()[len(text.rstrip(_MARKS)) :].strip()
    if "…" in marks or ".." in marks or not _goes_on(before, word, target.language):
        return
    if not marks and not _stands_alone(target, source):
        return
    end = len(text.rstrip(_MARKS))
    yield Damage("cut-off", target.part(end - len(word), end), None, 0.85)


def _goes_on(before: str, word: str, language: str) -> bool:
    """Whether the word before does not make the two an expression that may stand last: in between, Xi’an."""
    last = before.rpartition(" ")[2]
    return (
        last.islower()
        and not (before.endswith("'") and language == "en")
        and last not in _makes_last(language).get(word, ())
    )


@cache
def _makes_last(language: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = language_data(language, "damage")["last_after"]
    return found


def _stands_alone(target: Passage, source: str) -> bool:
    """Whether nothing that follows goes on with the passage, while the original ends its sentence."""
    rest = target.document.text[target.end :].lstrip()
    return (not rest or rest[0].isupper()) and _ENDS.search(source) is not None
