"""What has a name rather than a number: tomorrow, local time, the quarter-finals, per thousand, last but one."""

from __future__ import annotations

import re
from functools import cache

from auditor.bitext import Passage
from auditor.folding import fold, folded
from auditor.languages import language_data
from auditor.quantities.differ.outline import Outlines, has_any
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import Difference

_TABLES = {
    "near_day": ("date-changed", "another day"),
    "zone": ("date-changed", "the hour of another zone"),
    "season": ("date-changed", "another season"),
    "day_part": ("date-changed", "another part of the day"),
    "round": ("number-changed", "another round"),
    "of_each": ("number-changed", "of so many others"),
    "place": ("number-changed", "another place from the end"),
    "times": ("number-changed", "another number of times"),
    "goals": ("number-changed", "another number of goals"),
    "draw": ("number-changed", "another score"),
    "jubilee": ("number-changed", "another anniversary"),
    "light": ("date-changed", "another hour of the day"),
    "working": ("number-changed", "another part of the working day"),
    "cycle": ("number-changed", "another frequency"),
    "age": ("number-changed", "the younger for the older"),
    "sides": ("number-changed", "another number of sides"),
    "life": ("number-changed", "another decade of a life"),
    "before_last": ("date-changed", "the last for the one before it"),
    "generation": ("number-changed", "another generation"),
    "bloc": ("number-changed", "another group of states"),
    "medal": ("number-changed", "another medal"),
    "bis": ("number-changed", "another article"),
    "leg": ("number-changed", "the other leg"),
    "match_time": ("date-changed", "another time of the match"),
    "coptic_month": ("date-changed", "another month"),
    "tens_of_ramadan": ("date-changed", "another ten days"),
    "memorial": ("date-changed", "another time since a death"),
    "of_two": ("number-changed", "both for one of two"),
    "of_century": ("number-changed", "another part of a century"),
    "deputy": ("number-changed", "another one in order"),
}


def other_notions(bead: Bead, sides: Outlines) -> list[Difference]:
    """Where of one table each side has one thing that the other has not."""
    source, target = bead.quantities.pair.source, bead.quantities.pair.target
    if source is None or target is None or target.language == "ar" or not sides.is_arabic:
        return []
    found = []
    text = source.text
    for table, (code, what) in _TABLES.items():
        if not has_any(text, _triggers(table)):
            continue
        here = said(source, table)
        there = said(target, table) if here else {}
        ours, theirs = here.keys() - there.keys(), there.keys() - here.keys()
        if len(ours) == len(theirs) == 1:
            one, other = here[ours.pop()], there[theirs.pop()]
            if any(letters in text and letters not in one.text for letters in _unless(table)):
                continue
            message = f"the original has “{one.text}”, the translation “{other.text}”: {what}"
            found.append(plain_difference(bead, code, "replaced", (one, other), message))
    return found


def said(passage: Passage, table: str) -> dict[str, Passage]:
    """What is said of a table, with the first words that say each."""
    known, names = _names(passage.language, table)
    copy = fold(passage.text)
    found: dict[str, Passage] = {}
    for match in known.finditer(copy.text):
        found.setdefault(_name(names, match[1]), passage.part(*copy.original(*match.span(1))))
    return found


def _name(names: dict[str, str], said: str) -> str:
    """What the words are a name of; a star in the table stands for any ending of its first word."""
    first, *rest = said.split()
    whole = " ".join((first, *rest))
    if whole in names:
        return names[whole]
    return next(
        name
        for word, name in names.items()
        if "*" in word and first.startswith(word.partition("*")[0]) and word.split()[1:] == rest
    )


@cache
def _names(language: str, table: str) -> tuple[re.Pattern[str], dict[str, str]]:
    names = {
        folded(word): name
        for name, listed in language_data(language, "quantities")["said"].get(table, {}).items()
        for word in listed
    }
    longest = sorted(names, key=lambda each: (-len(each), each))
    lead = "[وفبل]{0,2}(?:ال)?" if language == "ar" else ""
    alike = "|".join(re.escape(each).replace(r"\ ", r"\s+").replace(r"\*", r"\w*") for each in longest)
    return re.compile(rf"(?<!\w){lead}({alike or '(?!)'})(?!\w)"), names


@cache
def _triggers(table: str) -> tuple[str, ...]:
    """Letters of which an Arabic text has some if it may say anything of the table."""
    return tuple(language_data("ar", "quantities")["said_trigger"][table])


@cache
def _unless(table: str) -> tuple[str, ...]:
    """Letters with which an Arabic text says it otherwise."""
    return tuple(language_data("ar", "quantities")["said_unless"].get(table, ()))
