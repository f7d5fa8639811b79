"""Places that came back as what their letters mean: “in Grandmother” for بجدة, “la ville du Puits” for مدينة البيرة.

Most of the names of the list are words of every day. Points tell how surely the original has the place and not the word, and how
surely the translation has a name there: what a sound translation of the word would not look like.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from auditor.folding import folded
from auditor.languages import language_data
from auditor.names.pair.anchors import renders_others
from auditor.names.pair.comparison import Comparison
from auditor.names.pair.forms import WordForm
from auditor.names.pair.known_places import describes, is_sure, kind_before, local_place
from auditor.names.pair.meanings import MeantDifference, Occurrence, is_spelled, means, occurrences
from auditor.names.pair.sides import Side
from auditor.names.places.owned_names import is_spelling
from auditor.names.words.person_words import latin_words

FARTHEST = 0.35
"""Difference of places, as a share of the side, up to which a meaning may stand for a name."""
LEAST, LEAST_DESCRIBED, SURE = 3.0, 3.5, 4.0
"""Points from which on a difference is reported, the same of words that also describe a place, and reported as major."""
ASKED = 3.0
"""Points of a word for the kind of place before a name."""
_BARE = frozenset({"in", "at", "to", "from", "near", "of", "a", "en", "de", "vers", "d", "between", "entre"})
_OF = frozenset({"de", "d", "of", "du", "des"})
REACH = 5
"""Words from a word to the spelling of the place that “and” joins to it."""
_BLANKS = " \u00a0"
_ENCLOSED = "-–—:،(/"


def meant_places(pair: Comparison) -> Iterator[MeantDifference]:
    """The places that are rendered by their meaning, in text order."""
    for found in occurrences(pair.source):
        if found.name.kind != "place":
            continue
        asked = _asked(pair.source, found)
        if (
            asked < (ASKED if _is_every_day(found) else 1.0)
            or _is_named(pair, found)
            or is_spelled(pair, found)
        ):
            continue
        judged = [(asked + _named(pair, found, there), -there) for there in _standing(pair, found)]
        described = describes(pair.source.words[found.first]) or _is_direction(pair.source.words[found.first])
        if judged and max(judged)[0] >= (LEAST_DESCRIBED if described else LEAST):
            points, there = max(judged)
            confidence = 0.85 if points >= SURE else 0.65
            yield MeantDifference(found.first, found.last, -there, -there, confidence)


def _is_every_day(found: Occurrence) -> bool:
    """Whether a name is marked as one that only a word for its kind tells from the word: جامعة, الخميس."""
    return "!" in found.name.spelled


def _is_named(pair: Comparison, found: Occurrence) -> bool:
    """Whether the translation has a place of the gazetteer that stands there."""
    return any(
        each.first <= found.last and found.first <= each.last and each not in pair.lost
        for each in pair.source.mentions
    )


def _asked(side: Side, found: Occurrence) -> float:
    """Points for what asks for a place around a name of the original; 0 where nothing does."""
    first, words = found.first, side.words
    word = words[first]
    points = [0.0]
    if kind_before(side, first) is not None and not (_is_direction(word) and not _is_town(words[first - 1])):
        points.append(3.0 if not words[first - 1].folded.startswith(("ال", "وال", "بال", "لل")) else 1.0)
    if first and side.adjoins(first - 1, first) and _is(words[first - 1].readings, "around"):
        points.append(2.0)
    if word.folded != found.name.words[0] or (first and words[first - 1].folded in _listed("prepositions")):
        points.append(1.0)
    if _joined(side, first - 1, first) or _joined(side, found.last, found.last + 1):
        points.append(2.0)
    if not first and side.between(found.last, found.last + 1).strip(_BLANKS)[:1] in tuple(_ENCLOSED):
        points.append(2.0)
    if found.last + 1 < len(words) and _is(words[found.last + 1].readings, "beside"):
        points.append(1.5)
    return max(points) + (1.5 if word.is_name else 0.0) + (0.5 if len(found.name.words) > 1 else 0.0)


def _is_direction(word: WordForm) -> bool:
    """Whether a place is also a part of any country, which several may lie in: سدود الشمال."""
    return _is(word.readings, "directions")


def _is_town(word: WordForm) -> bool:
    """Whether a word is one for a place that has a name of its own: مدينة الشمال, no محافظة الشمال and no field."""
    return _is(word.readings, "towns")


def _joined(side: Side, one: int, other: int) -> bool:
    """Whether “and” or a comma joins two words, of which one is another place."""
    if one < 0 or other >= len(side.words):
        return False
    between = side.between(one, other).strip(_BLANKS)
    if between not in ("،", ",") and not (not between and side.words[other].folded.startswith("و")):
        return False
    return any(_is_place(side, index) for index in (one, other))


def _is_place(side: Side, index: int) -> bool:
    word = side.words[index]
    name = local_place(word)
    return index in side.covered or (name is not None and is_sure(word, name))


def _is(readings: tuple[str, ...], room: str) -> bool:
    return not _listed(room).isdisjoint(readings)


@cache
def _listed(room: str) -> frozenset[str]:
    return frozenset(map(folded, language_data("ar", "places")[room].split()))


def _standing(pair: Comparison, found: Occurrence) -> Iterator[int]:
    """The words that mean a name, at about its place, and that no other word of the original stands for."""
    sizes = len(pair.source.words), len(pair.target.words)
    named = {
        place
        for each in pair.target.mentions
        if each.places & pair.source.places
        for place in range(each.first, each.last + 1)
    }
    for there, word in enumerate(pair.target.words):
        if not means(found.name, word) or there in named:
            continue
        if abs(found.first / sizes[0] - there / sizes[1]) > FARTHEST:
            continue
        if not renders_others(pair.source, pair.target, there, range(found.first, found.last + 1)):
            yield there


def _named(pair: Comparison, found: Occurrence, there: int) -> float:
    """Points for what makes a word of the translation a name."""
    target = pair.target
    word = target.words[there]
    points = 0.0
    if word.is_capital and there and not _opens(target, there):
        points += 2.5 if _is_alone(target, there) else 1.0
    points += 2.0 * _is_after_kind(pair, found, there)
    points += 2.0 * _is_joined_alike(pair, found, there)
    before = target.words[there - 1] if there else None
    if before is not None and before.folded in _BARE and target.adjoins(there - 1, there):
        points += 1.0 if word.is_capital else 0.5
    return points


def _opens(side: Side, there: int) -> bool:
    return any(mark in side.between(there - 1, there) for mark in '.!?…:\n«“”"')


def _is_alone(side: Side, there: int) -> bool:
    """Whether no word with a capital stands beside a word, particles aside."""
    for step in (-1, 1):
        place = there + step
        while 0 <= place < len(side.words) and side.words[place].folded in latin_words("particles"):
            place += step
        if not 0 <= place < len(side.words):
            continue
        between = side.between(*sorted((place, place - step)))
        if side.words[place].is_capital and not between.strip(_BLANKS + "'’-") and abs(place - there) == 1:
            return False
    return True


def _is_joined_alike(pair: Comparison, found: Occurrence, there: int) -> bool:
    """Whether the translation joins a word to the spelling of the place that the original joins to the name: “around me and Jahra”."""
    source, target = pair.source, pair.target
    for here, beside in ((found.first, found.first - 1), (found.last, found.last + 1)):
        if not _joined(source, *sorted((here, beside))):
            continue
        for at in range(max(0, there - REACH), min(len(target.words), there + REACH + 1)):
            if target.words[at].is_capital and is_spelling(source.words[beside], target.words[at]):
                first, last = sorted((there, at))
                between = [word.folded for word in target.words[first + 1 : last]]
                if sum(each in latin_words("and") for each in between) == 1 and not _opens(target, last):
                    return True
    return False


def _is_after_kind(pair: Comparison, found: Occurrence, there: int) -> bool:
    """Whether a word for the kind of place that the original has stands before “of” and the word, or after the word."""
    kinds = kind_before(pair.source, found.first)
    if kinds is None:
        return False
    words = pair.target.words
    if there + 1 < len(words) and words[there + 1].folded in kinds and words[there].is_capital:
        return True
    for place in range(there - 1, max(-1, there - 4), -1):
        if words[place].folded in kinds:
            return True
        if words[place].folded not in latin_words("particles") and words[place].folded not in _OF:
            return False
    return False
