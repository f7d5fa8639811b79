"""Names of the Maghreb that a French text spells by English convention."""

from __future__ import annotations

from functools import cache

from auditor.languages import language_data
from auditor.names.difference import NameDifference
from auditor.names.pair.comparison import Comparison
from auditor.names.pair.forms import SPELLS, WordForm
from auditor.names.spelling.spelled import is_spelled

MAGHREB = frozenset(
    {"MA", "DZ", "TN", "MR", "LY", "MAGHREB", "AMAZIGH", "CASABLANCA", "TANGIER", "FEZ", "MARRAKECH"}
)
MARKS = 2
"""English spellings that a name needs: one alone is also written in French (Rashid of Dubai, Abdul of Kabul)."""
_SERVANT = "abdul"


def english_spellings(pair: Comparison) -> list[tuple[int, int, int, int, str | None]]:
    """Names spelled the English way: first and last source word, first and last target word, the usual spelling."""
    if not any(word.is_english for word in pair.target.capitals):
        return []
    western = any(side.places & MAGHREB for side in pair.sources)
    if not western and not any(word.folded.startswith(_SERVANT) for word in pair.target.capitals):
        return []
    found = []
    there = 0
    while there < len(pair.target.words):
        run = _run(pair, there)
        if run is not None and _marks(pair, *run) >= MARKS:
            found.append((*run, _usual(pair, run[0], run[1])))
        there = there + 1 if run is None else run[3] + 1
    return found


def _run(pair: Comparison, there: int) -> tuple[int, int, int, int] | None:
    """The words of both sides that spell each other, one after the other, from a target word on; two or more."""
    if not pair.target.words[there].is_capital:
        return None
    for here in range(len(pair.source.words)):
        one, other = here, there
        while True:
            step = _step(pair, one, other)
            if step is None:
                break
            one, other = one + step[0], other + step[1]
        if other - there >= 2:
            return here, one - 1, there, other - 1
    return None


def _step(pair: Comparison, here: int, there: int) -> tuple[int, int] | None:
    """How many words of both sides make one name there; عبد and the word after it are one."""
    source, target = pair.source.words[here:], pair.target.words[there:]
    if not source or not target or not target[0].is_capital:
        return None
    if source[0].folded == language_data("ar", "names")["servant"] and len(source) > 1:
        arabic = source[0].letters[0] + source[1].letters[0]
        for size in (2, 1):
            latin = "".join(word.letters[0] for word in target[:size] if word.letters)
            if len(target) >= size and target[size - 1].is_capital and is_spelled(arabic, latin, SPELLS):
                return 2, size
        return None
    return (1, 1) if _spells(source[0], target[0]) else None


def _spells(arabic: WordForm, latin: WordForm) -> bool:
    bare = [form for form in arabic.letters if arabic.letters[0].endswith(form)]
    return any(is_spelled(form, letters, SPELLS) for form in bare for letters in latin.letters[:1])


def _marks(pair: Comparison, first: int, last: int, start: int, end: int) -> int:
    """How many English spellings of Arabic letters a name has; none where neither Abdul nor the Maghreb speaks for it."""
    arabic = "".join(word.folded for word in pair.source.words[first : last + 1])
    latin = [word.folded for word in pair.target.words[start : end + 1]]
    marks = language_data("fr", "names")["english_marks"]
    count = sum(mark in word and letter in arabic for word in latin for mark, letter in marks.items())
    western = any(side.places & MAGHREB for side in pair.sources)
    return count if western or any(word.startswith(_SERVANT) for word in latin) else 0


def _usual(pair: Comparison, first: int, last: int) -> str | None:
    """The name as the press of the Maghreb spells it, where every word of it is listed."""
    words = [word.folded for word in pair.source.words[first : last + 1]]
    found = []
    while words:
        taken = 2 if words[0] == language_data("ar", "names")["servant"] else 1
        name = "".join(words[:taken])
        known = _spellings().get(name) or _spellings().get(name.removeprefix("ال"))
        if known is None:
            return None
        found.append(known)
        words = words[taken:]
    return " ".join(found)


@cache
def _spellings() -> dict[str, str]:
    table: dict[str, str] = language_data("fr", "names")["spellings"]
    return table


def english_differences(pair: Comparison) -> list[NameDifference]:
    """The names that `english_spellings` gives, as differences."""
    return [
        NameDifference("convention", pair.source.part(first, last), pair.target.part(start, end), usual, 0.7)
        for first, last, start, end, usual in english_spellings(pair)
    ]
