"""The text around numbers: folded, each number with its unit as one mark, so that patterns can say what stands beside it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from auditor.bitext import Passage
from auditor.folding import fold
from auditor.languages import language_data
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import Quantity
from auditor.quantities.read.lexicon import lexicon

_NUMBER = r"#(\d+)#"
_WORD = re.compile(r"[^\W\d_]+")
_WORDS = r"(?:[^\W\d_]+[ '-]){0,3}?"


class Outline(NamedTuple):
    """`text`: folded, the number `quantities[k]` and its unit as #k#; `offsets`: the place of each character in the document."""

    text: str
    offsets: list[int]
    quantities: Sequence[Quantity]
    whole: Passage

    def passage(self, start: int, end: int) -> Passage:
        """The passage that characters [start, end) of the outline stand for."""
        return Passage(self.whole.document, self.offsets[start], self.offsets[end - 1] + 1)

    def units(self) -> set[str]:
        """The units that its words name, those of numbers not among them."""
        known = lexicon(self.whole.language)
        return {unit for word in _WORD.findall(self.text) if (unit := known.measure(word))}

    def every_unit(self) -> set[str | None]:
        """The units that its words and its numbers name, None for a bare number."""
        return self.units() | {each.unit for each in self.quantities}


class Outlines:
    """Those of both sides of a bead, each made when first asked for."""

    def __init__(self, bead: Bead) -> None:
        self.bead = bead

    @cached_property
    def source(self) -> Outline:
        return _outline(self.bead.quantities.pair.source, self.bead.quantities.source)

    @cached_property
    def target(self) -> Outline:
        return _outline(self.bead.quantities.pair.target, self.bead.quantities.target)

    @property
    def is_arabic(self) -> bool:
        """Whether the original is, which the patterns are made for."""
        source = self.bead.quantities.pair.source
        return source is not None and source.language == "ar"

    def may_have(self, name: str) -> bool:
        """Whether the original has any word of the trigger of that name, as it is mostly spelled."""
        source = self.bead.quantities.pair.source
        text = source.text if source is not None and self.is_arabic else ""
        return has_any(text, _trigger(name))


def has_any(text: str, triggers: Iterable[str]) -> bool:
    """Whether a text has any of some letters: asked of every pair by every table of words."""
    for letters in triggers:  # noqa: SIM110, a generator would take twice the time
        if letters in text:
            return True
    return False


def _outline(passage: Passage | None, quantities: Sequence[Quantity]) -> Outline:
    if passage is None:
        raise ValueError("an outline needs both sides of a pair")
    copy = fold(passage.text)
    places = [passage.start + offset for offset in copy.offsets]
    text, offsets, done = "", [], 0
    for number, each in enumerate(quantities):
        spans = [each.passage, *([each.measure] if each.measure else [])]
        start, end = min(span.start for span in spans), max(span.end for span in spans)
        first, last = bisect_left(places, start), bisect_left(places, end)
        if first < done:
            continue
        mark = f"#{number}#"
        text += copy.text[done:first] + mark
        offsets += [*places[done:first], *[start] * (len(mark) - 1), end - 1]
        done = last
    return Outline(text + copy.text[done:], offsets + places[done:], quantities, passage)


@cache
def pattern(language: str, name: str) -> re.Pattern[str] | None:
    """The pattern of that name in `quantities.toml`, None where the language has none.

    In it # stands for a number (a group), … for up to three words, {name} for the alternatives of that name.
    """
    table = language_data(language, "quantities")["pattern"]
    if name not in table:
        return None
    line = table[name].replace("#", _NUMBER).replace("…", _WORDS)
    for other, alternatives in table.items():
        line = line.replace(f"{{{other}}}", f"(?:{alternatives})")
    return re.compile(line)


@cache
def _trigger(name: str) -> tuple[str, ...]:
    return tuple(language_data("ar", "quantities")["trigger"][name])
