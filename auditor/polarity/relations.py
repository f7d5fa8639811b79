"""What puts one thing in relation to another (before, despite, unless, at most), with what it governs."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from auditor.languages import language_data
from auditor.polarity.lists import plain_words
from auditor.polarity.patterns import word_patterns
from auditor.polarity.phrases import Found, Phrases
from auditor.polarity.poles import opposite_phrases
from auditor.polarity.reading import Side

GOVERNED = 4
"""Content words after a relation that it may govern."""
AHEAD = 9
"""Words after a relation among which those stand."""
BEFORE = 4
"""Words before a relation of AROUND that it may govern."""
AROUND = frozenset(
    {"early", "late", "only", "except", "even", "over", "under", "atleast", "atmost", "fraction", "earliest"}
)
"""Relations that may stand after what they govern, as in “two months early”."""
COMPARING = frozenset({"over", "under", "atleast", "atmost"})
"""Relations that govern what stands behind them rather than what stands within: تقل الخبرة عن سنة."""
DENIED = {"under": "atleast", "over": "atmost", "except": "butonly"}
"""What a comparison, and an exception, comes to behind a negation."""
BOUNDS = frozenset({"under", "over"})
"""Comparisons that a negation of the verb before them turns into bounds as well."""
COUNTING = frozenset({("a", "de"), ("a", "d")})
"""The French words around a “plus” that counts."""
VERB = 3
"""Words between a negation and a comparison that it turns: the verb, and what it is said of."""


class Use(NamedTuple):
    """A relation among the words of a side: `found`, with the content words that it governs, the nearest first."""

    found: Found
    governed: tuple[int, ...]

    @property
    def relation(self) -> str:
        return self.found.label


def relation_phrases(language: str, kind: str) -> Phrases:
    """The expressions of a `kind`, clear or also, labelled with the relations that they stand for."""
    return _relation_phrases(language)[kind]


@cache
def _relation_phrases(language: str) -> dict[str, Phrases]:
    """Of both kinds: what words fit is found out anew whenever there are more patterns."""
    opposite_phrases(language)  # the first to number the patterns that both have
    table, patterns = language_data(language, "relations"), word_patterns(language)
    return {
        kind: Phrases(
            language,
            [
                (relation, pattern.strip())
                for relation, kinds in table.items()
                for pattern in kinds[kind].split(",")
                if pattern.strip()
            ],
            patterns=patterns,
            every=True,
            final=tuple(table),
        )
        for kind in ("clear", "also")
    }


@cache
def turned_relations() -> dict[str, dict[str, float]]:
    """For each relation of an original those that turn it round in a translation, with the probability of an error."""
    text = (files("auditor.polarity") / "data" / "relations.toml").read_text("utf-8")
    turned: dict[str, dict[str, float]] = tomllib.loads(text)["turned"]
    return turned


def uses(side: Side, wanted: int) -> list[Use]:
    """The clear relations of a side that are `wanted`, given as bits, with what they govern, in text order; none reaches over punctuation."""
    phrases = relation_phrases(side.language, "clear")
    starts = [place for place in range(len(side.words)) if place == 0 or side.breaks_before(place)]
    found = [
        Found(each.label, tuple(start + place for place in each.places))
        for start, end in pairwise([*starts, len(side.words)])
        for each in phrases.find(side.forms[start:end], wanted)
    ]
    known = [_denied(side, _counted(side, each)) for each in found if each.label != "none"]
    known += [Found("butonly", each.places) for each in known if _is_only(side, each)]
    known += [bound for each in found for bound in _bounds(side, each)]
    return [Use(each, tuple(_governed(side, each))) for each in known]


def _counted(side: Side, each: Found) -> Found:
    """A “ne … plus” that counts as such: aucune force à plus de trois kilomètres."""
    last = each.places[-1]
    if side.language != "fr" or each.label != "nolonger" or side.forms[last] != "plus":
        return each
    around = side.forms[last - 1], side.forms[last + 1] if last + 1 < len(side.forms) else ""
    return Found("over", (last, last + 1)) if around in COUNTING else each


def _is_only(side: Side, each: Found) -> bool:
    """Whether an exception is one from a negation: none but three."""
    return each.label == "except" and any(
        mark.label == "except" and len(mark.places) > 1 and each.places[0] == mark.places[-1]
        for mark in side.marks
    )


def _denied(side: Side, each: Found) -> Found:
    """A comparison right behind a negation as its contrary, whatever stands within it: ألا تقل مدة الخدمة عن سنة is at least."""
    before = each.places[0] - 1
    if each.label in DENIED and before >= 0 and side.forms[before] in plain_words(side.language):
        return Found(DENIED[each.label], (before, *each.places))
    return each


def _bounds(side: Side, each: Found) -> Iterator[Found]:
    """What a comparison with a number comes to behind a verb that is denied: لا يغطي أكثر من 40 is at most."""
    first, last = each.places[0], each.places[-1]
    if each.label not in BOUNDS or last + 1 >= len(side.words) or not side.words[last + 1].is_number:
        return
    plain = plain_words(side.language)
    for place in range(first - 1, max(-1, first - 2 - VERB), -1):
        if side.forms[place] in plain and place < first - 1:
            yield Found(DENIED[each.label], (place, *each.places))
            return
        if side.breaks_before(place):
            return


def _governed(side: Side, each: Found) -> Iterator[int]:
    first, last = each.places[0], each.places[-1]
    within = [place for place in range(first + 1, last + 1) if side.words[place].is_content]
    behind = [*_behind(side, last)]
    has_gap = each.label in COMPARING and last - first >= len(each.places)
    yield from ((*behind, *within) if has_gap else (*within, *behind))[:GOVERNED]
    if each.label in AROUND:
        for place in range(first - 1, max(-1, first - 1 - BEFORE), -1):
            if side.words[place].is_content:
                yield place
            if side.breaks_before(place):
                break


def _behind(side: Side, last: int) -> Iterator[int]:
    """The content words behind a relation, up to a mark."""
    for place in range(last + 1, min(len(side.words), last + 1 + AHEAD)):
        if side.breaks_before(place) and not side.words[place].is_number:
            return
        if side.words[place].is_content:
            yield place
