"""Companies, media, clubs and organisations of `languages/ar/bodies.toml` that come back under another name, or as words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from auditor.languages import language_data
from auditor.names.pair.anchors import rendered_words
from auditor.names.pair.comparison import Comparison
from auditor.names.pair.forms import WordForm, arabic_form, latin_form
from auditor.names.pair.known_places import kind_before
from auditor.names.pair.listed_forms import is_own
from auditor.names.pair.native_names import explains, spells_name
from auditor.names.pair.plain_words import is_plain
from auditor.names.pair.sides import Side, folded_text
from auditor.names.slots.slot_words import is_well
from auditor.names.slots.slots import Slots
from auditor.names.words.person_words import latin_words

BEFORE = 3
"""Words before a body within which one says what it is."""
NEAR = 0.3
SHORTEST = 3
STANDS, RENDERED = 0.75, 0.6
"""Confidence that something else stands for a body; no more than RENDERED where it is a rendering of one of its words: in texts
that nobody fitted on five of eight such words were a name of the body that is not listed.
"""
_IN = "ب"

Entry = tuple[tuple[str, ...], tuple[str, ...], frozenset[str], bool]
"""Of a body the words after its first, its names, the words one of which stands before it, and whether only a quotation has it."""


@dataclass(frozen=True, slots=True)
class BodyDifference:
    """Words `first` to `last` of the original and word `there` of the translation; `kind` as that of a name's difference."""

    kind: str
    first: int
    last: int
    there: int
    confidence: float


def body_differences(pair: Comparison) -> Iterator[BodyDifference]:
    """The bodies of which the translation has no known name but something else, in text order."""
    for first, last, names, is_named in _bodies(pair):
        if is_named or (first == last and _is_by_place(pair, first)):
            continue
        is_word = first == last and is_plain(pair.source, first)
        found = None if is_word else _standing(pair, first, last)
        found = found or _spelled(pair, first, last, names)
        if found is not None:
            yield found


def _is_by_place(pair: Comparison, index: int) -> bool:
    """Whether a body of one word is a place here (قرية الفاو), or called by that of a body that begins so: Oran for المولودية."""
    if kind_before(pair.source, index) is not None:
        return True
    return any(
        is_own(place, other) for place in _places_of(pair.source.words[index]) for other in pair.capitals
    )


@lru_cache(maxsize=1 << 12)
def _places_of(word: WordForm) -> tuple[WordForm, ...]:
    """What ends the names of bodies that begin with a word and have more."""
    known = [entry for each in word.readings for entry in _table().get(each, ())]
    return tuple(dict.fromkeys(arabic_form(rest[-1]) for rest, _, _, _ in known if rest))


def named_bodies(pair: Comparison) -> frozenset[int]:
    """The words of the original that are bodies which the translation calls by one of their names."""
    return frozenset(
        index for first, last, _, is_named in _bodies(pair) if is_named for index in range(first, last + 1)
    )


def _bodies(pair: Comparison) -> Iterator[tuple[int, int, tuple[str, ...], bool]]:
    """First and last word of each body of the original, its names, and whether the translation has one of them."""
    words = pair.source.words
    for index, word in enumerate(words):
        beginning = _beginning(word)
        if not beginning:
            continue
        for rest, names, after, is_called in beginning:
            if not rest and index and words[index - 1].is_title:  # Marshal Bugeaud, not the maker of cars
                continue
            if rest != tuple(each.folded for each in words[index + 1 : index + 1 + len(rest)]):
                continue
            is_quoted = bool(after) and _is_quoted(pair.source, index)
            is_said = is_quoted or ("ال" in word.folded[:4] and not is_called)
            if after and not (is_said and _is_introduced(pair.source, index, after)):
                continue
            yield index, index + len(rest), names, _is_named(pair, index, index + len(rest), names)
            break


def _is_named(pair: Comparison, first: int, last: int, names: tuple[str, ...]) -> bool:
    """Whether the translation has one of the names of a body; of one of several words not where the passage beside has it too."""
    phrase = [word.folded for word in pair.source.words[first + 1 : last + 1]]
    if any(name in folded_text(pair.target) for name in names):
        return True
    beside = zip(pair.sources[1:], pair.targets[1:], strict=True)
    return any(
        any(name in folded_text(target) for name in names) and not (phrase and _has(source, phrase))
        for source, target in beside
    )


def _has(side: Side, phrase: list[str]) -> bool:
    """Whether a side has words one after the other."""
    folded = [word.folded for word in side.words]
    return any(folded[at : at + len(phrase)] == phrase for at in range(len(folded) - len(phrase) + 1))


@cache
def _table() -> dict[str, tuple[Entry, ...]]:
    """By the first word of each body what is known of those that it begins; the longest first."""
    table = language_data("ar", "bodies")
    found: dict[str, list[Entry]] = {}
    groups = [(table["anywhere"], "", False), (table["things"], "", False)] + [
        (table[room]["names"], table[room]["after"], room == "quoted")
        for room in ("media", "clubs", "companies", "services", "quoted", "parties")
    ]
    for names, after, is_called in groups:
        for body, listed in names.items():
            first, *rest = body.split()
            found.setdefault(first, []).append(
                (tuple(rest), tuple(map(_bounded, listed.split("|"))), frozenset(after.split()), is_called)
            )
    return {first: tuple(sorted(some, key=lambda each: -len(each[0]))) for first, some in found.items()}


def _bounded(name: str) -> str:
    """A name between spaces; one that ends with a star only begins a word."""
    return f" {name[:-1]}" if name.endswith("*") else f" {name} "


@lru_cache(maxsize=1 << 16)
def _beginning(word: WordForm) -> tuple[Entry, ...]:
    table = _table()
    if word.folded.startswith("ال") and word.folded[2:] in table:
        return table[word.folded[2:]]
    if table.keys().isdisjoint(word.readings):
        return ()
    entries = next(table[each] for each in word.readings if each in table)
    is_phrase = word.folded.startswith(_IN) and word.folded[1:] in table  # بحماس: with zeal
    return tuple(each for each in entries if each[0] or each[2]) if is_phrase else entries


def _is_quoted(side: Side, index: int) -> bool:
    """Whether a quotation begins before a word: منصة «قوى»."""
    return index > 0 and side.between(index - 1, index).rstrip("\u200f\u200e")[-1:] in tuple('«“"')


def _is_introduced(side: Side, index: int, after: frozenset[str]) -> bool:
    before = side.words[max(0, index - BEFORE) : index]
    return any(not after.isdisjoint(word.readings) for word in before)


def _standing(pair: Comparison, first: int, last: int) -> BodyDifference | None:
    words, others = pair.source.words, pair.target.words
    meant = _meant(words[first])
    for there, word in enumerate(others):
        is_written = word.is_capital or (first < last and _is_quoted(pair.source, first))
        if is_written and word.folded in meant and _is_near(pair, first, there):
            return BodyDifference("translated", first, last, there, STANDS)
    is_thing = " ".join(word.folded for word in words[first : last + 1]).endswith(_things())
    is_quoted = first == last and _is_quoted(pair.source, first)
    for index in range(last, first - 1, -1):
        for there in rendered_words(words[index], pair.target):
            is_written = is_thing or is_quoted or others[there].is_capital
            is_called = others[there].is_capital and not _opens(pair.target, there)
            if there in pair.shared_places:
                continue
            if is_written and there and (is_called or _is_near(pair, first, there)):
                stands = _called(pair.target, there) if is_thing and index == first else there
                return BodyDifference("translated", first, last, stands, RENDERED)
    acronyms = [there for there, word in enumerate(others) if _is_other_acronym(pair, word)]
    for there in (*Slots(pair).strangers, *acronyms):
        if _is_near(pair, first, there) and there not in pair.target.covered:
            return BodyDifference("replaced", first, last, there, STANDS)
    return None


def _opens(side: Side, there: int) -> bool:
    """Whether a sentence begins with a word: a quotation may be a name."""
    return not there or any(mark in side.between(there - 1, there) for mark in ".!?…:\n")


def _called(side: Side, there: int) -> int:
    """The word beside the one for what a thing is, which stands for its name: “supreme” of “the supreme declaration”."""
    step = 1 if side.passage.language == "fr" else -1
    for place in (there + step, there + 2 * step, there - step):
        if 0 <= place < len(side.words) and side.words[place].folded not in latin_words("particles"):
            return place
    return there


@cache
def _things() -> tuple[str, ...]:
    """Names whose words no text has by chance: what renders one of them in lower case is wrong as well."""
    return tuple(language_data("ar", "bodies")["things"])


def _spelled(pair: Comparison, first: int, last: int, names: tuple[str, ...]) -> BodyDifference | None:
    """A word with a capital that has the letters of a body's name, where none of its names has: Al-Salam for the Peace Palace."""
    parts = [each for name in names for each in name.split() if len(each) > SHORTEST]
    known = [latin_form(each, True) for each in parts]  # noqa: FBT003
    for word in pair.source.words[first : last + 1]:
        if any(spells_name(word, each) for each in known):
            return None
    for word in pair.source.words[first : last + 1]:
        for there, other in enumerate(pair.target.words):
            is_free = other.is_capital and there not in pair.shared_places and _is_near(pair, first, there)
            if is_free and len(other.folded) > SHORTEST and explains(word, other):
                return BodyDifference("replaced", first, last, there, STANDS)
    return None


@lru_cache(maxsize=1 << 12)
def _meant(word: WordForm) -> frozenset[str]:
    """What machines make of the first word of a body's name."""
    table: dict[str, str] = language_data("ar", "bodies")["meant"]
    return frozenset(other for each in word.readings if each in table for other in table[each].split())


def _is_other_acronym(pair: Comparison, word: WordForm) -> bool:
    return word.is_acronym and not any(
        is_well(each, word) or each.folded == word.folded for each in pair.source.words
    )


def _is_near(pair: Comparison, first: int, there: int) -> bool:
    return abs(first / len(pair.source.words) - there / len(pair.target.words)) <= NEAR
