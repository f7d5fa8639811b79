"""Periods named without a number: last month, the first week, since the start of the year, late March."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from auditor.bitext import Passage
from auditor.folding import fold, folded
from auditor.languages import language_data
from auditor.quantities.differ.outline import has_any
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import Difference

_CLASSES = (("past", "now", "next", "first", "last"), ("start", "middle", "end"))

_DATE = "date"  # a month, a day of the week or a season: its name is compared elsewhere
_LONG = frozenset(("year", "decade", "century"))
_GENERAL = "العام"
_YEAR = r"(?:1\d|2[01])\d\ds?"  # or the first of a decade: 1990s


class Said(NamedTuple):
    """A period as one side names it: what it is, and the words that say which one."""

    passage: Passage
    noun: str
    which: frozenset[str]


def other_periods(bead: Bead) -> list[Difference]:
    """Where each side names one period in this way, and not the same."""
    source, target = bead.quantities.pair.source, bead.quantities.pair.target
    if source is None or target is None or not has_any(source.text, _trigger(source.language)):
        return []
    here = said_periods(source)
    there = said_periods(target) if here else []
    found = []
    for names in _CLASSES:
        one, other = _alone(here, there, names), _alone(there, here, names)
        if (
            one is not None
            and other is not None
            and _are_other(one, other)
            and not _has_words_of(source, one, other)
        ):
            found.append(_difference(bead, one, other))
    return found


def said_periods(passage: Passage) -> list[Said]:
    copy = fold(passage.text)
    words, nouns = _words(passage.language)
    found: dict[int, Said] = {}
    for match in _pattern(passage.language).finditer(copy.text):
        noun, which = (match["noun"] or match["named"]), " ".join((match["before"] or match["after"]).split())
        if match["named"] and _is_adjective(passage.language, noun, copy.text[: match.start()]):
            continue
        if copy.text[: match.end("said")].endswith(_set_phrases(passage.language)):
            continue
        place = passage.part(*copy.original(*match.span("said")))
        kind = nouns.get(noun) or ("decade" if noun.endswith("s") else "year")
        found.setdefault(place.start, Said(place, kind, words[match["after"] is not None, which]))
    return list(found.values())


def _is_adjective(language: str, noun: str, before: str) -> bool:
    """الأمين العام الحالي: behind a definite noun, العام is general, no year."""
    word = before.split()[-1:] if language == "ar" and noun == _GENERAL else []
    return bool(word) and word[0].startswith(("ال", "بال", "لل", "وال"))


def _alone(said: list[Said], others: list[Said], names: tuple[str, ...]) -> Said | None:
    """The one of a class that the other side has not, if there is but one."""
    known = [each for each in others if not each.which.isdisjoint(names)]
    found = [each for each in said if not each.which.isdisjoint(names)]
    for each in known:
        same = next((one for one in found if one.noun == each.noun and one.which & each.which), None)
        if same is not None:
            found.remove(same)
    return found[0] if len(found) == 1 else None


def _are_other(one: Said, other: Said) -> bool:
    same_place = not one.which.isdisjoint(other.which)
    if one.noun == other.noun:
        return not same_place
    if _LONG.issuperset((one.noun, other.noun)) and not one.which.isdisjoint(_CLASSES[1]):
        return False  # أواخر القرن السادس عشر, the late 1500s
    return same_place and _DATE not in (one.noun, other.noun)  # a year ago this month: told otherwise


def _has_words_of(source: Passage, one: Said, other: Said) -> bool:
    """Whether the original has words anywhere that the other period may come from."""
    text = folded(source.text)
    words, nouns = _words(source.language)
    if one.noun != other.noun:
        return any(word in text for word, noun in nouns.items() if noun == other.noun)
    return any(word in text for (_, word), which in words.items() if which & other.which)


@cache
def _set_phrases(language: str) -> tuple[str, ...]:
    """Those that name no period: to this day."""
    return tuple(map(folded, language_data(language, "quantities")["wording"]["period_not"]))


@cache
def _words(language: str) -> tuple[dict[tuple[bool, str], frozenset[str]], dict[str, str]]:
    """(whether it stands behind, folded words) -> which period they say; folded noun -> what it is."""
    data = language_data(language, "quantities")
    words: dict[tuple[bool, str], frozenset[str]] = {}
    for table, behind in (("period_before", False), ("period_after", True)):
        for which, listed in data[table].items():
            for each in listed:
                key = behind, folded(each)
                words[key] = words.get(key, frozenset()) | {which}
    nouns = {folded(word): noun for noun, listed in data["period_noun"].items() for word in listed}
    months = [word for listed in data["month"].values() for word in listed]
    days = [word for listed in data["weekday"].values() for word in listed if _is_day(word, language)]
    named = [*months, *days, *(f"{of} {month}" for of in data["wording"]["month_lead"] for month in months)]
    return words, {folded(word): _DATE for word in named} | nouns


def _is_day(word: str, language: str) -> bool:
    """Whether the word is a day wherever it stands: أحد, خميس are not, without their article."""
    return language != "ar" or word.startswith("ال")


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words, nouns = _words(language)
    noun = f"{_any(nouns)}|{_YEAR}"
    before, after = (_any(word for behind, word in words if behind is side) for side in (False, True))
    lead = language_data(language, "quantities")["wording"]["period_lead"]
    return re.compile(
        rf"(?<!\w)(?={lead}(?P<said>(?P<before>{before})[\s'’-]+{lead}(?P<noun>{noun})|(?P<named>{noun})[\s-]+(?P<after>{after}))(?!\w))"
    )


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(set(words), key=lambda each: (-len(each), each))
    return "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in longest_first)


@cache
def _trigger(language: str) -> tuple[str, ...]:
    """The words that say which, in the spellings of the data file: most passages have none."""
    data = language_data(language, "quantities")
    tables = (data[table].values() for table in ("period_before", "period_after"))
    return tuple(sorted({each for table in tables for listed in table for each in listed}))


def _difference(bead: Bead, one: Said, other: Said) -> Difference:
    what = "another period" if one.noun != other.noun else "another one of them"
    message = f"the original has “{one.passage.text}”, the translation “{other.passage.text}”: {what}"
    return plain_difference(bead, "date-changed", "replaced", (one.passage, other.passage), message)
